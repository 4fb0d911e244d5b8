//! Sensitivity, scores and rules.

use engine::{RangeState, Threshold};
use plan::{Better, Rule};

use crate::vector::{Vector, unit};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "F07" => comparators(vector),
        _ => return false,
    }
    true
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
