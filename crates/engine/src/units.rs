//! Units out of a known number: each one that is left gets there in a year with the same probability.
//!
//! Units are independent of each other and none falls back, so counts scatter by chance alone. Knows no target.

use crate::distribution::Count;
use crate::error::{InputError, InputField, Problem};

/// What is believed before counts are seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnitsPrior {
    /// Units in all.
    pub total: u16,
    /// h₀: probability in a year, a fraction.
    pub hazard: f64,
    /// Unit-years behind it.
    pub weight: f64,
}

/// The units after their counts have been seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Units {
    /// Units in all.
    pub total: u16,
    /// Units that are there in the newest figure.
    pub reached: u16,
    /// Probability in a year for each unit that is left, a fraction.
    pub hazard: f64,
    /// Units that got there between the first and the newest figure.
    pub gained: f64,
    /// Unit-years at risk between them.
    pub watched: f64,
}

impl Units {
    /// Learns from `counts` (year, units there), years increasing: h = (weight·h₀ + gained)/(weight + watched), the mean of
    /// the Beta posterior. A fall counts as no gain.
    ///
    /// # Errors
    /// No count at all.
    pub fn fit(counts: &[(i16, f64)], prior: UnitsPrior) -> Result<Self, InputError> {
        let Some((_, last)) = counts.last() else {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        };
        let total = f64::from(prior.total);
        let (mut gained, mut watched) = (0.0, 0.0);
        for pair in counts.windows(2) {
            if let [(from, before), (to, after)] = pair {
                gained += (after - before).max(0.0);
                let left = (total - 0.5 * (before + after)).max(0.0);
                watched += left * (f64::from(*to) - f64::from(*from));
            }
        }
        let hazard = (prior.weight * prior.hazard + gained) / (prior.weight + watched);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "clamped to 0..=total"
        )]
        let reached = libm::round(last.clamp(0.0, total)) as u16;
        Ok(Self {
            total: prior.total,
            reached,
            hazard: hazard.clamp(0.0, 1.0),
            gained,
            watched,
        })
    }

    /// The count of units that get there when each one left does so with `probability` in all.
    #[must_use]
    pub fn gains(&self, probability: f64) -> Count {
        let left = self.total.saturating_sub(self.reached);
        // Outside 0..=1 there is no such distribution; none gains then.
        Count::binomial(left, probability.clamp(0.0, 1.0)).unwrap_or_else(Count::none)
    }

    /// Probability of getting there within `years` at the fitted hazard: 1 − (1 − h)^years.
    #[must_use]
    pub fn within(&self, years: u16) -> f64 {
        1.0 - (0..years).fold(1.0, |left, _| left * (1.0 - self.hazard))
    }
}
