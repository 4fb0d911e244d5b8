//! The comparison on the screen: asks the worker for the open scenario and those beside it on the same draws, once they rest.

use std::sync::Arc;

use engine::Scenario;
use engine::ensemble::DRAWS_AT_REST;
use leptos::prelude::*;
use wire::{Saved, paired};

use super::{AppState, resting};

/// What is known of the differences.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Comparison {
    /// Nothing yet.
    #[default]
    Waiting,
    /// The newest answer, and the scenarios it is about, the open one first.
    Given(Arc<paired::Answer>, Vec<Scenario>),
    /// This browser does not run the worker, or it broke.
    Failed,
}

/// Who waits for the answer.
#[derive(Debug, Default)]
pub(in crate::state) struct Slot {
    revision: u32,
    asked: Vec<Scenario>,
    answer: Option<RwSignal<Comparison>>,
    is_failed: bool,
}

impl Slot {
    pub(in crate::state) fn fail(&mut self) {
        self.is_failed = true;
        if let Some(answer) = self.answer {
            let _ = answer.try_set(Comparison::Failed);
        }
    }
}

/// Differences between the open scenario and those beside it, for as long as the screen that asks lives.
#[must_use]
pub fn compared(state: AppState) -> ReadSignal<Comparison> {
    let answer = RwSignal::new(Comparison::Waiting);
    state.runs.update_value(|runs| {
        runs.comparison.answer = Some(answer);
        if runs.comparison.is_failed {
            answer.set(Comparison::Failed);
        }
    });
    let open = resting(move || state.open.with(|open| open.saved.scenario.clone()));
    Effect::new(move |_| {
        let beside = state.beside.with(|beside| {
            let scenarios = beside.iter().map(|member| member.saved.scenario.clone());
            scenarios.collect::<Vec<_>>()
        });
        let scenarios: Vec<Scenario> = std::iter::once(open.get()).chain(beside).collect();
        if scenarios.len() > 1 {
            ask(state, scenarios);
        }
    });
    on_cleanup(move || {
        let _ = state.runs.try_update_value(|runs| runs.comparison.answer = None);
    });
    answer.read_only()
}

fn ask(state: AppState, scenarios: Vec<Scenario>) {
    let members = scenarios.iter().map(|scenario| Saved {
        scenario: scenario.clone(),
        ..Saved::default()
    });
    let members = members.collect();
    let revision = state.runs.try_update_value(|runs| {
        runs.comparison.revision = runs.comparison.revision.wrapping_add(1);
        runs.comparison.asked = scenarios;
        runs.comparison.revision
    });
    let Some(revision) = revision else { return };
    let request = paired::Request {
        revision,
        draws: DRAWS_AT_REST,
        today_year: state.today_year,
        members,
    };
    super::draws::send(state, format!("compare\n{}", paired::request(&request, state.plan)));
}

/// An answer has come; an older one is dropped.
pub(in crate::state) fn take(state: AppState, text: &str) {
    let Some(told) = paired::read_answer(text) else { return };
    let given = state.runs.try_update_value(|runs| {
        let slot = &mut runs.comparison;
        (slot.revision == told.revision).then(|| (slot.answer, std::mem::take(&mut slot.asked)))
    });
    if let Some(Some((Some(answer), asked))) = given {
        let _ = answer.try_set(Comparison::Given(Arc::new(told), asked));
    }
}
