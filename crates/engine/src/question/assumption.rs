//! The assumptions behind a projection, each with the range it plausibly lies in.

use plan::{DriverKind, LeverRange, Model, ParameterRole, Scale, Target};

use crate::distribution::normal_quantile;
use crate::driver::Identity;
use crate::event::Pert;
use crate::inputs::{Inputs, LeverId, Mode};
use crate::lever::{Lever, levers, shared_levers};
use crate::projection::{Equation, project};
use crate::scenario::SHARED_CODE;
use crate::setting::Setting;
use crate::transform::Transform;

/// χ²_{3} quantiles at 0.9 and 0.1: with three pseudo-increments behind the spread, its square is 3 s²/χ²_3.
const SPREAD_FACTORS: (f64, f64) = (0.692_743_370, 2.265_765_949);

/// A lever in force with its 10 % and 90 % quantiles, all in the lever's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Assumption {
    /// The target's code, or that of what all targets share.
    pub code: u8,
    /// Which lever.
    pub id: LeverId,
    /// Its 10 % quantile, within its limits.
    pub low: f64,
    /// Its value in force.
    pub base: f64,
    /// Its 90 % quantile, within its limits.
    pub high: f64,
    /// Its limits.
    pub limits: LeverRange,
    /// Whether a planner can do something about it; spread, weights and bounds are how things are seen, not what is done.
    pub is_action: bool,
}

impl Assumption {
    /// `value` to a tenth of the lever's step, away from the value in force, so that what it reaches stays reached; within
    /// the limits.
    #[must_use]
    pub fn rounded(&self, value: f64) -> f64 {
        // Tenths of steps in one unit: dividing by them gives the decimal fraction that a person would type.
        let fineness = 10.0 / self.limits.step;
        let steps = value * fineness;
        let whole = if value > self.base {
            libm::ceil(steps - 1e-6)
        } else {
            libm::floor(steps + 1e-6)
        };
        (whole / fineness).clamp(self.limits.minimum, self.limits.maximum)
    }
}

/// The assumptions that bear on `target`, in the order of its levers, the shared ones last.
///
/// Where the 10 % and 90 % quantiles come from: a reference rate or typed growth is as uncertain as the projection takes
/// it to be (spread over the root of the years it is worth); a spread by its own prior; a weight is halved and doubled;
/// the parameters of identities, ceilings and shared rates by a PERT distribution over their limits.
#[must_use]
pub fn assumptions(setting: &Setting<'_>, target: &'static Target, inputs: &Inputs) -> Vec<Assumption> {
    let projection = project(setting, target, inputs);
    let Some(equation) = projection.equation else {
        return Vec::new();
    };
    let last = projection.series.last().map_or(0.0, |figure| figure.value);
    let ranges = Ranges {
        target,
        equation,
        last,
        figures: projection
            .series
            .figures
            .iter()
            .map(|figure| figure.value)
            .fold(f64::MIN, f64::max),
    };
    let own = levers(setting, target, inputs);
    let own = own.iter().filter_map(|lever| ranges.assumption(target.code, lever));
    let shared = shared_levers(setting.plan, setting.shared);
    let identity = Identity::of(setting, target, inputs, &projection.series).filter(|_| inputs.mode() == Mode::Driver);
    let used = |lever: &&Lever| match lever.id {
        LeverId::Parameter(code) => {
            let role = setting
                .plan
                .shared
                .iter()
                .find(|parameter| parameter.code == code)
                .map(|known| known.role);
            identity.is_some_and(|identity| role.is_some_and(|role| uses(&identity, role)))
        }
        LeverId::CrisisProbability | LeverId::CrisisDepth => target
            .method
            .is_some_and(|method| setting.crisis(method.exposure).is_some()),
        _ => false,
    };
    let shared = shared
        .iter()
        .filter(used)
        .filter_map(|lever| ranges.assumption(SHARED_CODE, lever));
    own.chain(shared).collect()
}

/// Whether an identity has a use for a shared rate.
fn uses(identity: &Identity<'_>, role: ParameterRole) -> bool {
    let driver = identity.driver();
    match role {
        ParameterRole::PopulationGrowth => driver.kind == DriverKind::StockPerPopulation,
        ParameterRole::Inflation => driver.kind == DriverKind::IncomeBySource,
        ParameterRole::Conversions => driver.conversion != 0.0,
        _ => false,
    }
}

