//! A forecast of one year: a Student-t on the transformed scale, or a count of units.

use crate::distribution::{Count, StudentT};
use crate::drift::Predictive;
use crate::event::Shifts;
use crate::rule::Threshold;
use crate::transform::Transform;

/// What is foretold for one year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Forecast {
    /// On the transformed scale.
    Student(Predictive),
    /// The same, moved by the crises that may have struck before it.
    Stressed(Predictive, Shifts),
    /// Units gained since the newest figure.
    Units(UnitsForecast),
}

/// A count of units in a year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnitsForecast {
    /// Units there in the newest figure.
    pub reached: u16,
    /// What one unit is in the target's unit: 1, or 100/M for a share.
    pub size: f64,
    /// Units gained since.
    pub gains: Count,
    /// Probability of each unit left to be among them, a fraction.
    pub probability: f64,
}

impl UnitsForecast {
    fn value(&self, gained: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "some hundred units at most")]
        let gained = gained as f64;
        (f64::from(self.reached) + gained) * self.size
    }

    /// Units that must be gained for `threshold` to be met.
    fn needed(&self, threshold: &Threshold) -> usize {
        let needed = units_needed(threshold, self.size) - f64::from(self.reached);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some hundred units at most"
        )]
        let needed = needed.clamp(0.0, 65_535.0) as usize;
        needed
    }
}

/// Units that must be there for `threshold` to be met, where one is worth `size` of the target's unit: 40 % of 105 is 42,
/// not 43, and more than 40 % is 43.
pub(crate) fn units_needed(threshold: &Threshold, size: f64) -> f64 {
    let bar = threshold.effective() / size;
    if threshold.is_strict {
        libm::floor(bar + 1e-9) + 1.0
    } else {
        libm::ceil(bar - 1e-9)
    }
}

impl Forecast {
    /// Probability that a unit left over in the newest figure is there by this year; None where units are not counted.
    pub const fn share_gained(&self) -> Option<f64> {
        match self {
            Self::Units(units) => Some(units.probability),
            _ => None,
        }
    }

    /// The Student-t, where it is one.
    pub const fn student(&self) -> Option<Predictive> {
        match self {
            Self::Student(predictive) | Self::Stressed(predictive, ..) => Some(*predictive),
            Self::Units(_) => None,
        }
    }

    /// The Student-t, to be moved.
    pub const fn student_mut(&mut self) -> Option<&mut Predictive> {
        match self {
            Self::Student(predictive) | Self::Stressed(predictive, ..) => Some(predictive),
            Self::Units(_) => None,
        }
    }

    /// The median, in the target's unit.
    pub fn median(&self, transform: Transform) -> f64 {
        match self {
            Self::Stressed(predictive, shifts) => {
                let student = StudentT::new(predictive.degrees);
                transform.inverse(shifts.quantile(predictive, &student, 0.5, 0.0))
            }
            Self::Student(predictive) => transform.inverse(predictive.location),
            Self::Units(units) => units.value(units.gains.quantile(0.5)),
        }
    }

    /// The values below which the forecast stays with each of `probabilities`, in the target's unit; `sizes` are their
    /// Student-t quantiles.
    pub fn quantiles<const N: usize>(
        &self,
        transform: Transform,
        probabilities: [f64; N],
        sizes: [f64; N],
    ) -> [f64; N] {
        match self {
            Self::Student(predictive) => {
                sizes.map(|size| transform.inverse(predictive.location + size * predictive.scale))
            }
            Self::Stressed(predictive, shifts) => {
                let student = StudentT::new(predictive.degrees);
                let mut quantiles = sizes;
                for (size, p) in quantiles.iter_mut().zip(probabilities) {
                    *size = transform.inverse(shifts.quantile(predictive, &student, p, *size));
                }
                quantiles
            }
            Self::Units(units) => probabilities.map(|p| units.value(units.gains.quantile(p))),
        }
    }

    /// Probability that it meets `threshold`.
    pub fn probability(&self, threshold: &Threshold, student: &StudentT, transform: Transform) -> f64 {
        match self {
            Self::Student(predictive) => threshold.probability(predictive, student, transform),
            Self::Stressed(predictive, shifts) => {
                let bar = transform.forward_or_infinite(threshold.effective());
                match threshold.better {
                    plan::Better::Higher => shifts.at_least(predictive, student, bar),
                    plan::Better::Lower => shifts.at_most(predictive, student, bar),
                }
            }
            // Units are only ever gained: the data has no such target of which fewer are better.
            Self::Units(units) => units.gains.at_least(units.needed(threshold)),
        }
    }
}
