//! Quantiles of a sample.
//!
//! Two of the nine definitions in use: type 7 is the one shown, type 8 is there to compare with.

/// How the place of a quantile between two neighbouring values is counted.
///
/// Source: R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuantileType {
    /// (n − 1) p + 1: the least value is the quantile at 0, the greatest at 1.
    Seven,
    /// (n + 1/3) p + 1/3: about unbiased for the median of an order statistic, whatever the distribution.
    Eight,
}

/// Quantile at `p` (a fraction) of values in increasing order, in their own unit; None for an empty slice, `p` outside
/// 0..=1 or a value that is not finite next to the quantile.
#[must_use]
pub fn quantile_of_sorted(sorted: &[f64], p: f64, kind: QuantileType) -> Option<f64> {
    let (index, share) = place(sorted.len(), p, kind)?;
    let lower = *sorted.get(index)?;
    let upper = sorted.get(index + 1).copied().unwrap_or(lower);
    between(lower, upper, share)
}

/// The same of values in any order, which are partly reordered: the time grows with their number, not faster.
#[must_use]
pub fn quantile(values: &mut [f64], p: f64, kind: QuantileType) -> Option<f64> {
    let (index, share) = place(values.len(), p, kind)?;
    let (_, lower, above) = values.select_nth_unstable_by(index, f64::total_cmp);
    let upper = above.iter().copied().min_by(f64::total_cmp).unwrap_or(*lower);
    between(*lower, upper, share)
}

/// Index of the value below the quantile, and the share of the way to the next one.
fn place(count: usize, p: f64, kind: QuantileType) -> Option<(usize, f64)> {
    if count == 0 || !(0.0..=1.0).contains(&p) {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a sample has some thousand values")]
    let (number, last) = (count as f64, (count - 1) as f64);
    let place = match kind {
        QuantileType::Seven => last * p,
        QuantileType::Eight => (number + 1.0 / 3.0) * p + 1.0 / 3.0 - 1.0,
    };
    let place = place.clamp(0.0, last);
    let below = libm::floor(place);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the last index"
    )]
    let index = below as usize;
    Some((index, place - below))
}

fn between(lower: f64, upper: f64, share: f64) -> Option<f64> {
    // A share of 0 must not touch the upper value: it may be infinite.
    let value = if share == 0.0 {
        lower
    } else {
        lower + share * (upper - lower)
    };
    value.is_finite().then_some(value)
}
