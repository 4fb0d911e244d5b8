//! The system model against the projection: every target in every mode it has, with shocks, bounds and figures of a reader.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

use std::collections::BTreeSet;

use engine::system::SystemModel;
use engine::{Change, Equation, LeverId, Mode, Phase, Projection, SHARED_CODE, Scenario, project};
use plan::{Target, plan};

const TODAY: i16 = 2026;
const TOLERANCE: f64 = 1e-9;

fn scenario(changes: &[(&str, Change)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, change) in changes {
        let code = plan().target(id).map_or(SHARED_CODE, |target| target.code);
        scenario
            .apply(plan(), code, *change)
            .unwrap_or_else(|error| panic!("{id} {change:?}: {error:?}"));
    }
    scenario
}

/// Every target that has this mode, in it.
fn all_in(mode: Mode) -> Scenario {
    let mut scenario = Scenario::default();
    for target in plan().targets {
        // Not every target has every mode.
        let _ = scenario.apply(plan(), target.code, Change::Mode(Some(mode)));
    }
    scenario
}

fn model(scenario: &Scenario) -> SystemModel {
    let setting = scenario.setting(plan(), TODAY);
    let targets = plan()
        .targets
        .iter()
        .map(|target| (target, scenario.inputs(target.code)));
    SystemModel::of(&setting, targets).expect("something is projected")
}

/// Compares every projected year of every target and returns how many were compared.
fn compare(scenario: &Scenario) -> usize {
    let model = model(scenario);
    let values = model.run().expect("the equations fit together");
    let mut compared = 0;
    for target in plan().targets {
        let projection = project(&scenario.setting(plan(), TODAY), target, scenario.inputs(target.code));
        for point in &projection.path {
            let found = values[target.id][usize::try_from(point.year - model.start).unwrap()];
            check(target, &projection, point.year, found, point.median);
            compared += 1;
        }
        assert!(
            projection.path.is_empty() != values.contains_key(target.id),
            "{}",
            target.id
        );
    }
    compared
}

fn check(target: &Target, projection: &Projection, year: i16, found: f64, median: f64) {
    // A count's median is whole units, the model's expected count is not; they lie less than a unit apart.
    let tolerance = match projection.equation {
        Some((_, Equation::Units(units, _))) if target.method.is_some_and(|method| method.is_share) => {
            100.0 / f64::from(units.total)
        }
        Some((_, Equation::Units(..))) => 1.0,
        _ => TOLERANCE * median.abs().max(1.0),
    };
    assert!(
        (found - median).abs() <= tolerance,
        "{} in {year}: the model says {found}, the projection {median}",
        target.id
    );
}

#[test]
fn every_target_in_every_mode() {
    for mode in Mode::ALL {
        let compared = compare(&all_in(mode));
        assert!(compared > 200, "{mode:?}: only {compared} years");
    }
}

#[test]
fn every_target_in_every_mode_with_shocks() {
    for mode in Mode::ALL {
        let mut scenario = all_in(mode);
        let mut shocked = 0;
        for target in plan().targets {
            for (year, size) in [(2024, 4.0), (2025, -3.5), (2029, 8.0), (2030, -9.0), (2035, 1.5)] {
                let change = Change::Shock {
                    year,
                    value: Some(size),
                };
                shocked += usize::from(scenario.apply(plan(), target.code, change).is_ok());
            }
        }
        assert!(shocked > 50, "only {shocked} shocks");
        compare(&scenario);
    }
}

#[test]
fn typed_growth_stops_at_its_bounds() {
    for growth in [-1e3_f64, 1e3] {
        let mut scenario = all_in(Mode::Plan);
        for target in plan().targets {
            for phase in Phase::ALL {
                let id = LeverId::Growth(phase);
                let Some(range) = engine::lever_limits(target, id) else {
                    continue;
                };
                let value = growth.clamp(range.minimum, range.maximum);
                scenario
                    .apply(plan(), target.code, Change::Lever(id, Some(value)))
                    .unwrap();
            }
        }
        compare(&scenario);
    }
}

#[test]
fn rates_of_identities_at_both_ends_of_their_limits() {
    for is_greatest in [false, true] {
        let mut scenario = all_in(Mode::Driver);
        let shared = plan().shared.iter().map(|parameter| (SHARED_CODE, parameter));
        let own = plan().targets.iter().flat_map(|target| {
            let parameters = target.drivers.iter().flat_map(|driver| driver.parameters);
            parameters.map(|parameter| (target.code, parameter))
        });
        for (code, parameter) in shared.chain(own) {
            let value = if is_greatest {
                parameter.range.maximum
            } else {
                parameter.range.minimum
            };
            let change = Change::Lever(LeverId::Parameter(parameter.code), Some(value));
            scenario.apply(plan(), code, change).unwrap();
        }
        compare(&scenario);
    }
}

#[test]
fn figures_of_a_reader_change_the_start_of_one_target_only() {
    let figure = |year, value| Change::Observation {
        year,
        value: Some(value),
    };
    let scenario = scenario(&[
        ("income_per_capita", Change::Mode(Some(Mode::Driver))),
        ("income_per_capita", figure(2024, 70.5)),
        ("hospital_beds", figure(2010, 20.0)),
        ("urban_population", Change::Mode(Some(Mode::Plan))),
        ("urban_population", Change::Lever(LeverId::Ceiling, Some(45.0))),
        ("social_insurance", figure(2034, 30.0)),
        ("enterprises", figure(2035, 15_000.0)),
    ]);
    compare(&scenario);
    assert!(
        !model(&scenario).run().unwrap().contains_key("enterprises"),
        "its figure ends the horizon"
    );
}

#[test]
fn a_share_that_connections_bring_to_the_top_stays_there() {
    let scenario = scenario(&[
        ("rural_clean_water", Change::Mode(Some(Mode::Driver))),
        ("rural_clean_water", Change::Lever(LeverId::Parameter(2), Some(10.0))),
    ]);
    let target = plan().target("rural_clean_water").unwrap();
    let projection = project(&scenario.setting(plan(), TODAY), target, scenario.inputs(target.code));
    let medians: Vec<f64> = projection.path.iter().map(|point| point.median).collect();
    assert!(medians.is_sorted() && *medians.last().unwrap() > 99.0, "{medians:?}");
    compare(&scenario);
}

#[test]
fn names_are_plain_and_used_once() {
    for mode in Mode::ALL {
        let model = model(&all_in(mode));
        let mut seen = BTreeSet::new();
        let stocks = model.stocks.iter().map(|stock| &stock.name);
        for name in stocks.chain(
            model
                .flows
                .iter()
                .chain(&model.auxiliaries)
                .map(|variable| &variable.name),
        ) {
            let is_plain = name
                .bytes()
                .all(|letter| letter.is_ascii_alphanumeric() || letter == b'_');
            assert!(
                is_plain && name.starts_with(|first: char| first.is_ascii_alphabetic()),
                "{name}"
            );
            assert!(!name.contains("__"), "underscores in a row are one in XMILE: {name}");
            assert!(seen.insert(name.to_ascii_lowercase()), "{name} stands twice");
        }
    }
}

#[test]
fn crises_are_left_out_and_said() {
    let mut crisis = all_in(Mode::Trend);
    assert!(!model(&crisis).leaves_out_crises);
    let calm = model(&crisis);
    crisis
        .apply(
            plan(),
            SHARED_CODE,
            Change::Lever(LeverId::CrisisProbability, Some(5.0)),
        )
        .unwrap();
    let stressed = model(&crisis);
    assert!(stressed.leaves_out_crises);
    assert_eq!(calm.run(), stressed.run());
}
