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
    let mut best: Option<(f64, Scale)> = None;
    for power in -decimals..=COARSEST {
        for mantissa in [1.0, 2.0, 2.5, 5.0] {
            let step = Step { mantissa, power };
            if step.decimals() > decimals || (high - low) / step.times(1.0) > 24.0 {
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

/// The data with headroom, kept within what the unit allows.
fn padded(low: f64, high: f64, bounds: Bounds, decimals: i32) -> (f64, f64, f64, f64) {
    let unit = 1.0 / power_of_ten(decimals as u32);
    let size = low.abs().max(high.abs());
    // Below this the ticks would tell apart what the figures do not.
    let least = (4.0 * unit).max(size * 2e-3);
    let spread = ((least - (high - low)) / 2.0).max((high - low) * HEADROOM);
    // What never was negative is not shown as if it could be.
    let mut floor = if low >= 0.0 { 0.0 } else { f64::NEG_INFINITY };
    let mut ceil = if high <= 0.0 && low < 0.0 { 0.0 } else { f64::INFINITY };
    floor = bounds.floor.map_or(floor, |bound| bound.max(f64::MIN));
    ceil = bounds.ceil.unwrap_or(ceil);
    let mut bottom = (low - spread).clamp(floor, ceil);
    let mut top = (high + spread).clamp(floor, ceil);
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
    ticks.sort_by(f64::total_cmp);
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
