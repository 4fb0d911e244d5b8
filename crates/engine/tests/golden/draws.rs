//! Random numbers and simulated paths.

use engine::Transform;
use engine::distribution::normal_quantile;
use engine::draws::{
    Event, FAN_PROBABILITIES, Factor, Job, Model, Settings, Side, Simulation, Walk, WalkYear, When, key, normal,
    philox, uniform,
};
use serde_json::Value;

use crate::vector::Vector;

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "D01" => generator(vector),
        "D02" => layout(vector),
        "D14" => simulation(vector),
        _ => return false,
    }
    true
}

fn generator(vector: &Vector) {
    let expected = vector.value["expected"]["out"].as_array().unwrap();
    for (case, expected) in vector.input("cases").as_array().unwrap().iter().zip(expected) {
        assert_eq!(philox(words(&case["ctr"]), words(&case["key"])), words::<4>(expected));
    }
}

fn layout(vector: &Vector) {
    let key = key(vector.input("seed").as_u64().unwrap());
    let drawn: Vec<[u32; 4]> = vector
        .input("cases")
        .as_array()
        .unwrap()
        .iter()
        .map(|case| {
            let counter = [0, 1, 2, 3].map(|part| u32::try_from(case[part].as_u64().unwrap()).unwrap());
            philox(counter, key)
        })
        .collect();
    let expected = vector.value["expected"]["words"].as_array().unwrap();
    assert_eq!(drawn, expected.iter().map(words::<4>).collect::<Vec<_>>());
    vector.check_all("u", drawn.iter().map(|[w0, w1, ..]| uniform(*w0, *w1)));
    vector.check_all("z", drawn.iter().map(|[w0, w1, ..]| normal(*w0, *w1)));
    for [w0, w1, ..] in drawn {
        assert_eq!(normal_quantile(uniform(w0, w1)), normal(w0, w1));
    }
}

/// A walk with known drift and spread; the factor starts with the walk.
fn simulation(vector: &Vector) {
    let year = |key: &str| i16::try_from(vector.input(key).as_i64().unwrap()).unwrap();
    let (first_year, last_year) = (year("first_year"), year("last_year"));
    let start = vector.number("y0").ln();
    let years = (1..=last_year - first_year + 1).map(|h| WalkYear {
        location: start + f64::from(h) * vector.number("b"),
        rate_error: 0.0,
        long_run_error: 0.0,
    });
    let job = Job {
        indicator: 0,
        model: Model::Walk(Walk {
            first_year,
            years: years.collect(),
            scale: vector.number("s"),
            degrees: None,
            exposure: vector.number("lam"),
            persistence: 0.0,
            crisis_shift: 0.0,
            crisis_from: 0,
        }),
        transform: Transform::Log,
        events: vec![Event {
            when: When::In(last_year),
            bar: vector.number("target").ln(),
            side: Side::AtLeast,
        }],
    };
    let draws = u32::try_from(vector.input("N").as_u64().unwrap()).unwrap();
    let settings = Settings {
        chosen: Some(0),
        factor: Factor {
            first_year,
            persistence: vector.number("rho"),
        },
        ..Settings::new(vector.input("seed").as_u64().unwrap(), draws)
    };
    let ensemble = Simulation::new(vec![job], settings).finish();
    let expected = vector.value["expected"]["hits"].as_u64().unwrap();
    assert_eq!(u64::from(ensemble.outcomes[0].hits[0].count()), expected);
    let last = ensemble.fan.unwrap().years.pop().unwrap();
    assert_eq!(last.year, last_year);
    for (name, probability) in [("q10", 0.1), ("median", 0.5), ("q90", 0.9)] {
        let place = FAN_PROBABILITIES.iter().position(|p| *p == probability).unwrap();
        vector.check(name, last.quantiles[place]);
    }
}

/// Words written in hexadecimal.
fn words<const N: usize>(value: &Value) -> [u32; N] {
    let words = value.as_array().unwrap().iter();
    let words: Vec<u32> = words
        .map(|word| u32::from_str_radix(word.as_str().unwrap(), 16).unwrap())
        .collect();
    words.try_into().unwrap()
}
