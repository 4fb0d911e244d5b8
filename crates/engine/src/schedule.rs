//! A smooth path through points typed by a planner: monotone cubic (PCHIP, Fritsch–Butland slopes as SciPy has them).
//!
//! It never overshoots: between two points it stays between their values. Outside the points it holds the nearest value.

use crate::error::{InputError, InputField, Problem};

/// A path through points (year, value).
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    knots: Vec<Knot>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Knot {
    x: f64,
    y: f64,
    slope: f64,
}

impl Schedule {
    /// Makes the path; a single point gives a constant.
    ///
    /// # Errors
    /// No point, a number that is not finite, or years that do not increase.
    pub fn new(points: &[(f64, f64)]) -> Result<Self, InputError> {
        if points.is_empty() {
            return Err(InputError::new(InputField::ThresholdValue, Problem::Empty));
        }
        if points.iter().any(|(x, y)| !x.is_finite() || !y.is_finite()) {
            return Err(InputError::new(InputField::ThresholdValue, Problem::NotANumber));
        }
        if points
            .windows(2)
            .any(|pair| matches!(pair, [(from, _), (to, _)] if from >= to))
        {
            return Err(InputError::new(InputField::ThresholdYear, Problem::NotIncreasing));
        }
        let slopes = slopes(points);
        let knots = points
            .iter()
            .zip(slopes)
            .map(|(&(x, y), slope)| Knot { x, y, slope })
            .collect();
        Ok(Self { knots })
    }

    /// Slope at each point.
    pub fn slopes(&self) -> impl Iterator<Item = f64> + '_ {
        self.knots.iter().map(|knot| knot.slope)
    }

    /// The value at `x`.
    #[must_use]
    pub fn value(&self, x: f64) -> f64 {
        for pair in self.knots.windows(2) {
            if let [left, right] = pair
                && x >= left.x
                && x <= right.x
            {
                return hermite(left, right, x);
            }
        }
        match (self.knots.first(), self.knots.last()) {
            (Some(first), Some(last)) => {
                if x < first.x {
                    first.y
                } else {
                    last.y
                }
            }
            _ => f64::NAN,
        }
    }
}

fn hermite(left: &Knot, right: &Knot, x: f64) -> f64 {
    let width = right.x - left.x;
    let t = (x - left.x) / width;
    let (t2, t3) = (t * t, t * t * t);
    left.y * (2.0 * t3 - 3.0 * t2 + 1.0)
        + width * left.slope * (t3 - 2.0 * t2 + t)
        + right.y * (3.0 * t2 - 2.0 * t3)
        + width * right.slope * (t3 - t2)
}

/// Inside: weighted harmonic mean of the neighbouring secants, zero at a turn. Ends: three-point formula, limited.
fn slopes(points: &[(f64, f64)]) -> Vec<f64> {
    let secants: Vec<(f64, f64)> = points
        .windows(2)
        .filter_map(|pair| match pair {
            [(x0, y0), (x1, y1)] => Some((x1 - x0, (y1 - y0) / (x1 - x0))),
            _ => None,
        })
        .collect();
    let (Some(&first), Some(&last)) = (secants.first(), secants.last()) else {
        return vec![0.0; points.len()];
    };
    if secants.len() == 1 {
        return vec![first.1; 2];
    }
    let mut slopes = Vec::with_capacity(points.len());
    slopes.push(end_slope(first, secants.get(1).copied().unwrap_or(first)));
    for pair in secants.windows(2) {
        if let [(h0, m0), (h1, m1)] = pair {
            slopes.push(if m0 * m1 <= 0.0 {
                0.0
            } else {
                let (w0, w1) = (2.0 * h1 + h0, h1 + 2.0 * h0);
                (w0 + w1) / (w0 / m0 + w1 / m1)
            });
        }
    }
    let before_last = secants.get(secants.len().saturating_sub(2)).copied().unwrap_or(last);
    slopes.push(end_slope(last, before_last));
    slopes
}

/// Slope at an end point from the secant next to it and the one after.
fn end_slope((h0, m0): (f64, f64), (h1, m1): (f64, f64)) -> f64 {
    let slope = ((2.0 * h0 + h1) * m0 - h0 * m1) / (h0 + h1);
    if slope * m0 <= 0.0 {
        0.0
    } else if m0 * m1 <= 0.0 && slope.abs() > 3.0 * m0.abs() {
        3.0 * m0
    } else {
        slope
    }
}
