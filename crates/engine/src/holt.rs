//! Holt's linear smoothing with a damped trend, its parameters given: a cross-check on the core estimator, never the fan.
//!
//! Nothing is fitted here: three parameters and more cannot be learnt from the few figures a target has.

use crate::damping::damped_years;
use crate::error::{InputError, InputField, Problem};

/// What the smoothing is told before it starts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HoltParameters {
    /// α in [0, 1]: weight of a new value in the level.
    pub level_weight: f64,
    /// β* in [0, 1]: weight of a new change of level in the trend.
    pub trend_weight: f64,
    /// φ in (0, 1]: share of the trend that survives a step.
    pub damping: f64,
    /// Level before the first value, in the values' unit.
    pub initial_level: f64,
    /// Trend before the first value, in the values' unit a step.
    pub initial_trend: f64,
}

/// Level and trend after the last value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Holt {
    /// l: the smoothed level, in the values' unit.
    pub level: f64,
    /// b: the smoothed trend, in the values' unit a step, before damping.
    pub trend: f64,
    damping: f64,
}

impl Holt {
    /// Smooths `values`, one a step (a missing year would have to be filled first, which the engine does not do):
    /// l ← α y + (1 − α)(l + φ b), b ← β*(l − l₋₁) + (1 − β*) φ b.
    ///
    /// Source: Gardner and McKenzie (1985), in the notation of Hyndman and Athanasopoulos.
    ///
    /// # Errors
    /// No value, or a value or parameter that is not finite.
    pub fn smooth(values: &[f64], parameters: HoltParameters) -> Result<Self, InputError> {
        let HoltParameters {
            level_weight,
            trend_weight,
            damping,
            initial_level,
            initial_trend,
        } = parameters;
        if values.is_empty() {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        }
        let mut numbers = values
            .iter()
            .chain([&level_weight, &trend_weight, &damping, &initial_level, &initial_trend]);
        if numbers.any(|number| !number.is_finite()) {
            return Err(InputError::new(InputField::ObservationValue, Problem::NotANumber));
        }
        let (mut level, mut trend) = (initial_level, initial_trend);
        for value in values {
            let before = level;
            let damped = damping * trend;
            level = level_weight * value + (1.0 - level_weight) * (before + damped);
            trend = trend_weight * (level - before) + (1.0 - trend_weight) * damped;
        }
        if !level.is_finite() || !trend.is_finite() {
            return Err(InputError::new(InputField::ObservationValue, Problem::NotANumber));
        }
        Ok(Self { level, trend, damping })
    }

    /// The forecast `steps` after the last value, in the values' unit: l + (φ + … + φ^h) b. Total: beyond the largest
    /// number it stays there.
    #[must_use]
    pub fn forecast(&self, steps: u16) -> f64 {
        (self.level + damped_years(steps, self.damping) * self.trend).clamp(-f64::MAX, f64::MAX)
    }
}
