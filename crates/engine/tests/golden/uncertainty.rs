//! Distributions, events and counts.

use engine::distribution::{StudentT, normal_cdf, normal_quantile};
use engine::{Level, LevelPrior, Threshold, Transform};
use plan::{Better, Rule};

use crate::vector::{PERCENT, Vector, unit};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "D03" => distributions(vector),
        "D09" => place_in_a_ranking(vector),
        "D15" => level(vector),
        _ => return false,
    }
    true
}

fn distributions(vector: &Vector) {
    vector.check_all("norm_ppf", vector.numbers("norm_p").into_iter().map(normal_quantile));
    let pairs = |key: &str| -> Vec<(f64, f64)> {
        vector
            .input(key)
            .as_array()
            .unwrap()
            .iter()
            .map(|pair| (pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap()))
            .collect()
    };
    vector.check_all(
        "t_ppf",
        pairs("t_ppf")
            .into_iter()
            .map(|(p, degrees)| StudentT::new(degrees).quantile(p)),
    );
    vector.check_all(
        "t_cdf",
        pairs("t_cdf")
            .into_iter()
            .map(|(t, degrees)| StudentT::new(degrees).cdf(t)),
    );
}

/// The drift is given, not fitted; the scale belongs to a normal forecast.
fn place_in_a_ranking(vector: &Vector) {
    let places = Transform::Logit {
        lower: 0.5,
        upper: vector.number("N") + 0.5,
    };
    let rule = Rule::RankAtMost(vector.number("target_rank"));
    let threshold = Threshold::new(rule, Better::Lower, &unit(), None).unwrap();
    let now = places.forward(vector.number("rank_now")).unwrap();
    let target = places.forward(threshold.effective()).unwrap();
    let location = now + vector.number("drift_per_year") * vector.number("years");
    vector.check("z_now", now);
    vector.check("z_target", target);
    vector.check("median_rank", places.inverse(location));
    vector.check("prob", normal_cdf((target - location) / vector.number("scale")));
}

/// One year against the bar; the joint probability of several years (`p_all_years`) is not in the engine yet.
fn level(vector: &Vector) {
    let prior = |key: &str| vector.input("prior")[key].as_f64().unwrap();
    let z = |y: f64| PERCENT.forward(y).unwrap();
    let values: Vec<f64> = vector.numbers("values").into_iter().map(z).collect();
    let fitted = Level::fit(
        &values,
        LevelPrior {
            reference_level: z(prior("m0_percent")),
            reference_weight: prior("kappa0"),
            volatility_weight: prior("nu0"),
            volatility: prior("s0"),
        },
    )
    .unwrap();
    vector.check("kappa_n", fitted.weight);
    vector.check("m_n", fitted.level);
    vector.check("nu_n", fitted.degrees);
    vector.check("s2_n", fitted.variance);
    let threshold = Threshold::new(Rule::AtLeast(vector.number("target")), Better::Higher, &unit(), None).unwrap();
    let student = StudentT::new(fitted.degrees);
    vector.check(
        "p_one_year",
        threshold.probability(&fitted.predict(), &student, PERCENT),
    );
}
