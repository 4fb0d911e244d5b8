//! Any target, any sequence of changes, any today.

use engine::{Change, LeverId, Mode, Problem, SHARED_CODE, Scenario, bases, lever_limits, levers, shared_levers};
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

/// Kinds that [`fitted`] tells apart.
const KINDS: u8 = 68;

/// Up to ten changes.
pub fn draws() -> impl Strategy<Value = Vec<Draw>> {
    let place = prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0, 0.0..=0.1];
    let draw = (0_u8..KINDS, 2000_i16..=2035, place).prop_map(|(kind, year, place)| Draw { kind, year, place });
    vec(draw, 0..10)
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

/// Applies `draws` to `target`, and some of them to what all targets share; a refusal may only say that there is no such
/// field.
pub fn scenario(target: &Target, draws: &[Draw]) -> Scenario {
    let mut scenario = Scenario::default();
    for draw in draws {
        let Some((code, change)) = fitted(target, &scenario, *draw) else {
            continue;
        };
        if let Err(error) = scenario.apply(plan::plan(), code, change) {
            assert_eq!(error.problem, Problem::NotApplicable, "{} {change:?}", target.id);
        }
    }
    scenario
}

/// The same without crises, which turn a forecast into a mixture of several.
pub fn calm_scenario(target: &Target, draws: &[Draw]) -> Scenario {
    let mut scenario = scenario(target, draws);
    let calm = Change::Lever(LeverId::CrisisProbability, None);
    scenario.apply(plan::plan(), SHARED_CODE, calm).expect("a shared lever");
    scenario
}

fn fitted(target: &Target, scenario: &Scenario, draw: Draw) -> Option<(u8, Change)> {
    let between = |minimum: f64, maximum: f64| minimum + draw.place * (maximum - minimum);
    let value = Some(between(target.unit.minimum, target.unit.maximum));
    let moved = |id: LeverId, minimum: f64, maximum: f64| {
        let value = between(minimum, maximum);
        let is_counted = matches!(id, LeverId::Units | LeverId::Seed);
        Change::Lever(id, Some(if is_counted { value.floor() } else { value }))
    };
    let change = match draw.kind {
        0..3 => Change::Mode(Some(Mode::Plan)),
        3 => Change::Mode(None),
        4..8 => Change::Mode(Some(Mode::Driver)),
        8..11 => Change::Basis(bases(target).get(usize::from(draw.kind - 8)).map(|basis| basis.code)),
        11..15 => Change::Threshold {
            year: milestone_year(target, draw),
            value,
        },
        15..23 => Change::Observation { year: draw.year, value },
        23 => Change::Observation {
            year: draw.year,
            value: None,
        },
        24..44 => {
            let levers = levers(
                &scenario.setting(plan::plan(), 2026),
                target,
                scenario.inputs(target.code),
            );
            let lever = levers.get(usize::from(draw.kind - 24) % levers.len().max(1))?;
            moved(lever.id, lever.range.minimum, lever.range.maximum)
        }
        44..50 => {
            // A deed's levers have no shipped value, so that no list holds them.
            let ids = [LeverId::Earliest, LeverId::Likeliest, LeverId::Latest, LeverId::Hazard];
            let id = *ids.get(usize::from(draw.kind - 44) % ids.len())?;
            let limits = lever_limits(target, id)?;
            moved(id, limits.minimum, limits.maximum)
        }
        50..56 => {
            let method = target.method?;
            let value = match method.prior.scale {
                Scale::Log => between(-60.0, 100.0),
                Scale::Logit => between(method.lower - method.upper, method.upper - method.lower),
                Scale::Identity => between(-10.0, 10.0),
            };
            Change::Shock {
                year: draw.year.max(plan::plan().base_year),
                value: Some(value),
            }
        }
        56..63 => {
            let levers = shared_levers(plan::plan(), scenario.shared());
            let change = match levers.get(usize::from(draw.kind - 56)) {
                Some(lever) => moved(lever.id, lever.range.minimum, lever.range.maximum),
                None => moved(LeverId::Seed, 0.0, 4e9),
            };
            return Some((SHARED_CODE, change));
        }
        kind => Change::Lever(LeverId::ALL[usize::from(kind - 63)], None),
    };
    Some((target.code, change))
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
