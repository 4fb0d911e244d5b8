//! Shares counted among draws: their standard errors, intervals, and the number of draws that makes them precise enough.

use crate::distribution::normal_quantile;

/// A counted share, or a difference of two, with its standard error. Fractions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// The share, or the difference.
    pub value: f64,
    /// Its standard error.
    pub standard_error: f64,
}

impl Share {
    /// p = hits/draws with standard error √(p (1 − p)/draws); None without draws or with more hits than draws.
    #[must_use]
    pub fn of(hits: u32, draws: u32) -> Option<Self> {
        let (value, draws) = ratio(hits, draws)?;
        Some(Self {
            value,
            standard_error: libm::sqrt(value * (1.0 - value) / draws),
        })
    }
}

/// Wilson's interval (lower, upper) of a share at confidence `level`, fractions; None without draws, with more hits than
/// draws, or with a level outside 0..1.
///
/// Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927).
#[must_use]
pub fn wilson(hits: u32, draws: u32, level: f64) -> Option<(f64, f64)> {
    let (share, draws) = ratio(hits, draws)?;
    let z = two_sided(level)?;
    let squared = z * z / draws;
    let centre = (share + squared / 2.0) / (1.0 + squared);
    let half = z * libm::sqrt(share * (1.0 - share) / draws + squared / (4.0 * draws)) / (1.0 + squared);
    Some(((centre - half).max(0.0), (centre + half).min(1.0)))
}

/// z √(p (1 − p)/draws): half the width of a share's interval at confidence `level`, all fractions; None where the share
/// or the level is none, or without draws.
#[must_use]
pub fn half_width(share: f64, draws: u32, level: f64) -> Option<f64> {
    let z = two_sided(level)?;
    let usable = (0.0..=1.0).contains(&share) && draws > 0;
    usable.then(|| z * libm::sqrt(share * (1.0 - share) / f64::from(draws)))
}

/// Draws needed so that the interval of a share at confidence `level` is `error` wide to either side: z² p (1 − p)/error²,
/// rounded up. None where the share or the level is none, or `error` is not positive; at most [`u32::MAX`].
#[must_use]
pub fn required_draws(share: f64, error: f64, level: f64) -> Option<u32> {
    let z = two_sided(level)?;
    if !(0.0..=1.0).contains(&share) || error.is_nan() || error <= 0.0 {
        return None;
    }
    let draws = libm::ceil(z * z * share * (1.0 - share) / (error * error));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a number too large gives the greatest"
    )]
    Some(draws.max(1.0) as u32)
}

/// Share of `first` less share of `second`, where both scenarios were run on the same draws: standard error
/// √(Var(I₁ − I₂)/draws), usually several times smaller than for independent runs. None when the lengths differ or are 0.
#[must_use]
pub fn paired_difference(first: &[bool], second: &[bool]) -> Option<Share> {
    if first.len() != second.len() {
        return None;
    }
    let count = |wanted: (bool, bool)| {
        let pairs = first.iter().zip(second);
        pairs.filter(|(one, other)| (**one, **other) == wanted).count()
    };
    difference(count((true, false)), count((false, true)), first.len())
}

/// The same for hits kept as bits, 64 draws a word; bits past `draws` in the last word count nothing. None when the
/// numbers of words differ or do not hold exactly `draws`.
#[must_use]
pub fn paired_difference_of_bits(first: &[u64], second: &[u64], draws: u32) -> Option<Share> {
    let draws = usize::try_from(draws).ok()?;
    if first.len() != second.len() || first.len() != draws.div_ceil(64) {
        return None;
    }
    let (mut only_first, mut only_second, mut left) = (0, 0, draws);
    for (one, other) in first.iter().zip(second) {
        let used = if left >= 64 { u64::MAX } else { (1 << left) - 1 };
        only_first += bits(one & !other & used);
        only_second += bits(other & !one & used);
        left = left.saturating_sub(64);
    }
    difference(only_first, only_second, draws)
}

fn difference(only_first: usize, only_second: usize, draws: usize) -> Option<Share> {
    if draws == 0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "some thousand draws")]
    let (gained, lost, draws) = (only_first as f64, only_second as f64, draws as f64);
    let value = (gained - lost) / draws;
    let variance = ((gained + lost) / draws - value * value).max(0.0);
    Some(Share {
        value,
        standard_error: libm::sqrt(variance / draws),
    })
}

const fn bits(word: u64) -> usize {
    word.count_ones() as usize
}

/// hits/draws and the number of draws.
fn ratio(hits: u32, draws: u32) -> Option<(f64, f64)> {
    (draws > 0 && hits <= draws).then(|| (f64::from(hits) / f64::from(draws), f64::from(draws)))
}

/// z with P(|Z| ≤ z) = `level`.
fn two_sided(level: f64) -> Option<f64> {
    (level > 0.0 && level < 1.0).then(|| normal_quantile(0.5 + level / 2.0))
}
