//! How much each factor of a sum of products contributed to its change: the logarithmic mean Divisia index, LMDI-I.
//!
//! Source: B. W. Ang, The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33 (2005); zeros by the
//! analytic limits of B. W. Ang and N. Liu, Energy Policy 35 (2007), never by small numbers put in their place.

/// One term of the sum: a product of N factors at the start and at the end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorChange<const N: usize> {
    /// The factors at the start, none negative.
    pub start: [f64; N],
    /// The factors at the end.
    pub end: [f64; N],
}

/// The change of the sum, by factor and by term; both add up to it exactly (but for rounding).
#[derive(Debug, Clone, PartialEq)]
pub struct Contributions<const N: usize> {
    /// Change owed to each factor, in the sum's unit.
    pub by_factor: [f64; N],
    /// Change of each term.
    pub by_term: Vec<f64>,
}

/// effect_x = Σ_s L(y_s1, y_s0) ln(x_s1/x_s0) for the factors x of the terms s.
///
/// A term that appears or vanishes is owed to the factor that was or became zero, in equal parts where several did.
/// None where a factor is negative or not finite.
#[must_use]
pub fn contributions<const N: usize>(terms: &[FactorChange<N>]) -> Option<Contributions<N>> {
    let mut by_factor = [0.0; N];
    let mut by_term = Vec::with_capacity(terms.len());
    for term in terms {
        let usable = |factors: &[f64; N]| factors.iter().all(|factor| *factor >= 0.0 && factor.is_finite());
        if !usable(&term.start) || !usable(&term.end) {
            return None;
        }
        let (start, end): (f64, f64) = (term.start.iter().product(), term.end.iter().product());
        if !start.is_finite() || !end.is_finite() {
            return None;
        }
        by_term.push(end - start);
        let pairs = || term.start.iter().zip(&term.end);
        if start > 0.0 && end > 0.0 {
            let mean = logarithmic_mean(end, start)?;
            for (effect, (from, to)) in by_factor.iter_mut().zip(pairs()) {
                *effect += mean * libm::log(to / from);
            }
        } else if start != end {
            // L ln(x₁/x₀) tends to the whole change for the factor that tends to zero, and to 0 for the others.
            let is_owed = |(from, to): (&f64, &f64)| if start > 0.0 { *to == 0.0 } else { *from == 0.0 };
            let owed = pairs().filter(|pair| is_owed(*pair)).fold(0.0, |count, _| count + 1.0);
            if owed == 0.0 {
                // A product of numbers above zero that is too small to be told from zero.
                return None;
            }
            for (effect, pair) in by_factor.iter_mut().zip(pairs()) {
                if is_owed(pair) {
                    *effect += (end - start) / owed;
                }
            }
        }
    }
    Some(Contributions { by_factor, by_term })
}

/// L(a, b) = (a − b)/ln(a/b), with L(a, a) = a and L(a, 0) = 0; None for numbers that are negative or not finite.
#[must_use]
pub fn logarithmic_mean(a: f64, b: f64) -> Option<f64> {
    let usable = |value: f64| value >= 0.0 && value.is_finite();
    if !usable(a) || !usable(b) {
        return None;
    }
    if a == 0.0 || b == 0.0 {
        return Some(0.0);
    }
    let relative = (a - b) / b;
    Some(if a == b {
        a
    } else if relative.abs() < 0.5 {
        // Near one another the logarithm of the ratio would lose the digits of the difference.
        (a - b) / libm::log1p(relative)
    } else {
        (a - b) / (libm::log(a) - libm::log(b))
    })
}
