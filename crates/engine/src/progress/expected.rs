//! The UN Statistics Division's progress chart: where growth so far leads by the deadline, as a share of the gap.
//!
//! As applied by EUSTAT from the Technical Note of 2023. Growth goes on unchanged: this is an extrapolation, no forecast.

use super::course::Course;
use super::gap_share::share_closed;
use super::pace_ratio::{ON_TRACK, actual_growth};

/// Ratio from which progress is fair.
pub const FAIR: f64 = 0.10;

/// The three classes of the expected ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedCategory {
    /// 0.95 and more: met, almost met or on track.
    OnTrack,
    /// 0.10–0.95: fair progress, has to accelerate.
    Fair,
    /// Below 0.10: stagnation or regression.
    Stagnation,
}

impl ExpectedCategory {
    /// The class of a ratio (fraction).
    #[must_use]
    pub fn of(ratio: f64) -> Self {
        match ratio {
            ratio if ratio >= ON_TRACK => Self::OnTrack,
            ratio if ratio >= FAIR => Self::Fair,
            _ => Self::Stagnation,
        }
    }

    /// Points for a mean over several targets: 3, 2, 1, best first.
    #[must_use]
    pub const fn score(self) -> u8 {
        match self {
            Self::OnTrack => 3,
            Self::Fair => 2,
            Self::Stagnation => 1,
        }
    }
}

/// v_e = y_t (1 + actual growth)^(t_T − t): the figure in the deadline's year if growth goes on, in the target's unit.
/// None where growth is undefined; the newest figure itself where its year is the deadline's.
#[must_use]
pub fn expected_value(course: &Course) -> Option<f64> {
    let years_left = f64::from(course.deadline) - f64::from(course.year);
    let expected = course.value * libm::exp(years_left * libm::log1p(actual_growth(course)?));
    (years_left >= 0.0 && expected.is_finite()).then_some(expected)
}

/// (v_e − y₀)/(T − y₀), a fraction. None where growth is undefined, and where there was no gap at the base.
#[must_use]
pub fn expected_ratio(course: &Course) -> Option<f64> {
    share_closed(course.base, expected_value(course)?, course.target)
}
