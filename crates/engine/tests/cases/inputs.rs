//! What a reader may enter, what is refused and how, and the order in which changes are kept.

use engine::{
    Change, FIRST_INPUT_YEAR, InputError, InputField, LAST_YEAR, LeverId, Mode, Phase, Problem, Scenario,
    odds_in_points,
};

use crate::support::{PLANNED, figure, growth, lever, scenario, target, threshold};

const fn outside(minimum: f64, maximum: f64) -> Problem {
    Problem::OutOfRange { minimum, maximum }
}

#[test]
fn odds_are_worth_most_in_the_middle() {
    let share = target("internet_users");
    let points = |rate: f64, level: f64| odds_in_points(share, rate, level);
    let half = points(10.0, 50.0).unwrap();
    assert!((half - 100.0 * (1.1 / 2.1 - 0.5)).abs() < 1e-12, "{half}");
    assert!(points(10.0, 90.0).unwrap() < half && points(-10.0, 50.0).unwrap() < 0.0);
    assert_eq!(points(0.0, 50.0), Some(0.0));
    assert_eq!(
        [points(10.0, 0.0), points(10.0, 100.0), points(10.0, f64::NAN)],
        [None; 3]
    );
    assert_eq!(odds_in_points(target("ring_roads_all"), 10.0, 0.5), None);
}

#[test]
fn a_refusal_names_the_field_and_the_limit() {
    let years = outside(f64::from(FIRST_INPUT_YEAR), f64::from(LAST_YEAR));
    let (value, year) = (InputField::ObservationValue, InputField::ObservationYear);
    let rate = InputField::Lever(LeverId::ReferenceRate);
    for (id, change, field, problem) in [
        ("hospital_beds", figure(2024, f64::NAN), value, Problem::NotANumber),
        ("hospital_beds", figure(2024, f64::INFINITY), value, Problem::NotANumber),
        ("hospital_beds", figure(2024, -0.1), value, outside(0.0, 1000.0)),
        ("internet_users", figure(2024, 100.1), value, outside(0.0, 100.0)),
        ("e_government_rank", figure(2024, 64.0), value, outside(1.0, 63.0)),
        ("ring_roads_all", figure(2024, 2.0), value, outside(0.0, 1.0)),
        ("hospital_beds", figure(1999, 40.0), year, years),
        ("hospital_beds", figure(2036, 40.0), year, years),
        ("hospital_beds", figure(i16::MIN, 40.0), year, years),
        (
            "hospital_beds",
            lever(LeverId::ReferenceRate, f64::NAN),
            rate,
            Problem::NotANumber,
        ),
        (
            "hospital_beds",
            lever(LeverId::ReferenceRate, f64::NEG_INFINITY),
            rate,
            Problem::NotANumber,
        ),
        (
            "hospital_beds",
            lever(LeverId::ReferenceRate, 15.1),
            rate,
            outside(-5.0, 15.0),
        ),
        (
            "hospital_beds",
            lever(LeverId::ReferenceRate, -5.1),
            rate,
            outside(-5.0, 15.0),
        ),
        (
            "literacy",
            threshold(2025, f64::NAN),
            InputField::ThresholdValue,
            Problem::NotANumber,
        ),
        (
            "literacy",
            threshold(2025, 101.0),
            InputField::ThresholdValue,
            outside(0.0, 100.0),
        ),
        (
            "literacy",
            threshold(2026, 99.0),
            InputField::ThresholdYear,
            Problem::NotApplicable,
        ),
        (
            "hospital_beds",
            threshold(2025, 40.0),
            InputField::ThresholdYear,
            Problem::NotApplicable,
        ),
        (
            "social_insurance",
            threshold(2019, 40.0),
            InputField::ThresholdYear,
            outside(2020.0, 2035.0),
        ),
        (
            "social_insurance",
            threshold(2036, 40.0),
            InputField::ThresholdYear,
            outside(2020.0, 2035.0),
        ),
        (
            "income_per_capita",
            Change::Basis(Some(3)),
            InputField::Basis,
            Problem::UnknownBasis,
        ),
        (
            "hospital_beds",
            Change::Basis(Some(1)),
            InputField::Basis,
            Problem::UnknownBasis,
        ),
        ("ring_roads_all", PLANNED, InputField::Mode, Problem::NotApplicable),
        ("crime_clearance", PLANNED, InputField::Mode, Problem::NotApplicable),
    ] {
        assert_eq!(refusal(id, change), InputError { field, problem }, "{id} {change:?}");
    }
    for (id, lever_id) in [
        ("crime_clearance", LeverId::Growth(Phase::First)),
        ("crime_clearance", LeverId::ReferenceRate),
        ("hospital_beds", LeverId::ReferenceLevel),
        ("hospital_beds", LeverId::Ceiling),
        ("new_rural_districts", LeverId::Ceiling),
        ("ring_roads_all", LeverId::Volatility),
    ] {
        let expected = InputError {
            field: InputField::Lever(lever_id),
            problem: Problem::NotApplicable,
        };
        assert_eq!(refusal(id, lever(lever_id, 1.0)), expected, "{id}");
    }
}

/// The refusal of one change, after which the scenario must be as it was.
fn refusal(id: &str, change: Change) -> InputError {
    let mut scenario = scenario(
        "income_per_capita",
        &[lever(LeverId::ReferenceRate, 7.5), figure(2023, 66.0)],
    );
    let before = scenario.clone();
    let error = scenario.apply(plan::plan(), target(id).code, change).expect_err(id);
    assert_eq!(scenario, before, "{id} {change:?}: unchanged");
    error
}

