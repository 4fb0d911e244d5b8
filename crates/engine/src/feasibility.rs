//! What is asked beside what has been done: the required pace against every change of equal length on record.
//!
//! Counts changes, foretells nothing and knows no probabilities. A record of a few overlapping spans is no sample.

use plan::{Better, Target};

use crate::milestone::pace_between;
use crate::pace::{Pace, PaceUnit};
use crate::series::Series;

/// How far a pace may fall short and still count as equal, relative: rounding in the last digits, not a margin.
const ROUNDING: f64 = 1e-9;

/// A change between two figures on record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecordedChange {
    /// Year of the earlier figure.
    pub from_year: i16,
    /// Year of the later figure.
    pub to_year: i16,
    /// Change a year between them, in the unit of the required pace (percent a year compound, or units a year).
    pub change: f64,
}

/// A required pace and the record it stands beside.
#[derive(Debug, Clone, PartialEq)]
pub struct Feasibility {
    /// The pace asked for.
    pub required: Pace,
    /// Years over which it has to be kept up.
    pub years: u16,
    /// Years each recorded change took. Where it is not `years`, the record has no span of that length: then it is the
    /// longest shorter one, and where every span is longer, the shortest there is.
    pub span_years: u16,
    /// Every recorded change over `span_years`, by first year; spans may overlap. Never empty.
    pub record: Vec<RecordedChange>,
    /// Share (fraction) of the recorded changes that were at least as good as what is asked.
    pub share_at_least: f64,
    /// No recorded change was as good as what is asked.
    pub is_faster_than_any: bool,
}

/// Puts `required`, to be kept up over `years`, beside the record of `series`. "At least as good" goes in the target's
/// better direction, so that a required fall is compared with falls.
///
/// None where no two figures give a change in the required pace's unit.
#[must_use]
pub fn feasibility(target: &Target, series: &Series, required: Pace, years: u16) -> Option<Feasibility> {
    let changes = changes(target, series, required.unit);
    let lengths = || changes.iter().map(|(span, _)| *span);
    let span_years = lengths()
        .filter(|span| *span <= years)
        .max()
        .or_else(|| lengths().min())?;
    let record: Vec<RecordedChange> = changes
        .iter()
        .filter(|(span, _)| *span == span_years)
        .map(|(_, change)| *change)
        .collect();
    let hair = ROUNDING * required.value.abs();
    let is_as_good = |recorded: &RecordedChange| match target.better {
        Better::Higher => recorded.change >= required.value - hair,
        Better::Lower => recorded.change <= required.value + hair,
    };
    let share_at_least = crate::score::mean(record.iter().map(|change| if is_as_good(change) { 1.0 } else { 0.0 }))?;
    Some(Feasibility {
        required,
        years,
        span_years,
        share_at_least,
        is_faster_than_any: !record.iter().any(is_as_good),
        record,
    })
}

impl Feasibility {
    /// The best change of the record in `target`'s better direction.
    #[must_use]
    pub fn best(&self, target: &Target) -> Option<&RecordedChange> {
        let changes = self.record.iter();
        match target.better {
            Better::Higher => changes.max_by(|one, other| one.change.total_cmp(&other.change)),
            Better::Lower => changes.min_by(|one, other| one.change.total_cmp(&other.change)),
        }
    }
}

/// Every change between two figures with its length in years; one that cannot be said in `unit` (percent from a figure
/// that is not positive) is left out.
fn changes(target: &Target, series: &Series, unit: PaceUnit) -> Vec<(u16, RecordedChange)> {
    let mut changes = Vec::new();
    for (place, from) in series.figures.iter().enumerate() {
        for to in series.figures.iter().skip(place + 1) {
            let Ok(span) = u16::try_from(i32::from(to.year) - i32::from(from.year)) else {
                continue;
            };
            let pace = pace_between(target, from.value, to.value, f64::from(span));
            if let Some(pace) = pace.filter(|pace| pace.unit == unit) {
                let change = RecordedChange {
                    from_year: from.year,
                    to_year: to.year,
                    change: pace.value,
                };
                changes.push((span, change));
            }
        }
    }
    changes
}
