//! How likely a deed is done in time: by the reader's three dates or hazard; never by anything the page assumes.

use engine::LeverId::{Earliest, Hazard, Latest, Likeliest};
use engine::{Change, InputError, InputField, Likelihood, MilestoneState, Problem, Reason, Scenario, Verdict, Warning};

use crate::support::{assert_close, assert_within, figure, lever, milestone, project, target};

const UNKNOWN: Verdict = Verdict::NotAssessed(Reason::NotReported);

fn dates(earliest: f64, likeliest: f64, latest: f64) -> Vec<Change> {
    vec![
        lever(Earliest, earliest),
        lever(Likeliest, likeliest),
        lever(Latest, latest),
    ]
}

fn chance(changes: &[Change]) -> Option<f64> {
    milestone(&project("ring_roads_1_2_3", changes), 2025).probability
}

#[test]
fn the_vector_comes_out_of_the_date_levers() {
    // D12: the end of 2025 is the date 2026.0.
    let projection = project("ring_roads_1_2_3", &dates(2024.5, 2025.5, 2028.0));
    let result = milestone(&projection, 2025);
    assert_within("by 2025", result.probability.unwrap(), 0.664_363_745_713_577_3, 1e-9);
    assert_eq!(result.verdict, Verdict::Expected(Likelihood::Likely));
    assert_eq!(result.state, MilestoneState::Unreported);
    assert_eq!(projection.warnings, []);
}

#[test]
fn a_hazard_adds_up_from_the_base_year_on() {
    for (hazard, expected) in [(0.0, 0.0), (100.0, 1.0), (20.0, 1.0 - 0.8_f64.powi(5))] {
        assert_close(&hazard.to_string(), chance(&[lever(Hazard, hazard)]).unwrap(), expected);
    }
    let later = milestone(&project("ring_roads_all", &[lever(Hazard, 20.0)]), 2030);
    assert_close("ten years", later.probability.unwrap(), 1.0 - 0.8_f64.powi(10));
}

#[test]
fn dates_count_before_a_hazard_and_only_all_three() {
    let sure = [dates(2022.0, 2023.0, 2024.0), vec![lever(Hazard, 1.0)]].concat();
    assert_eq!(chance(&sure), Some(1.0));
    let two = [lever(Earliest, 2022.0), lever(Latest, 2024.0)];
    let projection = project("ring_roads_1_2_3", &two);
    assert_eq!(milestone(&projection, 2025).verdict, UNKNOWN);
    assert_eq!(projection.warnings, []);
    assert_close("the hazard", chance(&[two[0], lever(Hazard, 100.0)]).unwrap(), 1.0);
}

#[test]
fn equal_dates_are_a_certain_date() {
    for (date, expected) in [(2025.75, 1.0), (2026.0, 1.0), (2026.25, 0.0)] {
        assert_eq!(chance(&dates(date, date, date)), Some(expected), "{date}");
    }
    // The likeliest may be an end: one part in five of the way, with shapes 1 and 5.
    assert_close(
        "earliest",
        chance(&dates(2025.0, 2025.0, 2030.0)).unwrap(),
        1.0 - 0.8_f64.powi(5),
    );
    assert_close(
        "latest",
        chance(&dates(2025.0, 2030.0, 2030.0)).unwrap(),
        0.2_f64.powi(5),
    );
}

#[test]
fn dates_out_of_order_are_named_and_say_nothing() {
    for changes in [
        dates(2026.0, 2025.0, 2028.0),
        dates(2024.0, 2029.0, 2028.0),
        vec![lever(Earliest, 2028.0), lever(Latest, 2024.0)],
    ] {
        let projection = project("ring_roads_1_2_3", &changes);
        assert_eq!(projection.warnings, [Warning::DatesOutOfOrder], "{changes:?}");
        let result = milestone(&projection, 2025);
        assert_eq!((result.probability, result.verdict), (None, UNKNOWN));
    }
}

#[test]
fn a_year_on_record_without_the_deed_counts() {
    let open = figure(2023, 0.0);
    let hazard = chance(&[open, lever(Hazard, 20.0)]).unwrap();
    assert_close("two years are left", hazard, 1.0 - 0.8_f64.powi(2));
    // Not by the end of 2023: (F(2026) − F(2024))/(1 − F(2024)), here with the straight line of equal shapes' ends.
    let some = dates(2022.0, 2022.0, 2027.0);
    let (by_2024, by_2026) = (1.0 - 0.6_f64.powi(5), 1.0 - 0.2_f64.powi(5));
    let given = chance(&[vec![open], some.clone()].concat()).unwrap();
    assert_close("given", given, (by_2026 - by_2024) / (1.0 - by_2024));
    // Not by the end of its own year: out of the question.
    for forecast in [some, vec![lever(Hazard, 20.0)]] {
        assert_eq!(chance(&[vec![figure(2025, 0.0)], forecast].concat()), Some(0.0));
    }
    // Dates that the record proves wrong say nothing.
    assert_eq!(chance(&[vec![open], dates(2021.0, 2022.0, 2023.0)].concat()), None);
}

#[test]
fn what_is_done_needs_no_chance() {
    let done = [dates(2024.5, 2025.5, 2028.0), vec![figure(2025, 1.0)]].concat();
    let result = milestone(&project("ring_roads_1_2_3", &done), 2025);
    assert_eq!((result.verdict, result.probability), (Verdict::Met, None));
}

#[test]
fn only_deeds_have_dates() {
    for (id, change, problem) in [
        ("hospital_beds", lever(Earliest, 2025.0), Problem::NotApplicable),
        ("hospital_beds", lever(Hazard, 5.0), Problem::NotApplicable),
        (
            "ring_roads_all",
            lever(Latest, 2046.0),
            Problem::OutOfRange {
                minimum: 2020.0,
                maximum: 2045.0,
            },
        ),
        (
            "ring_roads_all",
            lever(Hazard, 101.0),
            Problem::OutOfRange {
                minimum: 0.0,
                maximum: 100.0,
            },
        ),
    ] {
        let refused = Scenario::default().apply(plan::plan(), target(id).code, change);
        let Change::Lever(lever, _) = change else {
            panic!("a lever")
        };
        let field = InputField::Lever(lever);
        assert_eq!(refused, Err(InputError { field, problem }), "{id}");
    }
}
