//! How a damped drift and correlated shocks add up over a horizon of `h` years.

/// D_h = φ + φ² + … + φ^h: how many undamped years of drift are left after damping by `phi` (h itself when φ = 1).
#[must_use]
pub fn damped_years(h: u16, phi: f64) -> f64 {
    let mut power = 1.0;
    let mut sum = 0.0;
    for _ in 0..h {
        power *= phi;
        sum += power;
    }
    sum
}

/// V_h(ρ) = h + 2 Σ (h − k) ρ^k: variance of the sum of `h` yearly shocks of unit variance whose neighbours correlate by `rho`.
#[must_use]
pub fn shock_variance(h: u16, rho: f64) -> f64 {
    let years = f64::from(h);
    let mut power = 1.0;
    let mut sum = 0.0;
    for k in 1..h {
        power *= rho;
        sum += (years - f64::from(k)) * power;
    }
    years + 2.0 * sum
}
