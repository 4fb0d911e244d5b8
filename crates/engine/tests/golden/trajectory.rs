//! Scales, walks and schedules.

use engine::damping::{damped_years, shock_variance};
use engine::distribution::StudentT;
use engine::holt::{Holt, HoltParameters};
use engine::schedule::Schedule;
use engine::trend_line::TrendLine;
use engine::{Drift, DriftPrior, Threshold, Transform};
use plan::{Better, Rule};
use serde_json::Value;

use crate::vector::{PERCENT, Vector, unit};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "B01" | "B02" => trend_line(vector),
        "B03" | "B04" | "B05" | "B06" | "B07" => random_walk(vector),
        "B08" => multipliers(vector),
        "B09" => holt(vector),
        "B10" | "B11" => schedule(vector),
        _ => return false,
    }
    true
}

fn trend_line(vector: &Vector) {
    let transform = if vector.input("U").is_null() {
        Transform::Log
    } else {
        PERCENT
    };
    let line = TrendLine::fit(&vector.points(transform)).unwrap();
    let (mu, scale) = line.predict(vector.input("forecast_year").as_i64().unwrap().try_into().unwrap());
    let size = StudentT::new(line.degrees).quantile(0.9);
    vector.check("a", line.intercept);
    vector.check("b", line.slope);
    vector.check("median", transform.inverse(mu));
    vector.check("lower", transform.inverse(mu - size * scale));
    vector.check("upper", transform.inverse(mu + size * scale));
}

fn random_walk(vector: &Vector) {
    let prior = |key: &str| vector.input("prior")[key].as_f64().unwrap();
    let transform = vector.transform();
    let walk = Drift::fit(
        &vector.points(transform),
        DriftPrior {
            reference_rate: prior("m0"),
            reference_weight: prior("kappa0"),
            volatility_weight: prior("nu0"),
            volatility: prior("s0"),
            damping: prior("phi"),
            persistence: prior("rho"),
            long_run_weight: prior("kappa_inf"),
            exposure: 0.0,
        },
    )
    .unwrap();
    let horizon = vector.input("horizon").as_u64().unwrap().try_into().unwrap();
    let forecast = walk.predict(horizon);
    let student = StudentT::new(walk.degrees);
    vector.check("b_hat", walk.observed_rate);
    vector.check("SS", walk.sum_of_squares);
    vector.check("kappa_n", walk.weight);
    vector.check("m_n", walk.rate);
    vector.check("nu_n", walk.degrees);
    vector.check("s2_n", walk.variance);
    vector.check("mu", forecast.location);
    vector.check("scale", forecast.scale);
    let quantile = |p: f64| transform.inverse(forecast.location + student.quantile(p) * forecast.scale);
    vector.check("median", quantile(0.5));
    vector.check("q10", quantile(0.1));
    vector.check("q90", quantile(0.9));
    let (rule, better) = match vector.input("comparator").as_str() {
        Some(">=") => (Rule::AtLeast(vector.number("target")), Better::Higher),
        Some("<") => (Rule::Below(vector.number("target")), Better::Lower),
        other => panic!("{}: comparator {other:?}", vector.name),
    };
    let threshold = Threshold::new(rule, better, &unit(), None).unwrap();
    vector.check("prob_meet", threshold.probability(&forecast, &student, transform));
}

fn multipliers(vector: &Vector) {
    let cases = vector.input("cases").as_array().unwrap();
    let of = |case: &Value, key: &str| case[key].as_f64().unwrap();
    let h = |case: &Value| u16::try_from(case["h"].as_u64().unwrap()).unwrap();
    vector.check_all("D", cases.iter().map(|case| damped_years(h(case), of(case, "phi"))));
    vector.check_all("V", cases.iter().map(|case| shock_variance(h(case), of(case, "rho"))));
}

fn holt(vector: &Vector) {
    let smoothed = Holt::smooth(
        &vector.numbers("values"),
        HoltParameters {
            level_weight: vector.number("alpha"),
            trend_weight: vector.number("beta_star"),
            damping: vector.number("phi"),
            initial_level: vector.number("initial_level"),
            initial_trend: vector.number("initial_trend"),
        },
    )
    .unwrap();
    vector.check("level", smoothed.level);
    vector.check("trend", smoothed.trend);
    let steps = u16::try_from(vector.input("steps").as_u64().unwrap()).unwrap();
    vector.check_all("forecast", (1..=steps).map(|step| smoothed.forecast(step)));
}

fn schedule(vector: &Vector) {
    let points: Vec<(f64, f64)> = vector.numbers("x").into_iter().zip(vector.numbers("y")).collect();
    let path = Schedule::new(&points).unwrap();
    vector.check_all("slopes", path.slopes());
    vector.check_all("values", vector.numbers("query").into_iter().map(|x| path.value(x)));
}
