//! Deeds: done by their year, done late, or how likely by the reader's own dates.

use crate::event::{Pert, cumulative_hazard};
use crate::forecasts::Context;
use crate::inputs::LeverId;
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
/// the plan's base year on. None where the reader has said neither: nobody knows.
fn done_by_year(context: &Context<'_>, year: i16) -> Option<f64> {
    let lever = |id| context.inputs.lever(id);
    let dates = lever(LeverId::Earliest)
        .zip(lever(LeverId::Likeliest))
        .zip(lever(LeverId::Latest));
    if let Some(((earliest, likeliest), latest)) = dates {
        return Some(Pert::new(earliest, likeliest, latest)?.cdf(f64::from(year) + 1.0));
    }
    let years = u16::try_from(year.saturating_sub(context.setting.plan.base_year)).ok()?;
    cumulative_hazard(lever(LeverId::Hazard)? / 100.0, years)
}
