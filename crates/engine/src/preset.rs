//! Scenarios to begin with. Each is made of ordinary changes, so a reader can see and move every one of them.

use plan::{Better, Model, Plan, Scale, Target};

use crate::inputs::{Change, LeverId, Mode};
use crate::lever::{has_mode, levers, shared_value, shock_range};
use crate::scenario::Scenario;

/// Of the pace that the plan asks for, as a share: the slow scenario.
const SLOW_SHARE: f64 = 0.5;

/// A scenario to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Preset {
    /// Nothing changed.
    Trend,
    /// Every target at the pace the plan asks for.
    AsWritten,
    /// Every target at half of that pace.
    Slow,
    /// The trend, and next year a slump like that of 2020: a level lost and not made good. Household income in Vietnam
    /// fell in 2020 and 2021 and then grew as before; its size is that of Asian economies' slumps (the crisis lever's depth).
    Crisis,
}

impl Preset {
    /// Every preset, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Trend, Self::AsWritten, Self::Slow, Self::Crisis];

    /// The scenario, when today lies in `today_year`.
    #[must_use]
    pub fn scenario(self, plan: &Plan, today_year: i16) -> Scenario {
        let mut scenario = Scenario::default();
        for target in plan.targets {
            for change in self.changes(plan, target, today_year) {
                // Values come from within the limits; one that does not leaves the target at its trend.
                let _ = scenario.apply(plan, target.code, change);
            }
        }
        scenario
    }

    fn changes(self, plan: &Plan, target: &Target, today_year: i16) -> Vec<Change> {
        match self {
            Self::Trend => Vec::new(),
            Self::AsWritten => planned(target).into_iter().collect(),
            Self::Slow => slow(plan, target, today_year),
            Self::Crisis => slump(plan, target, today_year).into_iter().collect(),
        }
    }
}

/// Plan mode, whose shipped growth is the pace the plan asks for.
fn planned(target: &Target) -> Option<Change> {
    has_mode(target, Mode::Plan).then_some(Change::Mode(Some(Mode::Plan)))
}

fn slow(plan: &Plan, target: &Target, today_year: i16) -> Vec<Change> {
    let Some(mode) = planned(target) else { return Vec::new() };
    let mut as_written = Scenario::default();
    if as_written.apply(plan, target.code, mode).is_err() {
        return Vec::new();
    }
    let offered = levers(
        &as_written.setting(plan, today_year),
        target,
        as_written.inputs(target.code),
    );
    let halved = offered.iter().filter_map(|lever| {
        let LeverId::Growth(_) = lever.id else { return None };
        let value = rounded(lever.shipped * SLOW_SHARE, lever.range.step);
        let value = value.clamp(lever.range.minimum, lever.range.maximum);
        // Half of nothing is as shipped, and no change.
        (lever.shipped.abs() > lever.range.step / 2.0).then_some(Change::Lever(lever.id, Some(value)))
    });
    std::iter::once(mode).chain(halved).collect()
}

/// A certain shock of the crisis lever's depth times the target's exposure to the common shock, always for the worse. Only on
/// the log scale: the depth is a share of a level.
fn slump(plan: &Plan, target: &Target, today_year: i16) -> Option<Change> {
    let method = target.method?;
    let is_level = method.prior.scale == Scale::Log && method.prior.model == Model::Drift;
    let range = shock_range(target).filter(|_| is_level)?;
    let depth = shared_value(plan, LeverId::CrisisDepth)?;
    let sign = if target.better == Better::Lower { -1.0 } else { 1.0 };
    let value = rounded(sign * depth * method.exposure, range.step);
    let year = today_year.saturating_add(1);
    (value != 0.0).then_some(Change::Shock {
        year,
        value: Some(value),
    })
}

/// To a lever's step, as a hand would set it.
fn rounded(value: f64, step: f64) -> f64 {
    let steps = libm::round(value / step);
    // The nearest decimal: 0.1 × 3 is not 0.3.
    let inverse = libm::round(1.0 / step);
    if inverse >= 1.0 { steps / inverse } else { steps * step }
}
