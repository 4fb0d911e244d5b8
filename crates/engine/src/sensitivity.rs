//! Which input moves the outcome how much: variance shares and one-at-a-time swings.
//!
//! The variance shares are exact and hold for products of independent log-normal inputs only; the swings take any
//! function, but see no interactions and depend on the ranges chosen. Neither draws random numbers.

use core::cmp::Ordering;

use crate::score::mean;

/// How much of the outcome's variance one input of a product accounts for; fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct VarianceShare {
    /// First order (Sobol S₁): alone, without interactions.
    pub first_order: f64,
    /// Total (Sobol S_T): with every interaction it takes part in.
    pub total: f64,
    /// Share of the variance of the outcome's logarithm; these add up to 1 and equal the Shapley shares on that scale.
    pub log_share: f64,
}

/// Variance shares of Y = Π exp(N(0, sᵢ²)), inputs independent, given the standard deviations sᵢ of their logarithms, in
/// the inputs' order: S₁ = (e^{sᵢ²} − 1)/(e^S − 1), S_T = 1 − (e^{S − sᵢ²} − 1)/(e^S − 1), log share sᵢ²/S, S = Σ sᵢ².
///
/// None where nothing varies, where a deviation is negative or not finite, and where the variance is too large a number.
#[must_use]
pub fn variance_shares(log_deviations: &[f64]) -> Option<Vec<VarianceShare>> {
    if log_deviations
        .iter()
        .any(|deviation| deviation.is_nan() || *deviation < 0.0)
    {
        return None;
    }
    let sum: f64 = log_deviations.iter().map(|deviation| deviation * deviation).sum();
    let variance = libm::expm1(sum);
    if !(sum > 0.0 && variance > 0.0 && variance.is_finite()) {
        return None;
    }
    let share = |deviation: &f64| {
        let own = deviation * deviation;
        VarianceShare {
            first_order: libm::expm1(own) / variance,
            total: 1.0 - libm::expm1(sum - own) / variance,
            log_share: own / sum,
        }
    };
    Some(log_deviations.iter().map(share).collect())
}

/// The values one input is tried at, in its own unit; by habit its 10 %, 50 % and 90 % quantiles.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputRange {
    /// Lower value.
    pub low: f64,
    /// Value that stands while other inputs are moved.
    pub base: f64,
    /// Upper value.
    pub high: f64,
}

/// What one input does to the outcome while all others stand at their base, in the outcome's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Swing {
    /// Place of the input among those given.
    pub input: usize,
    /// Outcome at the input's lower value less the outcome at its base.
    pub at_low: f64,
    /// Outcome at the input's upper value less the outcome at its base.
    pub at_high: f64,
}

impl Swing {
    /// Distance between the least and the greatest of the three outcomes, in the outcome's unit. The base counts, so that
    /// an input that moves the outcome the same way at both ends is not taken for idle.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.at_low.max(self.at_high).max(0.0) - self.at_low.min(self.at_high).min(0.0)
    }
}

/// The outcome with everything at its base, and how far each input swings it.
#[derive(Debug, Clone, PartialEq)]
pub struct Swings {
    /// Outcome at the base, in its own unit.
    pub base: f64,
    /// One an input, the widest first; equal ones stay in the inputs' order.
    pub swings: Vec<Swing>,
}

/// Moves each input from its base to both ends, one at a time: 2k + 1 runs of `outcome`, which gets all k inputs in
/// their order. None where the outcome is not finite in any of them.
#[must_use]
pub fn swings(mut outcome: impl FnMut(&[f64]) -> f64, ranges: &[InputRange]) -> Option<Swings> {
    let mut inputs: Vec<f64> = ranges.iter().map(|range| range.base).collect();
    let base = outcome(&inputs);
    let mut swings = Vec::with_capacity(ranges.len());
    for (input, range) in ranges.iter().enumerate() {
        let mut moved = |value: f64| {
            if let Some(place) = inputs.get_mut(input) {
                *place = value;
            }
            outcome(&inputs) - base
        };
        let swing = Swing {
            input,
            at_low: moved(range.low),
            at_high: moved(range.high),
        };
        if let Some(place) = inputs.get_mut(input) {
            *place = range.base;
        }
        swings.push(swing);
    }
    // A mean is finite only where every outcome is.
    mean(
        swings
            .iter()
            .flat_map(|swing| [swing.at_low, swing.at_high])
            .chain([base]),
    )?;
    swings.sort_by(|one, other| other.size().partial_cmp(&one.size()).unwrap_or(Ordering::Equal));
    Some(Swings { base, swings })
}
