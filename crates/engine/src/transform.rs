//! The scales on which figures are projected.
//!
//! Quantiles map through unchanged, so a band computed on the transformed scale keeps its coverage and never leaves its bounds.

/// A monotone increasing map from a figure to the scale it is projected on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Transform {
    /// z = y.
    Identity,
    /// z = ln y, for y > 0.
    Log,
    /// z = ln((y − lower)/(upper − y)), for lower < y < upper.
    Logit {
        /// Lower bound, never reached.
        lower: f64,
        /// Upper bound, never reached.
        upper: f64,
    },
}

impl Transform {
    /// z for `y`; None outside the scale's domain.
    #[must_use]
    pub fn forward(self, y: f64) -> Option<f64> {
        let z = match self {
            Self::Identity => y,
            Self::Log if y > 0.0 => libm::log(y),
            Self::Logit { lower, upper } if y > lower && y < upper => libm::log((y - lower) / (upper - y)),
            _ => return None,
        };
        z.is_finite().then_some(z)
    }

    /// z for `y`, where a threshold outside the domain is as far away as can be: −∞ below, +∞ above.
    #[must_use]
    pub fn forward_or_infinite(self, y: f64) -> f64 {
        self.forward(y).unwrap_or_else(|| {
            let below = match self {
                Self::Identity => y == f64::NEG_INFINITY,
                Self::Log => y <= 0.0,
                Self::Logit { lower, .. } => y <= lower,
            };
            if below { f64::NEG_INFINITY } else { f64::INFINITY }
        })
    }

    /// `y` where the scale holds it, else the nearest place on the scale: a thousandth of its width inside a bound, a
    /// thousandth of a unit above zero.
    #[must_use]
    pub fn nearest(self, y: f64) -> f64 {
        match self {
            Self::Log if y <= 0.0 => 0.001,
            Self::Logit { lower, upper } if y <= lower => lower + 0.001 * (upper - lower),
            Self::Logit { lower, upper } if y >= upper => upper - 0.001 * (upper - lower),
            _ => y,
        }
    }

    /// y for `z`. Total: a z beyond what the scale can hold gives the bound (or the largest number on the log scale).
    #[must_use]
    pub fn inverse(self, z: f64) -> f64 {
        match self {
            Self::Identity => z.clamp(-f64::MAX, f64::MAX),
            Self::Log => libm::exp(z).min(f64::MAX),
            Self::Logit { lower, upper } => lower + (upper - lower) / (1.0 + libm::exp(-z)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Transform;

    const PERCENT: Transform = Transform::Logit {
        lower: 0.0,
        upper: 100.0,
    };

    #[test]
    fn outside_the_domain_there_is_no_z() {
        for (transform, y) in [
            (Transform::Log, 0.0),
            (Transform::Log, -1.0),
            (PERCENT, 0.0),
            (PERCENT, 100.0),
            (PERCENT, f64::NAN),
        ] {
            assert_eq!(transform.forward(y), None, "{transform:?} {y}");
        }
    }

    #[test]
    fn thresholds_outside_the_domain_are_infinitely_far() {
        assert_eq!(PERCENT.forward_or_infinite(0.0), f64::NEG_INFINITY);
        assert_eq!(PERCENT.forward_or_infinite(100.0), f64::INFINITY);
        assert_eq!(Transform::Log.forward_or_infinite(-3.0), f64::NEG_INFINITY);
    }

    #[test]
    fn inverse_stays_within_bounds_for_any_z() {
        for z in [-1e9, -800.0, 0.0, 800.0, 1e9] {
            let y = PERCENT.inverse(z);
            assert!((0.0..=100.0).contains(&y), "{z} -> {y}");
            assert!(Transform::Log.inverse(z).is_finite(), "{z}");
        }
    }
}
