//! One milestone projected again and again with other values of its assumptions.

use plan::Target;

use super::assumption::Assumption;
use crate::inputs::Inputs;
use crate::milestone::{MilestoneResult, MilestoneState};
use crate::projection::project;
use crate::scenario::SHARED_CODE;
use crate::setting::Setting;

/// A milestone that is not settled.
#[derive(Clone, Copy)]
pub(super) struct Trial<'a> {
    pub setting: &'a Setting<'a>,
    pub target: &'static Target,
    pub inputs: &'a Inputs,
    /// Its place among the milestones of the projection.
    pub milestone: usize,
}

/// What came of a trial.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Outcome {
    /// The median in the milestone's year, in the target's unit.
    pub median: f64,
    /// Probability of meeting it, a fraction.
    pub probability: f64,
}

impl Trial<'_> {
    /// The milestone's outcome with `values` in place of those of `assumptions`; None where it is settled or cannot be
    /// judged.
    pub fn outcome(&self, assumptions: &[Assumption], values: &[f64]) -> Option<Outcome> {
        let result = self.result(assumptions, values)?;
        Some(Outcome {
            median: result.value?,
            probability: result.probability?,
        })
    }

    fn result(&self, assumptions: &[Assumption], values: &[f64]) -> Option<MilestoneResult> {
        let (mut inputs, mut shared) = (self.inputs.clone(), self.setting.shared.clone());
        for (assumption, value) in assumptions.iter().zip(values) {
            // Values come from within the limits that a scenario checks.
            let levers = if assumption.code == SHARED_CODE {
                &mut shared.levers
            } else {
                &mut inputs.levers
            };
            levers.insert(assumption.id, *value);
        }
        let setting = Setting {
            shared: &shared,
            ..*self.setting
        };
        let projection = project(&setting, self.target, &inputs);
        let result = projection.milestones.get(self.milestone).copied()?;
        (result.state != MilestoneState::Settled).then_some(result)
    }
}
