//! The reader's scenarios: opened, begun, copied, named, deleted and had back; and the question of two tabs on one.

use engine::Preset;
use leptos::prelude::*;
use wire::Saved;
use wire::limits::NOTES_CHARACTERS;

use super::super::shown::Shown;
use super::super::{AppState, Conflict, Member, Notice, SaveState, keys, saving, shelf, tabs};
use super::sharing::settle;
use super::{end_burst, rename, replace};
use crate::platform::storage;

/// Scenarios that the open one is compared with, at most; with it they are as many as a link carries.
pub const MOST_BESIDE: usize = wire::limits::COMPARED_LINKS - 1;

/// Reads anew what the screen of scenarios shows.
pub fn look_at_shelf(state: AppState) {
    tabs::refresh(state);
}

/// Opens a scenario that is kept.
pub fn open_stored(state: AppState, id: &str) {
    let is_open = state.open.with_untracked(|open| open.id == id && !open.is_preview);
    if is_open {
        return;
    }
    let kept = settle(state);
    if let Some(mut shown) = Shown::stored(state.plan, id) {
        shown.notice = shown.notice.or(kept);
        shown.show(state);
    } else {
        // Deleted in another tab a moment ago.
        tabs::refresh(state);
    }
}

/// Begins a scenario from a preset and keeps it.
pub fn start_new(state: AppState, preset: Preset, name: &str) {
    let saved = Saved {
        name: wire::clean_name(name),
        scenario: preset.scenario(state.plan, state.today_year),
        ..Saved::default()
    };
    keep_as_new(state, saved);
}

/// Copies a kept scenario, or the one that is open, under another name, and opens the copy.
pub fn duplicate(state: AppState, id: &str, name: &str) {
    saving::flush(state);
    if let Some(saved) = content(state, id) {
        let name = wire::clean_name(name);
        keep_as_new(state, Saved { name, ..saved });
    }
}

fn keep_as_new(state: AppState, saved: Saved) {
    let kept = settle(state);
    let shown = Shown {
        notice: kept,
        ..Shown::new(saved)
    };
    shown.show(state);
    state.own.set_value(None);
    saving::keep_now(state);
}

/// Gives a scenario another name.
pub fn rename_stored(state: AppState, id: &str, name: &str) {
    if is_open(state, id) {
        return rename(state, name);
    }
    let name = wire::clean_name(name);
    rewrite(state, id, |saved| saved.name = name);
}

/// Replaces the notes of a scenario.
pub fn set_notes(state: AppState, id: &str, notes: &str) {
    let notes = wire::clean_notes(notes);
    if !is_open(state, id) {
        return rewrite(state, id, |saved| saved.notes = notes);
    }
    let before = state.open.with_untracked(|open| open.saved.clone());
    if notes != before.notes {
        let after = Saved {
            notes,
            ..before.clone()
        };
        replace(state, after, before, "notes".to_string());
    }
}

/// Characters that notes may have.
pub const MOST_NOTES: usize = NOTES_CHARACTERS;

/// Changes a scenario that is not open.
fn rewrite(state: AppState, id: &str, change: impl FnOnce(&mut Saved)) {
    let Some(Ok(opened)) = shelf::read(state.plan, id) else {
        return tabs::refresh(state);
    };
    let mut saved = opened.saved;
    change(&mut saved);
    if shelf::write(id, &shelf::text_of(&saved, state.plan)).is_err() {
        state.save.set(SaveState::Full);
    }
    tabs::refresh(state);
}

/// Deletes a scenario; it can be had back.
pub fn delete(state: AppState, id: &str) {
    saving::flush(state);
    let name = content(state, id).map(|saved| saved.name).unwrap_or_default();
    if !shelf::delete(state.plan, id) {
        state.notice.set(Some(Notice::NotDeleted));
        return;
    }
    forget_member(state, id);
    if is_open(state, id) {
        Shown::newest(state.plan).show(state);
    }
    tabs::refresh(state);
    state.notice.set(Some(Notice::Deleted(id.to_string(), name)));
}

/// Brings a deleted scenario back and opens it.
pub fn restore(state: AppState, id: &str) {
    let is_back = shelf::restore(id);
    tabs::refresh(state);
    if is_back {
        open_stored(state, id);
        state.notice.set(None);
    } else {
        state.notice.set(Some(Notice::NotRestored));
    }
}

/// Deletes a deleted scenario for good.
pub fn forget(state: AppState, id: &str) {
    shelf::forget(id);
    tabs::refresh(state);
}

/// Deletes a document that cannot be opened, for good.
pub fn forget_aside(state: AppState, key: &str) {
    let is_aside = key.starts_with(keys::ASIDE_PREFIX) || key.starts_with(keys::SCENARIO_PREFIX);
    if is_aside {
        let _ = storage::remove(key);
    }
    tabs::refresh(state);
}

