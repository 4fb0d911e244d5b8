//! ESCAP's current status index: how far from the base to the target, in tenths.

use plan::Better;

use super::gap_share::share_closed;

/// 10 d (y − y₀)/|T − y₀|: 0 at the base, 10 at the target, negative for the wrong way. None where there is no gap.
///
/// Source: ESCAP, Asia and the Pacific SDG progress assessment; the expression as UNICEF MENARO implements it.
#[must_use]
pub fn current_status(base: f64, value: f64, target: f64, better: Better) -> Option<f64> {
    let share = share_closed(base, value, target)?;
    let is_asked_way = match better {
        Better::Higher => target > base,
        Better::Lower => target < base,
    };
    // |T − y₀| in the denominator: a base past the target does not turn a worse figure into progress.
    Some(if is_asked_way {
        10.0 * share
    } else {
        -10.0 * share + 0.0
    })
}

/// 10 − 10 |T − y|/|T − y₀|: the index of a target that is missed on either side, such as parity. None where the base is
/// the target.
#[must_use]
pub fn parity_status(base: f64, value: f64, target: f64) -> Option<f64> {
    let index = 10.0 - 10.0 * (target - value).abs() / (target - base).abs();
    index.is_finite().then_some(index)
}