#[test]
fn an_unknown_target_is_refused() {
    let mut scenario = Scenario::default();
    let expected = InputError {
        field: InputField::Target,
        problem: Problem::UnknownTarget,
    };
    for code in [46, 255] {
        assert_eq!(
            scenario.apply(plan::plan(), code, figure(2024, 1.0)),
            Err(expected),
            "{code}"
        );
    }
    assert!(scenario.is_empty());
}

#[test]
fn limits_themselves_are_taken() {
    for (id, change) in [
        ("hospital_beds", figure(FIRST_INPUT_YEAR, 0.0)),
        ("hospital_beds", figure(LAST_YEAR, 1000.0)),
        ("hospital_beds", lever(LeverId::ReferenceRate, -5.0)),
        ("hospital_beds", lever(LeverId::ReferenceRate, 15.0)),
        ("literacy", threshold(2030, 100.0)),
        ("social_insurance", threshold(2020, 0.0)),
    ] {
        assert_eq!(scenario(id, &[change]).change_count(), 1, "{id} {change:?}");
    }
}

#[test]
fn values_equal_to_the_shipped_ones_are_not_kept() {
    for (id, changes) in [
        ("income_per_capita", vec![lever(LeverId::ReferenceRate, 8.0)]),
        (
            "income_per_capita",
            vec![lever(LeverId::ReferenceRate, 9.0), lever(LeverId::ReferenceRate, 8.0)],
        ),
        (
            "income_per_capita",
            vec![lever(LeverId::Volatility, 3.0), lever(LeverId::ReferenceWeight, 2.0)],
        ),
        (
            "internet_users",
            vec![lever(LeverId::Volatility, 30.0), lever(LeverId::Ceiling, 100.0)],
        ),
        ("e_government_rank", vec![lever(LeverId::Volatility, 100.0)]),
        ("crime_clearance", vec![lever(LeverId::ReferenceLevel, 75.0)]),
        ("income_per_capita", vec![Change::Mode(Some(Mode::Trend))]),
        ("income_per_capita", vec![PLANNED, Change::Mode(Some(Mode::Trend))]),
        ("income_per_capita", vec![PLANNED, Change::Mode(None)]),
        (
            "hospital_beds",
            vec![
                figure(2024, 40.0),
                Change::Observation {
                    year: 2024,
                    value: None,
                },
            ],
        ),
        (
            "literacy",
            vec![
                threshold(2025, 99.0),
                Change::Threshold {
                    year: 2025,
                    value: None,
                },
            ],
        ),
        (
            "hospital_beds",
            vec![
                lever(LeverId::ReferenceRate, 1.0),
                Change::Lever(LeverId::ReferenceRate, None),
            ],
        ),
        (
            "hospital_beds",
            vec![Change::Lever(LeverId::Ceiling, None), Change::Basis(None)],
        ),
    ] {
        let scenario = scenario(id, &changes);
        assert!(scenario.is_empty(), "{id} {changes:?}: {scenario:?}");
        assert_eq!(scenario, Scenario::default());
    }
}

#[test]
fn growth_and_basis_stay_as_typed_because_what_is_shipped_follows_the_figures() {
    assert_eq!(
        scenario("income_per_capita", &[Change::Basis(Some(2))]).change_count(),
        1
    );
    assert_eq!(
        scenario("income_per_capita", &[PLANNED, growth(Phase::First, 8.8)]).change_count(),
        2
    );
}

#[test]
fn changes_come_in_one_order_whatever_the_order_they_were_made_in() {
    let changes = [
        PLANNED,
        Change::Basis(Some(1)),
        growth(Phase::First, 8.5),
        growth(Phase::Second, 9.0),
        growth(Phase::After, 6.0),
        lever(LeverId::ReferenceRate, 7.0),
        lever(LeverId::ReferenceWeight, 5.0),
        lever(LeverId::Volatility, 4.0),
        figure(2021, 57.0),
        figure(2023, 66.0),
    ];
    let forward = scenario("income_per_capita", &changes);
    let reversed: Vec<Change> = changes.iter().rev().copied().collect();
    let backward = scenario("income_per_capita", &reversed);
    assert_eq!(forward, backward);
    let code = target("income_per_capita").code;
    assert_eq!(forward.inputs(code).changes().collect::<Vec<_>>(), changes);
    assert_eq!(
        forward.changes().collect::<Vec<_>>(),
        changes.map(|change| (code, change))
    );
}

#[test]
fn targets_come_by_code() {
    let mut scenario = Scenario::default();
    for code in [28, 2, 11] {
        scenario.apply(plan::plan(), code, figure(2024, 40.0)).unwrap();
    }
    assert_eq!(
        scenario.changes().map(|(code, _)| code).collect::<Vec<_>>(),
        [2, 11, 28]
    );
    assert_eq!(scenario.change_count(), 3);
    scenario.reset(11);
    assert_eq!(scenario.change_count(), 2);
    assert!(scenario.inputs(11).is_empty());
}

#[test]
fn both_zeros_are_one_value() {
    let minus = scenario("hospital_beds", &[figure(2024, -0.0)]);
    let [(_, Change::Observation { value: Some(kept), .. })] = minus.changes().collect::<Vec<_>>()[..] else {
        panic!()
    };
    assert!(kept.is_sign_positive());
}