/// Of two tabs' work on the open scenario, keeps the one here.
pub fn keep_mine(state: AppState) {
    state.conflict.set(None);
    saving::overwrite(state);
    tabs::refresh(state);
}

/// Takes over what the other tab did. What stood here can be had back by undo.
pub fn take_theirs(state: AppState) {
    let conflict = state.conflict.get_untracked();
    state.conflict.set(None);
    let id = state.open.with_untracked(|open| open.id.clone());
    match (conflict, shelf::read(state.plan, &id)) {
        (Some(Conflict::Changed), Some(Ok(opened))) => {
            let before = state.open.with_untracked(|open| open.saved.clone());
            state.unsaved.cancel();
            state.baseline.set_value(Some(opened.text));
            end_burst(state);
            replace(state, opened.saved, before, "theirs".to_string());
            end_burst(state);
            saving::flush(state);
        }
        _ => Shown::newest(state.plan).show(state),
    }
}

/// Keeps both: what stands here becomes a scenario of its own.
pub fn keep_both(state: AppState, name: &str) {
    let mut saved = state.open.with_untracked(|open| open.saved.clone());
    saved.name = wire::clean_name(name);
    let history = state.history.get_untracked();
    let shown = Shown {
        history,
        ..Shown::new(saved)
    };
    shown.show(state);
    saving::keep_now(state);
    tabs::refresh(state);
}

/// Puts a kept scenario beside the open one, or takes it away; puts the trend there by the name of [`TREND`].
pub fn toggle_beside(state: AppState, id: &str) {
    let is_beside = state
        .beside
        .with_untracked(|beside| beside.iter().any(|member| member.id.as_deref() == Some(id)));
    if is_beside {
        return forget_member(state, id);
    }
    if state.beside.with_untracked(Vec::len) >= MOST_BESIDE {
        return;
    }
    let member = if id == TREND {
        Some(trend())
    } else {
        content(state, id).map(|saved| Member {
            id: Some(id.to_string()),
            saved,
        })
    };
    if let Some(member) = member {
        state.beside.update(|beside| beside.push(member));
        remember_beside(state);
    }
}

fn trend() -> Member {
    Member {
        id: None,
        saved: Saved::default(),
    }
}

/// Takes the scenario at `place` out of the comparison.
pub fn remove_beside(state: AppState, place: usize) {
    state.beside.update(|beside| {
        if place < beside.len() {
            beside.remove(place);
        }
    });
    remember_beside(state);
}

/// Reads the compared scenarios again: another tab or this one may have changed them.
pub fn refresh_beside(state: AppState) {
    let fresh: Vec<Member> = state
        .beside
        .get_untracked()
        .into_iter()
        .filter_map(|member| match member.id {
            None => Some(member),
            Some(id) => content(state, &id).map(|saved| Member { id: Some(id), saved }),
        })
        .collect();
    if state.beside.with_untracked(|beside| *beside != fresh) {
        state.beside.set(fresh);
    }
}

fn forget_member(state: AppState, id: &str) {
    state
        .beside
        .update(|beside| beside.retain(|member| member.id.as_deref() != Some(id)));
    remember_beside(state);
}

/// Stands for the trend, which is kept nowhere; no identity looks like it.
pub const TREND: &str = "-";

/// Which scenarios are compared is found again on the next visit; losing it costs a few clicks.
fn remember_beside(state: AppState) {
    let id = |member: &Member| {
        let is_trend = *member == trend();
        member.id.clone().or_else(|| is_trend.then(|| TREND.to_string()))
    };
    let ids: Vec<String> = state
        .beside
        .with_untracked(|beside| beside.iter().filter_map(id).collect());
    let _ = storage::write(keys::BESIDE, &ids.join("\n"));
}

/// The scenarios that were compared last.
pub(in crate::state) fn last_beside(plan: &plan::Plan, open: &str) -> Vec<Member> {
    let text = storage::read(keys::BESIDE).ok().flatten().unwrap_or_default();
    let ids = text.lines().filter(|id| *id != open).take(MOST_BESIDE);
    ids.filter_map(|id| {
        if id == TREND {
            return Some(trend());
        }
        let saved = shelf::read(plan, id)?.ok()?.saved;
        let id = Some(id.to_string());
        Some(Member { id, saved })
    })
    .collect()
}

fn is_open(state: AppState, id: &str) -> bool {
    state.open.with_untracked(|open| open.id == id && !open.is_preview)
}

/// The content of the scenario with an identity: as it stands on the screen, or as it is kept.
pub(super) fn content(state: AppState, id: &str) -> Option<Saved> {
    let open = state
        .open
        .with_untracked(|open| (open.id == id).then(|| open.saved.clone()));
    open.or_else(|| Some(shelf::read(state.plan, id)?.ok()?.saved))
}
