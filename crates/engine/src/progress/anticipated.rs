//! ESCAP's anticipated progress: a line through the figures, newer ones weighing more, followed to the deadline.
//!
//! A description by an office's method, without a spread; the fan is the forecast.

use plan::Better;

use super::current_status::current_status;
use crate::transform::Transform;

/// Index above which the target counts as going to be met.
pub const WILL_BE_MET: f64 = 9.0;

/// Labels of the anticipated index.
///
/// Source: cut-offs as UNICEF MENARO implements them, labels as ECA words them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnticipatedCategory {
    /// Above 9: going to be met; maintain.
    Maintain,
    /// Above 0, up to 9: accelerate.
    Accelerate,
    /// 0 and below: reverse the trend.
    Reverse,
}

impl AnticipatedCategory {
    /// The label of an index.
    #[must_use]
    pub fn of(index: f64) -> Self {
        match index {
            index if index > WILL_BE_MET => Self::Maintain,
            index if index > 0.0 => Self::Accelerate,
            _ => Self::Reverse,
        }
    }
}

/// Where the weighted line leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Anticipated {
    /// Change a year on the transformed scale.
    pub slope: f64,
    /// The line in the deadline's year, in the target's unit.
    pub predicted: f64,
    /// 10 d (predicted − y₀)/|T − y₀|.
    pub index: f64,
    /// 100 |T − predicted|/|T − y₀|: the part of the gap left open, percent; 0 where the line meets the target.
    pub gap_percent: f64,
    deadline: i16,
    at_deadline: f64,
    transform: Transform,
}

impl Anticipated {
    /// z on the line in `year`, on the transformed scale.
    #[must_use]
    pub fn line(&self, year: i16) -> f64 {
        self.at_deadline + self.slope * (f64::from(year) - f64::from(self.deadline))
    }

    /// The scale the line is straight on.
    #[must_use]
    pub const fn transform(&self) -> Transform {
        self.transform
    }

    /// The label of the index.
    #[must_use]
    pub fn category(&self) -> AnticipatedCategory {
        AnticipatedCategory::of(self.index)
    }
}

/// w_i = (Y* − t₁)/(Y* − t_i), Y* the deadline: 1 for the first year, more for later ones. None where a year is not
/// before the deadline.
#[must_use]
pub fn anticipated_weights(years: &[i16], deadline: i16) -> Option<Vec<f64>> {
    let left = |year: i16| f64::from(deadline) - f64::from(year);
    let first = left(*years.first()?);
    years
        .iter()
        .map(|year| (left(*year) > 0.0).then(|| first / left(*year)))
        .collect()
}

/// Fits the weighted line to `points` (year, figure in the target's unit), years increasing and before `deadline`, on the
/// scale of `transform`, and follows it there. `base` is the figure the gap is measured from.
///
/// None with fewer than two points, where a figure lies outside the scale, and where there was no gap at the base.
#[must_use]
pub fn anticipate(
    points: &[(i16, f64)],
    base: f64,
    target: f64,
    deadline: i16,
    better: Better,
    transform: Transform,
) -> Option<Anticipated> {
    let years: Vec<i16> = points.iter().map(|(year, _)| *year).collect();
    let weights = anticipated_weights(&years, deadline)?;
    let values: Option<Vec<f64>> = points.iter().map(|(_, value)| transform.forward(*value)).collect();
    let values = values?;
    // Years count from the deadline: small numbers keep their last digits.
    let weighted = |of: &dyn Fn(f64, f64) -> f64| -> f64 {
        weights
            .iter()
            .zip(years.iter().zip(&values))
            .map(|(weight, (year, z))| weight * of(f64::from(*year) - f64::from(deadline), *z))
            .sum()
    };
    let total: f64 = weights.iter().sum();
    let mean_year = weighted(&|year, _| year) / total;
    let mean = weighted(&|_, z| z) / total;
    let products = weighted(&|year, z| (year - mean_year) * (z - mean));
    let squares = weighted(&|year, _| (year - mean_year) * (year - mean_year));
    let slope = products / squares;
    let at_deadline = mean - slope * mean_year;
    let predicted = transform.inverse(at_deadline);
    let is_met = match better {
        Better::Higher => predicted >= target,
        Better::Lower => predicted <= target,
    };
    let gap_percent = 100.0 * (target - predicted).abs() / (target - base).abs();
    if !(slope.is_finite() && at_deadline.is_finite() && gap_percent.is_finite()) {
        return None;
    }
    Some(Anticipated {
        slope,
        predicted,
        index: current_status(base, predicted, target, better)?,
        gap_percent: if is_met { 0.0 } else { gap_percent },
        deadline,
        at_deadline,
        transform,
    })
}
