//! Keeping the open scenario in the browser: a little after each change, and at once when the page is left.

use leptos::prelude::*;
use wire::{MadeWith, Saved, document};

use super::{AppState, Stored, keys};
use crate::platform::storage::{self, StorageError};

/// Pause after a change before it is kept, so that dragging a lever writes once.
const PAUSE_MILLISECONDS: u64 = 400;

/// Whether the scenario is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveState {
    /// Nothing was changed since the page opened, and nothing is stored.
    Untouched,
    /// A change waits for the pause to end.
    Waiting,
    /// Kept.
    Saved,
    /// The browser blocks storage.
    Blocked,
    /// The browser has no room.
    Full,
    /// A preview: not kept on purpose.
    Preview,
}

/// Keeps the scenario once changes pause.
pub fn schedule(state: AppState) {
    if state.open.with_untracked(|open| open.is_preview) {
        return;
    }
    state.save.set(SaveState::Waiting);
    state
        .pause
        .update_value(|pause| pause.restart(PAUSE_MILLISECONDS, move || write(state)));
}

/// Keeps what waits to be kept, now.
pub fn flush(state: AppState) {
    if state.save.try_get_untracked() == Some(SaveState::Waiting) {
        state.pause.update_value(crate::platform::timer::Pause::cancel);
        write(state);
    }
}

fn write(state: AppState) {
    let Some((id, name, text, is_blank)) = state.open.try_with_untracked(|open| {
        (
            open.id.clone(),
            open.saved.name.clone(),
            document::to_text(&open.saved, state.plan, &MadeWith::now(state.plan)),
            open.saved == Saved::default(),
        )
    }) else {
        return;
    };
    // A change that was taken back before it was ever kept leaves nothing to keep.
    if is_blank && storage::read(&keys::scenario(&id)) == Ok(None) {
        state.save.set(SaveState::Untouched);
        return;
    }
    let kept = storage::write(&keys::scenario(&id), &text).and_then(|()| storage::write(keys::CURRENT, &id));
    state.save.set(match kept {
        Ok(()) => SaveState::Saved,
        Err(StorageError::Full) => SaveState::Full,
        Err(StorageError::Blocked) => SaveState::Blocked,
    });
    state
        .list
        .update(|list| match list.iter_mut().find(|stored| stored.id == id) {
            Some(stored) => stored.name = name,
            None => list.push(Stored { id, name }),
        });
}
