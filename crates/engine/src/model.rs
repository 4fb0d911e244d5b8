//! From the shipped assumptions and the reader's levers to a fitted model of one series.

use plan::{Method, Model, Rule, Scale, Target};

use crate::drift::{Drift, DriftPrior};
use crate::forecast::{Forecast, UnitsForecast};
use crate::inputs::{Inputs, LeverId};
use crate::level::{Level, LevelPrior};
use crate::lever::shipped_value;
use crate::projection::Warning;
use crate::series::{Figure, Series};
use crate::transform::Transform;
use crate::units::{Units, UnitsPrior};

/// Years behind the long-run rate for each year behind the reference rate (κ∞ = 4 κ₀).
pub const LONG_RUN_FACTOR: f64 = 4.0;
/// Least spread, so that a forecast is never a point.
const LEAST_VOLATILITY: f64 = 1e-6;
/// Units that a distribution is kept for; the lever goes as far as 400, a figure may lie above it.
const MOST_UNITS: f64 = 10_000.0;

/// A series with its model, on the scale that suits both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    pub transform: Transform,
    pub kind: FitKind,
    pub last_year: i16,
    pub last_value: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum FitKind {
    Drift(Drift, DriftPrior),
    Level(Level, LevelPrior),
    Units(Units, UnitsPrior),
}

impl Fit {
    /// Fits the method of a target to `series`; None without figures. Doubts go into `warnings`.
    pub fn of(
        target: &Target,
        method: &Method,
        inputs: &Inputs,
        series: &Series,
        warnings: &mut Vec<Warning>,
    ) -> Option<Self> {
        let last = series.last()?;
        if method.prior.model == Model::Units {
            return Self::of_units(target, method, inputs, series, warnings);
        }
        let scale = choose_scale(method, inputs, series, warnings);
        let points: Vec<(i16, f64)> = series
            .figures
            .iter()
            .filter_map(|figure| Some((figure.year, scale.transform.forward(scale.inside(figure))?)))
            .collect();
        let kind = match method.prior.model {
            Model::Drift => {
                let prior = drift_prior(target, method, inputs, &scale, series);
                FitKind::Drift(Drift::fit(&points, prior).ok()?, prior)
            }
            Model::Level => {
                let values: Vec<f64> = points.iter().map(|(_, z)| *z).collect();
                let prior = level_prior(target, method, inputs, &scale);
                FitKind::Level(Level::fit(&values, prior).ok()?, prior)
            }
            Model::Units => return None,
        };
        Some(Self {
            transform: scale.transform,
            kind,
            last_year: last.year,
            last_value: scale.inside(last),
        })
    }

    /// Counts are of whole units: a share is turned into units of the number in force.
    fn of_units(
        target: &Target,
        method: &Method,
        inputs: &Inputs,
        series: &Series,
        warnings: &mut Vec<Warning>,
    ) -> Option<Self> {
        let last = series.last()?;
        let given = libm::round(lever_value(target, inputs, LeverId::Units));
        // There are at least as many units as were ever counted; a share counts none by itself.
        let counts = series.figures.iter().filter(|_| !method.is_share);
        let counted = counts.map(|figure| libm::round(figure.value)).fold(0.0, f64::max);
        if counted > given {
            warnings.push(Warning::UnitsBelowFigures { units: given });
        }
        let total = given.max(counted).clamp(1.0, MOST_UNITS);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 1 and 10,000"
        )]
        let prior = UnitsPrior {
            total: total as u16,
            hazard: lever_value(target, inputs, LeverId::Hazard) / 100.0,
            weight: lever_value(target, inputs, LeverId::ReferenceWeight),
        };
        let size = unit_size(method, total);
        let counts: Vec<(i16, f64)> = series
            .figures
            .iter()
            .map(|figure| (figure.year, libm::round(figure.value / size)))
            .collect();
        let units = Units::fit(&counts, prior).ok()?;
        Some(Self {
            transform: Transform::Identity,
            kind: FitKind::Units(units, prior),
            last_year: last.year,
            last_value: last.value,
        })
    }

    /// The forecast `h` years after the last figure, Trend mode.
    pub fn predict(&self, method: &Method, h: u16) -> Forecast {
        match &self.kind {
            FitKind::Drift(drift, _) => Forecast::Student(drift.predict(h)),
            FitKind::Level(level, _) => Forecast::Student(level.predict()),
            FitKind::Units(units, _) => self.units(method, units, units.within(h)),
        }
    }

    /// The units there when each one left gets there with `probability`.
    pub fn units(&self, method: &Method, units: &Units, probability: f64) -> Forecast {
        Forecast::Units(UnitsForecast {
            reached: units.reached,
            size: unit_size(method, f64::from(units.total)),
            gains: units.gains(probability),
            probability,
        })
    }

    /// z of a figure that was not fitted, moved inside where it stands on a bound; None where the scale does not hold it.
    pub fn on_scale(&self, figure: &Figure) -> Option<f64> {
        self.transform.forward(figure.inside(self.transform))
    }

    /// Degrees of freedom of every forecast.
    pub const fn degrees(&self) -> f64 {
        match &self.kind {
            FitKind::Drift(drift, _) => drift.degrees,
            FitKind::Level(level, _) => level.degrees,
            // Not used: counts have their own distribution.
            FitKind::Units(..) => 3.0,
        }
    }
}

