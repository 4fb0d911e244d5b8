//! Questions of open panels: given to the worker once the scenario rests, and answered into the panel that asked.

use leptos::prelude::*;

use super::{AppState, resting};
use crate::answers::{Ask, Part, Question, write_question};

/// What a panel knows of its answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// Not there yet.
    Waiting,
    /// The newest.
    Given(Vec<Part>),
    /// This browser does not run the worker, or it broke.
    Failed,
}

/// A panel that waits for answers.
#[derive(Debug, Clone, Copy)]
pub(in crate::state) struct Slot {
    id: u32,
    revision: u32,
    answer: RwSignal<Answer>,
}

/// The answer to `ask` about the target with `code`, for as long as the panel that asks it lives. Nothing is asked where
/// `ask` is None. An older answer stands until the newer one comes.
#[must_use]
pub fn answered(state: AppState, code: u8, ask: Signal<Option<Ask>>) -> ReadSignal<Answer> {
    let answer = RwSignal::new(Answer::Waiting);
    let id = state
        .runs
        .try_update_value(|runs| runs.open_slot(answer))
        .unwrap_or_default();
    let scenario = resting(move || state.open.with(|open| open.saved.scenario.clone()));
    Effect::new(move |_| {
        let Some(ask) = ask.get() else { return };
        let language = state.language.get();
        let scenario = scenario.get();
        let revision = state.runs.try_update_value(|runs| runs.next_question(id)).flatten();
        let Some(revision) = revision else { return };
        let question = Question {
            slot: id,
            revision,
            code,
            ask,
            language,
            today_year: state.today_year,
            scenario,
        };
        super::draws::send(state, format!("ask\n{}", write_question(&question, state.plan)));
    });
    on_cleanup(move || {
        let _ = state
            .runs
            .try_update_value(|runs| runs.slots.retain(|slot| slot.id != id));
    });
    answer.read_only()
}

impl super::draws::Runs {
    fn open_slot(&mut self, answer: RwSignal<Answer>) -> u32 {
        self.opened = self.opened.wrapping_add(1);
        if self.is_failed {
            answer.set(Answer::Failed);
        }
        self.slots.push(Slot {
            id: self.opened,
            revision: 0,
            answer,
        });
        self.opened
    }

    fn next_question(&mut self, id: u32) -> Option<u32> {
        let slot = self.slots.iter_mut().find(|slot| slot.id == id)?;
        slot.revision += 1;
        Some(slot.revision)
    }

    /// The panel that is to get an answer; None for a stale one and for a panel that is gone.
    pub(in crate::state) fn asked(&self, id: u32, revision: u32) -> Option<RwSignal<Answer>> {
        let slot = self
            .slots
            .iter()
            .find(|slot| slot.id == id && slot.revision == revision)?;
        Some(slot.answer)
    }

    /// Tells every open panel that no answer will come.
    pub(in crate::state) fn fail(&mut self) {
        self.is_failed = true;
        self.comparison.fail();
        for slot in &self.slots {
            let _ = slot.answer.try_set(Answer::Failed);
        }
    }
}
