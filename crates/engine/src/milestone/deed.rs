//! Deeds: done by their year, done late, or how likely by the reader's own dates.

use crate::event::{Pert, cumulative_hazard};
use crate::forecasts::Context;
use crate::inputs::{Inputs, LeverId};
use crate::verdict::{Likelihood, Reason, Verdict};

use super::{MilestoneResult, MilestoneState};

/// Done by its year, done late, or nobody has said.
pub(super) fn judge(context: &Context<'_>, blank: MilestoneResult) -> MilestoneResult {
    let done = context.series.figures.iter().find(|figure| figure.value >= 1.0);
    let verdict = match (done, blank.year) {
        (Some(done), Some(year)) if done.year > year => Verdict::Missed,
        (Some(_), _) => Verdict::Met,
        (None, _) => Verdict::NotAssessed(Reason::NotReported),
    };
    let probability = blank
        .year
        .filter(|_| done.is_none())
        .and_then(|year| done_by_year(context, year));
    let verdict = match probability {
        Some(probability) => Verdict::Expected(Likelihood::of(probability)),
        None => verdict,
    };
    MilestoneResult {
        verdict,
        probability,
        value_year: done.map(|figure| figure.year),
        state: if done.is_some() {
            MilestoneState::Settled
        } else {
            blank.state
        },
        ..blank
    }
}

/// Probability that a deed is done by the end of `year`: by the reader's three dates, else by the reader's hazard from
/// the plan's base year on. Where it is on record that it was not done by the end of some year, given that. None where
/// the reader has said neither, and for dates out of order: nobody knows.
fn done_by_year(context: &Context<'_>, year: i16) -> Option<f64> {
    // Only years in which it was not done are left here.
    let not_done = context.series.last().map(|figure| figure.year);
    if let Some(dates) = dates(context.inputs) {
        let [earliest, likeliest, latest] = dates;
        let pert = Pert::new(earliest, likeliest, latest)?;
        if not_done >= Some(year) {
            return Some(0.0);
        }
        let by = |year: i16| pert.cdf(f64::from(year) + 1.0);
        let before = not_done.map_or(0.0, by);
        // What the dates call sure and the record denies has yet to happen: nothing is known about when.
        return (before < 1.0).then(|| ((by(year) - before) / (1.0 - before)).clamp(0.0, 1.0));
    }
    let from = not_done.unwrap_or(context.setting.plan.base_year);
    let years = u16::try_from(year.saturating_sub(from)).unwrap_or(0);
    cumulative_hazard(context.inputs.lever(LeverId::Hazard)? / 100.0, years)
}

/// The reader's earliest, likeliest and latest date; None unless all three are given.
fn dates(inputs: &Inputs) -> Option<[f64; 3]> {
    Some([
        inputs.lever(LeverId::Earliest)?,
        inputs.lever(LeverId::Likeliest)?,
        inputs.lever(LeverId::Latest)?,
    ])
}

/// Whether the dates that the reader has given stand in their order; one or two of them too.
pub(crate) fn has_ordered_dates(inputs: &Inputs) -> bool {
    let given = [LeverId::Earliest, LeverId::Likeliest, LeverId::Latest].map(|id| inputs.lever(id));
    given.into_iter().flatten().is_sorted()
}
