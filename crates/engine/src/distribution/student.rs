//! Student's t distribution with any positive number of degrees of freedom.

use super::beta::incomplete_beta;
use super::normal::normal_quantile;

/// Student's t with ν degrees of freedom; keeps what does not depend on the argument.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT {
    degrees: f64,
    ln_beta: f64,
}

impl StudentT {
    /// The distribution with `degrees` > 0 degrees of freedom; a value that is not positive and finite is taken as 1e-3 or 1e9.
    #[must_use]
    pub fn new(degrees: f64) -> Self {
        let degrees = if degrees.is_nan() {
            1e-3
        } else {
            degrees.clamp(1e-3, 1e9)
        };
        let half = degrees / 2.0;
        // ln B(ν/2, 1/2); Γ(1/2) = √π.
        let ln_beta = libm::lgamma(half) + 0.5 * libm::log(core::f64::consts::PI) - libm::lgamma(half + 0.5);
        Self { degrees, ln_beta }
    }

    /// Degrees of freedom ν.
    #[must_use]
    pub const fn degrees(&self) -> f64 {
        self.degrees
    }

    /// F(t) = P(T ≤ t).
    #[must_use]
    pub fn cdf(&self, t: f64) -> f64 {
        if t.is_nan() {
            return f64::NAN;
        }
        if t == f64::INFINITY {
            return 1.0;
        }
        let tail = self.upper_tail(t.abs());
        if t > 0.0 { 1.0 - tail } else { tail }
    }

    /// P(T > t) for any t, without losing digits in the upper tail.
    #[must_use]
    pub fn survival(&self, t: f64) -> f64 {
        self.cdf(-t)
    }

    /// F⁻¹(p); ∓∞ for p ≤ 0 and p ≥ 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        if p.is_nan() {
            return f64::NAN;
        }
        if p <= 0.0 {
            return f64::NEG_INFINITY;
        }
        if p >= 1.0 {
            return f64::INFINITY;
        }
        let tail = p.min(1.0 - p);
        let size = if tail == 0.5 { 0.0 } else { self.upper_quantile(tail) };
        if p < 0.5 { -size } else { size }
    }

    /// P(T > t) for t ≥ 0: half of I_x(ν/2, 1/2) with x = ν/(ν + t²).
    fn upper_tail(&self, t: f64) -> f64 {
        let (a, squared) = (self.degrees / 2.0, t * t);
        if squared.is_infinite() {
            return 0.0;
        }
        let x = self.degrees / (self.degrees + squared);
        let y = squared / (self.degrees + squared);
        if squared == 0.0 {
            0.5
        } else {
            0.5 * incomplete_beta(a, 0.5, x, y, self.ln_beta)
        }
    }

    /// f(t): the density at `t`.
    #[must_use]
    pub fn density(&self, t: f64) -> f64 {
        let half = (self.degrees + 1.0) / 2.0;
        libm::exp(-self.ln_beta - 0.5 * libm::log(self.degrees) - half * libm::log1p(t * t / self.degrees))
    }

    /// t > 0 with P(T > t) = `tail`, for 0 < tail < 1/2: Newton's steps kept within a bracket.
    fn upper_quantile(&self, tail: f64) -> f64 {
        let z = -normal_quantile(tail);
        // First terms of the Cornish–Fisher expansion; only a starting point.
        let mut t = z + (z * z * z + z) / (4.0 * self.degrees);
        let (mut low, mut high) = (0.0, t.max(1e-8));
        for _ in 0..1100 {
            if self.upper_tail(high) < tail || high > 1e300 {
                break;
            }
            low = high;
            high *= 2.0;
        }
        for _ in 0..200 {
            if !(t > low && t < high) {
                t = 0.5 * (low + high);
            }
            let excess = self.upper_tail(t) - tail;
            if excess > 0.0 {
                low = t;
            } else {
                high = t;
            }
            let step = excess / self.density(t);
            let next = t + step;
            if step.abs() <= 4.0 * f64::EPSILON * t || high - low <= 4.0 * f64::EPSILON * high {
                return if next > low && next < high { next } else { t };
            }
            t = next;
        }
        t
    }
}

#[cfg(test)]
mod tests {
    use super::StudentT;

    #[test]
    fn quantile_undoes_cdf() {
        for degrees in [1.0, 2.5, 3.0, 8.0, 30.0, 200.0] {
            let t = StudentT::new(degrees);
            for p in [1e-6, 0.025, 0.1, 0.25, 0.4, 0.5, 0.75, 0.9, 0.975, 1.0 - 1e-6] {
                let back = t.cdf(t.quantile(p));
                assert!((back - p).abs() <= 1e-12, "nu {degrees} p {p} -> {back}");
            }
        }
    }

    #[test]
    fn ends_are_infinite_and_nothing_is_nan() {
        let t = StudentT::new(3.0);
        assert_eq!(t.quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(t.quantile(1.0), f64::INFINITY);
        assert_eq!(t.cdf(f64::INFINITY), 1.0);
        assert_eq!(t.cdf(f64::NEG_INFINITY), 0.0);
        assert!(StudentT::new(f64::NAN).cdf(0.3).is_finite());
    }

    #[test]
    fn the_tail_is_empty_where_a_square_overflows() {
        let t = StudentT::new(3.0);
        for far in [1e155, 1e300, f64::MAX] {
            assert_eq!((t.cdf(-far), t.survival(far), t.cdf(far)), (0.0, 0.0, 1.0), "{far}");
        }
    }
}
