//! Then and now: what the author of a link saw beside what is seen here, and why both can differ.

use std::cmp::Ordering;

use engine::board::Tally;
use plan::Plan;

use super::{ChangedTarget, Headline, Judged, Seen};
use crate::day::Day;
use crate::saved::MadeWith;

/// How what is seen now differs from what the author saw.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Difference {
    /// What has moved on since; more than one can be so. Empty where nothing explains it.
    pub reasons: Vec<Moved>,
    /// Years whose counts differ.
    pub horizons: Vec<HorizonDifference>,
    /// Changed targets whose judgements differ.
    pub targets: Vec<TargetDifference>,
    /// Nothing named above differs: only targets that the scenario leaves alone, or less than a percent.
    pub is_small: bool,
}

/// Why the same scenario can give other results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moved {
    /// The plan's data are of another version.
    Data {
        /// The author's version.
        from: String,
    },
    /// The mathematics are of another version.
    Engine {
        /// The author's version.
        from: String,
    },
    /// Today lies in another year: milestones whose year has passed count as unreported or settled.
    Year {
        /// The author's year.
        from: i16,
    },
}

/// A year whose counts differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HorizonDifference {
    /// The year.
    pub year: i16,
    /// As the author saw them; None where the author's plan had no such year.
    pub then: Option<Tally>,
    /// As they are now; None where the plan has no such year any more.
    pub now: Option<Tally>,
}

/// A target whose judgements differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetDifference {
    /// Its code.
    pub code: u8,
    /// Every milestone, in the projection's order: then and now. None where one of both had no such milestone.
    pub milestones: Vec<(Option<Judged>, Option<Judged>)>,
}

impl Seen {
    /// What differs now; None where the results are the same. `made_with` is what came with the record, `now` the
    /// headline of the scenario that was opened, and `today` the day it is compared.
    #[must_use]
    pub fn compare(&self, now: &Headline, made_with: &MadeWith, plan: &Plan, today: Day) -> Option<Difference> {
        let then = &self.headline;
        if then == now {
            return None;
        }
        let here = MadeWith::now(plan);
        let mut difference = Difference::default();
        if made_with.data_version != here.data_version {
            let from = made_with.data_version.clone();
            difference.reasons.push(Moved::Data { from });
        }
        if made_with.engine_version != here.engine_version {
            let from = made_with.engine_version.clone();
            difference.reasons.push(Moved::Engine { from });
        }
        if self.date.year() != today.year() {
            let from = self.date.year();
            difference.reasons.push(Moved::Year { from });
        }
        for (year, then, now) in side_by_side(&then.horizons, &now.horizons, |(year, _)| *year) {
            let (then, now) = (then.map(|(_, tally)| *tally), now.map(|(_, tally)| *tally));
            if then != now {
                difference.horizons.push(HorizonDifference { year, then, now });
            }
        }
        for (code, then, now) in side_by_side(&then.changed, &now.changed, |target| target.code) {
            let of = |target: Option<&ChangedTarget>| target.map_or_else(Vec::new, |target| target.milestones.clone());
            let (then, now) = (of(then), of(now));
            if then != now {
                let both =
                    (0..then.len().max(now.len())).map(|place| (then.get(place).copied(), now.get(place).copied()));
                let milestones = both.collect();
                difference.targets.push(TargetDifference { code, milestones });
            }
        }
        difference.is_small = difference.horizons.is_empty() && difference.targets.is_empty();
        Some(difference)
    }
}

/// Two lists by increasing keys, matched.
fn side_by_side<'a, T, K: Ord + Copy>(
    then: &'a [T],
    now: &'a [T],
    key: impl Fn(&T) -> K,
) -> Vec<(K, Option<&'a T>, Option<&'a T>)> {
    let (mut then, mut now) = (then.iter().peekable(), now.iter().peekable());
    let mut matched = Vec::new();
    loop {
        let order = match (then.peek(), now.peek()) {
            (Some(first), Some(second)) => key(first).cmp(&key(second)),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return matched,
        };
        let first = if order.is_le() { then.next() } else { None };
        let second = if order.is_ge() { now.next() } else { None };
        matched.extend(first.or(second).map(|either| (key(either), first, second)));
    }
}
