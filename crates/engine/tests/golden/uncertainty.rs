//! Distributions, events and counts.

use engine::distribution::{Beta, StudentT, normal_cdf, normal_quantile};
use engine::driver::{Units, units_needed};
use engine::event::{
    Crisis, FactorEvent, Pert, all_of, cumulative_hazard, done_by, every_year_at_least, every_year_at_most,
    every_year_correlated,
};
use engine::sample::{QuantileType, half_width, quantile, quantile_of_sorted, required_draws, wilson};
use engine::{Level, LevelPrior, Predictive, Threshold, Transform};
use plan::{Better, Rule};

use crate::vector::{PERCENT, Vector, unit};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "D03" => distributions(vector),
        "D04" => sample_quantiles(vector),
        "D05" => precision(vector),
        "D06" => both_targets(vector),
        "D07" => every_year(vector),
        "D08" => crises(vector),
        "D09" => place_in_a_ranking(vector),
        "D10" => communes(vector),
        "D11" => hazards(vector),
        "D12" => date(vector),
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

/// One year against the bar, and several years that share one level.
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
    let bar = z(vector.number("target"));
    let all = every_year_at_least(&fitted, bar, 5).unwrap();
    vector.check("p_all_years", all);
    // The precision promised, not only the vector's.
    assert!(
        (all - vector.value["expected"]["p_all_years"].as_f64().unwrap()).abs() < 1e-8,
        "{all}"
    );
    let one = every_year_at_least(&fitted, bar, 1).unwrap();
    vector.check("p_one_year", one);
    vector.check("p_if_independent", one.powi(5));
    vector.compare(
        "not in one year",
        every_year_at_most(&fitted, bar, 1).unwrap(),
        1.0 - one,
    );
}

fn sample_quantiles(vector: &Vector) {
    let mut sorted = vector.numbers("sample");
    sorted.sort_by(f64::total_cmp);
    for (key, kind) in [("type7", QuantileType::Seven), ("type8", QuantileType::Eight)] {
        let at = vector.numbers("p").into_iter();
        vector.check_all(key, at.clone().map(|p| quantile_of_sorted(&sorted, p, kind).unwrap()));
        vector.check_all(
            key,
            at.map(|p| quantile(&mut vector.numbers("sample"), p, kind).unwrap()),
        );
    }
}

fn precision(vector: &Vector) {
    let level = vector.number("level");
    let draws = |p| f64::from(required_draws(p, vector.number("e"), level).unwrap());
    vector.check_all("N", vector.numbers("p").into_iter().map(draws));
    let (lower, upper) = wilson(8342, 10_000, level).unwrap();
    vector.check_all("wilson", [lower, upper]);
    vector.check("half_width_at_half", half_width(0.5, 10_000, level).unwrap());
}

fn both_targets(vector: &Vector) {
    let (locations, scales) = (vector.numbers("mu"), vector.numbers("s"));
    let (loadings, targets) = (vector.numbers("lam"), vector.numbers("targets"));
    let event = |index: usize, loading: f64| FactorEvent {
        margin: (locations[index] - targets[index].ln()) / scales[index],
        loading,
    };
    let events = [event(0, loadings[0]), event(1, loadings[1])];
    vector.check("p1", all_of(&events[..1]).unwrap());
    vector.check("p2", all_of(&events[1..]).unwrap());
    vector.check("corr", loadings[0] * loadings[1]);
    vector.check("p_both", all_of(&events).unwrap());
    vector.check(
        "p_both_if_independent",
        all_of(&[event(0, 0.0), event(1, 0.9)]).unwrap(),
    );
}

fn every_year(vector: &Vector) {
    let (one, correlation) = (vector.number("p_year"), vector.number("rho"));
    vector.check("independent", every_year_correlated(one, 5, 0.0).unwrap());
    vector.check("equicorrelated", every_year_correlated(one, 5, correlation).unwrap());
    vector.check("comonotone", every_year_correlated(one, 5, 1.0).unwrap());
}

fn crises(vector: &Vector) {
    let (location, scale) = (vector.number("mu"), vector.number("s"));
    let bar = vector.number("target").ln();
    let (probability, shift) = (vector.number("q"), vector.number("delta"));
    let crisis = Crisis::new(probability, shift, 0.0).unwrap();
    let never = Crisis::new(0.0, shift, 0.0).unwrap();
    vector.check("p_no_crisis", never.normal_at_least(location, scale, bar, 5));
    vector.check("p", crisis.normal_at_least(location, scale, bar, 5));
    // Student's t with many degrees of freedom is the normal distribution.
    let forecast = Predictive {
        location,
        scale,
        degrees: 1e6,
    };
    let above = crisis.at_least(&forecast, &StudentT::new(1e6), bar, 5);
    let below = crisis.at_most(&forecast, &StudentT::new(1e6), bar, 5);
    assert!(
        (above - vector.value["expected"]["p"].as_f64().unwrap()).abs() < 1e-5,
        "{above}"
    );
    assert!((above + below - 1.0).abs() < 1e-12, "{above} and {below}");
    // A rebound in full leaves only the last two years' crises.
    let rebound = Crisis::new(probability, shift, 1.0).unwrap();
    let mean = rebound.mean(5, |shift| shift);
    assert!((mean - probability * shift * 1.5).abs() < 1e-12, "{mean}");
}

fn communes(vector: &Vector) {
    let units = Units::new(105, 18).unwrap();
    let hazards = [vector.number("hazard"); 5];
    let needed = units_needed(vector.number("share"), 105).unwrap();
    vector.check("p_cum", cumulative_hazard(hazards[0], 5).unwrap());
    vector.check("need", f64::from(needed));
    vector.check("expected", *units.expected_path(&hazards).unwrap().last().unwrap());
    vector.check("expected", 18.0 + units.added(&hazards).unwrap().mean());
    vector.check("prob", units.probability(needed, &hazards).unwrap());
    vector.check(
        "hazard_for_expected_target",
        units.hazard_for_expected(needed, 5).unwrap(),
    );
}

fn hazards(vector: &Vector) {
    vector.check_all("prob", done_by(&vector.numbers("hazards")).unwrap());
}

fn date(vector: &Vector) {
    let pert = Pert::new(vector.number("min"), vector.number("mode"), vector.number("max")).unwrap();
    let (alpha, beta) = pert.shapes().unwrap();
    vector.check("alpha", alpha);
    vector.check("beta", beta);
    vector.check("mean", pert.mean());
    let deadline = vector.number("deadline");
    vector.check("prob", pert.cdf(deadline));
    vector.compare("quantile", pert.quantile(pert.cdf(deadline)), deadline);
    // A PERT date is a beta variable stretched over its range.
    let share = (deadline - vector.number("min")) / (vector.number("max") - vector.number("min"));
    vector.check("prob", Beta::new(alpha, beta).unwrap().cdf(share));
}
