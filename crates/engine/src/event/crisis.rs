//! Crises: each year one may strike with the same probability and shift the figure, for good or in part.
//!
//! Only for a forecast whose spread does not contain past crises already: else they would count twice.

use crate::distribution::{Count, StudentT, normal_cdf};
use crate::drift::Predictive;

/// What a crisis is assumed to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crisis {
    probability: f64,
    shift: f64,
    rebound: f64,
}

impl Crisis {
    /// A crisis that strikes with `probability` a year (a fraction), shifts the figure by `shift` on the transformed scale
    /// and of which the share `rebound` (a fraction) is made good, half of it a year after and half two years after.
    /// None where a fraction is none or the shift is not finite.
    #[must_use]
    pub fn new(probability: f64, shift: f64, rebound: f64) -> Option<Self> {
        let unit = 0.0..=1.0;
        (unit.contains(&probability) && unit.contains(&rebound) && shift.is_finite()).then_some(Self {
            probability,
            shift,
            rebound,
        })
    }

    /// The shift of one crisis, on the transformed scale.
    #[must_use]
    pub const fn shift(&self) -> f64 {
        self.shift
    }

    /// The share of it that is made good within two years, a fraction.
    #[must_use]
    pub const fn rebound(&self) -> f64 {
        self.rebound
    }

    /// The shift when one strikes in each of `years` years, and none is made good.
    #[must_use]
    pub fn worst(&self, years: u16) -> f64 {
        f64::from(years) * self.shift
    }

    /// Mean of `given_shift` over what crises may have done to the figure `years` ahead.
    ///
    /// Without rebound this is Σ_j Bin(j; h, q) · given(j δ). With a rebound share r, a crisis in the last year counts δ,
    /// one in the year before δ (1 − r/2), an older one δ (1 − r).
    #[must_use]
    pub fn mean(&self, years: u16, given_shift: impl Fn(f64) -> f64) -> f64 {
        let recent = years.min(2);
        let full = self.shift * (1.0 - self.rebound);
        let half = self.shift * (1.0 - 0.5 * self.rebound);
        let recents: &[(f64, f64)] = match recent {
            0 => &[(1.0, 0.0)],
            1 => &[(1.0 - self.probability, 0.0), (self.probability, self.shift)],
            _ => &[
                ((1.0 - self.probability) * (1.0 - self.probability), 0.0),
                ((1.0 - self.probability) * self.probability, self.shift),
                ((1.0 - self.probability) * self.probability, half),
                (self.probability * self.probability, self.shift + half),
            ],
        };
        let older_years = years - recent;
        let Some(older) = Count::binomial(older_years, self.probability) else {
            // The probability was checked when the crisis was made.
            return given_shift(0.0);
        };
        let mut sum = 0.0;
        for count in 0..=older_years {
            let mass = older.mass(usize::from(count));
            if mass > 0.0 {
                for (probability, shift) in recents {
                    sum += mass * probability * given_shift(f64::from(count) * full + shift);
                }
            }
        }
        sum
    }

    /// P(z ≥ `bar`) of a normal forecast with mean `location` and standard deviation `deviation` > 0, `years` ahead.
    #[must_use]
    pub fn normal_at_least(&self, location: f64, deviation: f64, bar: f64, years: u16) -> f64 {
        self.mean(years, |shift| {
            if bar.is_infinite() {
                return if bar > 0.0 { 0.0 } else { 1.0 };
            }
            normal_cdf((location + shift - bar) / deviation)
        })
    }

    /// P(z ≥ `bar`) of a Student-t forecast, `years` ahead.
    #[must_use]
    pub fn at_least(&self, forecast: &Predictive, student: &StudentT, bar: f64, years: u16) -> f64 {
        self.mean(years, |shift| forecast.survival(bar - shift, student))
    }

    /// P(z ≤ `bar`) of a Student-t forecast, `years` ahead.
    #[must_use]
    pub fn at_most(&self, forecast: &Predictive, student: &StudentT, bar: f64, years: u16) -> f64 {
        self.mean(years, |shift| forecast.cdf(bar - shift, student))
    }
}
