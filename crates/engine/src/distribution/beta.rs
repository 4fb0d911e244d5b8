//! The beta distribution and the regularised incomplete beta function that Student's t shares with it.

/// The beta distribution on 0..1; keeps what does not depend on the argument.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    alpha: f64,
    beta: f64,
    ln_beta: f64,
}

impl Beta {
    /// The distribution with shapes `alpha` and `beta`; None unless both are within 1e-3..=1e9.
    #[must_use]
    pub fn new(alpha: f64, beta: f64) -> Option<Self> {
        let usable = 1e-3..=1e9;
        (usable.contains(&alpha) && usable.contains(&beta)).then(|| Self {
            alpha,
            beta,
            ln_beta: libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta),
        })
    }

    /// F(x) = P(X ≤ x); 0 below 0, 1 above 1, NaN for NaN.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            incomplete_beta(self.alpha, self.beta, x, 1.0 - x, self.ln_beta).clamp(0.0, 1.0)
        }
    }

    /// F⁻¹(p) by Newton's steps kept within a bracket; 0 for p ≤ 0, 1 for p ≥ 1, NaN for NaN.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        if p.is_nan() {
            return f64::NAN;
        }
        if p <= 0.0 {
            return 0.0;
        }
        if p >= 1.0 {
            return 1.0;
        }
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = self.alpha / (self.alpha + self.beta);
        for _ in 0..200 {
            if !(x > low && x < high) {
                x = 0.5 * (low + high);
            }
            let excess = self.cdf(x) - p;
            if excess > 0.0 {
                high = x;
            } else {
                low = x;
            }
            let step = excess / self.density(x);
            let next = x - step;
            if step.abs() <= 4.0 * f64::EPSILON * x || high - low <= 4.0 * f64::EPSILON * high {
                return if next > low && next < high { next } else { x };
            }
            x = next;
        }
        x
    }

    fn density(&self, x: f64) -> f64 {
        libm::exp((self.alpha - 1.0) * libm::log(x) + (self.beta - 1.0) * libm::log1p(-x) - self.ln_beta)
    }
}

/// I_x(a, b) for 0 < x < 1, given y = 1 − x to full precision and ln B(a, b).
///
/// Source: DLMF 8.17.22, with the symmetry I_x(a, b) = 1 − I_y(b, a) where the fraction would converge slowly.
pub(super) fn incomplete_beta(a: f64, b: f64, x: f64, y: f64, ln_beta: f64) -> f64 {
    let front = libm::exp(a * libm::log(x) + b * libm::log(y) - ln_beta);
    if x < (a + 1.0) / (a + (b + 2.0)) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, y) / b
    }
}

/// The continued fraction of the incomplete beta function by Lentz's method (DLMF 8.17.22).
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away_from_zero = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..300_u16 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        let change = d * c;
        result *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    result
}
