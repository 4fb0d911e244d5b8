//! What it takes: the pace a year that leads from one figure to another, and the year a pace gets there.
//!
//! Closed forms only. None where a form is undefined.

use crate::damping::damped_years;
use crate::transform::Transform;

/// The unit a pace is said in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaceUnit {
    /// Compound growth, percent a year.
    PercentPerYear,
    /// The target's own unit a year (percentage points for shares, places for ranks).
    UnitsPerYear,
}

/// A pace with its unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// Change a year.
    pub value: f64,
    /// Its unit.
    pub unit: PaceUnit,
}

/// (target/from)^(1/years) − 1, a fraction a year; None unless both are positive and `years` > 0.
#[must_use]
pub fn compound(from: f64, target: f64, years: f64) -> Option<f64> {
    finite((from > 0.0 && target > 0.0 && years > 0.0).then(|| libm::expm1(libm::log(target / from) / years)))
}

/// (target − from)/years, units a year.
#[must_use]
pub fn linear(from: f64, target: f64, years: f64) -> Option<f64> {
    finite((years > 0.0).then(|| (target - from) / years))
}

/// Change of the transformed figure a year.
#[must_use]
pub fn on_scale(transform: Transform, from: f64, target: f64, years: f64) -> Option<f64> {
    linear(transform.forward(from)?, transform.forward(target)?, years)
}

/// Share of the remaining gap to `upper` that must close each year, a fraction; None when `target` is the bound itself.
#[must_use]
pub fn gap_closing(from: f64, target: f64, upper: f64, years: f64) -> Option<f64> {
    let left = (upper - target) / (upper - from);
    finite((years > 0.0 && left > 0.0).then(|| -libm::expm1(libm::log(left) / years)))
}

/// b such that z_from + D_n(φ) b = z_target: undamped change of the transformed figure a year; the first year moves φ b.
#[must_use]
pub fn damped(transform: Transform, from: f64, target: f64, years: u16, phi: f64) -> Option<f64> {
    linear(
        transform.forward(from)?,
        transform.forward(target)?,
        damped_years(years, phi),
    )
}

/// Growth a year in the second phase, a fraction, after growth `first` over `first_years`; 0 when that already suffices.
#[must_use]
pub fn second_phase(from: f64, first: f64, first_years: f64, target: f64, second_years: f64) -> Option<f64> {
    let halfway = from * libm::exp(first_years * libm::log1p(first));
    compound(halfway, target, second_years).map(|growth| growth.max(0.0))
}

/// Log growth a year that makes P(y ≥ target) = p: the median must clear the target by `quantile` (t_p) scales.
#[must_use]
pub fn log_growth_for_probability(from: f64, target: f64, years: f64, quantile: f64, scale: f64) -> Option<f64> {
    finite(
        (from > 0.0 && target > 0.0 && years > 0.0)
            .then(|| (libm::log(target) + quantile * scale - libm::log(from)) / years),
    )
}

/// Year (with its fraction) in which `from` in `start` reaches `target` at `rate` a year on the transformed scale;
/// None when the pace leads away from it. Already there: `start`.
#[must_use]
pub fn attainment(transform: Transform, from: f64, start: f64, rate: f64, target: f64) -> Option<f64> {
    let distance = transform.forward(target)? - transform.forward(from)?;
    if distance == 0.0 {
        return Some(start);
    }
    finite((distance * rate > 0.0).then(|| start + distance / rate))
}

fn finite(value: Option<f64>) -> Option<f64> {
    value.filter(|value| value.is_finite())
}
