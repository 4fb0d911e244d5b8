//! Crises: each year one may strike with the same probability and shift the figure, for good or in part.
//!
//! Only for a forecast whose spread does not contain past crises already: else they would count twice.

use plan::Better;

use crate::distribution::{Count, StudentT, normal_cdf};
use crate::drift::Predictive;

/// Shifts less likely than that move no figure that is shown.
const LEAST_PROBABILITY: f64 = 1e-15;
/// A step so short, in scales of the forecast, that the place it leads to is right to all digits: they double with each.
const LAST_STEP: f64 = 1e-7;
/// How near to a quantile is near enough where steps only halve the way, in scales of the forecast.
const CLOSE: f64 = 1e-13;
/// Steps after which a quantile is as near as it gets; some five are usual.
const STEPS: usize = 80;

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

    /// The same for a figure of which `better` is better: a crisis always makes it worse.
    #[must_use]
    pub fn against(self, better: Better) -> Self {
        let shift = match better {
            Better::Higher => -self.shift.abs(),
            Better::Lower => self.shift.abs(),
        };
        Self { shift, ..self }
    }

    /// The same with its shift `factor` times as large, where the scale is not the logarithm the shift is meant for; as it
    /// was for a factor that is not finite.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        let shift = self.shift * factor;
        Self {
            shift: if shift.is_finite() { shift } else { self.shift },
            ..self
        }
    }

    /// What crises may have done to a figure `years` ahead: every shift with its probability.
    ///
    /// Without rebound this is j δ with Bin(j; h, q). With a rebound share r, a crisis in the last year counts δ, one in
    /// the year before δ (1 − r/2), an older one δ (1 − r).
    #[must_use]
    pub fn shifts(&self, years: u16) -> Shifts {
        // Where nothing is made good, the year of a crisis does not matter.
        let recent = if self.rebound == 0.0 { 0 } else { years.min(2) };
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
            return Shifts(vec![(1.0, 0.0)]);
        };
        let mut shifts = Vec::new();
        for count in 0..=older_years {
            let mass = older.mass(usize::from(count));
            for (probability, shift) in recents {
                let probability = mass * probability;
                if probability > LEAST_PROBABILITY {
                    shifts.push((probability, f64::from(count) * full + shift));
                }
            }
        }
        Shifts(shifts)
    }

    /// Mean of `given_shift` over what crises may have done to the figure `years` ahead.
    #[must_use]
    pub fn mean(&self, years: u16, given_shift: impl Fn(f64) -> f64) -> f64 {
        self.shifts(years).mean(given_shift)
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
        self.shifts(years).at_least(forecast, student, bar)
    }

    /// P(z ≤ `bar`) of a Student-t forecast, `years` ahead.
    #[must_use]
    pub fn at_most(&self, forecast: &Predictive, student: &StudentT, bar: f64, years: u16) -> f64 {
        self.shifts(years).at_most(forecast, student, bar)
    }
}

/// Shifts that crises may have added up to, each with its probability (a fraction).
#[derive(Debug, Clone, PartialEq)]
pub struct Shifts(Vec<(f64, f64)>);

impl Shifts {
    /// Mean of `given_shift`.
    #[must_use]
    pub fn mean(&self, given_shift: impl Fn(f64) -> f64) -> f64 {
        let parts = self
            .0
            .iter()
            .map(|(probability, shift)| probability * given_shift(*shift));
        parts.sum()
    }

    /// P(z ≥ `bar`) of a Student-t forecast moved by them.
    #[must_use]
    pub fn at_least(&self, forecast: &Predictive, student: &StudentT, bar: f64) -> f64 {
        self.mean(|shift| forecast.survival(bar - shift, student))
            .clamp(0.0, 1.0)
    }

    /// P(z ≤ `bar`) of a Student-t forecast moved by them.
    #[must_use]
    pub fn at_most(&self, forecast: &Predictive, student: &StudentT, bar: f64) -> f64 {
        self.mean(|shift| forecast.cdf(bar - shift, student)).clamp(0.0, 1.0)
    }

    /// Where a Student-t forecast moved by them has `p` in 0..1 below it, given its own quantile `size` (in scales from
    /// its location): Newton's steps kept between the quantiles without a crisis and with the worst.
    #[must_use]
    pub fn quantile(&self, forecast: &Predictive, student: &StudentT, p: f64, size: f64) -> f64 {
        let calm = forecast.location + size * forecast.scale;
        let furthest = |pick: fn(f64, f64) -> f64| self.0.iter().fold(0.0, |end, (_, shift)| pick(end, *shift));
        let (mut low, mut high) = (calm + furthest(f64::min), calm + furthest(f64::max));
        let mut z = calm + self.mean(|shift| shift);
        for _ in 0..STEPS {
            if !(z > low && z < high) {
                z = 0.5 * (low + high);
            }
            let excess = self.at_most(forecast, student, z) - p;
            if excess > 0.0 {
                high = z;
            } else {
                low = z;
            }
            let density = self.mean(|shift| student.density((z - shift - forecast.location) / forecast.scale));
            let step = excess * forecast.scale / density;
            let next = z - step;
            if step.abs() <= LAST_STEP * forecast.scale || high - low <= CLOSE * forecast.scale {
                return next.clamp(low, high);
            }
            z = next;
        }
        z.clamp(low, high)
    }
}
