//! The documents in the browser's storage: read, written safely, listed, deleted so that they can be had back.
//!
//! No signal, and no decision of the reader's: what happens to a conflict or a broken document is decided elsewhere.

use plan::Plan;
use wire::{DocumentError, MadeWith, Saved, document};

use super::keys;
use crate::platform::clock;
use crate::platform::storage::{self, StorageError};

/// Deleted scenarios that are kept; the oldest goes first.
const MOST_DELETED: usize = 20;

/// A scenario in storage, for the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its identity.
    pub id: String,
    /// Its name; empty when it has none.
    pub name: String,
    /// Its notes; empty when it has none.
    pub notes: String,
    /// How many values differ from the shipped ones.
    pub changes: usize,
    /// When it was last changed, as an ISO 8601 text; None where nobody noted it.
    pub changed: Option<String>,
}

/// A document that this page cannot open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// The key it is kept under.
    pub key: String,
    /// Whether a newer version of the page wrote it.
    pub is_newer: bool,
    /// Its length in bytes.
    pub bytes: usize,
}

/// A document that was opened.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    /// The scenario.
    pub saved: Saved,
    /// How many of its values could not be taken.
    pub left_out: usize,
    /// The text it was read from.
    pub text: String,
}

/// Why a document was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unopened {
    /// It is no document of this page, or broken. A copy was set aside.
    Unreadable,
    /// A newer version of the page wrote it. It is left as it is.
    Newer,
}

/// The text of a scenario's document.
#[must_use]
pub fn text_of(saved: &Saved, plan: &Plan) -> String {
    document::to_text(saved, plan, &MadeWith::now(plan))
}

/// Opens the document of `id`; None where there is none. Where a save was interrupted and left the document unreadable, what
/// was being written is taken.
#[must_use]
pub fn read(plan: &Plan, id: &str) -> Option<Result<Opened, Unopened>> {
    let stored = storage::read(&keys::scenario(id)).ok().flatten();
    let next = storage::read(&next_key(id)).ok().flatten();
    let Some(text) = stored else {
        // Killed before its first document stood: what was being written is whole or it is nothing.
        return next.and_then(|text| open(plan, text).ok()).map(Ok);
    };
    Some(open(plan, text.clone()).or_else(|unopened| {
        if let Some(opened) = next.and_then(|text| open(plan, text).ok()) {
            return Ok(opened);
        }
        if unopened == Unopened::Unreadable {
            set_aside(id, &text);
        }
        Err(unopened)
    }))
}

fn open(plan: &Plan, text: String) -> Result<Opened, Unopened> {
    match document::from_text(&text, plan) {
        Ok(opened) => Ok(Opened {
            saved: opened.value,
            left_out: opened.problems.len(),
            text,
        }),
        Err(DocumentError::Newer { .. }) => Err(Unopened::Newer),
        Err(_) => Err(Unopened::Unreadable),
    }
}

/// A newer page's document as far as this one understands it, to be looked at only.
#[must_use]
pub fn read_newer(plan: &Plan, id: &str) -> Option<Saved> {
    let text = stored_text(id).ok().flatten()?;
    Some(document::from_newer_text(&text, plan)?.value)
}

/// Keeps a copy of a text that cannot be read. Nothing is lost where this fails: the text also stays where it is.
fn set_aside(id: &str, text: &str) {
    let key = format!("{}{id}", keys::ASIDE_PREFIX);
    let key = match storage::read(&key) {
        Ok(Some(other)) if other != text => format!("{key}-{}", clock::unique_id()),
        _ => key,
    };
    let _ = storage::write(&key, text);
}

/// What stands under `id` now, as text.
///
/// # Errors
/// The browser blocks storage.
pub fn stored_text(id: &str) -> Result<Option<String>, StorageError> {
    storage::read(&keys::scenario(id))
}

/// Replaces the document of `id`: `text` is first written beside it and read back, so that the last good copy goes only
/// when a newer one stands.
///
/// # Errors
/// The browser blocks storage or has no room; the last copy is then still there.
pub fn write(id: &str, text: &str) -> Result<(), StorageError> {
    let next = next_key(id);
    match storage::write(&next, text) {
        Ok(()) => {}
        // No room for two: replacing a text is one step of the browser's, which leaves the old one where it fails.
        Err(StorageError::Full) => {
            let _ = storage::remove(&next);
        }
        Err(error) => return Err(error),
    }
    let written = storage::write(&keys::scenario(id), text);
    if written.is_ok() {
        let _ = storage::remove(&next);
        // A missing time costs a place in the list.
        let _ = storage::write(&changed_key(id), &clock::now());
    }
    written
}

/// All scenarios that can be opened, the one changed last first.
#[must_use]
pub fn list(plan: &Plan) -> Vec<Stored> {
    listed(plan, keys::SCENARIO_PREFIX)
}

/// The scenarios that were deleted and can be had back.
#[must_use]
pub fn deleted(plan: &Plan) -> Vec<Stored> {
    listed(plan, keys::DELETED_PREFIX)
}

