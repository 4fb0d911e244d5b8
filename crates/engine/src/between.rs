//! Two scenarios: what differs between them, and what lies between them. Projects nothing.

use plan::Plan;

use crate::inputs::{Change, Inputs, LeverId};
use crate::lever::{levers, shared_levers};
use crate::scenario::{SHARED_CODE, Scenario};

/// One thing that two scenarios do not agree on, as the change that makes it so in each; a value of None is as shipped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// Code of the target, or [`SHARED_CODE`].
    pub code: u8,
    /// How it is in the first scenario.
    pub before: Change,
    /// How it is in the second one.
    pub after: Change,
}

/// What differs between `before` and `after`, by target, in a fixed order.
#[must_use]
pub fn differences(before: &Scenario, after: &Scenario) -> Vec<Difference> {
    let gone = before.changes().map(|(code, change)| (code, change, without(change)));
    let new = after
        .changes()
        .filter(|(code, change)| value_of(before.inputs(*code), *change).is_none());
    let new = new.map(|(code, change)| (code, without(change), change));
    let mut found: Vec<Difference> = gone
        .map(|(code, change, none)| Difference {
            code,
            before: change,
            after: value_of(after.inputs(code), change).unwrap_or(none),
        })
        .chain(new.map(|(code, before, after)| Difference { code, before, after }))
        .filter(|difference| difference.before != difference.after)
        .collect();
    found.sort_by_key(|difference| difference.code);
    found
}

/// The scenario at `share` of the way from `before` (0) to `after` (1): levers and shocks move evenly, and what has no
/// middle (a mode, a definition, a figure, a date) turns at half of the way.
#[must_use]
pub fn between(plan: &Plan, today_year: i16, before: &Scenario, after: &Scenario, share: f64) -> Scenario {
    let mut result = if share < 0.5 { before } else { after }.clone();
    if share <= 0.0 || share >= 1.0 {
        return result;
    }
    for difference in differences(before, after) {
        let code = difference.code;
        let on_the_way = match (difference.before, difference.after) {
            (Change::Lever(id, from), Change::Lever(_, to)) if has_middle(id) => {
                let shipped = |scenario: &Scenario| shipped(plan, today_year, scenario, code, id);
                let from = from.or_else(|| shipped(before));
                let to = to.or_else(|| shipped(after));
                from.zip(to).map(|ends| Change::Lever(id, Some(mixed(ends, share))))
            }
            (Change::Shock { year, value: from }, Change::Shock { value: to, .. }) => {
                let ends = (from.unwrap_or(0.0), to.unwrap_or(0.0));
                let value = Some(mixed(ends, share));
                Some(Change::Shock { year, value })
            }
            _ => None,
        };
        // Both ends lie within the limits, and so does what is between them; a lever that the mode at this point of the
        // way does not know stays as it is.
        if let Some(change) = on_the_way {
            let _ = result.apply(plan, code, change);
        }
    }
    result
}

fn mixed((from, to): (f64, f64), share: f64) -> f64 {
    from + (to - from) * share
}

/// Whether a value between two values of the lever means something: a seed and a number of units are counted, and a date
/// that was not given is at no place.
const fn has_middle(id: LeverId) -> bool {
    !matches!(
        id,
        LeverId::Seed | LeverId::Units | LeverId::Earliest | LeverId::Likeliest | LeverId::Latest
    )
}

/// The shipped value of a lever under `scenario`; growth follows its figures.
fn shipped(plan: &Plan, today_year: i16, scenario: &Scenario, code: u8, id: LeverId) -> Option<f64> {
    let known = if code == SHARED_CODE {
        shared_levers(plan, scenario.shared())
    } else {
        let target = plan.target_by_code(code)?;
        levers(&scenario.setting(plan, today_year), target, scenario.inputs(code))
    };
    known
        .into_iter()
        .find(|lever| lever.id == id)
        .map(|lever| lever.shipped)
}

/// `change` taken back: two changes are about the same thing where these are equal.
#[must_use]
pub const fn without(change: Change) -> Change {
    match change {
        Change::Mode(_) => Change::Mode(None),
        Change::Lever(id, _) => Change::Lever(id, None),
        Change::Basis(_) => Change::Basis(None),
        Change::Observation { year, .. } => Change::Observation { year, value: None },
        Change::Threshold { year, .. } => Change::Threshold { year, value: None },
        Change::Shock { year, .. } => Change::Shock { year, value: None },
    }
}

/// What `inputs` hold of the thing that `change` is about; None where it is as shipped.
fn value_of(inputs: &Inputs, change: Change) -> Option<Change> {
    match change {
        Change::Mode(_) => inputs.mode.map(|mode| Change::Mode(Some(mode))),
        Change::Lever(id, _) => inputs.lever(id).map(|value| Change::Lever(id, Some(value))),
        Change::Basis(_) => inputs.basis.map(|basis| Change::Basis(Some(basis))),
        Change::Observation { year, .. } => {
            let value = inputs.observations.get(&year).copied();
            value.map(|value| Change::Observation {
                year,
                value: Some(value),
            })
        }
        Change::Threshold { year, .. } => {
            let value = inputs.thresholds.get(&year).copied();
            value.map(|value| Change::Threshold {
                year,
                value: Some(value),
            })
        }
        Change::Shock { year, .. } => {
            let value = inputs.shocks.get(&year).copied();
            value.map(|value| Change::Shock {
                year,
                value: Some(value),
            })
        }
    }
}
