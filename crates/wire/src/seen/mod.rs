//! What the author of a link saw: the day, and the headline results. A reader's page compares them with its own.
//!
//! Values, not words. Computed from projections that exist already; must not project.

mod difference;

use engine::board::Tally;
use engine::{Likelihood, MilestoneResult, Projection, Reason, Scenario, Verdict};
use plan::Plan;

use crate::day::Day;

pub use difference::{Difference, HorizonDifference, Moved, TargetDifference};

/// What the author of a link saw when it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// The day it was made.
    pub date: Day,
    /// The results of that day.
    pub headline: Headline,
}

/// The results of a scenario in few numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Headline {
    /// For each year in which the plan has milestones, years increasing: how many stand in each group of the board.
    pub horizons: Vec<(i16, Tally)>,
    /// The targets that the scenario changes, codes increasing. What all targets share changes none by itself.
    pub changed: Vec<ChangedTarget>,
    /// Stands for every judgement on every target, to a millionth in its probability: two headlines can agree in all
    /// else although a target that is not named here has moved.
    pub hash: u32,
}

/// The judgements on one target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangedTarget {
    /// Its code.
    pub code: u8,
    /// One for each of its milestones, in the projection's order.
    pub milestones: Vec<Judged>,
}

/// The judgement on one milestone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Judged {
    /// The judgement.
    pub verdict: Verdict,
    /// Its probability in whole percent, rounded down as the page prints it: 65.7 % is not yet "likely". None where none
    /// was given.
    pub percent: Option<u8>,
}

impl Headline {
    /// The headline of `scenario`, whose targets' projections are given once each, in any order.
    #[must_use]
    pub fn of<'a>(plan: &Plan, scenario: &Scenario, projections: impl IntoIterator<Item = &'a Projection>) -> Self {
        let mut projections: Vec<&Projection> = projections.into_iter().collect();
        projections.sort_by_key(|projection| projection.code);
        let count = |year| (year, Tally::of(projections.iter().copied(), Some(year)));
        let changed = projections
            .iter()
            .filter(|projection| !scenario.inputs(projection.code).is_empty());
        Self {
            horizons: plan.milestone_years().into_iter().flatten().map(count).collect(),
            changed: changed
                .map(|projection| ChangedTarget {
                    code: projection.code,
                    milestones: projection.milestones.iter().map(Judged::of).collect(),
                })
                .collect(),
            hash: hash(&projections),
        }
    }
}

impl Judged {
    /// The judgement of a projection.
    #[must_use]
    pub fn of(result: &MilestoneResult) -> Self {
        let mut percent = result.probability.map(whole_percent);
        if let (Verdict::Expected(likelihood), Some(percent)) = (result.verdict, &mut percent) {
            // A hair below 66 % is 66 after the multiplication, but not yet "likely".
            if Self::likelihood(*percent) > likelihood {
                *percent = percent.saturating_sub(1);
            }
        }
        let verdict = result.verdict;
        Self { verdict, percent }
    }

    /// The word for a whole percent.
    pub(crate) fn likelihood(percent: u8) -> Likelihood {
        Likelihood::of(f64::from(percent) / 100.0)
    }
}

/// A fraction in whole percent, rounded down.
fn whole_percent(probability: f64) -> u8 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=100; what is no number becomes 0"
    )]
    let percent = (probability * 100.0).clamp(0.0, 100.0) as u8;
    percent
}

/// FNV-1a over code, judgement and probability of every milestone.
fn hash(projections: &[&Projection]) -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut put = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    for projection in projections {
        put(projection.code);
        for milestone in &projection.milestones {
            put(verdict_code(milestone.verdict));
            // Millionths: about results, not about the last bits of a number.
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a fraction; anything else saturates"
            )]
            let millionths = milestone
                .probability
                .map_or(u32::MAX, |probability| (probability * 1e6).round() as u32);
            millionths.to_be_bytes().into_iter().for_each(&mut put);
        }
    }
    hash
}

/// Verdicts by the numbers that links and hashes carry. Stable: added to, never changed. What is expected stands behind
/// the others, since its word follows from its probability.
const VERDICTS: [Verdict; 15] = [
    Verdict::Met,
    Verdict::Within,
    Verdict::Exceeded,
    Verdict::Missed,
    Verdict::NotYet,
    Verdict::NotAssessed(Reason::NoObservation),
    Verdict::NotAssessed(Reason::NoThreshold),
    Verdict::NotAssessed(Reason::NoComparison),
    Verdict::NotAssessed(Reason::NotReported),
    Verdict::NotAssessed(Reason::NoFigureBefore),
    Verdict::Expected(Likelihood::VeryUnlikely),
    Verdict::Expected(Likelihood::Unlikely),
    Verdict::Expected(Likelihood::Even),
    Verdict::Expected(Likelihood::Likely),
    Verdict::Expected(Likelihood::VeryLikely),
];

/// The number of a verdict.
pub(crate) fn verdict_code(verdict: Verdict) -> u8 {
    let place = VERDICTS.iter().position(|known| *known == verdict);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(u8::MAX)
}

/// The verdict with a number.
pub(crate) fn verdict(code: u8) -> Option<Verdict> {
    VERDICTS.get(usize::from(code)).copied()
}