fn listed(plan: &Plan, prefix: &str) -> Vec<Stored> {
    let keys = storage::keys(prefix).unwrap_or_default();
    let stored = keys.iter().filter_map(|key| {
        let id = key.strip_prefix(prefix)?;
        let opened = open(plan, storage::read(key).ok().flatten()?).ok()?;
        Some(stored(id, &opened.saved))
    });
    let mut list: Vec<Stored> = stored.collect();
    list.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| a.id.cmp(&b.id)));
    list
}

/// A line of the list.
#[must_use]
pub fn stored(id: &str, saved: &Saved) -> Stored {
    Stored {
        id: id.to_string(),
        name: saved.name.clone(),
        notes: saved.notes.clone(),
        changes: saved.scenario.change_count(),
        changed: changed(id),
    }
}

/// The documents that cannot be opened: those set aside, and those still standing among the scenarios.
#[must_use]
pub fn aside(plan: &Plan) -> Vec<Aside> {
    let of = |prefix: &str| storage::keys(prefix).unwrap_or_default();
    let mut texts: Vec<String> = Vec::new();
    let mut found = Vec::new();
    for key in of(keys::ASIDE_PREFIX).into_iter().chain(of(keys::SCENARIO_PREFIX)) {
        let Some(text) = storage::read(&key).ok().flatten() else {
            continue;
        };
        let is_newer = match open(plan, text.clone()) {
            Err(unopened) => unopened == Unopened::Newer,
            // Set aside by an older version of the page, and readable by this one: still shown, it is in no list.
            Ok(_) if key.starts_with(keys::ASIDE_PREFIX) => false,
            Ok(_) => continue,
        };
        if !texts.contains(&text) {
            found.push(Aside {
                key,
                is_newer,
                bytes: text.len(),
            });
            texts.push(text);
        }
    }
    found
}

/// Deletes a scenario so that it can be had back; false where the browser has no room to keep it.
#[must_use]
pub fn delete(plan: &Plan, id: &str) -> bool {
    let Some(text) = stored_text(id).ok().flatten() else {
        return false;
    };
    if storage::write(&deleted_key(id), &text).is_err() {
        // A full browser: what could be undone in it makes room.
        let _ = storage::remove(&history_key(id));
        if storage::write(&deleted_key(id), &text).is_err() {
            return false;
        }
    }
    let _ = storage::write(&changed_key(id), &clock::now());
    let _ = storage::remove(&keys::scenario(id));
    let _ = storage::remove(&next_key(id));
    for old in deleted(plan).iter().skip(MOST_DELETED) {
        forget(&old.id);
    }
    true
}

/// Takes a scenario away that nobody has asked to keep.
pub fn remove(id: &str) {
    if stored_text(id).is_ok_and(|text| text.is_some()) {
        let _ = storage::remove(&keys::scenario(id));
        let _ = storage::remove(&changed_key(id));
    }
}

/// Brings a deleted scenario back; false where it is gone.
#[must_use]
pub fn restore(id: &str) -> bool {
    let Some(text) = storage::read(&deleted_key(id)).ok().flatten() else {
        return false;
    };
    write(id, &text).is_ok() && storage::remove(&deleted_key(id)).is_ok()
}

/// Deletes a deleted scenario for good.
pub fn forget(id: &str) {
    for key in [deleted_key(id), changed_key(id), history_key(id)] {
        let _ = storage::remove(&key);
    }
}

/// Forgets the deleted copy of a scenario that is kept again.
pub fn forget_deleted(id: &str) {
    let _ = storage::remove(&deleted_key(id));
}

/// Whether the scenario was deleted, here or in another tab.
#[must_use]
pub fn is_deleted(id: &str) -> bool {
    matches!(storage::read(&deleted_key(id)), Ok(Some(_)))
}

/// When a scenario was last changed, as an ISO 8601 text.
#[must_use]
pub fn changed(id: &str) -> Option<String> {
    moment(&changed_key(id))
}

/// A moment kept under `key`; None for what is too long to be one.
#[must_use]
pub fn moment(key: &str) -> Option<String> {
    const LONGEST: usize = 32;
    let text = storage::read(key).ok().flatten();
    text.filter(|text| text.len() <= LONGEST)
}

/// The history kept for a scenario.
#[must_use]
pub fn history(id: &str) -> Option<String> {
    storage::read(&history_key(id)).ok().flatten()
}

/// Keeps the history of a scenario, where there is room.
pub fn write_history(id: &str, text: &str) {
    let key = history_key(id);
    if storage::write(&key, text).is_err() {
        // An old history beside a new scenario would undo to what never was before it.
        let _ = storage::remove(&key);
    }
}

fn next_key(id: &str) -> String {
    format!("{}{id}", keys::NEXT_PREFIX)
}

fn changed_key(id: &str) -> String {
    format!("{}{id}", keys::CHANGED_PREFIX)
}

fn history_key(id: &str) -> String {
    format!("{}{id}", keys::HISTORY_PREFIX)
}

fn deleted_key(id: &str) -> String {
    format!("{}{id}", keys::DELETED_PREFIX)
}
