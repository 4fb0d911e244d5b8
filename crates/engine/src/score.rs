//! How good forecasts were: scores of points, intervals and whole distributions.
//!
//! One forecast against one outcome, or a plain mean over several. It makes no forecasts and knows no target: the
//! back-test does that. Smaller is better for every score here. None where a score is undefined, never NaN.

use crate::distribution::StudentT;
use crate::drift::Predictive;

/// Mean absolute change from one training value to the next, in the values' unit: the error of "no change", by which
/// errors are scaled. None with fewer than two values, and when nothing ever changed.
#[must_use]
pub fn naive_error(training: &[f64]) -> Option<f64> {
    let changes = training.windows(2).filter_map(|pair| match pair {
        [before, after] => Some((after - before).abs()),
        _ => None,
    });
    mean(changes).filter(|error| *error > 0.0)
}

/// MASE: mean absolute error in units of `naive_error`, a pure number; below 1, errors are smaller than the values used to
/// change from one to the next.
/// None without errors, or when either number is not positive and finite enough to divide by.
///
/// Source: Hyndman and Koehler, International Journal of Forecasting 22 (2006).
#[must_use]
pub fn scaled_error(errors: &[f64], naive_error: f64) -> Option<f64> {
    let mean_error = mean(errors.iter().map(|error| error.abs()))?;
    finite(mean_error / naive_error).filter(|_| naive_error > 0.0)
}

/// Interval score of the band from `lower` to `upper` that should hold `outcome` with probability 1 − `alpha`
/// (a fraction), in the outcome's unit: (u − l) + 2/α (l − y)₊ + 2/α (y − u)₊. None unless 0 < `alpha` < 1.
///
/// Source: Gneiting and Raftery, JASA 102 (2007).
#[must_use]
pub fn interval_score(lower: f64, upper: f64, outcome: f64, alpha: f64) -> Option<f64> {
    let outside = (lower - outcome).max(0.0) + (outcome - upper).max(0.0);
    finite(upper - lower + 2.0 / alpha * outside).filter(|_| alpha > 0.0 && alpha < 1.0)
}

/// CRPS of the equally likely `draws` against `outcome`, in the outcome's unit: mean |x − y| − Σ|xᵢ − xⱼ|/(2m²).
/// None without draws, or where a number is not finite.
#[must_use]
pub fn crps_of_draws(draws: &[f64], outcome: f64) -> Option<f64> {
    let count = count(draws);
    finite(mean_distance(draws, outcome)? - pairwise_distance(draws)? / (count * count))
}

/// CRPS as if the ensemble were unboundedly large: m(m − 1) in place of m², so that more draws score no better by their
/// number alone. None with fewer than two draws, or where a number is not finite.
///
/// Source: Ferro, Richardson and Weigel, Meteorological Applications 15 (2008).
#[must_use]
pub fn fair_crps_of_draws(draws: &[f64], outcome: f64) -> Option<f64> {
    let count = count(draws);
    finite(mean_distance(draws, outcome)? - pairwise_distance(draws)? / (count * (count - 1.0)))
}

/// CRPS of a Student-t forecast in closed form, in the outcome's unit. None unless ν > 1 (below it the score has no
/// finite value) and the scale is positive.
///
/// s { z (2F − 1) + 2 f (ν + z²)/(ν − 1) − 2√ν/(ν − 1) B(1/2, ν − 1/2)/B(1/2, ν/2)² }, z = (y − μ)/s.
/// Source: Jordan, Krüger and Lerch, Journal of Statistical Software 90 (2019).
#[must_use]
pub fn crps_of_student(forecast: &Predictive, outcome: f64) -> Option<f64> {
    let Predictive {
        location,
        scale,
        degrees,
    } = *forecast;
    if !(degrees > 1.0 && scale > 0.0) {
        return None;
    }
    let student = StudentT::new(degrees);
    let z = (outcome - location) / scale;
    let centre = z * (1.0 - 2.0 * student.survival(z));
    let tails = 2.0 * student.density(z) * (degrees + z * z) / (degrees - 1.0);
    let spread = 2.0 * libm::sqrt(degrees) / (degrees - 1.0)
        * libm::exp(ln_beta_half(degrees - 0.5) - 2.0 * ln_beta_half(degrees / 2.0));
    finite(scale * (centre + tails - spread))
}

/// Brier score of a `probability` (fraction) for something that did or did not happen: its squared error, a fraction.
/// 0.25 is what "one half" always gets.
#[must_use]
pub fn brier_score(probability: f64, happened: bool) -> f64 {
    let error = probability - if happened { 1.0 } else { 0.0 };
    error * error
}

/// Mean of `values`; None without any, or where it is not finite.
#[must_use]
pub fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values
        .into_iter()
        .fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    finite(sum / count)
}

/// ln B(1/2, b), for b > 0.
fn ln_beta_half(b: f64) -> f64 {
    0.5 * libm::log(core::f64::consts::PI) + libm::lgamma(b) - libm::lgamma(b + 0.5)
}

fn mean_distance(draws: &[f64], outcome: f64) -> Option<f64> {
    mean(draws.iter().map(|draw| (draw - outcome).abs()))
}

/// Half of Σᵢ Σⱼ |xᵢ − xⱼ|, by sorting: each value stands above those before it and below those after it.
fn pairwise_distance(draws: &[f64]) -> Option<f64> {
    let mut sorted = draws.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (mut sum, mut total, mut before) = (0.0, 0.0, 0.0);
    for draw in sorted {
        total += before * draw - sum;
        sum += draw;
        before += 1.0;
    }
    finite(total)
}

fn count(draws: &[f64]) -> f64 {
    draws.iter().fold(0.0, |count, _| count + 1.0)
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
