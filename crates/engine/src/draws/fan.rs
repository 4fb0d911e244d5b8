//! Quantiles of the chosen target's draws.
//!
//! Hyndman and Fan's type 7 between two order statistics that are first mapped back to figures, as if the figures
//! themselves had been sorted. Must not know how they were drawn.

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
    pub(crate) fn of(year: i16, values: &[f64], transform: Transform, with_dots: bool) -> Option<Self> {
        let last = values.len().checked_sub(1)?;
        let mut keys: Vec<i64> = values.iter().map(|z| key(*z)).collect();
        if with_dots {
            keys.sort_unstable();
        } else {
            let ranks = FAN_PROBABILITIES.map(|probability| place(last, probability).0);
            put_in_place(&mut keys, 0, &ranks.map(|rank| [rank, rank + 1]).concat());
        }
        let at = |probability: f64| {
            let (below, share) = place(last, probability);
            let figure = |rank: usize| keys.get(rank).or(keys.last()).map(|z| transform.inverse(value(*z)));
            let low = figure(below).unwrap_or_default();
            low + share * (figure(below + 1).unwrap_or_default() - low)
        };
        let dots = if with_dots { 0..DOTS } else { 0..0 };
        Some(Self {
            year,
            quantiles: FAN_PROBABILITIES.map(at),
            dots: dots.map(|dot| at((f64::from(dot) + 0.5) / f64::from(DOTS))).collect(),
        })
    }
}

/// Type 7: rank (from 0) and share of the way to the next one, at `last`·p.
fn place(last: usize, probability: f64) -> (usize, f64) {
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 draws")]
    let place = last as f64 * probability;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 ≤ place ≤ last"
    )]
    let below = place as usize;
    #[expect(clippy::cast_precision_loss, reason = "far fewer than 2^52 draws")]
    let share = place - below as f64;
    (below, share)
}

/// Puts the keys of `ranks` (increasing, counted from `offset`) where sorting would put them, and nothing else: a third of
/// a sort's work for a fan.
fn put_in_place(keys: &mut [i64], offset: usize, ranks: &[usize]) {
    let Some(middle) = ranks.get(ranks.len() / 2).copied() else {
        return;
    };
    let (before, rest) = ranks.split_at(ranks.partition_point(|rank| *rank < middle));
    let after = rest
        .get(rest.partition_point(|rank| *rank <= middle)..)
        .unwrap_or_default();
    let index = middle - offset;
    if index < keys.len() {
        let (low, _, high) = keys.select_nth_unstable(index);
        put_in_place(low, offset, before);
        put_in_place(high, middle + 1, after);
    } else {
        // Past the largest key: nothing lies there.
        put_in_place(keys, offset, before);
    }
}

/// A whole number that compares as the float does, in the order of [`f64::total_cmp`]; integers sort faster.
fn key(z: f64) -> i64 {
    flip(z.to_bits().cast_signed())
}

fn value(key: i64) -> f64 {
    f64::from_bits(flip(key).cast_unsigned())
}

/// Turns the size bits of negative numbers round; its own inverse.
const fn flip(bits: i64) -> i64 {
    bits ^ (((bits >> 63).cast_unsigned()) >> 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::{FAN_PROBABILITIES, FanYear};
    use crate::draws::{key, normal, philox};
    use crate::transform::Transform;

    #[test]
    fn a_few_ranks_in_place_give_the_quantiles_of_a_sort() {
        for count in [1, 2, 3, 7, 41, 1000, 1001] {
            let values: Vec<f64> = (0..count)
                .map(|draw| {
                    let [w0, w1, ..] = philox([draw, 0, 0, 0], key(3));
                    // Ties and both signs.
                    (normal(w0, w1) * 50.0).round() / 50.0
                })
                .collect();
            let fan = |with_dots| FanYear::of(2030, &values, Transform::Log, with_dots);
            let (selected, sorted) = (fan(false), fan(true));
            let quantiles = |fan: &Option<FanYear>| fan.as_ref().map(|fan| fan.quantiles);
            assert_eq!(quantiles(&selected), quantiles(&sorted), "{count}");
            assert!(quantiles(&sorted).is_some_and(|quantiles| quantiles.is_sorted()));
            assert!(selected.is_some_and(|fan| fan.dots.is_empty()));
            assert!(sorted.is_some_and(|fan| fan.dots.len() == 50 && fan.dots.is_sorted()));
        }
    }

    #[test]
    fn quantiles_are_type_seven_of_the_figures() {
        // Vector D04's type 7: 1, 2, …, 10 at p lies at 1 + 9p.
        let values: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        let found = FanYear::of(2030, &values, Transform::Identity, false);
        assert!(found.is_some_and(|found| {
            let mut pairs = found.quantiles.iter().zip(FAN_PROBABILITIES);
            pairs.all(|(found, probability)| (found - (1.0 + 9.0 * probability)).abs() < 1e-12)
        }));
        // Between 1 and e the figures are averaged, not their logarithms.
        let two = FanYear::of(2030, &[0.0, 1.0], Transform::Log, false);
        let [.., median, _, _, _] = two.map_or([0.0; 7], |two| two.quantiles);
        assert!((median - 0.5 * (1.0 + core::f64::consts::E)).abs() < 1e-15);
        assert_eq!(FanYear::of(2030, &[], Transform::Log, true), None);
    }
}
