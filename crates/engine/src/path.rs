//! Plan mode: the path that growth typed by phase draws, and the growth the plan itself asks for as its shipped value.

use plan::{Method, Plan, Scale, Target};

use crate::horizon::Phase;
use crate::inputs::{Inputs, LeverId};
use crate::model::ceiling;
use crate::pace;
use crate::rule::Threshold;
use crate::series::Series;

/// Distance kept from a bound: the same 0.5 that makes 99.5 % count as 100 %.
const MARGIN: f64 = 0.5;

/// Growth a year in each phase, in the unit of the growth levers, as the plan asks: the pace from the figure before the
/// phase to the milestone at its end. Rounded up to the lever's step, so that the milestone is reached. Without a
/// milestone: the reference rate on the log and identity scales, no change on the logit scale. Already met: no change.
pub(crate) fn shipped_growth(plan: &Plan, target: &Target, inputs: &Inputs, series: &Series) -> [f64; 3] {
    let Some(method) = target.method else { return [0.0; 3] };
    let Some(last) = series.last() else { return [0.0; 3] };
    let (mut value, mut year) = (last.value, last.year);
    let limits = limits(&method, inputs, series, value);
    Phase::ALL.map(|phase| {
        let end = phase.last_year(plan.end_year);
        let years = f64::from(end - year);
        if years <= 0.0 {
            return resting_growth(target);
        }
        let range = method.prior.growth_range;
        let asked = threshold_in(target, inputs, end)
            .map(|threshold| growth_to(target, value, threshold, years))
            .unwrap_or_else(|| resting_growth(target))
            .clamp(range.minimum, range.maximum);
        let typed = inputs.lever(LeverId::Growth(phase)).unwrap_or(asked);
        for _ in year..end {
            value = step(&method, value, typed, limits);
        }
        year = end;
        asked
    })
}

/// Growth a year in each phase, in the unit of the growth levers: what the reader typed, else what the plan asks.
pub(crate) fn growth_in_force(plan: &Plan, target: &Target, inputs: &Inputs, series: &Series) -> [f64; 3] {
    let mut growth = shipped_growth(plan, target, inputs, series);
    for (value, phase) in growth.iter_mut().zip(Phase::ALL) {
        *value = inputs.lever(LeverId::Growth(phase)).unwrap_or(*value);
    }
    growth
}

/// The path of medians in Plan mode: (year, value) for each year after `from` (the last figure of `series`) to `until`.
pub(crate) fn planned_path(
    plan: &Plan,
    target: &Target,
    inputs: &Inputs,
    series: &Series,
    from: (i16, f64),
    until: i16,
) -> Vec<(i16, f64)> {
    let Some(method) = target.method else { return Vec::new() };
    let growth = growth_in_force(plan, target, inputs, series);
    let (start, mut value) = from;
    let limits = limits(&method, inputs, series, value);
    (start + 1..=until)
        .map(|year| {
            let phase = Phase::of(year, plan.end_year);
            let growth = growth.get(phase as usize).copied().unwrap_or(0.0);
            value = step(&method, value, growth, limits);
            (year, value)
        })
        .collect()
}

/// Least and greatest value of a path on the logit scale: a margin inside its bounds, the upper one the reader's ceiling
/// where one is in force; `start` may already lie closer to a bound than that.
pub(crate) fn limits(method: &Method, inputs: &Inputs, series: &Series, start: f64) -> (f64, f64) {
    let upper = ceiling(inputs, series).unwrap_or(method.upper);
    ((method.lower + MARGIN).min(start), (upper - MARGIN).max(start))
}

/// One year of growth from `value`.
fn step(method: &Method, value: f64, growth: f64, (least, greatest): (f64, f64)) -> f64 {
    match method.prior.scale {
        Scale::Log => value * (1.0 + growth / 100.0),
        Scale::Identity => value + growth,
        Scale::Logit => (value + growth).clamp(least, greatest),
    }
}

fn resting_growth(target: &Target) -> f64 {
    target.method.map_or(0.0, |method| match method.prior.scale {
        Scale::Log | Scale::Identity => method.prior.reference_rate,
        Scale::Logit => 0.0,
    })
}

fn threshold_in(target: &Target, inputs: &Inputs, year: i16) -> Option<Threshold> {
    let typed = inputs.thresholds.get(&year).copied();
    target
        .milestones
        .iter()
        .find(|milestone| milestone.year == Some(year))
        .and_then(|milestone| Threshold::of(target, milestone.rule, typed))
        .or_else(|| typed.and_then(|value| Threshold::of(target, plan::Rule::AtLeast(value), None)))
}

fn growth_to(target: &Target, from: f64, threshold: Threshold, years: f64) -> f64 {
    let Some(method) = target.method else { return 0.0 };
    if threshold.headroom(from) >= 0.0 {
        return 0.0;
    }
    let pace = match method.prior.scale {
        Scale::Log => pace::compound(from, threshold.value, years).map(|growth| growth * 100.0),
        Scale::Identity | Scale::Logit => pace::linear(from, threshold.value, years),
    };
    let step = method.prior.growth_range.step;
    pace.map_or(0.0, |pace| {
        let steps = pace / step;
        // A hair is taken off so that a pace that already is a whole number of steps is not pushed one further.
        let whole = if steps > 0.0 {
            libm::ceil(steps - 1e-9)
        } else {
            libm::floor(steps + 1e-9)
        };
        whole * step
    })
}
