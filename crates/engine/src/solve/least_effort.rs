//! The least effort that meets linear targets with several levers, and what is missing where they cannot be met.

use super::effort::{EffortLever, at_limits, effort};
use super::least_distance::{Inequality, nearest_to_origin};
use super::least_miss::least_miss;
use super::linear::{dot, length};

/// How much dearer a unit of what must give way is than a unit of what need not: its square decides.
const WEIGHT: f64 = 1e3;
/// The same for widening limits against moving within them: lower, because here every lever counts twice, and the two
/// counts must stay apart.
const WIDENING_WEIGHT: f64 = 1e2;
/// A widening that takes more effort than this, a thousand units and more, is no answer, and lost to rounding.
const GREATEST_WIDENING: f64 = 1e6;

/// One target: Σ a_j x_j ≥ required. A target to stay below has its signs turned.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// a_j, one for each lever: for compound growth in log space, the years that the lever works.
    pub coefficients: Vec<f64>,
    /// The least value of the sum.
    pub required: f64,
}

impl Row {
    pub(super) fn slack(&self, values: &[f64]) -> f64 {
        dot(&self.coefficients, values) - self.required
    }

    /// Whether the target is met, but for rounding: the search for the least effort takes a point far away for one on a
    /// row that no lever can reach.
    fn is_met(&self, values: &[f64]) -> bool {
        let size: f64 = self.coefficients.iter().zip(values).map(|(a, x)| (a * x).abs()).sum();
        self.slack(values) >= -1e-9 * (1.0 + self.required.abs() + size)
    }

    /// The greatest value of the sum within the limits.
    fn best(&self, levers: &[EffortLever]) -> f64 {
        let terms = levers.iter().zip(&self.coefficients);
        terms
            .map(|(lever, coefficient)| (coefficient * lever.lower).max(coefficient * lever.upper))
            .sum()
    }
}

/// What the levers can do.
#[derive(Debug, Clone, PartialEq)]
pub enum LeastEffort {
    /// Every target is met.
    Reached {
        /// The levers' values.
        levers: Vec<f64>,
        /// ½ Σ ((x_j − x_j⁰)/s_j)².
        effort: f64,
        /// What each target is exceeded by, in its row's unit: 0 for those that decide.
        slack: Vec<f64>,
        /// Levers at a limit, by index.
        at_limits: Vec<usize>,
    },
    /// No values within the limits meet every target.
    OutOfReach {
        /// The levers' values that miss least, by the sum of squared shortfalls, each in units of what one unit of effort in
        /// every lever does to its row.
        levers: Vec<f64>,
        /// What those values miss each target by, in its row's unit; 0 where it is met.
        shortfall: Vec<f64>,
        /// The greatest value of each row's sum on its own.
        best: Vec<f64>,
        /// Levers at a limit that stands in the way, by index.
        binding: Vec<usize>,
        /// The smallest widening of limits with which every target is met; None when no widening helps, or
        /// only one too large to compute with.
        relaxation: Option<Relaxation>,
    },
}

/// A widening of limits.
#[derive(Debug, Clone, PartialEq)]
pub struct Relaxation {
    /// ½ Σ (widening/s_j)²: in effort as the levers' own is counted, to about a thousandth.
    pub effort: f64,
    /// By how much each lever has to pass its limit, in its own unit: negative below the lower one, 0 where it need not.
    pub beyond: Vec<f64>,
}

/// min ½ Σ ((x_j − x_j⁰)/s_j)² subject to every row and every limit; the solution is unique. A start outside its limits is
/// brought within them. Made for up to some 24 levers and 4 rows.
///
/// None for input that cannot be used: a row with another number of coefficients than levers, a number that is not finite,
/// a unit of effort that is not positive, limits in the wrong order.
#[must_use]
pub fn least_effort(levers: &[EffortLever], rows: &[Row]) -> Option<LeastEffort> {
    let fits = |row: &Row| {
        row.coefficients.len() == levers.len()
            && row.required.is_finite()
            && row.coefficients.iter().all(|coefficient| coefficient.is_finite())
    };
    if !levers.iter().all(EffortLever::is_usable) || !rows.iter().all(fits) {
        return None;
    }
    let count = levers.len();
    let inequalities = limits(levers, count, 1.0).chain(rows.iter().map(|row| Inequality {
        normal: scaled(levers, row),
        bound: -row.slack(&starts(levers)),
    }));
    let found = nearest_to_origin(count, &inequalities.collect::<Vec<_>>());
    let reached = found.map(|efforts| values(levers, &efforts));
    match reached.filter(|values| rows.iter().all(|row| row.is_met(values))) {
        Some(values) => Some(LeastEffort::Reached {
            effort: effort(levers, &values),
            slack: rows.iter().map(|row| row.slack(&values)).collect(),
            at_limits: at_limits(levers, &values),
            levers: values,
        }),
        None => out_of_reach(levers, rows),
    }
}

