//! The one way in of all cases: a target by its id, a list of changes, today.

use engine::{
    Change, Drift, Equation, Level, LeverId, MilestoneResult, Mode, Phase, Projection, SHARED_CODE, Scenario, bases,
};
use plan::Target;

/// Today in every case that does not name another year: the first horizon has passed.
pub const TODAY: i16 = 2026;

/// The target with `id`.
pub fn target(id: &str) -> &'static Target {
    plan::plan().target(id).unwrap_or_else(|| panic!("no target {id}"))
}

/// A scenario with `changes` to one target.
pub fn scenario(id: &str, changes: &[Change]) -> Scenario {
    let mut scenario = Scenario::default();
    for change in changes {
        scenario
            .apply(plan::plan(), target(id).code, *change)
            .unwrap_or_else(|error| panic!("{id} {change:?}: {error:?}"));
    }
    scenario
}

/// The target under `changes`, today 2026.
pub fn project(id: &str, changes: &[Change]) -> Projection {
    project_in(TODAY, id, changes)
}

/// The target under `changes`, when today lies in `today_year`.
pub fn project_in(today_year: i16, id: &str, changes: &[Change]) -> Projection {
    let target = target(id);
    let scenario = scenario(id, changes);
    engine::project(
        &scenario.setting(plan::plan(), today_year),
        target,
        scenario.inputs(target.code),
    )
}

/// A scenario with `shared` changes to all targets and `changes` to one.
pub fn scenario_with(shared: &[Change], id: &str, changes: &[Change]) -> Scenario {
    let mut scenario = scenario(id, changes);
    for change in shared {
        scenario
            .apply(plan::plan(), SHARED_CODE, *change)
            .unwrap_or_else(|error| panic!("shared {change:?}: {error:?}"));
    }
    scenario
}

/// The target under `changes` of its own and `shared` ones, today 2026.
pub fn project_with(shared: &[Change], id: &str, changes: &[Change]) -> Projection {
    let scenario = scenario_with(shared, id, changes);
    engine::project(
        &scenario.setting(plan::plan(), TODAY),
        target(id),
        scenario.inputs(target(id).code),
    )
}

/// A figure of the reader.
pub const fn figure(year: i16, value: f64) -> Change {
    Change::Observation {
        year,
        value: Some(value),
    }
}

/// A threshold typed by the reader.
pub const fn threshold(year: i16, value: f64) -> Change {
    Change::Threshold {
        year,
        value: Some(value),
    }
}

/// A lever moved by the reader.
pub const fn lever(id: LeverId, value: f64) -> Change {
    Change::Lever(id, Some(value))
}

/// Growth typed by the reader for one phase.
pub const fn growth(phase: Phase, value: f64) -> Change {
    lever(LeverId::Growth(phase), value)
}

/// A rate or flow of the identity of the target `id`, by its own id.
pub fn parameter(id: &str, name: &str, value: f64) -> Change {
    let mut parameters = target(id).drivers.iter().flat_map(|driver| driver.parameters);
    let known = parameters.find(|parameter| parameter.id == name);
    lever(
        LeverId::Parameter(known.unwrap_or_else(|| panic!("no {name}")).code),
        value,
    )
}

/// A rate or flow that all targets share, by its id.
pub fn shared_parameter(name: &str, value: f64) -> Change {
    let known = plan::plan().shared.iter().find(|parameter| parameter.id == name);
    lever(
        LeverId::Parameter(known.unwrap_or_else(|| panic!("no {name}")).code),
        value,
    )
}

/// A dated shock.
pub const fn shock(year: i16, value: f64) -> Change {
    Change::Shock {
        year,
        value: Some(value),
    }
}

/// The figures of the target `id` on the definition `name`.
pub fn basis(id: &str, name: &str) -> Change {
    let known = bases(target(id)).into_iter().find(|basis| basis.id == name);
    Change::Basis(Some(known.unwrap_or_else(|| panic!("no basis {name}")).code))
}

/// The identity draws the path.
pub const DRIVEN: Change = Change::Mode(Some(Mode::Driver));

/// Plan mode.
pub const PLANNED: Change = Change::Mode(Some(Mode::Plan));

/// The milestone of `year`.
pub fn milestone(projection: &Projection, year: i16) -> MilestoneResult {
    *projection
        .milestones
        .iter()
        .find(|milestone| milestone.year == Some(year))
        .unwrap_or_else(|| panic!("target {}: no milestone in {year}", projection.code))
}

/// The median of `year`.
pub fn median(projection: &Projection, year: i16) -> f64 {
    projection
        .path
        .iter()
        .find(|point| point.year == year)
        .unwrap_or_else(|| panic!("target {}: nothing drawn in {year}", projection.code))
        .median
}

/// The fitted walk.
pub fn drift(projection: &Projection) -> Drift {
    match projection.equation {
        Some((_, Equation::Drift(drift, _))) => drift,
        other => panic!("no walk: {other:?}"),
    }
}

/// The fitted level.
pub fn level(projection: &Projection) -> Level {
    match projection.equation {
        Some((_, Equation::Level(level, _))) => level,
        other => panic!("no level: {other:?}"),
    }
}

/// Asserts that two numbers agree to twelve digits.
#[track_caller]
pub fn assert_close(what: &str, found: f64, expected: f64) {
    assert_within(what, found, expected, 1e-12);
}

/// Asserts that two numbers agree to `tolerance`, relative to the expected one where that is above 1.
#[track_caller]
pub fn assert_within(what: &str, found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance * expected.abs().max(1.0),
        "{what}: {found} is not {expected}"
    );
}
