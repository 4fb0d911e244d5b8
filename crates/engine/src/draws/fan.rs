//! Quantiles of the chosen target's draws.
//!
//! Hyndman and Fan's type 7 between two order statistics that are first mapped back to figures, as if the figures
//! themselves had been sorted.

use crate::transform::Transform;

/// The probabilities of a fan: the ends of the 95, 80 and 50 % bands and the median.
pub const FAN_PROBABILITIES: [f64; 7] = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];
/// Dots of a dot plot; each stands for 2 % of the draws.
pub const DOTS: u8 = 50;

/// The chosen target's draws, year by year.
#[derive(Debug, Clone, PartialEq)]
pub struct Fan {
    /// The target.
    pub indicator: u32,
    /// Its years.
    pub years: Vec<FanYear>,
}

/// One year's quantiles, as figures in the target's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct FanYear {
    /// The calendar year.
    pub year: i16,
    /// At [`FAN_PROBABILITIES`].
    pub quantiles: [f64; 7],
    /// In years that decide an event: the quantiles at (i + ½)/50. Empty in others.
    pub dots: Vec<f64>,
}

impl FanYear {
    /// The quantiles of `values` on the transformed scale; None without values.
    pub(crate) fn of(year: i16, mut values: Vec<f64>, transform: Transform, with_dots: bool) -> Option<Self> {
        if values.is_empty() {
            return None;
        }
        values.sort_unstable_by(f64::total_cmp);
        let at = |probability: f64| quantile_of_sorted(&values, probability, transform);
        let dots = if with_dots { 0..DOTS } else { 0..0 };
        Some(Self {
            year,
            quantiles: FAN_PROBABILITIES.map(at),
            dots: dots.map(|dot| at((f64::from(dot) + 0.5) / f64::from(DOTS))).collect(),
        })
    }
}

/// Type 7: the value at place (n − 1)·p of the sorted figures, linear between two.
fn quantile_of_sorted(values: &[f64], probability: f64, transform: Transform) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 draws")]
    let place = values.len().saturating_sub(1) as f64 * probability;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 ≤ place < length"
    )]
    let below = place as usize;
    let figure = |index: usize| {
        values
            .get(index)
            .or(values.last())
            .map_or(0.0, |z| transform.inverse(*z))
    };
    let (low, high) = (figure(below), figure(below + 1));
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 draws")]
    let share = place - below as f64;
    low + share * (high - low)
}
