//! Several milestones taken together: how many of them are met, and how likely that is.

use super::{Ensemble, MilestoneDraws, Standing};

/// Bits of a count of milestones; a plan has fewer than 1,024.
const PLANES: usize = 10;

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
        let (mut settled_met, mut settled_missed, mut unknown, mut drawn) = (0, 0, 0, 0);
        let words = self.draws.div_ceil(64) as usize;
        // Counts of 64 draws at a time, one bit of the count a word.
        let mut planes = vec![[0_u64; PLANES]; words];
        for milestone in self.milestones.iter().filter(|milestone| is_in(milestone)) {
            match &milestone.standing {
                Standing::Certain(true) => settled_met += 1,
                Standing::Certain(false) => settled_missed += 1,
                Standing::Unknown => unknown += 1,
                Standing::Drawn(hits) => {
                    drawn += 1;
                    for (planes, hits) in planes.iter_mut().zip(hits.words()) {
                        let mut carry = *hits;
                        for plane in planes {
                            (*plane, carry) = (*plane ^ carry, *plane & carry);
                        }
                    }
                }
            }
        }
        let judged = settled_met + settled_missed + drawn;
        let mut histogram = vec![0_u32; judged + 1];
        for (word, planes) in planes.iter().enumerate() {
            for bit in 0..64_usize {
                if word * 64 + bit >= self.draws as usize {
                    break;
                }
                let weights = planes.iter().enumerate();
                let count: usize = weights
                    .map(|(weight, plane)| ((plane >> bit & 1) as usize) << weight)
                    .sum();
                if let Some(draws) = histogram.get_mut(count + settled_met) {
                    *draws += 1;
                }
            }
        }
        let draws = f64::from(self.draws.max(1));
        let mut met = 0_u32;
        let mut at_least: Vec<f64> = histogram
            .iter()
            .rev()
            .map(|more| {
                met += more;
                f64::from(met) / draws
            })
            .collect();
        at_least.reverse();
        Joint {
            judged,
            settled_met,
            settled_missed,
            unknown,
            expected: at_least.iter().skip(1).sum(),
            at_least,
        }
    }
}
