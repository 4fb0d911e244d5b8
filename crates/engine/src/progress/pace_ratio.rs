//! Actual against required pace (Eurostat, Statistics Canada, Open SDG): compound growth where a quantity grows without
//! limit, the same ratio on other scales where it does not.
//!
//! Both paces start from the same base. Every ratio is a fraction, 1 = as fast as required, negative = the wrong way.

use super::course::Course;
use crate::pace::{compound, linear, on_scale};
use crate::transform::Transform;

/// Ratio from which progress is on track.
pub const ON_TRACK: f64 = 0.95;
/// Ratio from which progress is more than limited.
pub const MODERATE: f64 = 0.60;

/// The four classes of a pace ratio.
///
/// Source: Open SDG, progress methodology, after Eurostat (2021).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceCategory {
    /// 95 % of the required pace and more.
    OnTrack,
    /// 60–95 %: progress, but it has to accelerate.
    Moderate,
    /// 0–60 %.
    Limited,
    /// Away from the target.
    Deterioration,
}

impl PaceCategory {
    /// The class of a ratio (fraction).
    #[must_use]
    pub fn of(ratio: f64) -> Self {
        match ratio {
            ratio if ratio >= ON_TRACK => Self::OnTrack,
            ratio if ratio >= MODERATE => Self::Moderate,
            ratio if ratio >= 0.0 => Self::Limited,
            _ => Self::Deterioration,
        }
    }
}

/// (y_t/y₀)^(1/(t − t₀)) − 1: compound growth since the base, a fraction a year; None unless both figures are positive
/// and the newest is younger than the base.
#[must_use]
pub fn actual_growth(course: &Course) -> Option<f64> {
    compound(course.base, course.value, course.years_elapsed())
}

/// (T/y₀)^(1/(t_T − t₀)) − 1: compound growth from the base that just meets the target, a fraction a year; None unless
/// both are positive and the deadline lies after the base.
#[must_use]
pub fn required_growth(course: &Course) -> Option<f64> {
    compound(course.base, course.target, course.years_allowed())
}

/// d · actual growth / |required growth|. None where either is undefined, and where no growth is required.
#[must_use]
pub fn growth_ratio(course: &Course) -> Option<f64> {
    ratio(course, actual_growth(course)?, required_growth(course)?)
}

/// d · [(y_t − y₀)/(t − t₀)] / |(T − y₀)/(t_T − t₀)|: the ratio in the target's own unit, for shares in the middle of their
/// range (percentage points) and for a base that is zero or negative. None where no change is required.
#[must_use]
pub fn points_ratio(course: &Course) -> Option<f64> {
    let actual = linear(course.base, course.value, course.years_elapsed())?;
    ratio(
        course,
        actual,
        linear(course.base, course.target, course.years_allowed())?,
    )
}

/// The ratio of changes on a transformed scale, for shares and ranks that end near a bound. The target has to lie inside
/// the scale: for 100 %, pass the value that rounds to it. None where a number is outside.
#[must_use]
pub fn ratio_on_scale(course: &Course, transform: Transform) -> Option<f64> {
    let actual = on_scale(transform, course.base, course.value, course.years_elapsed())?;
    let required = on_scale(transform, course.base, course.target, course.years_allowed())?;
    ratio(course, actual, required)
}

/// The ratio of the rates (ln, a year) at which the gap to the bound `upper` closes; the target has to lie below it.
/// None where a number lies at `upper` or past it.
#[must_use]
pub fn gap_closing_ratio(course: &Course, upper: f64) -> Option<f64> {
    let rate = |value: f64, years: f64| {
        let left = (upper - value) / (upper - course.base);
        (upper > course.base && left > 0.0 && years > 0.0).then(|| -libm::log(left) / years)
    };
    let actual = rate(course.value, course.years_elapsed())?;
    ratio(course, actual, rate(course.target, course.years_allowed())?)
}

/// Score of a ratio between −5 and 5, for the mean over several targets: min(7.1429 R − 4.2857, 5) from R = 0.6 on,
/// max(4.1667 R − 2.5, −5) below. None unless the ratio is a number.
///
/// Source: Open SDG, `get_score` of sdg-build.
#[must_use]
pub fn pace_score(ratio: f64) -> Option<f64> {
    let score = if ratio >= MODERATE {
        (7.1429 * ratio - 4.2857).min(5.0)
    } else {
        (4.1667 * ratio - 2.5).max(-5.0)
    };
    (!ratio.is_nan()).then_some(score)
}

/// The required pace is taken without its sign, so that the wrong way stays negative even where the base was past the
/// target.
fn ratio(course: &Course, actual: f64, required: f64) -> Option<f64> {
    // Adding zero takes the sign off a ratio of −0.
    let ratio = course.direction() * actual / required.abs() + 0.0;
    ratio.is_finite().then_some(ratio)
}
