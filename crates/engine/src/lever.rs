//! The levers of a target: limits, step, shipped value and the value in force, each in a unit a planner reads.

use plan::{LeverRange, Model, Plan, Scale, Target};

use crate::inputs::{Inputs, LeverId, Mode};
use crate::path::shipped_growth;
use crate::series::Series;

/// The unit of a lever's number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeverUnit {
    /// Percent a year, compound.
    PercentPerYear,
    /// The target's own unit a year: years of life, percentage points, places.
    UnitsPerYear,
    /// Change of the odds (share reached : share left) in log points × 100 a year.
    OddsPercentPerYear,
    /// Years of data.
    Years,
    /// The target's own unit.
    Units,
    /// Percent of the figure, one standard deviation.
    Percent,
    /// Percent of the odds, one standard deviation.
    OddsPercent,
}

/// A number the reader can move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lever {
    /// Which one.
    pub id: LeverId,
    /// Its unit.
    pub unit: LeverUnit,
    /// Limits and step.
    pub range: LeverRange,
    /// The value the page ships.
    pub shipped: f64,
    /// The value in force.
    pub value: f64,
    /// Whether the reader moved it.
    pub is_moved: bool,
}

/// The levers that bear on `target` in the mode in force, in the order they are shown.
#[must_use]
pub fn levers(plan: &Plan, target: &Target, inputs: &Inputs) -> Vec<Lever> {
    let growth = shipped_growth(plan, target, inputs, &Series::of(target, inputs));
    LeverId::ALL
        .into_iter()
        .filter(|id| matches!(id, LeverId::Growth(_)) == (inputs.mode() == Mode::Plan) || is_shared(*id))
        .filter_map(|id| {
            let range = lever_range(target, id)?;
            let shipped = match id {
                LeverId::Growth(phase) => *growth.get(phase as usize)?,
                _ => shipped_value(target, id)?,
            };
            let moved = inputs.lever(id);
            let unit = lever_unit(target, id)?;
            Some(Lever {
                id,
                unit,
                range,
                shipped,
                value: moved.unwrap_or(shipped),
                is_moved: moved.is_some(),
            })
        })
        .collect()
}

/// Levers that count in both modes.
const fn is_shared(id: LeverId) -> bool {
    matches!(id, LeverId::Volatility | LeverId::Ceiling)
}

fn lever_unit(target: &Target, id: LeverId) -> Option<LeverUnit> {
    let scale = target.method?.prior.scale;
    Some(match (id, scale) {
        (LeverId::Growth(_) | LeverId::ReferenceRate, Scale::Log) => LeverUnit::PercentPerYear,
        (LeverId::Growth(_), _) | (LeverId::ReferenceRate, Scale::Identity) => LeverUnit::UnitsPerYear,
        (LeverId::ReferenceRate, Scale::Logit) => LeverUnit::OddsPercentPerYear,
        (LeverId::ReferenceWeight, _) => LeverUnit::Years,
        (LeverId::ReferenceLevel | LeverId::Ceiling, _) | (LeverId::Volatility, Scale::Identity) => LeverUnit::Units,
        (LeverId::Volatility, Scale::Log) => LeverUnit::Percent,
        (LeverId::Volatility, Scale::Logit) => LeverUnit::OddsPercent,
    })
}

/// Limits of a lever; None where the target has no such lever.
pub(crate) fn lever_range(target: &Target, id: LeverId) -> Option<LeverRange> {
    let method = target.method?;
    let prior = method.prior;
    let drifts = prior.model == Model::Drift;
    match id {
        LeverId::Growth(_) => drifts.then_some(prior.growth_range),
        LeverId::ReferenceRate => drifts.then_some(prior.reference_range),
        LeverId::ReferenceLevel => (!drifts).then_some(match prior.scale {
            Scale::Logit => LeverRange {
                minimum: method.lower + 1.0,
                maximum: method.upper - 1.0,
                step: 0.5,
            },
            _ => LeverRange {
                minimum: 0.1,
                maximum: 20.0,
                step: 0.1,
            },
        }),
        LeverId::ReferenceWeight => Some(LeverRange {
            minimum: 0.5,
            maximum: 40.0,
            step: 0.5,
        }),
        LeverId::Volatility => Some(match prior.scale {
            Scale::Identity => LeverRange {
                minimum: 0.01,
                maximum: 2.0,
                step: 0.01,
            },
            Scale::Log => LeverRange {
                minimum: 0.5,
                maximum: 60.0,
                step: 0.5,
            },
            Scale::Logit => LeverRange {
                minimum: 1.0,
                maximum: 150.0,
                step: 1.0,
            },
        }),
        LeverId::Ceiling => method.has_ceiling.then_some(LeverRange {
            minimum: method.lower + 1.0,
            maximum: method.upper,
            step: 0.5,
        }),
    }
}

/// The shipped value of a lever that does not depend on the figures; None for growth, which follows what the plan asks.
pub(crate) fn shipped_value(target: &Target, id: LeverId) -> Option<f64> {
    let method = target.method?;
    let prior = method.prior;
    match id {
        LeverId::Growth(_) => None,
        LeverId::ReferenceRate => Some(prior.reference_rate),
        LeverId::ReferenceLevel => crate::model::plan_bar(target),
        LeverId::ReferenceWeight => Some(prior.reference_weight),
        LeverId::Volatility => Some(match prior.scale {
            Scale::Identity => prior.volatility,
            Scale::Log | Scale::Logit => prior.volatility * 100.0,
        }),
        LeverId::Ceiling => Some(method.upper),
    }
}
