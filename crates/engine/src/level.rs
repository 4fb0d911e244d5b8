//! The level model for the same bar every year: yearly figures scatter around one level without a trend.
//!
//! Works on the transformed scale and knows no target.

use crate::drift::Predictive;
use crate::error::{InputError, InputField, Problem};

/// What is believed about the level before a figure is seen, on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LevelPrior {
    /// m₀: reference level.
    pub reference_level: f64,
    /// κ₀ > 0: pseudo-observations behind it.
    pub reference_weight: f64,
    /// ν₀ > 0: pseudo-observations behind the spread.
    pub volatility_weight: f64,
    /// s₀ > 0: standard deviation of one year around the level.
    pub volatility: f64,
}

/// The level after its figures have been seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Level {
    /// κ_n.
    pub weight: f64,
    /// μ_n: the level.
    pub level: f64,
    /// ν_n.
    pub degrees: f64,
    /// s_n².
    pub variance: f64,
}

impl Level {
    /// Fits the level to yearly `values` on the transformed scale.
    ///
    /// # Errors
    /// No value at all, or one that is not finite.
    pub fn fit(values: &[f64], prior: LevelPrior) -> Result<Self, InputError> {
        if values.is_empty() {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        }
        if values.iter().any(|value| !value.is_finite()) {
            return Err(InputError::new(InputField::ObservationValue, Problem::NotANumber));
        }
        #[expect(clippy::cast_precision_loss, reason = "a series has a few dozen points")]
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
        let weight = prior.reference_weight + count;
        let degrees = prior.volatility_weight + count;
        let disagreement = mean - prior.reference_level;
        Ok(Self {
            weight,
            level: (prior.reference_weight * prior.reference_level + count * mean) / weight,
            degrees,
            variance: (prior.volatility_weight * prior.volatility * prior.volatility
                + squares
                + prior.reference_weight * count / weight * disagreement * disagreement)
                / degrees,
        })
    }

    /// The forecast for any one year.
    #[must_use]
    pub fn predict(&self) -> Predictive {
        let scale = libm::sqrt(self.variance * (1.0 + 1.0 / self.weight));
        Predictive {
            location: self.level,
            scale,
            degrees: self.degrees,
        }
    }
}
