//! The least effort that brings an outcome, whatever it is made of, to a target: Gauss–Newton on its slopes.

use plan::Better;

use super::effort::{EffortLever, effort};
use super::least_effort::{LeastEffort, Row, least_effort};
use super::root::{Root, root};

/// How often the outcome is made linear anew.
const ROUNDS: usize = 8;
/// How near to the target counts as met, relative to it.
const CLOSE: f64 = 1e-9;
/// Steps to either side for a slope, in units of effort.
const SLOPE_STEP: f64 = 1e-4;

/// What several levers can do about one outcome.
#[derive(Debug, Clone, PartialEq)]
pub enum NonlinearEffort {
    /// The target is met.
    Reached {
        /// The levers' values.
        levers: Vec<f64>,
        /// ½ Σ ((x_j − x_j⁰)/s_j)².
        effort: f64,
        /// The outcome there.
        outcome: f64,
    },
    /// No values within the limits were found that meet it.
    OutOfReach {
        /// The levers' values with the best outcome; those that do not matter stay where they start.
        levers: Vec<f64>,
        /// The best outcome.
        outcome: f64,
        /// What it misses the target by, in the outcome's unit.
        shortfall: f64,
        /// Levers whose limit stands in the way, by index.
        binding: Vec<usize>,
    },
}

/// The levers' values that bring `outcome` to `target` at least effort (no effort where it is past it already): made linear
/// up to eight times with slopes by central differences, and met within 1e-9 of the target. Where these rounds do not end,
/// the way from the start to the best values is followed until the target is met: then the effort is not quite the least.
///
/// The outcome must be smooth; where it is monotone in each lever, a target said to be out of reach is out of reach.
/// None for levers that cannot be used, a target that is not finite, or an outcome that is not finite where it was asked for.
#[must_use]
pub fn least_effort_nonlinear(
    levers: &[EffortLever],
    outcome: impl FnMut(&[f64]) -> f64,
    target: f64,
    better: Better,
) -> Option<NonlinearEffort> {
    if !target.is_finite() || !levers.iter().all(EffortLever::is_usable) {
        return None;
    }
    let sign = match better {
        Better::Higher => 1.0,
        Better::Lower => -1.0,
    };
    let mut search = Search {
        levers,
        outcome,
        sign,
        target: sign * target,
        hair: 0.0,
    };
    let start: Vec<f64> = levers.iter().map(|lever| lever.at(0.0)).collect();
    let without_effort = search.value(&start)?;
    if without_effort >= search.target {
        return search.reached(start);
    }
    // A target of 0 is measured against the way to it.
    search.hair = CLOSE * search.target.abs().max(search.target - without_effort);
    if let Some(values) = search.rounds(start.clone()) {
        return search.reached(values);
    }
    let (best, slopes) = search.best(start.clone())?;
    let value = search.value(&best)?;
    if value >= search.target - search.hair {
        let values = search.on_the_way(&start, &best)?;
        return search.reached(values);
    }
    let stops = levers.iter().zip(&best).zip(&slopes).enumerate();
    let binding = stops
        .filter(|(_, ((lever, value), slope))| lever.is_stopped(**value, **slope))
        .map(|(index, _)| index)
        .collect();
    Some(NonlinearEffort::OutOfReach {
        outcome: sign * value,
        shortfall: search.target - value,
        binding,
        levers: best,
    })
}

/// The outcome with its sign turned so that more is better.
struct Search<'a, F> {
    levers: &'a [EffortLever],
    outcome: F,
    sign: f64,
    target: f64,
    /// How near to the target counts as met.
    hair: f64,
}

