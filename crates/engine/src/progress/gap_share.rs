//! The share of the gap at the base that is closed, or on course to be closed (McArthur and Rasmussen, 2019).

/// (y − y₀)/(T − y₀), a fraction: with the newest figure, the share closed so far; with a median or an extrapolation of
/// the deadline's year, the share on course to be closed by then. Past 1 beyond the target, negative for the wrong way.
/// None where there is no gap. A figure that meets its target is "achieved", whatever this share says.
#[must_use]
pub fn share_closed(base: f64, value: f64, target: f64) -> Option<f64> {
    // Adding zero takes the sign off a share of −0.
    let share = (value - base) / (target - base) + 0.0;
    share.is_finite().then_some(share)
}
