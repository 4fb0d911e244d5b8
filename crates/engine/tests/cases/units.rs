//! Units out of a known number: vector D10 and the edges of counting.

use engine::{
    Attainment, Equation, InputError, InputField, LeverId, Phase, Problem, Projection, Scenario, Units, Warning,
};

use crate::support::{PLANNED, assert_close, assert_within, figure, growth, lever, median, milestone, project, target};

fn units(projection: &Projection) -> Units {
    match projection.equation {
        Some((_, Equation::Units(units, _))) => units,
        other => panic!("no units: {other:?}"),
    }
}

/// n over k.
fn choose(n: i32, k: i32) -> f64 {
    (0..k).fold(1.0, |product, i| product * f64::from(n - i) / f64::from(k - i))
}

/// P(at least `needed` of `trials`).
fn at_least(needed: i32, trials: i32, p: f64) -> f64 {
    (needed..=trials)
        .map(|k| choose(trials, k) * p.powi(k) * (1.0 - p).powi(trials - k))
        .sum()
}

#[test]
fn the_vector_comes_out_of_a_scenario() {
    // 18 of 105 communes, 6 % of the rest a year, 40 % wanted after five years.
    let changes = [figure(2020, 100.0 * 18.0 / 105.0), lever(LeverId::Units, 105.0)];
    let projection = project("advanced_rural_communes", &changes);
    let fitted = units(&projection);
    assert_eq!((fitted.total, fitted.reached), (105, 18));
    assert_close("hazard", fitted.hazard, 0.06);
    let result = milestone(&projection, 2025);
    assert_within(
        "probability",
        result.probability.unwrap(),
        0.458_735_883_111_898_5,
        1e-9,
    );
    // 41.15 are expected; the median is a whole number of them.
    assert_close("median", result.value.unwrap(), 100.0 * 41.0 / 105.0);
    let later = milestone(&projection, 2030).probability.unwrap();
    assert_within("ten years", later, at_least(63 - 18, 87, 1.0 - 0.94_f64.powi(10)), 1e-9);
}

#[test]
fn the_hazard_learns_from_what_was_gained() {
    // Nine districts, 2 then 4: two gained in six unit-years a year over two years, beside ten at 6 %.
    let fitted = units(&project("new_rural_districts", &[]));
    assert_eq!((fitted.total, fitted.reached), (9, 4));
    assert_close("gained", fitted.gained, 2.0);
    assert_close("watched", fitted.watched, 12.0);
    assert_close("hazard", fitted.hazard, (10.0 * 0.06 + 2.0) / 22.0);
    let result = milestone(&project("new_rural_districts", &[]), 2025);
    let each = 1.0 - (1.0 - fitted.hazard).powi(5);
    assert_within("all five", result.probability.unwrap(), each.powi(5), 1e-9);
}

#[test]
fn a_hazard_of_none_and_of_all_is_followed() {
    let only = |hazard: f64| {
        let changes = [
            figure(2020, 40.0),
            lever(LeverId::Hazard, hazard),
            lever(LeverId::Units, 10.0),
        ];
        project("advanced_rural_communes", &changes)
    };
    let none = only(0.0);
    assert!(
        none.path
            .iter()
            .all(|point| point.median == 40.0 && point.bands[2].upper == 40.0)
    );
    assert_eq!(milestone(&none, 2030).probability, Some(0.0));
    assert_eq!(milestone(&none, 2030).attainment, Some(Attainment::Never));
    assert_eq!(
        milestone(&none, 2025).probability,
        Some(1.0),
        "four of ten are 40 % already"
    );
    let most = milestone(&only(60.0), 2030);
    assert_within(
        "most",
        most.probability.unwrap(),
        at_least(2, 6, 1.0 - 0.4_f64.powi(10)),
        1e-9,
    );
}

