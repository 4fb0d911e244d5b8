//! Where a forecast's variance comes from: exact shares, because its parts are independent and add up.

use crate::damping::{damped_years, shock_variance};
use crate::drift::{COMMON_PERSISTENCE, Drift, DriftPrior};
use crate::inputs::Mode;

/// Shares of the variance of a forecast on the transformed scale; fractions that add up to 1. For independent normal
/// parts of a sum they are first-order, total and Shapley shares at once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SpreadShares {
    /// Shocks that all targets share.
    pub common: f64,
    /// Shocks of this target alone.
    pub own: f64,
    /// The rate of change being uncertain: estimated in Trend mode, typed or from an identity in the others.
    pub rate: f64,
    /// The long-run rate being uncertain; 0 but in Trend mode.
    pub long_run: f64,
}

/// The shares `h` years after the newest figure; None for h = 0. `plan_weight` is what typed growth is worth, in years.
#[must_use]
pub fn spread_shares(drift: &Drift, prior: &DriftPrior, mode: Mode, plan_weight: f64, h: u16) -> Option<SpreadShares> {
    let loading = prior.exposure * prior.exposure;
    let common = loading * shock_variance(h, COMMON_PERSISTENCE);
    let own = (1.0 - loading) * shock_variance(h, prior.persistence);
    let years = f64::from(h);
    let (rate, long_run) = match mode {
        Mode::Trend => {
            let damped = damped_years(h, prior.damping);
            let undamped = years - damped;
            (
                damped * damped / drift.weight,
                undamped * undamped / prior.long_run_weight,
            )
        }
        Mode::Plan | Mode::Driver => (years * years / plan_weight, 0.0),
    };
    let total = common + own + rate + long_run;
    (total > 0.0 && total.is_finite()).then(|| SpreadShares {
        common: common / total,
        own: own / total,
        rate: rate / total,
        long_run: long_run / total,
    })
}
