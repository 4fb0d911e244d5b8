//! Sensitivity, scores and rules.

use engine::score::{crps_of_draws, crps_of_student, fair_crps_of_draws, interval_score, naive_error, scaled_error};
use engine::sensitivity::{InputRange, swings, variance_shares};
use engine::{Predictive, RangeState, Threshold};
use plan::{Better, Rule};

use crate::vector::{Vector, unit};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "F01" => shares(vector),
        "F02" => one_at_a_time(vector),
        "F03" => point_errors(vector),
        "F04" => intervals(vector),
        "F05" => draws(vector),
        "F06" => student(vector),
        "F07" => comparators(vector),
        _ => return false,
    }
    true
}

fn shares(vector: &Vector) {
    let shares = variance_shares(&vector.numbers("s")).unwrap();
    vector.check_all("S1", shares.iter().map(|share| share.first_order));
    vector.check_all("ST", shares.iter().map(|share| share.total));
    vector.check_all("log_shares", shares.iter().map(|share| share.log_share));
}

fn one_at_a_time(vector: &Vector) {
    let names = ["y0", "g", "shock"];
    let ranges = names.map(|name| match vector.numbers(name)[..] {
        [low, base, high] => InputRange { low, base, high },
        _ => panic!("{name}: three values"),
    });
    let outcome = |inputs: &[f64]| inputs[0] * libm::pow(1.0 + inputs[1], 5.0) * (1.0 + inputs[2]);
    let found = swings(outcome, &ranges).unwrap();
    vector.check("base", found.base);
    let expected = &vector.value["expected"];
    for swing in &found.swings {
        let name = names[swing.input];
        let [low, high] = [0, 1].map(|end: usize| expected["delta"][name][end].as_f64().unwrap());
        vector.compare(name, swing.at_low, low);
        vector.compare(name, swing.at_high, high);
    }
    let order: Vec<&str> = found.swings.iter().map(|swing| names[swing.input]).collect();
    let expected: Vec<&str> = expected["order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|name| name.as_str().unwrap())
        .collect();
    assert_eq!(order, expected);
}

fn point_errors(vector: &Vector) {
    let scale = naive_error(&vector.numbers("train")).unwrap();
    let errors: Vec<f64> = vector
        .numbers("actual")
        .into_iter()
        .zip(vector.numbers("forecast"))
        .map(|(actual, forecast)| actual - forecast)
        .collect();
    vector.check("scale", scale);
    vector.check("mase", scaled_error(&errors, scale).unwrap());
}

fn intervals(vector: &Vector) {
    let (lower, upper) = (vector.number("l"), vector.number("u"));
    let score = |outcome| interval_score(lower, upper, outcome, 0.2).unwrap();
    vector.check_all("score", vector.numbers("y").into_iter().map(score));
}

fn draws(vector: &Vector) {
    let (draws, outcome) = (vector.numbers("ensemble"), vector.number("y"));
    vector.check("crps", crps_of_draws(&draws, outcome).unwrap());
    vector.check("fair", fair_crps_of_draws(&draws, outcome).unwrap());
}

fn student(vector: &Vector) {
    let forecast = Predictive {
        location: vector.number("mu"),
        scale: vector.number("scale"),
        degrees: vector.number("nu"),
    };
    vector.check("crps", crps_of_student(&forecast, vector.number("y")).unwrap());
}

fn comparators(vector: &Vector) {
    let expected = &vector.value["expected"];
    for (index, case) in vector.input("cases").as_array().unwrap().iter().enumerate() {
        let of = |key: &str| case[key].as_f64().unwrap();
        let (rule, better) = match case["cmp"].as_str().unwrap() {
            ">=" => (Rule::AtLeast(of("T")), Better::Higher),
            "<" => (Rule::Below(of("T")), Better::Lower),
            "range" => (
                Rule::Range {
                    from: of("lo"),
                    to: of("hi"),
                },
                Better::Higher,
            ),
            "rank<=" => (Rule::RankAtMost(of("T")), Better::Lower),
            other => panic!("{other}"),
        };
        let threshold = Threshold::new(rule, better, &unit(), None).unwrap();
        assert_eq!(
            threshold.is_met(of("y"), 1),
            expected["met"][index].as_bool().unwrap(),
            "case {index} met"
        );
        let state = threshold.range_state(of("y")).map(|state| match state {
            RangeState::Below => "below",
            RangeState::Within => "within",
            RangeState::Exceeds => "exceeds",
        });
        assert_eq!(
            state,
            expected["range_state"][index].as_str(),
            "case {index} range state"
        );
    }
}
