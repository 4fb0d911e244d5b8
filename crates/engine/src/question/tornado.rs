//! What matters: each assumption moved from its 10 % to its 90 % quantile, the others as they stand.
//!
//! Sees no interactions, and depends on the ranges: both are said beside it.

use plan::Target;

use super::assumption::{Assumption, assumptions};
use super::trial::Trial;
use crate::inputs::Inputs;
use crate::setting::Setting;

/// What one assumption does to a milestone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The assumption.
    pub assumption: Assumption,
    /// Median at its 10 % and 90 % quantile, in the target's unit.
    pub medians: [f64; 2],
    /// Probability at its 10 % and 90 % quantile, fractions.
    pub probabilities: [f64; 2],
}

impl Bar {
    /// How far the median swings, in the target's unit.
    #[must_use]
    pub fn median_swing(&self) -> f64 {
        let [low, high] = self.medians;
        (high - low).abs()
    }

    /// How far the probability swings, a fraction.
    #[must_use]
    pub fn probability_swing(&self) -> f64 {
        let [low, high] = self.probabilities;
        (high - low).abs()
    }
}

/// The bars of one milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Tornado {
    /// Median as things stand, in the target's unit.
    pub median: f64,
    /// Probability as things stand, a fraction.
    pub probability: f64,
    /// One an assumption, the widest swing of the median first, then of the probability.
    pub bars: Vec<Bar>,
}

/// The tornado of a milestone by its place in [`crate::Projection::milestones`]; None where it is settled or cannot be
/// judged.
#[must_use]
pub fn tornado(setting: &Setting<'_>, target: &'static Target, inputs: &Inputs, milestone: usize) -> Option<Tornado> {
    let trial = Trial {
        setting,
        target,
        inputs,
        milestone,
    };
    let base = trial.outcome(&[], &[])?;
    let mut bars: Vec<Bar> = assumptions(setting, target, inputs)
        .into_iter()
        .filter_map(|assumption| {
            let low = trial.outcome(&[assumption], &[assumption.low])?;
            let high = trial.outcome(&[assumption], &[assumption.high])?;
            Some(Bar {
                assumption,
                medians: [low.median, high.median],
                probabilities: [low.probability, high.probability],
            })
        })
        .collect();
    bars.sort_by(|one, other| {
        let by_median = other.median_swing().total_cmp(&one.median_swing());
        by_median.then(other.probability_swing().total_cmp(&one.probability_swing()))
    });
    Some(Tornado {
        median: base.median,
        probability: base.probability,
        bars,
    })
}