/// What the ranges of a target's levers follow from.
struct Ranges {
    target: &'static Target,
    equation: (Transform, Equation),
    last: f64,
    /// The greatest figure.
    figures: f64,
}

impl Ranges {
    fn assumption(&self, code: u8, lever: &Lever) -> Option<Assumption> {
        let (low, high) = self.quantiles(lever)?;
        let limits = lever.range;
        let within = |value: f64| value.clamp(limits.minimum, limits.maximum);
        let is_action = matches!(
            lever.id,
            LeverId::Growth(_)
                | LeverId::ReferenceRate
                | LeverId::ReferenceLevel
                | LeverId::Hazard
                | LeverId::Parameter(_)
        );
        Some(Assumption {
            code,
            id: lever.id,
            low: within(low),
            base: lever.value,
            high: within(high),
            limits,
            is_action: is_action && code != SHARED_CODE,
        })
    }

    fn quantiles(&self, lever: &Lever) -> Option<(f64, f64)> {
        let prior = self.target.method?.prior;
        let around = |deviation: f64| {
            let size = normal_quantile(0.9) * deviation;
            (lever.value - size, lever.value + size)
        };
        match lever.id {
            LeverId::ReferenceRate => match self.equation.1 {
                Equation::Drift(_, drift) => {
                    let deviation = drift.volatility / libm::sqrt(drift.reference_weight);
                    Some(around(
                        deviation * if prior.scale == Scale::Identity { 1.0 } else { 100.0 },
                    ))
                }
                _ => None,
            },
            LeverId::Growth(_) => match self.equation.1 {
                Equation::Drift(drift, _) => {
                    let deviation = libm::sqrt(drift.variance / prior.plan_weight);
                    Some(around(deviation * self.growth_per_scale()))
                }
                Equation::Units(units, _) => {
                    let size = if self.target.method?.is_share {
                        100.0 / f64::from(units.total)
                    } else {
                        1.0
                    };
                    Some(around(
                        size * libm::sqrt(f64::from(units.total) * units.hazard * (1.0 - units.hazard)),
                    ))
                }
                Equation::Level(..) => None,
            },
            LeverId::ReferenceLevel => match self.equation {
                (transform, Equation::Level(_, level)) => {
                    let size = normal_quantile(0.9) * level.volatility;
                    let end = |size: f64| transform.inverse(level.reference_level + size);
                    Some((end(-size), end(size)))
                }
                _ => None,
            },
            LeverId::ReferenceWeight => Some((0.5 * lever.value, 2.0 * lever.value)),
            LeverId::Volatility => Some((SPREAD_FACTORS.0 * lever.value, SPREAD_FACTORS.1 * lever.value)),
            LeverId::Hazard if prior.model == Model::Units => match self.equation.1 {
                Equation::Units(_, units) => {
                    let variance = units.hazard * (1.0 - units.hazard) / (units.weight + 1.0);
                    Some(around(100.0 * libm::sqrt(variance)))
                }
                _ => None,
            },
            LeverId::Ceiling => pert(self.figures.max(lever.range.minimum), lever.value, lever.range.maximum),
            LeverId::Parameter(_) | LeverId::CrisisProbability | LeverId::CrisisDepth => {
                pert(lever.range.minimum, lever.value, lever.range.maximum)
            }
            _ => None,
        }
    }

    /// Units of the growth lever for one unit a year on the transformed scale, at the newest figure.
    fn growth_per_scale(&self) -> f64 {
        match self.equation.0 {
            Transform::Identity => 1.0,
            Transform::Log => 100.0,
            Transform::Logit { lower, upper } => {
                let (below, above) = ((self.last - lower).max(0.5), (upper - self.last).max(0.5));
                below * above / (upper - lower)
            }
        }
    }
}

/// The 10 % and 90 % quantiles of a PERT distribution.
fn pert(minimum: f64, value: f64, maximum: f64) -> Option<(f64, f64)> {
    let pert = Pert::new(minimum, value, maximum)?;
    Some((pert.quantile(0.1), pert.quantile(0.9)))
}
