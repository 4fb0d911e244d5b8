//! Keeping the open scenario in the browser: a little after each change, and at once when the page is left.
//!
//! What stands in storage is compared with what this tab last read or wrote before it is replaced: another tab's work is never
//! written over without the reader's word.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wire::Saved;

use super::{AppState, Conflict, keys, shelf};
use crate::platform::storage::{self, StorageError};

/// Pause after a change before it is kept, so that dragging a lever writes once.
const PAUSE_MILLISECONDS: u32 = 400;

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
    /// Another tab's work stands where it would be kept.
    Conflict,
}

/// Keeps the scenario once changes pause.
pub fn schedule(state: AppState) {
    if state.open.with_untracked(|open| open.is_preview) {
        return;
    }
    if state.is_continued.get_untracked() {
        state.is_continued.set(false);
    }
    if state.save.get_untracked() != SaveState::Waiting {
        state.save.set(SaveState::Waiting);
    }
    state.unsaved.begin(PAUSE_MILLISECONDS, move || write(state, false));
}

/// Keeps what waits to be kept, now.
pub fn flush(state: AppState) {
    if state.save.try_get_untracked() == Some(SaveState::Waiting) {
        state.unsaved.cancel();
        write(state, false);
    }
}

/// Keeps the open scenario now, even where it is the trend: the reader asked for it by name.
pub fn keep_now(state: AppState) {
    state.save.set(SaveState::Waiting);
    state.unsaved.cancel();
    write(state, true);
}

/// Keeps the open scenario whatever another tab has put there: the reader said so.
pub fn overwrite(state: AppState) {
    let id = state.open.with_untracked(|open| open.id.clone());
    state.baseline.set_value(shelf::stored_text(&id).ok().flatten());
    shelf::forget_deleted(&id);
    keep_now(state);
}

fn write(state: AppState, is_asked_for: bool) {
    let Some((id, text, is_blank)) = state.open.try_with_untracked(|open| {
        (
            open.id.clone(),
            shelf::text_of(&open.saved, state.plan),
            open.saved == Saved::default(),
        )
    }) else {
        return;
    };
    let stored = match shelf::stored_text(&id) {
        Ok(stored) => stored,
        Err(_) => return state.save.set(SaveState::Blocked),
    };
    // A change that was taken back before it was ever kept leaves nothing to keep.
    if is_blank && !is_asked_for && stored.is_none() {
        state.save.set(SaveState::Untouched);
        return;
    }
    if let Some(conflict) = conflict(state, &id, stored.as_ref(), &text) {
        state.conflict.set(Some(conflict));
        state.save.set(SaveState::Conflict);
        return;
    }
    let is_kept = stored.as_ref() == Some(&text);
    let kept = if is_kept { Ok(()) } else { shelf::write(&id, &text) };
    if kept.is_ok() {
        state.baseline.set_value(Some(text));
        let history = state.history.try_update_untracked(|history| history.kept(state.plan));
        shelf::write_history(&id, &history.unwrap_or_default());
        ask_for_durability(state);
    }
    // Not being able to note which one was opened last costs a click next time.
    let kept = kept.and_then(|()| storage::write(keys::CURRENT, &id));
    state.save.set(match kept {
        Ok(()) => SaveState::Saved,
        Err(StorageError::Full) => SaveState::Full,
        Err(StorageError::Blocked) => SaveState::Blocked,
    });
    state.changed.set(shelf::changed(&id));
    refresh_line(state, &id);
}

/// What stands in the way: a document that this tab has neither read nor written, or that another tab deleted.
fn conflict(state: AppState, id: &str, stored: Option<&String>, text: &str) -> Option<Conflict> {
    let baseline = state.baseline.get_value();
    match stored {
        Some(stored) if stored == text || Some(stored) == baseline.as_ref() => None,
        Some(_) => Some(Conflict::Changed),
        // Cleared by hand or by the browser: what is open here is written again. Deleted by the reader: not unasked.
        None if baseline.is_some() && shelf::is_deleted(id) => Some(Conflict::Deleted),
        None => None,
    }
}

/// The line of the open scenario in the list, without reading all others again.
fn refresh_line(state: AppState, id: &str) {
    let line = state.open.with_untracked(|open| shelf::stored(id, &open.saved));
    state.list.update(|list| {
        list.retain(|stored| stored.id != line.id);
        list.insert(0, line);
    });
}

/// Asks, once a visit and after something was kept, that the browser does not clear it by itself.
fn ask_for_durability(state: AppState) {
    if state.is_durable.get_untracked().is_some() {
        return;
    }
    state.is_durable.set(Some(false));
    spawn_local(async move {
        let is_durable = storage::persist().await;
        let _ = state.is_durable.try_set(Some(is_durable));
    });
}