impl<F: FnMut(&[f64]) -> f64> Search<'_, F> {
    fn value(&mut self, values: &[f64]) -> Option<f64> {
        let value = self.sign * (self.outcome)(values);
        value.is_finite().then_some(value)
    }

    fn reached(&mut self, levers: Vec<f64>) -> Option<NonlinearEffort> {
        Some(NonlinearEffort::Reached {
            effort: effort(self.levers, &levers),
            outcome: self.sign * self.value(&levers)?,
            levers,
        })
    }

    /// Gauss–Newton: None when the target was not met within the rounds, or the way there leads where nothing is defined.
    fn rounds(&mut self, start: Vec<f64>) -> Option<Vec<f64>> {
        let mut values = start;
        let mut met = None;
        for _ in 0..ROUNDS {
            let value = self.value(&values)?;
            let slopes = self.slopes(&values)?;
            let here: f64 = slopes.iter().zip(&values).map(|(slope, value)| slope * value).sum();
            let row = Row {
                required: self.target - value + here,
                coefficients: slopes,
            };
            let next = match least_effort(self.levers, &[row])? {
                LeastEffort::Reached { levers, .. } | LeastEffort::OutOfReach { levers, .. } => levers,
            };
            let moved = effort_between(self.levers, &values, &next);
            values = next;
            let close = (self.value(&values)? - self.target).abs() <= self.hair;
            met = close.then(|| values.clone());
            if moved < 1e-7 {
                break;
            }
        }
        met
    }

    /// The best values within the limits by the signs of the slopes, followed until they stay the same.
    fn best(&mut self, start: Vec<f64>) -> Option<(Vec<f64>, Vec<f64>)> {
        let mut values = start;
        let mut slopes = self.slopes(&values)?;
        let mut best = (self.value(&values)?, values.clone(), slopes.clone());
        for _ in 0..ROUNDS {
            let strongest = self.strongest(&slopes);
            let pairs = self.levers.iter().zip(&values).zip(&slopes);
            let next: Vec<f64> = pairs
                .map(|((lever, value), slope)| {
                    // Slopes from rounding alone move nothing.
                    if (slope * lever.unit).abs() <= 1e-9 * strongest || *slope == 0.0 {
                        *value
                    } else if *slope > 0.0 {
                        lever.upper
                    } else {
                        lever.lower
                    }
                })
                .collect();
            if next == values {
                break;
            }
            values = next;
            slopes = self.slopes(&values)?;
            let value = self.value(&values)?;
            if value > best.0 {
                best = (value, values.clone(), slopes.clone());
            }
        }
        Some((best.1, best.2))
    }

    /// The first place found between `start` and `best` where the target is met.
    fn on_the_way(&mut self, start: &[f64], best: &[f64]) -> Option<Vec<f64>> {
        let at = |share: f64| -> Vec<f64> {
            let pairs = start.iter().zip(best);
            pairs.map(|(from, to)| from + share * (to - from)).collect()
        };
        let target = self.target;
        let found = root(
            |share| self.value(&at(share)).map_or(f64::NAN, |value| value - target),
            0.0,
            1.0,
            1e-14,
        );
        match found {
            Root::Found { x, .. } => Some(at(x)),
            // The best values meet it only within the tolerance.
            Root::NoSignChange { .. } => Some(best.to_vec()),
            Root::Undefined { .. } => None,
        }
    }

    /// Change of the outcome for a change of each lever by one of its own units, by differences that stay within the limits.
    fn slopes(&mut self, values: &[f64]) -> Option<Vec<f64>> {
        let mut probe = values.to_vec();
        let mut slopes = Vec::with_capacity(values.len());
        for (index, (lever, value)) in self.levers.iter().zip(values).enumerate() {
            let step = SLOPE_STEP * lever.unit;
            let above = (value + step).min(lever.upper);
            let below = (value - step).max(lever.lower);
            let mut at = |place: f64| {
                if let Some(entry) = probe.get_mut(index) {
                    *entry = place;
                }
                self.value(&probe)
            };
            let (high, low) = (at(above)?, at(below)?);
            if let Some(entry) = probe.get_mut(index) {
                *entry = *value;
            }
            slopes.push(if above > below {
                (high - low) / (above - below)
            } else {
                0.0
            });
        }
        Some(slopes)
    }

    fn strongest(&self, slopes: &[f64]) -> f64 {
        let pairs = self.levers.iter().zip(slopes);
        pairs.fold(0.0, |most, (lever, slope)| f64::max(most, (slope * lever.unit).abs()))
    }
}

/// √Σ ((x_j − y_j)/s_j)².
fn effort_between(levers: &[EffortLever], from: &[f64], to: &[f64]) -> f64 {
    let pairs = levers.iter().zip(from.iter().zip(to));
    let squares = pairs.map(|(lever, (from, to))| {
        let units = (to - from) / lever.unit;
        units * units
    });
    libm::sqrt(squares.sum::<f64>())
}
