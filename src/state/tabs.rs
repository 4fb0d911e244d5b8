//! What other tabs do to what is kept: their changes to other scenarios are followed, their change to the one open here is a
//! question to the reader.

use leptos::prelude::*;

use super::{AppState, SaveState, keys, saving, shelf};

/// What another tab did to the scenario that is open here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conflict {
    /// It was changed.
    Changed,
    /// It was deleted.
    Deleted,
}

/// Reacts to another tab's write under `key`; None when it cleared everything.
pub(in crate::state) fn follow(state: AppState, key: Option<&str>) {
    let Some(key) = key else {
        state.list.set(shelf::list(state.plan));
        state.deleted.set(Vec::new());
        // What is open here is all that is left of it; it is kept again.
        let is_worth_keeping = state
            .open
            .with_untracked(|open| !open.is_preview && open.saved != wire::Saved::default());
        if is_worth_keeping {
            state.save.set(SaveState::Waiting);
            saving::flush(state);
        }
        return;
    };
    if key.starts_with(keys::SCENARIO_PREFIX) || key.starts_with(keys::DELETED_PREFIX) {
        refresh(state);
    }
    let id = state
        .open
        .with_untracked(|open| (!open.is_preview).then(|| open.id.clone()));
    if let Some(id) = id.filter(|id| key == keys::scenario(id)) {
        look(state, &id);
    }
}

/// Reads the lists again.
pub(in crate::state) fn refresh(state: AppState) {
    state.list.set(shelf::list(state.plan));
    state.deleted.set(shelf::deleted(state.plan));
    state.aside.set(shelf::aside(state.plan));
}

/// Compares what is kept of the open scenario with what this tab knows of it.
fn look(state: AppState, id: &str) {
    let Ok(stored) = shelf::stored_text(id) else { return };
    let baseline = state.baseline.get_value();
    let conflict = match stored {
        stored if stored == baseline => None,
        Some(stored) => {
            let own = state
                .open
                .with_untracked(|open| shelf::text_of(&open.saved, state.plan));
            (stored != own).then_some(Conflict::Changed)
        }
        None => shelf::is_deleted(id).then_some(Conflict::Deleted),
    };
    if let Some(conflict) = conflict {
        state.unsaved.cancel();
        state.conflict.set(Some(conflict));
        state.save.set(SaveState::Conflict);
    } else if state.conflict.get_untracked().is_some() {
        // The other tab went back to what this one knows.
        state.conflict.set(None);
        saving::schedule(state);
    }
}