/// Rows may give way at a high price: the levers' values that miss least.
fn out_of_reach(levers: &[EffortLever], rows: &[Row]) -> Option<LeastEffort> {
    let count = levers.len();
    let dimension = count + rows.len();
    let normals: Vec<Vec<f64>> = rows.iter().map(|row| scaled(levers, row)).collect();
    // A row is measured against what one unit of effort in every lever does to it.
    let sizes: Vec<f64> = normals
        .iter()
        .map(|normal| match length(normal) {
            0.0 => 1.0,
            size => size,
        })
        .collect();
    let pairs = rows.iter().zip(normals.into_iter().zip(&sizes)).enumerate();
    let elastic = pairs.map(|(index, (row, (mut normal, size)))| {
        normal.extend((0..rows.len()).map(|other| if other == index { size / WEIGHT } else { 0.0 }));
        Inequality {
            normal,
            bound: -row.slack(&starts(levers)),
        }
    });
    let inequalities: Vec<Inequality> = limits(levers, dimension, 1.0).chain(elastic).collect();
    let efforts = nearest_to_origin(dimension, &inequalities)?;
    // The price of what gives way is so high that a lever at its limit is off it by rounding.
    let values: Vec<f64> = levers
        .iter()
        .zip(&efforts)
        .map(|(lever, effort)| lever.snapped(*effort))
        .collect();
    // However high the price, a lever that hardly helps stays short of its limit to spare effort: the rest of the way.
    let values = least_miss(levers, rows, &sizes, values);
    let shortfall: Vec<f64> = rows.iter().map(|row| (-row.slack(&values)).max(0.0)).collect();
    let pull = |index: usize| -> f64 {
        let terms = rows.iter().zip(&shortfall);
        terms
            .map(|(row, shortfall)| shortfall * row.coefficients.get(index).copied().unwrap_or(0.0))
            .sum()
    };
    let pairs = levers.iter().zip(&values).enumerate();
    let binding = pairs
        .filter(|(index, (lever, value))| lever.is_stopped(**value, pull(*index)))
        .map(|(index, _)| index)
        .collect();
    Some(LeastEffort::OutOfReach {
        best: rows.iter().map(|row| row.best(levers)).collect(),
        shortfall,
        binding,
        relaxation: relaxation(&moved_to(levers, &values), rows),
        levers: values,
    })
}

/// Every lever in two parts: a cheap one within its limits, a dear one beyond them. From where the levers miss least, so
/// that the cheap part is small: it is not free, and what it costs is what the answer is off by.
fn relaxation(levers: &[EffortLever], rows: &[Row]) -> Option<Relaxation> {
    let count = levers.len();
    let split = rows.iter().map(|row| {
        let dear = scaled(levers, row);
        let mut normal: Vec<f64> = dear.iter().map(|entry| entry * WIDENING_WEIGHT).collect();
        normal.extend(dear);
        Inequality {
            normal,
            bound: -row.slack(&starts(levers)),
        }
    });
    let inequalities: Vec<Inequality> = limits(levers, 2 * count, 1.0 / WIDENING_WEIGHT).chain(split).collect();
    let parts = nearest_to_origin(2 * count, &inequalities)?;
    // A lever short of its limits uses its dear part too, by one part in the square of the weight: that is no widening.
    let (within, beyond): (Vec<f64>, Vec<f64>) = levers
        .iter()
        .zip(parts.iter().zip(parts.iter().skip(count)))
        .map(|(lever, (cheap, dear))| {
            let within = lever.snapped(cheap * WIDENING_WEIGHT);
            let beyond = if lever.is_stopped(within, *dear) { *dear } else { 0.0 };
            (within, beyond * lever.unit)
        })
        .unzip();
    let is_enough = |row: &Row| {
        let terms = row.coefficients.iter().zip(levers).zip(&beyond);
        let hair: f64 = terms
            .map(|((coefficient, lever), beyond)| coefficient.abs() * (lever.unit + beyond.abs()))
            .sum();
        row.slack(&within) + dot(&row.coefficients, &beyond) >= -1e-3 * hair
    };
    let squares = beyond.iter().zip(levers).map(|(beyond, lever)| {
        let units = beyond / lever.unit;
        units * units
    });
    let effort = 0.5 * squares.sum::<f64>();
    let is_answer = effort <= GREATEST_WIDENING && rows.iter().all(is_enough);
    is_answer.then_some(Relaxation { effort, beyond })
}

/// lower ≤ x ≤ upper in units of effort times `scale`, in the first coordinates of `dimension`.
fn limits(levers: &[EffortLever], dimension: usize, scale: f64) -> impl Iterator<Item = Inequality> {
    levers.iter().enumerate().flat_map(move |(index, lever)| {
        let unit = move |sign: f64| {
            (0..dimension)
                .map(|other| if other == index { sign } else { 0.0 })
                .collect()
        };
        [
            Inequality {
                normal: unit(1.0),
                bound: scale * lever.effort_to(lever.lower),
            },
            Inequality {
                normal: unit(-1.0),
                bound: -scale * lever.effort_to(lever.upper),
            },
        ]
    })
}

/// A row's coefficients for a unit of effort.
fn scaled(levers: &[EffortLever], row: &Row) -> Vec<f64> {
    let terms = levers.iter().zip(&row.coefficients);
    terms.map(|(lever, coefficient)| coefficient * lever.unit).collect()
}

/// The same levers, standing at `values`.
fn moved_to(levers: &[EffortLever], values: &[f64]) -> Vec<EffortLever> {
    let pairs = levers.iter().zip(values);
    pairs
        .map(|(lever, start)| EffortLever {
            start: *start,
            ..*lever
        })
        .collect()
}

fn starts(levers: &[EffortLever]) -> Vec<f64> {
    levers.iter().map(|lever| lever.start).collect()
}

fn values(levers: &[EffortLever], efforts: &[f64]) -> Vec<f64> {
    levers
        .iter()
        .zip(efforts)
        .map(|(lever, effort)| lever.at(*effort))
        .collect()
}
