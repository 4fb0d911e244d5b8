//! The levers: which ones, their limits, what is shipped.

use engine::LeverId::{Ceiling, Growth, Hazard, ReferenceLevel, ReferenceRate, ReferenceWeight, Units, Volatility};
use engine::Phase::{After, First, Second};
use engine::{Change, Lever, LeverId, LeverUnit, Scenario, levers};
use plan::{Model, Target};

use crate::support::{PLANNED, TODAY, growth, lever, project, scenario, target};

fn levers_of(id: &str, changes: &[Change]) -> Vec<Lever> {
    let scenario = scenario(id, changes);
    levers(
        &scenario.setting(plan::plan(), TODAY),
        target(id),
        scenario.inputs(target(id).code),
    )
}

fn ids(id: &str, changes: &[Change]) -> Vec<LeverId> {
    levers_of(id, changes).iter().map(|lever| lever.id).collect()
}

/// The modes a target can be in.
fn modes(target: &Target) -> Vec<Vec<Change>> {
    let has_growth = target.method.is_some_and(|method| method.prior.model == Model::Drift);
    if has_growth {
        vec![vec![], vec![PLANNED]]
    } else {
        vec![vec![]]
    }
}

#[test]
fn each_mode_shows_the_levers_that_bear_on_it() {
    let phases = [Growth(First), Growth(Second), Growth(After)];
    for (name, id, changes, expected) in [
        (
            "log, trend",
            "hospital_beds",
            vec![],
            vec![ReferenceRate, ReferenceWeight, Volatility],
        ),
        (
            "log, plan",
            "hospital_beds",
            vec![PLANNED],
            [&phases[..], &[Volatility]].concat(),
        ),
        (
            "share, trend",
            "internet_users",
            vec![],
            vec![ReferenceRate, ReferenceWeight, Volatility, Ceiling],
        ),
        (
            "share, plan",
            "internet_users",
            vec![PLANNED],
            [&phases[..], &[Volatility, Ceiling]].concat(),
        ),
        (
            "share of a few",
            "new_rural_districts",
            vec![],
            vec![ReferenceWeight, Units, Hazard],
        ),
        (
            "level",
            "crime_clearance",
            vec![],
            vec![ReferenceLevel, ReferenceWeight, Volatility],
        ),
        (
            "rank",
            "e_government_rank",
            vec![],
            vec![ReferenceRate, ReferenceWeight, Volatility],
        ),
        ("deed", "ring_roads_all", vec![], vec![]),
    ] {
        assert_eq!(ids(id, &changes), expected, "{name}");
    }
}

#[test]
fn shipped_values_and_units_are_those_a_planner_reads() {
    use LeverUnit::{OddsPercent, OddsPercentPerYear, Percent, PercentPerYear, UnitsPerYear, Years};
    for (id, changes, lever, unit, shipped) in [
        ("income_per_capita", vec![], ReferenceRate, PercentPerYear, 8.0),
        ("income_per_capita", vec![], Volatility, Percent, 3.0),
        ("income_per_capita", vec![], ReferenceWeight, Years, 2.0),
        ("life_expectancy", vec![], ReferenceRate, UnitsPerYear, 0.12),
        ("life_expectancy", vec![], Volatility, LeverUnit::Units, 0.15),
        ("internet_users", vec![], ReferenceRate, OddsPercentPerYear, 3.0),
        ("internet_users", vec![], Volatility, OddsPercent, 30.0),
        ("internet_users", vec![], Ceiling, LeverUnit::Units, 100.0),
        ("crime_clearance", vec![], ReferenceLevel, LeverUnit::Units, 75.0),
        ("e_government_rank", vec![PLANNED], Growth(First), UnitsPerYear, -1.0),
        ("income_per_capita", vec![PLANNED], Growth(First), PercentPerYear, 8.8),
    ] {
        let found = levers_of(id, &changes)
            .into_iter()
            .find(|known| known.id == lever)
            .unwrap();
        assert_eq!(found.unit, unit, "{id} {lever:?}");
        assert!(
            (found.shipped - shipped).abs() < 1e-9,
            "{id} {lever:?}: {}",
            found.shipped
        );
        assert_eq!((found.value, found.is_moved), (found.shipped, false), "{id} {lever:?}");
    }
}

#[test]
fn every_shipped_value_lies_within_its_limits() {
    for target in plan::plan().targets {
        for changes in modes(target) {
            for lever in levers_of(target.id, &changes) {
                let range = lever.range;
                let name = format!("{} {:?}", target.id, lever.id);
                assert!(range.minimum < range.maximum && range.step > 0.0, "{name}: {range:?}");
                assert!(
                    range.minimum <= lever.shipped && lever.shipped <= range.maximum,
                    "{name}: {} in {range:?}",
                    lever.shipped
                );
            }
        }
    }
}

#[test]
fn both_limits_are_taken_and_projected() {
    for target in plan::plan().targets {
        for mode in modes(target) {
            for moved in levers_of(target.id, &mode) {
                for value in [moved.range.minimum, moved.range.maximum] {
                    let changes = [mode.as_slice(), &[lever(moved.id, value)]].concat();
                    let projection = project(target.id, &changes);
                    assert!(
                        projection.path.iter().all(|point| point.median.is_finite()),
                        "{} {:?}",
                        target.id,
                        moved.id
                    );
                }
            }
        }
    }
}

#[test]
fn a_moved_lever_says_so_and_keeps_what_is_shipped_beside_it() {
    let moved = levers_of("hospital_beds", &[lever(Volatility, 7.5)]);
    let volatility = moved.iter().find(|lever| lever.id == Volatility).unwrap();
    assert_eq!(
        (volatility.value, volatility.shipped, volatility.is_moved),
        (7.5, 5.0, true)
    );
    assert_eq!(moved.iter().filter(|lever| lever.is_moved).count(), 1);
}

#[test]
fn slower_first_years_ask_more_of_the_second_phase() {
    let second = |changes: &[Change]| {
        let levers = levers_of("income_per_capita", changes);
        levers.iter().find(|lever| lever.id == Growth(Second)).unwrap().shipped
    };
    let asked = second(&[PLANNED]);
    assert!(second(&[PLANNED, growth(First, 2.0)]) > asked);
    assert!(second(&[PLANNED, growth(First, 15.0)]) < asked);
}

#[test]
fn a_share_never_passes_its_ceiling() {
    let projection = project(
        "internet_users",
        &[
            crate::support::figure(2024, 70.0),
            lever(Ceiling, 85.0),
            lever(ReferenceRate, 40.0),
        ],
    );
    let highest = projection
        .path
        .iter()
        .map(|point| point.bands[2].upper)
        .fold(0.0, f64::max);
    assert!(highest <= 85.0, "{highest}");
    let ignored = project(
        "internet_users",
        &[crate::support::figure(2024, 90.0), lever(Ceiling, 85.0)],
    );
    assert!(
        ignored
            .warnings
            .contains(&engine::Warning::CeilingBelowFigures { ceiling: 85.0 })
    );
}

#[test]
fn every_lever_has_its_place_in_the_list() {
    let mut sorted = LeverId::ALL;
    sorted.sort();
    assert_eq!(sorted, LeverId::ALL, "shown in the order in which changes are kept");
    assert!(Scenario::default().is_empty());
}
