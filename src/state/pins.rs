//! The targets whose charts a reader keeps in view; kept in this browser like other preferences.

use leptos::prelude::*;
use plan::Plan;

use super::{AppState, keys};
use crate::platform::storage;

/// Charts that stand beside each other and are still read.
pub const MOST_PINS: usize = 3;

/// The pinned targets, as positions in the plan, in the order they were pinned.
#[derive(Clone, Copy)]
pub struct Pins {
    plan: &'static Plan,
    positions: RwSignal<Vec<usize>>,
}

impl Pins {
    /// What was pinned before, as far as the plan still has it.
    #[must_use]
    pub fn kept(state: AppState) -> Self {
        let text = storage::read(keys::PINS).ok().flatten().unwrap_or_default();
        Self {
            plan: state.plan,
            positions: RwSignal::new(parse(&text, state.plan)),
        }
    }

    /// The pinned targets.
    #[must_use]
    pub fn positions(&self) -> ReadSignal<Vec<usize>> {
        self.positions.read_only()
    }

    /// Whether all pins are in use, tracked.
    #[must_use]
    pub fn are_used_up(&self) -> bool {
        self.positions.with(|positions| positions.len() >= MOST_PINS)
    }

    /// Pins a target, unless all pins are in use, or takes its pin away.
    pub fn toggle(self, position: usize) {
        self.positions.update(|positions| {
            if let Some(place) = positions.iter().position(|known| *known == position) {
                positions.remove(place);
                return;
            }
            if positions.len() < MOST_PINS {
                positions.push(position);
            }
        });
        let text = self.positions.with_untracked(|positions| to_text(positions, self.plan));
        // Not being able to keep it costs a few clicks next time.
        let _ = storage::write(keys::PINS, &text);
    }
}

fn to_text(positions: &[usize], plan: &Plan) -> String {
    let ids = positions.iter().filter_map(|position| plan.targets.get(*position));
    ids.map(|target| target.id).collect::<Vec<_>>().join(" ")
}

/// Unknown and repeated ids are left out.
fn parse(text: &str, plan: &Plan) -> Vec<usize> {
    let mut positions = Vec::new();
    for id in text.split(' ') {
        let position = plan.targets.iter().position(|target| target.id == id);
        if let Some(position) = position.filter(|position| !positions.contains(position)) {
            positions.push(position);
        }
        if positions.len() == MOST_PINS {
            break;
        }
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::{parse, to_text};

    #[test]
    fn pins_come_back() {
        let plan = plan::plan();
        assert_eq!(parse(&to_text(&[4, 0], plan), plan), [4, 0]);
    }

    #[test]
    fn what_was_written_by_others_does_no_harm() {
        let plan = plan::plan();
        let income = plan.targets[0].id;
        assert_eq!(parse(&format!("{income} nothing {income}  "), plan), [0]);
        assert_eq!(parse("", plan), [] as [usize; 0]);
        let all: Vec<usize> = (0..plan.targets.len()).collect();
        assert_eq!(parse(&to_text(&all, plan), plan), [0, 1, 2]);
    }
}
