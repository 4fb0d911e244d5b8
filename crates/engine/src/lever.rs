//! The levers of a target: limits, step, shipped value and the value in force, each in a unit a planner reads.

use plan::{LeverRange, Model, Parameter, Plan, Scale, Target, TargetKind};

use crate::driver::Identity;
use crate::horizon::Phase;
use crate::inputs::{Inputs, LeverId, Mode};
use crate::path::shipped_growth;
use crate::series::Series;
use crate::setting::Setting;

/// The seed that draws start from unless a reader chooses another.
pub const SHIPPED_SEED: f64 = 20_251_231.0;

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
    /// Percent of the units left, a year.
    PercentOfRestPerYear,
    /// Units watched for a year.
    UnitYears,
    /// A number of units.
    Count,
    /// The parameter of an identity says it itself.
    OfParameter,
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

/// The levers that bear on `target` in the mode in force, in the order they are shown. A deed's dates are not among them:
/// they have no shipped value (see [`lever_limits`]).
#[must_use]
pub fn levers(setting: &Setting<'_>, target: &Target, inputs: &Inputs) -> Vec<Lever> {
    let series = Series::of(target, inputs);
    let growth = shipped_growth(setting.plan, target, inputs, &series);
    let identity = Identity::of(setting, target, inputs, &series);
    let own = LeverId::ALL.into_iter().filter(|id| is_in_force(*id, inputs.mode()));
    let in_force = identity.filter(|_| inputs.mode() == Mode::Driver);
    let parameters = in_force.into_iter().flat_map(|identity| identity.driver().parameters);
    own.filter_map(|id| {
        let range = lever_range(target, id)?;
        let shipped = match id {
            LeverId::Growth(phase) => *growth.get(phase as usize)?,
            _ => shipped_value(target, id)?,
        };
        Some(lever(id, lever_unit(target, id)?, range, shipped, inputs))
    })
    .chain(parameters.filter_map(|parameter| {
        let shipped = identity?.shipped(parameter);
        let id = LeverId::Parameter(parameter.code);
        Some(lever(id, LeverUnit::OfParameter, parameter.range, shipped, inputs))
    }))
    .collect()
}

/// The levers that all targets share: the shared rates of identities, and the crisis.
#[must_use]
pub fn shared_levers(plan: &Plan, shared: &Inputs) -> Vec<Lever> {
    let rates = plan.shared.iter().filter_map(|parameter| {
        let id = LeverId::Parameter(parameter.code);
        Some(lever(
            id,
            LeverUnit::OfParameter,
            parameter.range,
            parameter.value?,
            shared,
        ))
    });
    let crisis = [
        (LeverId::CrisisProbability, LeverUnit::PercentPerYear),
        (LeverId::CrisisDepth, LeverUnit::Percent),
        (LeverId::CrisisRebound, LeverUnit::Percent),
    ];
    let crisis = crisis.into_iter().filter_map(|(id, unit)| {
        Some(lever(
            id,
            unit,
            shared_range(plan, id)?,
            shared_value(plan, id)?,
            shared,
        ))
    });
    rates.chain(crisis).collect()
}

/// Limits of any lever of `target`, also of those without a shipped value; None where it has no such lever.
#[must_use]
pub fn lever_limits(target: &Target, id: LeverId) -> Option<LeverRange> {
    lever_range(target, id)
}

fn lever(id: LeverId, unit: LeverUnit, range: LeverRange, shipped: f64, inputs: &Inputs) -> Lever {
    let moved = inputs.lever(id);
    Lever {
        id,
        unit,
        range,
        shipped,
        value: moved.unwrap_or(shipped),
        is_moved: moved.is_some(),
    }
}

/// Whether a lever bears on a projection in `mode`.
const fn is_in_force(id: LeverId, mode: Mode) -> bool {
    match id {
        LeverId::Growth(_) => matches!(mode, Mode::Plan),
        LeverId::ReferenceRate | LeverId::ReferenceLevel | LeverId::ReferenceWeight | LeverId::Hazard => {
            matches!(mode, Mode::Trend)
        }
        _ => true,
    }
}

/// Whether `target` can be projected in `mode`.
pub(crate) fn has_mode(target: &Target, mode: Mode) -> bool {
    match mode {
        Mode::Trend => target.method.is_some(),
        Mode::Plan => lever_range(target, LeverId::Growth(Phase::First)).is_some(),
        Mode::Driver => !target.drivers.is_empty(),
    }
}

fn lever_unit(target: &Target, id: LeverId) -> Option<LeverUnit> {
    let prior = target.method?.prior;
    Some(match (id, prior.scale) {
        (LeverId::Hazard, _) => LeverUnit::PercentOfRestPerYear,
        (LeverId::ReferenceWeight, _) if prior.model == Model::Units => LeverUnit::UnitYears,
        (LeverId::Growth(_) | LeverId::ReferenceRate, Scale::Log) => LeverUnit::PercentPerYear,
        (LeverId::Growth(_), _) | (LeverId::ReferenceRate, Scale::Identity) => LeverUnit::UnitsPerYear,
        (LeverId::ReferenceRate, Scale::Logit) => LeverUnit::OddsPercentPerYear,
        (LeverId::ReferenceWeight, _) => LeverUnit::Years,
        (LeverId::ReferenceLevel | LeverId::Ceiling, _) | (LeverId::Volatility, Scale::Identity) => LeverUnit::Units,
        (LeverId::Volatility, Scale::Log) => LeverUnit::Percent,
        (LeverId::Volatility, Scale::Logit) => LeverUnit::OddsPercent,
        (LeverId::Units, _) => LeverUnit::Count,
        _ => return None,
    })
}

