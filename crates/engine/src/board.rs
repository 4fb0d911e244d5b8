//! The whole plan at once: counts of outcomes for one horizon.

use crate::projection::Projection;
use crate::verdict::Outlook;

/// How many milestones of one year stand in each group of [`Outlook::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally([usize; 5]);

impl Tally {
    /// Counts the milestones of `year` (None: those without a year) over all projections.
    #[must_use]
    pub fn of<'a>(projections: impl IntoIterator<Item = &'a Projection>, year: Option<i16>) -> Self {
        let mut tally = Self::default();
        for projection in projections {
            for milestone in projection.milestones.iter().filter(|milestone| milestone.year == year) {
                tally.add(milestone.verdict.outlook());
            }
        }
        tally
    }

    /// Counts that somebody else made, in the order of [`Outlook::ALL`].
    #[must_use]
    pub const fn from_counts(counts: [usize; 5]) -> Self {
        Self(counts)
    }

    /// Milestones in a group.
    #[must_use]
    pub fn count(&self, outlook: Outlook) -> usize {
        self.0.get(outlook as usize).copied().unwrap_or(0)
    }

    /// Milestones in all.
    #[must_use]
    pub fn total(&self) -> usize {
        self.0.iter().sum()
    }

    /// Counts one more milestone.
    pub fn add(&mut self, outlook: Outlook) {
        if let Some(count) = self.0.get_mut(outlook as usize) {
            *count += 1;
        }
    }
}
