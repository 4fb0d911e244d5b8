//! The core estimator: a random walk with shrunken, damped drift, Student-t in closed form.
//!
//! Works on the transformed scale and knows no target. Approximations: the volatility is estimated as if increments were
//! independent (persistence enters through V_h only), and the last value is taken as exact.

use crate::damping::{damped_years, shock_variance};
use crate::distribution::StudentT;
use crate::error::{InputError, InputField, Problem};

/// What is believed before a series is seen. Rates are per year on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DriftPrior {
    /// m₀: reference change a year.
    pub reference_rate: f64,
    /// κ₀ > 0: years of pseudo-history behind the reference rate.
    pub reference_weight: f64,
    /// ν₀ > 0: pseudo-increments behind the volatility.
    pub volatility_weight: f64,
    /// s₀ > 0: standard deviation of one year's change.
    pub volatility: f64,
    /// φ in (0, 1]: share of the drift's distance to the reference rate that survives a year.
    pub damping: f64,
    /// ρ in [0, 1): correlation of one year's shock with the next.
    pub persistence: f64,
    /// κ∞ > 0: years of pseudo-history behind the long-run rate.
    pub long_run_weight: f64,
    /// λ in [0, 1): loading of a year's shock on the one that all targets share.
    pub exposure: f64,
}

/// ρ_f: correlation of the common shock of one year with the next year's.
pub const COMMON_PERSISTENCE: f64 = 0.5;

impl DriftPrior {
    /// V_h = λ² V_h(ρ_f) + (1 − λ²) V_h(ρ): variance of `h` years' shocks, in yearly variances.
    #[must_use]
    pub fn shock_variance(&self, h: u16) -> f64 {
        let common = self.exposure * self.exposure;
        common * shock_variance(h, COMMON_PERSISTENCE) + (1.0 - common) * shock_variance(h, self.persistence)
    }
}

/// The walk after its series has been seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    prior: DriftPrior,
    /// Year of the last observation.
    pub last_year: i16,
    /// z_n: the last observation.
    pub last: f64,
    /// Slope from the first to the last observation a year (b̂); 0 with one observation.
    pub observed_rate: f64,
    /// Σ (d_j − b̂ Δ_j)²/Δ_j.
    pub sum_of_squares: f64,
    /// κ_n.
    pub weight: f64,
    /// m_n: the shrunken rate a year.
    pub rate: f64,
    /// ν_n.
    pub degrees: f64,
    /// s_n².
    pub variance: f64,
}

/// A Student-t forecast on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Predictive {
    /// μ.
    pub location: f64,
    /// Scale (not the standard deviation).
    pub scale: f64,
    /// ν.
    pub degrees: f64,
}

impl Predictive {
    /// P(Z ≤ z).
    #[must_use]
    pub fn cdf(&self, z: f64, student: &StudentT) -> f64 {
        student.cdf(self.standard(z))
    }

    /// P(Z ≥ z).
    #[must_use]
    pub fn survival(&self, z: f64, student: &StudentT) -> f64 {
        student.survival(self.standard(z))
    }

    fn standard(&self, z: f64) -> f64 {
        if z.is_infinite() {
            z
        } else {
            (z - self.location) / self.scale
        }
    }
}

impl Drift {
    /// Fits the walk to `points` (year, z), years increasing; gaps between years need no filling.
    ///
    /// # Errors
    /// No point at all, a value that is not finite, a year twice or out of order.
    pub fn fit(points: &[(i16, f64)], prior: DriftPrior) -> Result<Self, InputError> {
        check_points(points)?;
        let (Some(&(first_year, first)), Some(&(last_year, last))) = (points.first(), points.last()) else {
            return Err(InputError::new(InputField::ObservationValue, Problem::Empty));
        };
        let years = f64::from(last_year) - f64::from(first_year);
        let observed_rate = if years > 0.0 { (last - first) / years } else { 0.0 };
        let mut sum_of_squares = 0.0;
        for pair in points.windows(2) {
            if let [(from, start), (to, end)] = pair {
                let gap = f64::from(*to) - f64::from(*from);
                let surprise = (end - start) - observed_rate * gap;
                sum_of_squares += surprise * surprise / gap;
            }
        }
        #[expect(clippy::cast_precision_loss, reason = "a series has a few dozen points")]
        let increments = (points.len() - 1) as f64;
        let weight = prior.reference_weight + years;
        let rate = (prior.reference_weight * prior.reference_rate + years * observed_rate) / weight;
        let degrees = prior.volatility_weight + increments;
        let disagreement = observed_rate - prior.reference_rate;
        let variance = (prior.volatility_weight * prior.volatility * prior.volatility
            + sum_of_squares
            + prior.reference_weight * years / weight * disagreement * disagreement)
            / degrees;
        Ok(Self {
            prior,
            last_year,
            last,
            observed_rate,
            sum_of_squares,
            weight,
            rate,
            degrees,
            variance,
        })
    }

    /// Trend mode: the forecast `h` years after the last observation.
    #[must_use]
    pub fn predict(&self, h: u16) -> Predictive {
        let (years, damped) = (f64::from(h), damped_years(h, self.prior.damping));
        let undamped = years - damped;
        let location = self.last + self.prior.reference_rate * undamped + self.rate * damped;
        let spread = self.prior.shock_variance(h)
            + damped * damped / self.weight
            + undamped * undamped / self.prior.long_run_weight;
        self.predictive(location, spread)
    }

    /// Plan mode: the forecast `h` years ahead whose median is `location`, when the typed growth is as credible as
    /// `plan_weight` years of history.
    #[must_use]
    pub fn predict_planned(&self, location: f64, h: u16, plan_weight: f64) -> Predictive {
        let years = f64::from(h);
        self.predictive(location, self.prior.shock_variance(h) + years * years / plan_weight)
    }

    fn predictive(&self, location: f64, spread: f64) -> Predictive {
        Predictive {
            location,
            scale: libm::sqrt(self.variance * spread),
            degrees: self.degrees,
        }
    }
}

/// Checks that values are finite and years increase.
pub(crate) fn check_points(points: &[(i16, f64)]) -> Result<(), InputError> {
    for (_, value) in points {
        if !value.is_finite() {
            return Err(InputError::new(InputField::ObservationValue, Problem::NotANumber));
        }
    }
    for pair in points.windows(2) {
        if let [(from, _), (to, _)] = pair {
            if from == to {
                return Err(InputError::new(
                    InputField::ObservationYear,
                    Problem::YearTwice { year: *to },
                ));
            }
            if from > to {
                return Err(InputError::new(InputField::ObservationYear, Problem::NotIncreasing));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Drift, DriftPrior};

    #[test]
    fn any_two_years_are_some_years_apart() {
        let prior = DriftPrior {
            reference_rate: 0.0,
            reference_weight: 4.0,
            volatility_weight: 3.0,
            volatility: 0.05,
            damping: 0.9,
            persistence: 0.3,
            long_run_weight: 16.0,
            exposure: 0.0,
        };
        let walk = Drift::fit(&[(i16::MIN, 0.0), (i16::MAX, 1.0)], prior).map(|walk| walk.weight);
        assert_eq!(walk, Ok(4.0 + 65_535.0));
    }
}
