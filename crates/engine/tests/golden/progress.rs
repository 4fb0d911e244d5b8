//! Progress so far, by four methods.

use engine::Threshold;
use engine::Transform;
use engine::progress::{
    AnticipatedCategory, Course, ExpectedCategory, PaceCategory, actual_growth, anticipate, anticipated_weights,
    current_status, expected_ratio, expected_value, gap_closing_ratio, growth_ratio, limit_factor, pace_score,
    parity_status, points_ratio, ratio_on_scale, required_growth, share_closed,
};
use plan::{Better, Rule};
use serde_json::Value;

use crate::vector::{PERCENT, Vector, unit, years};

/// Checks the vector with `id`; false when it belongs elsewhere.
pub fn check(id: &str, vector: &Vector) -> bool {
    match id {
        "A01" | "A02" => growth(vector),
        "A03" => percentages(vector),
        "A04" => expected(vector),
        "A05" => status(vector),
        "A06" => anticipated(vector),
        "A07" => scores(vector),
        "A08" => limits(vector),
        "A09" => zero_base(vector),
        "A10" => gap(vector),
        _ => return false,
    }
    true
}

fn course(vector: &Vector, names: [&str; 6], better: Better) -> Course {
    let [base, base_year, value, year, target, deadline] = names;
    let in_year = |key: &str| i16::try_from(vector.input(key).as_i64().unwrap()).unwrap();
    Course {
        base_year: in_year(base_year),
        base: vector.number(base),
        year: in_year(year),
        value: vector.number(value),
        deadline: in_year(deadline),
        target: vector.number(target),
        better,
    }
}

const NAMES: [&str; 6] = ["y0", "t0", "yt", "t", "target", "target_year"];

fn better(direction: &Value) -> Better {
    if direction.as_f64().unwrap() > 0.0 {
        Better::Higher
    } else {
        Better::Lower
    }
}

fn growth(vector: &Vector) {
    let course = course(vector, NAMES, better(vector.input("direction")));
    vector.check("cagr_actual", actual_growth(&course).unwrap());
    vector.check("cagr_required", required_growth(&course).unwrap());
    let ratio = growth_ratio(&course).unwrap();
    vector.check("ratio", ratio);
    assert_eq!(vector.value["expected"]["category"], "moderate");
    assert_eq!(PaceCategory::of(ratio), PaceCategory::Moderate, "{}", vector.name);
}

/// Odds and gaps are compared with the value that rounds to 100 %, growth and points with 100 % itself.
fn percentages(vector: &Vector) {
    let course = course(vector, NAMES, Better::Higher);
    let upper = vector.number("U");
    let effective = Course {
        target: upper - vector.number("delta"),
        ..course
    };
    vector.check("ratio_cagr", growth_ratio(&course).unwrap());
    vector.check("ratio_linear", points_ratio(&course).unwrap());
    vector.check("ratio_logit", ratio_on_scale(&effective, PERCENT).unwrap());
    vector.check("ratio_gap_closing", gap_closing_ratio(&effective, upper).unwrap());
}

fn expected(vector: &Vector) {
    let course = course(vector, ["v_b", "b", "v_t", "t", "target", "target_year"], Better::Lower);
    vector.check("cagr", actual_growth(&course).unwrap());
    vector.check("v_expected", expected_value(&course).unwrap());
    let ratio = expected_ratio(&course).unwrap();
    vector.check("ratio", ratio);
    assert_eq!(ExpectedCategory::of(ratio), ExpectedCategory::Fair);
    vector.check("score", f64::from(ExpectedCategory::of(ratio).score()));
}

fn status(vector: &Vector) {
    let numbers = |case: &str| ["I0", "I_cv", "TV"].map(|key| vector.input(case)[key].as_f64().unwrap());
    for (case, better) in [("increasing", Better::Higher), ("decreasing", Better::Lower)] {
        let [base, value, target] = numbers(case);
        vector.check(case, current_status(base, value, target, better).unwrap());
    }
    let [base, value, target] = numbers("parity");
    vector.check("parity", parity_status(base, value, target).unwrap());
}

fn anticipated(vector: &Vector) {
    let observed = years(vector.input("years"));
    let deadline = i16::try_from(vector.input("target_year").as_i64().unwrap()).unwrap();
    vector.check_all("weights", anticipated_weights(&observed, deadline).unwrap());
    let values = vector.numbers("values");
    let base = values[0];
    let points: Vec<(i16, f64)> = observed.into_iter().zip(values).collect();
    for (case, transform) in [("linear", Transform::Identity), ("logit", PERCENT)] {
        let target = vector.number("target");
        let found = anticipate(&points, base, target, deadline, Better::Higher, transform).unwrap();
        let expected = &vector.value["expected"][case];
        for (key, number) in [
            ("intercept_2020", found.line(2020)),
            ("slope", found.slope),
            ("predicted", found.predicted),
            ("gap_percent", found.gap_percent),
            ("anticipated_index", found.index),
        ] {
            vector.compare(key, number, expected[key].as_f64().unwrap());
        }
        assert_eq!(expected["category"], "accelerate");
        assert_eq!(found.category(), AnticipatedCategory::Accelerate);
    }
}

fn scores(vector: &Vector) {
    let score = |ratio| pace_score(ratio).unwrap();
    vector.check_all("score", vector.numbers("R").into_iter().map(score));
}

fn limits(vector: &Vector) {
    let cases = vector.input("cases").as_array().unwrap();
    let factor = |case: &Value| limit_factor(case["y0"].as_f64().unwrap(), case["limit"].as_f64().unwrap()).unwrap();
    vector.check_all("C", cases.iter().map(factor));
}

fn zero_base(vector: &Vector) {
    let course = course(vector, NAMES, Better::Higher);
    vector.check("ratio_linear", points_ratio(&course).unwrap());
    assert_eq!(growth_ratio(&course), None, "nothing grows from zero");
    let nearly = Course { base: 0.001, ..course };
    vector.check("ratio_cagr_with_0_001", growth_ratio(&nearly).unwrap());
}

fn gap(vector: &Vector) {
    let cases = vector.input("cases").as_array().unwrap();
    let of = |case: &Value, key: &str| case[key].as_f64().unwrap();
    vector.check_all(
        "gap_closed",
        cases
            .iter()
            .map(|case| share_closed(of(case, "y0"), of(case, "yt"), of(case, "T")).unwrap()),
    );
    let threshold = |case: &Value| {
        let rule = match better(&case["d"]) {
            Better::Higher => Rule::AtLeast(of(case, "T")),
            Better::Lower => Rule::AtMost(of(case, "T")),
        };
        Threshold::new(rule, better(&case["d"]), &unit(), None).unwrap()
    };
    vector.check_all(
        "headroom",
        cases.iter().map(|case| threshold(case).headroom(of(case, "yt"))),
    );
    for (case, status) in cases.iter().zip(vector.value["expected"]["status"].as_array().unwrap()) {
        let is_met = threshold(case).is_met(of(case, "yt"), 1);
        assert_eq!(is_met, status == "achieved", "{case}");
    }
}
