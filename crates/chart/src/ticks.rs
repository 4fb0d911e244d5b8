//! The vertical range and its ticks. It must not know about pixels.
//!
//! Steps are 1, 2, 2.5 or 5 times a power of ten, four to six ticks, and the range ends on a tick, as the eye reads a
//! value against the nearest line. Among the steps that fit, the one that leaves the least empty room wins.

/// What a unit allows: the least and greatest value it can have, and the decimals its figures are given in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    pub floor: Option<f64>,
    pub ceil: Option<f64>,
    pub decimals: u8,
}

/// A vertical range and the values lines are drawn at, rising.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scale {
    pub low: f64,
    pub high: f64,
    pub ticks: Vec<f64>,
    /// The decimals every tick is worded with.
    pub decimals: usize,
}

/// Finest power of ten a tick can be a multiple of, as `f64` and the labels have their limits too.
const FINEST: i32 = -9;
const COARSEST: i32 = 15;
/// Room left above and below the data, as a share of its span.
const HEADROOM: f64 = 0.04;
/// How much of a scale chosen earlier data have to take for it to stay.
const LEAST_FILL: f64 = 0.5;

/// A step between ticks, kept as a mantissa and a power so that a tick is one rounding away from its decimal value.
#[derive(Clone, Copy, Debug)]
struct Step {
    mantissa: f64,
    power: i32,
}

impl Step {
    fn times(self, count: f64) -> f64 {
        let size = power_of_ten(self.power.unsigned_abs());
        let value = count * self.mantissa;
        // Adding zero turns -0 into 0, which would be worded "-0".
        (if self.power < 0 { value / size } else { value * size }) + 0.0
    }

    fn decimals(self) -> i32 {
        let fraction = i32::from(self.mantissa == 2.5);
        (fraction - self.power).max(0)
    }
}

/// By table-like multiplication, as `powi` and `log10` may round differently in the browser.
fn power_of_ten(power: u32) -> f64 {
    (0..power).fold(1.0, |size, _| size * 10.0)
}

/// The range for data between `low` and `high`, both finite and in order.
pub(crate) fn scale(low: f64, high: f64, bounds: Bounds) -> Scale {
    let decimals = i32::from(bounds.decimals).min(-FINEST);
    let (low, high, floor, ceil) = padded(low, high, bounds, decimals);
    tightest(low, high, floor, ceil, decimals)
}

/// The scale from one end of `before` to the other, a scale chosen earlier: where data between `low` and `high` lie within
/// it and take at least half of it, and the unit allows no other than then.
pub(crate) fn steady(before: (f64, f64), low: f64, high: f64, bounds: Bounds) -> Option<Scale> {
    let (bottom, top) = before;
    let is_fit = bottom <= low && high <= top && high - low >= (top - bottom) * LEAST_FILL;
    if !is_fit {
        return None;
    }
    let decimals = i32::from(bounds.decimals).min(-FINEST);
    let (_, _, floor, ceil) = padded(low, high, bounds, decimals);
    let scale = tightest(bottom, top, floor, ceil, decimals);
    ((scale.low, scale.high) == before).then_some(scale)
}

/// The scale with the least empty room around `low` to `high`.
fn tightest(low: f64, high: f64, floor: f64, ceil: f64, decimals: i32) -> Scale {
    let mut best: Option<(f64, Scale)> = None;
    for power in -decimals..=COARSEST {
        for mantissa in [1.0, 2.0, 2.5, 5.0] {
            let step = Step { mantissa, power };
            let size = step.times(1.0);
            // Too fine for the room, or so fine that neighbouring multiples are the same number.
            let too_fine = (high - low) / size > 24.0 || low.abs().max(high.abs()) / size > 1e11;
            if step.decimals() > decimals || too_fine {
                continue;
            }
            let candidate = ticked(low, high, floor, ceil, step, decimals);
            let count = candidate.ticks.len();
            let off = count.abs_diff(count.clamp(4, 6)) as f64;
            let cost = (candidate.high - candidate.low) / (high - low) + 10.0 * off;
            if best.as_ref().is_none_or(|(least, _)| cost < least - 1e-9) {
                best = Some((cost, candidate));
            }
        }
    }
    best.map(|(_, scale)| scale).unwrap_or(Scale {
        low,
        high,
        ticks: vec![low, high],
        decimals: decimals as usize,
    })
}

/// The data with headroom, kept within what the unit allows, and those limits.
fn padded(low: f64, high: f64, bounds: Bounds, decimals: i32) -> (f64, f64, f64, f64) {
    // What never was negative is not shown as if it could be, nor the other way round.
    let never_below = low >= 0.0 && bounds.ceil.is_none_or(|ceil| ceil > 0.0);
    let never_above = high <= 0.0 && low < 0.0 && bounds.floor.is_none_or(|floor| floor < 0.0);
    let floor = bounds
        .floor
        .unwrap_or(if never_below { 0.0 } else { f64::NEG_INFINITY });
    let ceil = bounds.ceil.unwrap_or(if never_above { 0.0 } else { f64::INFINITY });
    let (low, high) = (low.clamp(floor, ceil), high.clamp(floor, ceil));
    // Below this the ticks would tell apart what the figures do not.
    let unit = 1.0 / power_of_ten(decimals as u32);
    let least = (4.0 * unit).max(low.abs().max(high.abs()) * 2e-3);
    let spread = ((least - (high - low)) / 2.0).max((high - low) * HEADROOM);
    let (mut bottom, mut top) = ((low - spread).max(floor), (high + spread).min(ceil));
    if top - bottom < least {
        top = (bottom + least).min(ceil);
        bottom = (top - least).max(floor);
    }
    (bottom, top, floor, ceil)
}

