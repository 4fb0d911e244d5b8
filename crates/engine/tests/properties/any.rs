//! Any target, any sequence of changes, any today.

use engine::{Change, LeverId, Mode, Problem, Scenario, bases, levers};
use plan::{Model, Scale, Target};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// One change as chance draws it, before it is fitted to a target.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    kind: u8,
    year: i16,
    /// Place between the least and the greatest value allowed.
    place: f64,
}

/// Up to eight changes.
pub fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let place = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0, 0.0..=0.1];
    let draw = (0_u8..40, 2000_i16..=2035, place).prop_map(|(kind, year, place)| Draw { kind, year, place });
    vec(draw, 0..8)
}

/// Any target of the plan.
pub fn target() -> impl Strategy<Value = &'static Target> {
    select(plan::plan().targets.iter().collect::<Vec<_>>())
}

/// Any target that is projected on the log scale with growth.
pub fn log_target() -> impl Strategy<Value = &'static Target> {
    let grows_by_percent = |target: &&Target| {
        let prior = target.method.map(|method| method.prior);
        prior.is_some_and(|prior| prior.scale == Scale::Log && prior.model == Model::Drift)
    };
    select(plan::plan().targets.iter().filter(grows_by_percent).collect::<Vec<_>>())
}

/// Applies `draws` to `target`; a refusal may only say that the target has no such field.
pub fn scenario(target: &Target, draws: &[Draw]) -> Scenario {
    let mut scenario = Scenario::default();
    for draw in draws {
        let Some(change) = fitted(target, &scenario, *draw) else {
            continue;
        };
        if let Err(error) = scenario.apply(plan::plan(), target.code, change) {
            assert_eq!(error.problem, Problem::NotApplicable, "{} {change:?}", target.id);
        }
    }
    scenario
}

fn fitted(target: &Target, scenario: &Scenario, draw: Draw) -> Option<Change> {
    let between = |minimum: f64, maximum: f64| minimum + draw.place * (maximum - minimum);
    let value = Some(between(target.unit.minimum, target.unit.maximum));
    Some(match draw.kind {
        0..4 => Change::Mode(Some(Mode::Plan)),
        4 => Change::Mode(None),
        5..8 => Change::Basis(bases(target).get(usize::from(draw.kind - 5)).map(|basis| basis.code)),
        8..12 => Change::Threshold {
            year: milestone_year(target, draw),
            value,
        },
        12..20 => Change::Observation { year: draw.year, value },
        20 => Change::Observation {
            year: draw.year,
            value: None,
        },
        21..36 => {
            let levers = levers(
                &scenario.setting(plan::plan(), 2026),
                target,
                scenario.inputs(target.code),
            );
            let lever = levers.get(usize::from(draw.kind - 21) % levers.len().max(1))?;
            let value = between(lever.range.minimum, lever.range.maximum);
            // Units are counted in whole numbers.
            let value = if lever.id == LeverId::Units {
                libm::round(value)
            } else {
                value
            };
            Change::Lever(lever.id, Some(value))
        }
        kind => Change::Lever(LeverId::ALL[usize::from(kind - 36)], None),
    })
}

/// A year that a threshold can be typed for: of a milestone, else any year of the plan.
fn milestone_year(target: &Target, draw: Draw) -> i16 {
    let years: Vec<i16> = target
        .milestones
        .iter()
        .filter_map(|milestone| milestone.year)
        .collect();
    let index = usize::from(draw.kind) % years.len().max(1);
    years
        .get(index)
        .copied()
        .unwrap_or(draw.year.max(plan::plan().base_year))
}

/// The target under a scenario, as the page shows it.
pub fn project(target: &'static Target, scenario: &Scenario, today: i16) -> engine::Projection {
    engine::project(
        &scenario.setting(plan::plan(), today),
        target,
        scenario.inputs(target.code),
    )
}
