//! Deeds that may be done in any year, each year with its own probability.

/// P(done by the end of each year) = 1 − Π (1 − h_t), for hazards h_t (fractions) of the years in order: the probability
/// that what is not done yet gets done in that year. None when one is no probability.
#[must_use]
pub fn done_by(hazards: &[f64]) -> Option<Vec<f64>> {
    let mut open = 1.0;
    hazards
        .iter()
        .map(|hazard| {
            if !(0.0..=1.0).contains(hazard) {
                return None;
            }
            open *= 1.0 - hazard;
            Some(1.0 - open)
        })
        .collect()
}

/// P(done) after `years` of the same `hazard` a year: 1 − (1 − h)^n, kept exact for small hazards. None when the hazard is
/// no probability.
#[must_use]
pub fn cumulative_hazard(hazard: f64, years: u16) -> Option<f64> {
    if !(0.0..=1.0).contains(&hazard) {
        return None;
    }
    Some(if years == 0 {
        0.0
    } else {
        -libm::expm1(f64::from(years) * libm::log1p(-hazard))
    })
}