/// What one unit is in the target's unit: a share's part, or 1.
pub(crate) fn unit_size(method: &Method, total: f64) -> f64 {
    if method.is_share { 100.0 / total } else { 1.0 }
}

/// The bar of the plan that yearly figures are compared with.
pub(crate) fn plan_bar(target: &Target) -> Option<f64> {
    target.milestones.iter().find_map(|milestone| match milestone.rule {
        Rule::AtLeast(value) | Rule::Above(value) | Rule::AtMost(value) | Rule::Below(value) | Rule::About(value) => {
            Some(value)
        }
        _ => None,
    })
}

/// The scale in use and how figures at its bounds are moved inside.
struct ChosenScale {
    transform: Transform,
    /// The scale the assumptions are written for does not hold these figures.
    is_fallback: bool,
}

impl ChosenScale {
    /// The figure, moved inside by half its last digit where it stands on a bound.
    fn inside(&self, figure: &Figure) -> f64 {
        figure.inside(self.transform)
    }
}

fn choose_scale(method: &Method, inputs: &Inputs, series: &Series, warnings: &mut Vec<Warning>) -> ChosenScale {
    let greatest = series
        .figures
        .iter()
        .map(|figure| figure.value)
        .fold(f64::NEG_INFINITY, f64::max);
    let least = series
        .figures
        .iter()
        .map(|figure| figure.value)
        .fold(f64::INFINITY, f64::min);
    let ceiling = ceiling(inputs, series);
    let wanted = match method.prior.scale {
        Scale::Identity => Transform::Identity,
        Scale::Log => Transform::Log,
        Scale::Logit => Transform::Logit {
            lower: method.lower,
            upper: ceiling.unwrap_or(method.upper),
        },
    };
    if let (Some(ceiling), None) = (inputs.lever(LeverId::Ceiling), ceiling) {
        warnings.push(Warning::CeilingBelowFigures { ceiling });
    }
    let holds = match wanted {
        Transform::Identity => true,
        Transform::Log => least > 0.0,
        Transform::Logit { lower, upper } => least >= lower && greatest <= upper,
    };
    if holds {
        if let Transform::Logit { lower, upper } = wanted
            && (least <= lower || greatest >= upper)
        {
            warnings.push(Warning::AtBound);
        }
        return ChosenScale {
            transform: wanted,
            is_fallback: false,
        };
    }
    let transform = if least > 0.0 {
        Transform::Log
    } else {
        Transform::Identity
    };
    warnings.push(match wanted {
        Transform::Logit { .. } => Warning::BeyondBound,
        _ => Warning::LinearFallback,
    });
    ChosenScale {
        transform,
        is_fallback: true,
    }
}

/// The reader's ceiling, unless figures already lie above it.
pub(crate) fn ceiling(inputs: &Inputs, series: &Series) -> Option<f64> {
    let is_above = |ceiling: &f64| series.figures.iter().all(|figure| figure.value < *ceiling);
    inputs.lever(LeverId::Ceiling).filter(is_above)
}

fn lever_value(target: &Target, inputs: &Inputs, id: LeverId) -> f64 {
    inputs.lever(id).or_else(|| shipped_value(target, id)).unwrap_or(0.0)
}

fn drift_prior(target: &Target, method: &Method, inputs: &Inputs, scale: &ChosenScale, series: &Series) -> DriftPrior {
    let prior = method.prior;
    let (rate, volatility) = (
        lever_value(target, inputs, LeverId::ReferenceRate),
        lever_value(target, inputs, LeverId::Volatility),
    );
    // A fallback scale is in the figures' own units: shares of the last figure stand in for shares of the scale.
    let size = series
        .figures
        .iter()
        .map(|figure| figure.value.abs())
        .fold(0.0, f64::max)
        .max(1.0);
    let (reference_rate, volatility) = match (scale.transform, prior.scale) {
        (Transform::Identity, Scale::Identity) => (rate, volatility),
        (Transform::Identity, _) => (rate / 100.0 * size, volatility / 100.0 * size),
        (Transform::Log, Scale::Log) => (libm::log1p(rate / 100.0), volatility / 100.0),
        // Odds and the share itself move alike far from the bounds; near them the share moves less.
        (Transform::Log, _) => (0.0, volatility / 100.0 * 0.25),
        (Transform::Logit { .. }, _) => (rate / 100.0, volatility / 100.0),
    };
    let reference_weight = lever_value(target, inputs, LeverId::ReferenceWeight);
    DriftPrior {
        reference_rate: if scale.is_fallback { 0.0 } else { reference_rate },
        reference_weight,
        volatility_weight: prior.volatility_weight,
        volatility: volatility.max(LEAST_VOLATILITY),
        damping: prior.damping,
        persistence: prior.persistence,
        long_run_weight: LONG_RUN_FACTOR * reference_weight,
        exposure: method.exposure,
    }
}

fn level_prior(target: &Target, method: &Method, inputs: &Inputs, scale: &ChosenScale) -> LevelPrior {
    let reference = lever_value(target, inputs, LeverId::ReferenceLevel);
    let volatility = lever_value(target, inputs, LeverId::Volatility) / 100.0;
    LevelPrior {
        reference_level: scale.transform.forward(reference).unwrap_or(0.0),
        reference_weight: lever_value(target, inputs, LeverId::ReferenceWeight),
        volatility_weight: method.prior.volatility_weight,
        volatility: volatility.max(LEAST_VOLATILITY),
    }
}
