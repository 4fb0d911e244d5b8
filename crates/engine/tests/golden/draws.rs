//! Random numbers and simulated paths.

use engine::Transform;
use engine::damping::shock_variance;
use engine::distribution::{normal_cdf, normal_quantile};
use engine::draws::{Common, Event, Job, JobKind, Key, Side, Simulation, Walk, WalkYear, philox4x32, unit};
use serde_json::Value;

use crate::vector::Vector;

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "D01" => known_answers(vector),
        "D02" => counter_layout(vector),
        "D14" => seeded_paths(vector),
        _ => return false,
    }
    true
}

fn words<const N: usize>(value: &Value) -> [u32; N] {
    let words = value.as_array().unwrap().iter();
    let words: Vec<u32> = words
        .map(|word| match word {
            Value::String(text) => u32::from_str_radix(text, 16).unwrap(),
            number => number.as_u64().unwrap().try_into().unwrap(),
        })
        .collect();
    words.try_into().unwrap()
}

fn known_answers(vector: &Vector) {
    let cases = vector.input("cases").as_array().unwrap();
    for (case, expected) in cases.iter().zip(vector.value["expected"]["out"].as_array().unwrap()) {
        let [low, high] = words(&case["key"]);
        assert_eq!(philox4x32(words(&case["ctr"]), Key::new(low, high)), words(expected));
    }
}

fn counter_layout(vector: &Vector) {
    let key = Key::of(vector.input("seed").as_u64().unwrap());
    let cases = vector.input("cases").as_array().unwrap();
    let blocks: Vec<[u32; 4]> = cases.iter().map(|case| philox4x32(words(case), key)).collect();
    for (block, expected) in blocks.iter().zip(vector.value["expected"]["words"].as_array().unwrap()) {
        assert_eq!(*block, words(expected));
    }
    let units: Vec<f64> = blocks.iter().map(|[w0, w1, ..]| unit(*w0, *w1)).collect();
    vector.check_all("u", units.iter().copied());
    vector.check_all("z", units.into_iter().map(normal_quantile));
}

fn seeded_paths(vector: &Vector) {
    let year = |key: &str| i16::try_from(vector.input(key).as_i64().unwrap()).unwrap();
    let (first_year, last_year) = (year("first_year"), year("last_year"));
    let (start, drift, scale) = (vector.number("y0").ln(), vector.number("b"), vector.number("s"));
    let (exposure, persistence) = (vector.number("lam"), vector.number("rho"));
    let bar = vector.number("target").ln();
    let horizon = f64::from(last_year - first_year + 1);
    let years = (first_year..=last_year).map(|year| WalkYear {
        year,
        location: start + drift * f64::from(year - first_year + 1),
        rate_spread: 0.0,
        long_run_spread: 0.0,
    });
    let job = Job {
        indicator: 0,
        kind: JobKind::Walk(Walk {
            years: years.collect(),
            scale,
            degrees: None,
            exposure,
            persistence: 0.0,
            crisis: None,
        }),
        events: vec![Event {
            years: vec![last_year],
            bar,
            side: Side::AtLeast,
        }],
        transform: Transform::Log,
    };
    let common = Common {
        persistence,
        first_year,
        last_year,
        crisis_probability: 0.0,
    };
    let draws = u32::try_from(vector.input("N").as_u64().unwrap()).unwrap();
    let seed = vector.input("seed").as_u64().unwrap();
    let drawn = Simulation::new(seed, draws, common, vec![job], Some((0, vec![0.1, 0.5, 0.9]))).finish();
    vector.check("hits", f64::from(drawn.hits[0][0].count()));
    let last = drawn.chosen.last().unwrap();
    for (key, value) in ["q10", "median", "q90"].into_iter().zip(&last.values) {
        vector.check(key, *value);
    }
    let variance = exposure * exposure * shock_variance(5, persistence) + (1.0 - exposure * exposure) * horizon;
    let margin = (start + horizon * drift - bar) / (scale * variance.sqrt());
    vector.check("closed_form_prob", normal_cdf(margin));
}