/// Limits of a lever; None where the target has no such lever.
pub(crate) fn lever_range(target: &Target, id: LeverId) -> Option<LeverRange> {
    if target.kind == TargetKind::Deed {
        return deed_range(id);
    }
    let method = target.method?;
    let prior = method.prior;
    let is_level = prior.model == Model::Level;
    let is_units = prior.model == Model::Units;
    match id {
        LeverId::Growth(_) => (!is_level).then_some(prior.growth_range),
        LeverId::ReferenceRate => (!is_level && !is_units).then_some(prior.reference_range),
        LeverId::Hazard => is_units.then_some(prior.reference_range),
        LeverId::Units => is_units.then_some(LeverRange {
            minimum: 1.0,
            maximum: 400.0,
            step: 1.0,
        }),
        LeverId::Volatility if is_units => None,
        LeverId::Parameter(code) => {
            let mut parameters = target
                .drivers
                .iter()
                .filter_map(|driver| parameter_of(driver.parameters, code));
            parameters.next().map(|parameter| parameter.range)
        }
        LeverId::ReferenceLevel => is_level.then_some(match prior.scale {
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
        _ => None,
    }
}

/// A deed's dates and hazard.
const fn deed_range(id: LeverId) -> Option<LeverRange> {
    match id {
        LeverId::Earliest | LeverId::Likeliest | LeverId::Latest => Some(LeverRange {
            minimum: 2020.0,
            maximum: 2045.0,
            step: 0.25,
        }),
        LeverId::Hazard => Some(LeverRange {
            minimum: 0.0,
            maximum: 100.0,
            step: 1.0,
        }),
        _ => None,
    }
}

/// The shipped value of a lever that does not depend on the figures; None for growth, which follows what the plan asks.
pub(crate) fn shipped_value(target: &Target, id: LeverId) -> Option<f64> {
    let method = target.method?;
    let prior = method.prior;
    match id {
        LeverId::Growth(_) => None,
        LeverId::ReferenceRate => Some(prior.reference_rate),
        LeverId::Hazard => (prior.model == Model::Units).then_some(prior.reference_rate),
        LeverId::ReferenceLevel => crate::model::plan_bar(target),
        LeverId::ReferenceWeight => Some(prior.reference_weight),
        LeverId::Volatility => Some(match prior.scale {
            Scale::Identity => prior.volatility,
            Scale::Log | Scale::Logit => prior.volatility * 100.0,
        }),
        LeverId::Ceiling => Some(method.upper),
        LeverId::Units => method.units.map(|units| units.value),
        // What keeps the figure where it is follows the figures.
        LeverId::Parameter(code) => {
            let mut parameters = target
                .drivers
                .iter()
                .filter_map(|driver| parameter_of(driver.parameters, code));
            parameters.next()?.value
        }
        _ => None,
    }
}

/// Limits of a shock: percent on the log scale, else the target's unit; None where the figure does not drift.
#[must_use]
pub fn shock_range(target: &Target) -> Option<LeverRange> {
    let method = target.method.filter(|method| method.prior.model == Model::Drift)?;
    let range = |minimum: f64, maximum: f64| LeverRange {
        minimum,
        maximum,
        step: 0.1,
    };
    Some(match method.prior.scale {
        Scale::Log => range(-60.0, 100.0),
        Scale::Logit => range(-(method.upper - method.lower), method.upper - method.lower),
        Scale::Identity => range(-10.0, 10.0),
    })
}

/// Limits of a lever that all targets share; None for the levers of one target.
pub(crate) fn shared_range(plan: &Plan, id: LeverId) -> Option<LeverRange> {
    let range = |minimum: f64, maximum: f64, step: f64| Some(LeverRange { minimum, maximum, step });
    match id {
        LeverId::Parameter(code) => parameter_of(plan.shared, code).map(|parameter| parameter.range),
        LeverId::CrisisProbability => range(0.0, 50.0, 0.5),
        LeverId::CrisisDepth => range(-50.0, 0.0, 0.5),
        LeverId::CrisisRebound => range(0.0, 100.0, 5.0),
        LeverId::Seed => range(0.0, 4_294_967_295.0, 1.0),
        _ => None,
    }
}

/// The shipped value of a lever that all targets share. The crisis is off: the spread already holds past crises, so it
/// is a stress test that a reader turns on. Depth and rebound are those of Asian economies' slumps from 1986 to 2018.
pub(crate) fn shared_value(plan: &Plan, id: LeverId) -> Option<f64> {
    match id {
        LeverId::Parameter(code) => parameter_of(plan.shared, code)?.value,
        LeverId::CrisisProbability | LeverId::CrisisRebound => Some(0.0),
        LeverId::CrisisDepth => Some(-7.0),
        LeverId::Seed => Some(SHIPPED_SEED),
        _ => None,
    }
}

fn parameter_of(parameters: &'static [Parameter], code: u8) -> Option<&'static Parameter> {
    parameters.iter().find(|parameter| parameter.code == code)
}

/// What odds that grow by `rate` percent a year are worth in the target's own unit, in the year after a figure of `level`:
/// percentage points for a share. None where the target has no such scale or the figure lies on its bounds.
#[must_use]
pub fn odds_in_points(target: &Target, rate: f64, level: f64) -> Option<f64> {
    let method = target.method?;
    let span = method.upper - method.lower;
    let share = (level - method.lower) / span;
    if !(share > 0.0 && share < 1.0) {
        return None;
    }
    let odds = share / (1.0 - share) * (1.0 + rate / 100.0);
    let next = odds / (1.0 + odds);
    next.is_finite().then_some((next - share) * span)
}
