//! The same bar every year under the level model: all years share one unknown level and one unknown spread, so one year's
//! success makes the next one likelier.

use crate::distribution::normal_cdf;
use crate::level::Level;

/// ln of a weight too light to count at the precision wanted.
const LEAST_LN_WEIGHT: f64 = -22.0;

/// P(the figure is at least `bar`, on the transformed scale, in each of `years` years to come): E[Φ((μ − z_T)/s)^m] over
/// the posterior of level μ and spread s, to about 1e-8. Lies between p^m and p, where p is the probability of one year.
/// None where the level's variance is not positive, its weight is below 0.5, its degrees of freedom are outside 0.5..=1e9, or
/// the bar is not a number; a bar at ±∞ is sure or impossible.
///
/// With w = s_n/s (w² ~ χ²_ν/ν) and ξ standard normal, (μ − z_T)/s = w (μ_n − z_T)/s_n + ξ/√κ_n; both integrals by the
/// trapezoidal rule, in ln w and ξ, which converges faster than any power of the step for smooth functions that die out
/// at both ends (L. N. Trefethen and J. A. C. Weideman, SIAM Review 56 (2014)).
#[must_use]
pub fn every_year_at_least(level: &Level, bar: f64, years: u16) -> Option<f64> {
    all_years(level.level - bar, level, years)
}

/// The same for a figure that has to be at most `bar` in each year.
#[must_use]
pub fn every_year_at_most(level: &Level, bar: f64, years: u16) -> Option<f64> {
    all_years(bar - level.level, level, years)
}

/// E[Φ(w `headroom`/s_n + ξ/√κ)^m].
fn all_years(headroom: f64, level: &Level, years: u16) -> Option<f64> {
    let has_spread = level.variance > 0.0 && level.variance.is_finite();
    let has_weight = level.weight >= 0.5 && level.weight.is_finite() && (0.5..=1e9).contains(&level.degrees);
    let usable = has_spread && has_weight;
    if !usable || headroom.is_nan() {
        return None;
    }
    if years == 0 || headroom == f64::INFINITY {
        return Some(1.0);
    }
    if headroom == f64::NEG_INFINITY {
        return Some(0.0);
    }
    let margin = headroom / libm::sqrt(level.variance);
    let uncertainty = 1.0 / libm::sqrt(level.weight);
    // Φ^m turns sharper with m, so the step must shrink: its error is exp(−2π²/(step² (1 + m/κ))).
    let step = 0.9 / libm::sqrt(1.0 + f64::from(years) / level.weight);
    let normals = nodes(step, |x| -0.5 * x * x);
    // ln of the density of ln w is ν (t − (e^{2t} − 1)/2): about normal with deviation 1/√(2ν), with a long left tail e^{νt}
    // and no analytic continuation that dies out beyond ±iπ/4, which limits the step for few degrees of freedom.
    let degrees = level.degrees;
    let step = (0.7 / libm::sqrt(2.0 * degrees)).min(0.16);
    let spreads = nodes(step, |t| degrees * (t - 0.5 * libm::expm1(2.0 * t)));
    let (mut sum, mut total) = (0.0, 0.0);
    for (t, weight) in spreads {
        let centre = margin * libm::exp(t);
        let given: f64 = normals
            .iter()
            .map(|(x, weight)| weight * power(normal_cdf(centre + uncertainty * x), years))
            .sum();
        sum += weight * given;
        total += weight;
    }
    let total = total * normals.iter().map(|(_, weight)| weight).sum::<f64>();
    Some((sum / total).clamp(0.0, 1.0))
}

/// Places `step` apart with the exponential of `ln_weight` there, from its maximum at 0 as far as it counts to both sides.
fn nodes(step: f64, ln_weight: impl Fn(f64) -> f64) -> Vec<(f64, f64)> {
    let mut nodes = vec![(0.0, libm::exp(ln_weight(0.0)))];
    for direction in [step, -step] {
        let mut x = direction;
        let mut ln = ln_weight(x);
        while ln > LEAST_LN_WEIGHT {
            nodes.push((x, libm::exp(ln)));
            x += direction;
            ln = ln_weight(x);
        }
    }
    nodes
}

/// base^exponent by repeated squaring.
fn power(base: f64, exponent: u16) -> f64 {
    let (mut result, mut square, mut left) = (1.0, base, exponent);
    while left > 0 {
        if left & 1 == 1 {
            result *= square;
        }
        square *= square;
        left >>= 1;
    }
    result
}
