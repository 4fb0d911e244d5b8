//! A forecast of one year: a Student-t on the transformed scale, or a count of units.

use crate::distribution::{Count, StudentT};
use crate::drift::Predictive;
use crate::rule::Threshold;
use crate::transform::Transform;

/// What is foretold for one year.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Forecast {
    /// On the transformed scale.
    Student(Predictive),
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
}

impl UnitsForecast {
    fn value(&self, gained: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "some hundred units at most")]
        let gained = gained as f64;
        (f64::from(self.reached) + gained) * self.size
    }

    /// Units that must be there for `bar` (in the target's unit) to be reached: 40 % of 105 is 42, not 43.
    fn needed(&self, bar: f64) -> usize {
        let needed = libm::ceil(bar / self.size - 1e-9) - f64::from(self.reached);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "some hundred units at most"
        )]
        let needed = needed.clamp(0.0, 65_535.0) as usize;
        needed
    }
}

impl Forecast {
    /// The Student-t, where it is one.
    pub const fn student(&self) -> Option<Predictive> {
        match self {
            Self::Student(predictive) => Some(*predictive),
            Self::Units(_) => None,
        }
    }

    /// The median, in the target's unit.
    pub fn median(&self, transform: Transform) -> f64 {
        match self {
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
            Self::Units(units) => probabilities.map(|p| units.value(units.gains.quantile(p))),
        }
    }

    /// Probability that it meets `threshold`.
    pub fn probability(&self, threshold: &Threshold, student: &StudentT, transform: Transform) -> f64 {
        match self {
            Self::Student(predictive) => threshold.probability(predictive, student, transform),
            Self::Units(units) => match threshold.better {
                plan::Better::Higher => units.gains.at_least(units.needed(threshold.value)),
                plan::Better::Lower => units.gains.at_most(units.needed(threshold.value)),
            },
        }
    }
}
