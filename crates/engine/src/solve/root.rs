//! A root between two limits, by interpolation that is never worse than bisection by more than one evaluation.

/// What a search between two limits found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Root {
    /// The function changes its sign here.
    Found {
        /// The place, within the tolerance.
        x: f64,
        /// How often the function was evaluated, the two limits included.
        evaluations: u16,
    },
    /// The function has the same sign at both limits: what is sought is out of reach between them.
    NoSignChange {
        /// The limit where the function is nearer to zero.
        nearer_end: f64,
        /// The function's value there.
        value: f64,
    },
    /// The function is not a number here, or a limit is not finite or too far from the other.
    Undefined {
        /// The place.
        at: f64,
    },
}

/// Root of `function` between `low` and `high` (in either order) to within `tolerance` either side; a tolerance finer than
/// the numbers near the limits can hold is widened to theirs. A step function gets the place of its step.
///
/// Source: I. F. D. Oliveira and R. H. C. Takahashi, An enhancement of the bisection method average performance preserving
/// minmax optimality, ACM Transactions on Mathematical Software 47 (2020), with κ₁ = 0.2/(b − a), κ₂ = 2, n₀ = 1.
#[must_use]
pub fn root(mut function: impl FnMut(f64) -> f64, low: f64, high: f64, tolerance: f64) -> Root {
    let (mut a, mut b) = (low.min(high), low.max(high));
    for limit in [low, high] {
        if !limit.is_finite() {
            return Root::Undefined { at: limit };
        }
    }
    let width = b - a;
    if width.is_infinite() {
        return Root::Undefined { at: a };
    }
    let (mut at_a, mut at_b) = (function(a), function(b));
    for (x, value) in [(a, at_a), (b, at_b)] {
        if value.is_nan() {
            return Root::Undefined { at: x };
        }
    }
    let found = |x: f64, evaluations: u16| Root::Found { x, evaluations };
    if at_a == 0.0 {
        return found(a, 2);
    }
    if at_b == 0.0 {
        return found(b, 2);
    }
    if (at_a > 0.0) == (at_b > 0.0) {
        let (nearer_end, value) = if at_a.abs() <= at_b.abs() { (a, at_a) } else { (b, at_b) };
        return Root::NoSignChange { nearer_end, value };
    }
    // The method is stated for a function that rises.
    let sign = if at_b > 0.0 { 1.0 } else { -1.0 };
    (at_a, at_b) = (sign * at_a, sign * at_b);
    let finest = 2.0 * f64::EPSILON * a.abs().max(b.abs()).max(f64::MIN_POSITIVE);
    let tolerance = if tolerance > finest { tolerance } else { finest };
    let bisections = libm::ceil(libm::log2(width / (2.0 * tolerance))).clamp(0.0, 1100.0);
    // Bisection with n₀ = 1 evaluation to spare: the projection radius halves with every step. A thousandth less, so that
    // rounding cannot cost one step more.
    let mut allowed = 0.999 * tolerance * libm::exp2(bisections + 1.0);
    let mut evaluations = 2_u16;
    while b - a > 2.0 * tolerance && evaluations < 1200 {
        let half = 0.5 * (b - a);
        let middle = a + half;
        let radius = (allowed - half).max(0.0);
        allowed *= 0.5;
        let x = project(interpolate(a, at_a, b, at_b, width), middle, radius);
        let value = sign * function(x);
        evaluations += 1;
        if value.is_nan() {
            return Root::Undefined { at: x };
        }
        if value > 0.0 {
            (b, at_b) = (x, value);
        } else if value < 0.0 {
            (a, at_a) = (x, value);
        } else {
            return found(x, evaluations);
        }
    }
    found(a + 0.5 * (b - a), evaluations)
}

/// The secant's root, moved towards the middle by κ₁ (b − a)².
fn interpolate(a: f64, at_a: f64, b: f64, at_b: f64, width: f64) -> f64 {
    let middle = a + 0.5 * (b - a);
    let secant = (at_b * a - at_a * b) / (at_b - at_a);
    if !secant.is_finite() {
        return middle;
    }
    let truncation = 0.2 / width * (b - a) * (b - a);
    let away = middle - secant;
    if truncation <= away.abs() {
        secant + truncation.copysign(away)
    } else {
        middle
    }
}

/// `x`, brought to within `radius` of `middle`.
fn project(x: f64, middle: f64, radius: f64) -> f64 {
    if (x - middle).abs() <= radius {
        x
    } else {
        middle + radius.copysign(x - middle)
    }
}
