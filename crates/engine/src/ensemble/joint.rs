//! Several milestones taken together: how many of them are met, and how likely that is.

use super::{Ensemble, MilestoneDraws, Standing};
use crate::draws::{Hits, joint};

/// A group of milestones taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// Milestones that can be judged.
    pub judged: usize,
    /// Of them, those that figures have settled as met.
    pub settled_met: usize,
    /// Of them, those that figures have settled as missed.
    pub settled_missed: usize,
    /// Milestones that cannot be judged; they are left out of everything else.
    pub unknown: usize,
    /// Expected number met.
    pub expected: f64,
    /// P(at least k are met), a fraction, for k from 0 to `judged`; the last one is that all are.
    pub at_least: Vec<f64>,
}

impl Ensemble {
    /// The milestones that `is_in` picks, taken together.
    #[must_use]
    pub fn joint(&self, is_in: impl Fn(&MilestoneDraws) -> bool) -> Joint {
        let (mut settled_met, mut settled_missed, mut unknown) = (0, 0, 0);
        let mut drawn: Vec<&Hits> = Vec::new();
        for milestone in self.milestones.iter().filter(|milestone| is_in(milestone)) {
            match &milestone.standing {
                Standing::Certain(true) => settled_met += 1,
                Standing::Certain(false) => settled_missed += 1,
                Standing::Unknown => unknown += 1,
                Standing::Drawn(hits) => drawn.push(hits),
            }
        }
        // What is settled shifts the counts of what is drawn: certain ones below, impossible ones above.
        let counts = joint(&drawn).at_least.into_iter().skip(1);
        let certain = core::iter::repeat_n(1.0, settled_met + 1);
        let at_least: Vec<f64> = certain
            .chain(counts)
            .chain(core::iter::repeat_n(0.0, settled_missed))
            .collect();
        Joint {
            judged: settled_met + settled_missed + drawn.len(),
            settled_met,
            settled_missed,
            unknown,
            expected: at_least.iter().skip(1).sum(),
            at_least,
        }
    }
}
