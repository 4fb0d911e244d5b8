//! Growth where no value is asked for: fixed thresholds a year, eased near a natural limit.

use plan::Better;

use super::pace_ratio::PaceCategory;

/// Growth (fraction a year, in the better direction) from which progress is on track.
const ON_TRACK_GROWTH: f64 = 0.015;
/// Growth from which it is more than limited.
const MODERATE_GROWTH: f64 = 0.005;
/// How steeply the thresholds fall on the way to a limit.
const STEEPNESS: f64 = 4.44;

/// The factor C in [0, 1] that the thresholds are multiplied with near a natural `limit`: 1 − (y₀/L)^4.44 up to the limit,
/// the same mirrored from there to 2L, 1 beyond. None unless the limit is positive and the base is not negative.
///
/// Source: Open SDG, `get_progress_thresholds` of sdg-build.
#[must_use]
pub fn limit_factor(base: f64, limit: f64) -> Option<f64> {
    if !(limit > 0.0 && limit.is_finite() && base >= 0.0) {
        return None;
    }
    let near = if base <= limit {
        base / limit
    } else {
        (2.0 - base / limit).max(0.0)
    };
    Some(1.0 - libm::pow(near, STEEPNESS))
}

/// The class of `growth` (compound, a fraction a year) without a target: 1.5 % and 0.5 % a year in the better direction,
/// times `factor` (1 where there is no limit).
///
/// Source: Open SDG, progress methodology.
#[must_use]
pub fn category_without_target(growth: f64, better: Better, factor: f64) -> PaceCategory {
    let growth = match better {
        Better::Higher => growth,
        Better::Lower => -growth,
    };
    match growth {
        growth if growth >= ON_TRACK_GROWTH * factor => PaceCategory::OnTrack,
        growth if growth >= MODERATE_GROWTH * factor => PaceCategory::Moderate,
        growth if growth >= 0.0 => PaceCategory::Limited,
        _ => PaceCategory::Deterioration,
    }
}