#[test]
fn all_there_means_all_there() {
    for changes in [vec![figure(2024, 100.0)], vec![figure(2024, 100.0), PLANNED]] {
        let projection = project("new_rural_districts", &changes);
        assert!(projection.path.iter().all(|point| point.median == 100.0));
        let result = milestone(&projection, 2025);
        assert_eq!(
            (result.probability, result.attainment),
            (Some(1.0), Some(Attainment::Already))
        );
    }
}

#[test]
fn typed_growth_is_the_mean_gain() {
    let changes = [
        figure(2020, 20.0),
        lever(LeverId::Units, 50.0),
        PLANNED,
        growth(Phase::First, 4.0),
    ];
    let projection = project("model_rural_communes", &changes);
    // Ten of fifty, two more a year on average: after three years each of the forty is there with 6/40.
    let result = project("model_rural_communes", &changes);
    assert_close("median", median(&result, 2023), 100.0 * 16.0 / 50.0);
    let bar = milestone(&projection, 2025);
    assert_eq!(bar.probability, Some(1.0), "10 % was there before");
    let later = milestone(
        &project(
            "model_rural_communes",
            &[&changes[..], &[growth(Phase::Second, 0.0)]].concat(),
        ),
        2030,
    );
    assert_within(
        "30 %",
        later.probability.unwrap(),
        at_least(15 - 10, 40, 10.0 / 40.0),
        1e-9,
    );
}

#[test]
fn more_growth_than_there_is_left_fills_it() {
    let changes = [
        figure(2024, 80.0),
        PLANNED,
        growth(Phase::First, 40.0),
        growth(Phase::Second, 40.0),
    ];
    let projection = project("model_rural_communes", &changes);
    assert_eq!(median(&projection, 2026), 100.0);
    assert_eq!(milestone(&projection, 2030).probability, Some(1.0));
}

#[test]
fn there_are_at_least_as_many_units_as_were_counted() {
    for (changes, total) in [
        (vec![figure(2024, 12.0)], 12),
        (vec![figure(2024, 3.0), lever(LeverId::Units, 2.0)], 3),
        (
            vec![figure(2023, 5.0), figure(2024, 4.0), lever(LeverId::Units, 4.0)],
            5,
        ),
    ] {
        let projection = project("advanced_rural_districts", &changes);
        assert_eq!(units(&projection).total, total);
        let is_named = |warning: &Warning| matches!(warning, Warning::UnitsBelowFigures { .. });
        assert!(projection.warnings.iter().any(is_named), "{changes:?}");
        let last = projection.series.last().unwrap().value;
        assert!(
            projection.path.iter().all(|point| point.median >= last),
            "none falls back"
        );
    }
    let fine = project(
        "advanced_rural_districts",
        &[figure(2024, 3.0), lever(LeverId::Units, 9.0)],
    );
    assert!(!fine.warnings.contains(&Warning::UnitsBelowFigures { units: 9.0 }));
    // A share of fewer units is a share all the same.
    let share = project("new_rural_districts", &[lever(LeverId::Units, 5.0)]);
    assert_eq!((units(&share).total, units(&share).reached), (5, 2));
    assert_eq!(
        share
            .warnings
            .iter()
            .filter(|warning| matches!(warning, Warning::UnitsBelowFigures { .. }))
            .count(),
        0
    );
}

#[test]
fn units_are_whole() {
    let code = target("new_rural_districts").code;
    let mut scenario = Scenario::default();
    let field = InputField::Lever(LeverId::Units);
    let outside = Problem::OutOfRange {
        minimum: 1.0,
        maximum: 400.0,
    };
    for (value, problem) in [(9.5, Problem::NotWhole), (0.0, outside), (401.0, outside)] {
        let refused = scenario.apply(plan::plan(), code, lever(LeverId::Units, value));
        assert_eq!(refused, Err(InputError { field, problem }), "{value}");
    }
    assert_eq!(scenario.apply(plan::plan(), code, lever(LeverId::Units, 400.0)), Ok(()));
    // Nine are shipped.
    assert_eq!(scenario.apply(plan::plan(), code, lever(LeverId::Units, 9.0)), Ok(()));
    assert!(scenario.is_empty());
}