/// The range widened to multiples of `step`, or to a bound where that comes first.
fn ticked(low: f64, high: f64, floor: f64, ceil: f64, step: Step, decimals: i32) -> Scale {
    const SLACK: f64 = 1e-9;
    let size = step.times(1.0);
    let mut first = (low / size + SLACK).floor();
    let mut last = (high / size - SLACK).ceil();
    // Figures without finer decimals may leave fewer than four ticks: widen where a bound allows.
    while last - first < 3.0 && (step.times(last) < ceil || step.times(first) > floor) {
        if step.times(last) < ceil {
            last += 1.0;
        }
        if last - first < 3.0 && step.times(first) > floor {
            first -= 1.0;
        }
    }
    let bottom = step.times(first).max(floor);
    let top = step.times(last).min(ceil);
    let within = |value: &f64| *value >= bottom - size * SLACK && *value <= top + size * SLACK;
    let count = (last - first) as u32;
    let mut ticks: Vec<f64> = (0..=count)
        .map(|index| step.times(first + f64::from(index)))
        .filter(within)
        .collect();
    // A bound that is no multiple of the step (rank 1, 63 provinces) is a line readers look for: it takes the place of a
    // tick that is too near to stand beside it.
    for bound in [bottom, top] {
        if ticks.iter().all(|tick| (tick - bound).abs() > size * SLACK) {
            ticks.retain(|tick| (tick - bound).abs() >= size * 0.6);
            ticks.push(bound);
        }
    }
    ticks.sort_unstable_by(f64::total_cmp);
    let needed = ticks.iter().map(|tick| decimals_of(*tick, decimals)).max().unwrap_or(0);
    Scale {
        low: bottom,
        high: top,
        ticks,
        decimals: needed,
    }
}

/// The least decimals, up to `most`, that write `value` exactly.
fn decimals_of(value: f64, most: i32) -> usize {
    let most = most.max(0) as u32;
    (0..most)
        .find(|decimals| {
            let shifted = value * power_of_ten(*decimals);
            (shifted - shifted.round()).abs() <= shifted.abs().max(1.0) * 1e-9
        })
        .unwrap_or(most) as usize
}

#[cfg(test)]
mod tests {
    use super::{Bounds, LEAST_FILL, scale, steady};
    use proptest::prelude::*;

    fn ticks(low: f64, high: f64, floor: Option<f64>, ceil: Option<f64>, decimals: u8) -> Vec<f64> {
        scale(low, high, Bounds { floor, ceil, decimals }).ticks
    }

    #[test]
    fn ticks_are_the_ones_a_reader_expects() {
        assert_eq!(ticks(73.9, 77.3, None, None, 1), [73.0, 74.0, 75.0, 76.0, 77.0, 78.0]);
        assert_eq!(
            ticks(66.0, 99.0, Some(0.0), Some(100.0), 1),
            [60.0, 70.0, 80.0, 90.0, 100.0]
        );
        // Ranks begin at 1, not at 0.
        assert_eq!(
            ticks(5.0, 41.0, Some(1.0), Some(63.0), 0),
            [1.0, 10.0, 20.0, 30.0, 40.0, 50.0]
        );
        // People come whole.
        assert_eq!(ticks(3.0, 4.0, None, None, 0), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        assert_eq!(
            ticks(0.2, 3.1, None, None, 2)[0],
            0.0,
            "what never was negative is not shown so"
        );
        assert_eq!(
            scale(
                0.11,
                0.19,
                Bounds {
                    floor: None,
                    ceil: None,
                    decimals: 3
                }
            )
            .decimals,
            2
        );
    }

    proptest! {
        #[test]
        fn free_ranges_have_four_to_six_ticks(low in -1e9..1e9f64, span in 0.01..1e9f64) {
            let scale = scale(low, low + span, Bounds { floor: None, ceil: None, decimals: 6 });
            prop_assert!(scale.low <= low && scale.high >= low + span);
            prop_assert!((4..=6).contains(&scale.ticks.len()), "{scale:?}");
            prop_assert!(scale.ticks.windows(2).all(|pair| pair[0] < pair[1]), "{scale:?}");
        }

        #[test]
        fn a_scale_stays_while_the_data_fill_half_of_it(
            low in -100.0..100.0f64, span in 0.1..100.0f64, from in 0.0..1.0f64, share in 0.0..1.0f64,
            floor in prop::option::of(-200.0..-100.0f64), ceil in prop::option::of(200.0..300.0f64), decimals in 0u8..4,
        ) {
            let bounds = Bounds { floor, ceil, decimals };
            let before = scale(low, low + span, bounds);
            let length = before.high - before.low;
            let (low, high) = (before.low + length * from * (1.0 - share), before.high - length * (1.0 - from) * (1.0 - share));
            // A unit may be without negative values now and with them then.
            let is_like = (low < 0.0) == (before.low < 0.0) && (high > 0.0) == (before.high > 0.0);
            let after = steady((before.low, before.high), low, high, bounds);
            if is_like && (share - LEAST_FILL).abs() > 1e-9 {
                prop_assert_eq!(after, (share > LEAST_FILL).then_some(before));
            }
        }
    }
}
