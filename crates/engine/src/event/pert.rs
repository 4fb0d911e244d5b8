//! A date or a rate about which a least, a most likely and a greatest value are known (PERT).

use crate::distribution::Beta;

/// A PERT distribution, in the unit of its three values (for a date: calendar years with their fraction).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pert {
    minimum: f64,
    mode: f64,
    maximum: f64,
    /// None where minimum and maximum are one value.
    shape: Option<Beta>,
}

impl Pert {
    /// The distribution with `minimum` ≤ `mode` ≤ `maximum`; None when they are not finite or not in this order. Three
    /// equal values make that value certain.
    ///
    /// Source: D. G. Malcolm et al., Operations Research 7 (1959), in the usual form with weight 4 on the mode:
    /// α = 1 + 4 (m − a)/(b − a), β = 1 + 4 (b − m)/(b − a).
    #[must_use]
    pub fn new(minimum: f64, mode: f64, maximum: f64) -> Option<Self> {
        let width = maximum - minimum;
        if !(minimum <= mode && mode <= maximum && width.is_finite()) {
            return None;
        }
        let shape = if width > 0.0 {
            let (alpha, beta) = shapes(minimum, mode, maximum);
            Some(Beta::new(alpha, beta)?)
        } else {
            None
        };
        Some(Self {
            minimum,
            mode,
            maximum,
            shape,
        })
    }

    /// α and β, both within 1..=5; None where the value is certain.
    #[must_use]
    pub fn shapes(&self) -> Option<(f64, f64)> {
        self.shape.map(|_| shapes(self.minimum, self.mode, self.maximum))
    }

    /// (a + 4 m + b)/6.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.minimum + (4.0 * (self.mode - self.minimum) + (self.maximum - self.minimum)) / 6.0
    }

    /// P(X ≤ x): for a date, the probability that it is done by x. NaN only for NaN.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match self.shape {
            Some(shape) => shape.cdf((x - self.minimum) / (self.maximum - self.minimum)),
            None if x.is_nan() => f64::NAN,
            None if x < self.minimum => 0.0,
            None => 1.0,
        }
    }

    /// The value below which the share `p` lies: turns a uniform number into a date. The ends for p ≤ 0 and p ≥ 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        match self.shape {
            Some(shape) => self.minimum + shape.quantile(p) * (self.maximum - self.minimum),
            None => self.minimum,
        }
    }
}

fn shapes(minimum: f64, mode: f64, maximum: f64) -> (f64, f64) {
    let width = maximum - minimum;
    (
        1.0 + 4.0 * (mode - minimum) / width,
        1.0 + 4.0 * (maximum - mode) / width,
    )
}
