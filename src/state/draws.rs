//! Keeps the draws up with the scenario on the board, which alone shows them: asks the worker, and holds what it last said.
//!
//! While something moves a run is small and goes to its end before the next one is asked for, so that answers keep coming;
//! at rest it is large, and given up as soon as something moves again. Answers to anything but the newest request are
//! dropped.

use std::sync::Arc;

use engine::ensemble::{DRAWS_AT_REST, DRAWS_IN_MOTION};
use leptos::prelude::*;
use wire::run;

use super::questions::Answer;
use super::{AppState, View};
use crate::answers::read_answer;
use crate::platform::timer::{self, Lull};
use crate::platform::worker::Worker;

/// The page is usable before the worker starts.
const START_MILLISECONDS: u64 = 300;
/// Between an answer and the next small run: what moves has the cores to itself, of which there may be two, and nobody reads
/// the counts of a board faster while something moves.
const BREATH_MILLISECONDS: u64 = 1_000;
/// Nothing has moved for so long: the large run.
const REST_MILLISECONDS: u32 = 250;

/// What is known from the draws.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draws {
    /// The newest answer.
    pub answer: Option<Arc<run::Answer>>,
    /// This browser does not run the worker, or it broke.
    pub is_failed: bool,
}

/// The scheduler's own notes.
#[derive(Debug, Default)]
pub(in crate::state) struct Runs {
    worker: Option<Worker>,
    /// Counts requests.
    revision: u32,
    /// The request under way, and whether it is a small one.
    in_flight: Option<(u32, bool)>,
    /// Something has moved while a small run was under way.
    is_waiting: bool,
    rest: Lull,
    /// Messages from before the worker listened.
    queue: Vec<String>,
    is_ready: bool,
    /// The comparison that is on the screen.
    pub(in crate::state) comparison: super::comparison::Slot,
    /// Panels that wait for answers, and how many were ever opened.
    pub(in crate::state) slots: Vec<super::questions::Slot>,
    pub(in crate::state) opened: u32,
    pub(in crate::state) is_failed: bool,
}

/// Starts the worker a little later, and follows the scenario and the target shown from then on.
pub(in crate::state) fn follow(state: AppState) {
    timer::later(START_MILLISECONDS, move || start(state));
}

fn start(state: AppState) {
    let worker = Worker::start(move |text| take(state, &text), move || fail(state));
    if worker.is_none() {
        fail(state);
        return;
    }
    state.runs.update_value(|runs| runs.worker = worker);
    Effect::new(move |_| {
        // Only the board shows what the draws say: elsewhere they would take a core, of two perhaps, from the reader.
        if state.view.get() == View::Board {
            state.open.track();
            moved(state);
        } else {
            rest(state);
        }
    });
}

fn fail(state: AppState) {
    state.draws.update(|draws| draws.is_failed = true);
    state.runs.update_value(Runs::fail);
}

/// Gives a message to the worker, or keeps it until the worker has said that it listens: what comes earlier is lost.
pub(in crate::state) fn send(state: AppState, text: String) {
    state.runs.update_value(|runs| match &runs.worker {
        Some(worker) if runs.is_ready => worker.send(&text),
        _ if runs.is_failed => {}
        _ => runs.queue.push(text),
    });
}

/// The worker listens.
fn ready(state: AppState) {
    let queue = state.runs.try_update_value(|runs| {
        runs.is_ready = true;
        std::mem::take(&mut runs.queue)
    });
    queue.into_iter().flatten().for_each(|text| send(state, text));
}

/// The scenario or the view has changed.
fn moved(state: AppState) {
    let rest = state.runs.with_value(|runs| runs.rest);
    rest.begin(REST_MILLISECONDS, move || ask(state, DRAWS_AT_REST));
    let is_busy = move || state.runs.with_value(|runs| matches!(runs.in_flight, Some((_, true))));
    if is_busy() {
        state.runs.update_value(|runs| runs.is_waiting = true);
        return;
    }
    // What moved is painted first.
    timer::later(0, move || {
        if is_busy() {
            state.runs.update_value(|runs| runs.is_waiting = true);
        } else if state.view.get_untracked() == View::Board {
            ask(state, DRAWS_IN_MOTION);
        }
    });
}

/// Nothing is asked for, and what is known may be of another scenario by the time it is shown again.
fn rest(state: AppState) {
    state.runs.update_value(|runs| {
        runs.rest.cancel();
        runs.in_flight = None;
        runs.is_waiting = false;
    });
    if state.draws.with_untracked(|draws| draws.answer.is_some()) {
        state.draws.update(|draws| draws.answer = None);
    }
}

fn ask(state: AppState, draws: u32) {
    let revision = state.runs.try_update_value(|runs| {
        runs.revision = runs.revision.wrapping_add(1);
        runs.in_flight = Some((runs.revision, draws == DRAWS_IN_MOTION));
        runs.is_waiting = false;
        runs.revision
    });
    let Some(revision) = revision else { return };
    let text = state
        .open
        .with_untracked(|open| run::request(&open.saved, state.plan, revision, draws, state.today_year));
    send(state, format!("draws\n{text}"));
}

/// Something has come from the worker.
fn take(state: AppState, text: &str) {
    match text.split_once('\n') {
        Some(("ready", _)) => ready(state),
        Some(("draws", text)) => take_draws(state, text),
        Some(("ask", text)) => take_answer(state, text),
        Some(("compare", text)) => super::comparison::take(state, text),
        _ => fail(state),
    }
}

/// An answer to a panel's question has come.
fn take_answer(state: AppState, text: &str) {
    let Some((slot, revision, parts)) = read_answer(text) else {
        fail(state);
        return;
    };
    if let Some(answer) = state.runs.with_value(|runs| runs.asked(slot, revision)) {
        // The panel may have been closed meanwhile.
        let _ = answer.try_set(Answer::Given(parts));
    }
}

/// An answer about the draws has come.
fn take_draws(state: AppState, text: &str) {
    let Some(answer) = run::read_answer(text, state.plan) else {
        // Of another build: the page was renewed under an old worker, or the other way round.
        fail(state);
        return;
    };
    let is_newest = state
        .runs
        .with_value(|runs| runs.in_flight.is_some_and(|(revision, _)| revision == answer.revision));
    if !is_newest {
        return;
    }
    let revision = answer.revision;
    let is_small = answer.draws == DRAWS_IN_MOTION;
    let _ = state.draws.try_update(|draws| draws.answer = Some(Arc::new(answer)));
    if is_small {
        timer::later(BREATH_MILLISECONDS, move || done(state, revision));
    } else {
        done(state, revision);
    }
}

/// A run is over, and another one may begin.
fn done(state: AppState, revision: u32) {
    let is_waiting = state.runs.try_update_value(|runs| {
        let is_newest = runs.in_flight.is_some_and(|(newest, _)| newest == revision);
        if !is_newest {
            return false;
        }
        runs.in_flight = None;
        std::mem::take(&mut runs.is_waiting)
    });
    if is_waiting == Some(true) && state.view.get_untracked() == View::Board {
        ask(state, DRAWS_IN_MOTION);
    }
}
