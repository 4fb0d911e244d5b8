//! Everything a reader can do, by name. With `saving`, `shown`, `tabs` and `start`, the only writers of the state.
//!
//! Here is what changes the open scenario and the page around it; scenarios, links and files have modules of their own.

pub mod charts;
mod files;
mod scenarios;
mod sharing;

use engine::{Change, InputError, LeverId};
use leptos::prelude::*;
use plan::Language;
use wire::Saved;

pub use files::{
    allow_drop, dismiss_import, export_all, export_aside, export_one, export_open, import_dropped, import_picked,
};
pub(in crate::state) use scenarios::last_beside;
pub use scenarios::{
    MOST_BESIDE, MOST_NOTES, TREND, delete, duplicate, forget, forget_aside, keep_both, keep_mine, look_at_shelf,
    open_stored, refresh_beside, remove_beside, rename_stored, restore, set_notes, start_new, take_theirs,
    toggle_beside,
};
pub use sharing::{
    LONG_LINK_CHARACTERS, frame_markup, keep_copy, leave_preview, link_to, share_link, then_and_now, today, whole_page,
};
pub(in crate::state) use sharing::{keep_changed_preview, open_link};

use super::history::History;
use super::{AppState, Scheme, View, keys, saving, view};
use crate::platform::{clipboard, clock, document as page, location, offline, storage, timer};

/// Changes one thing about one target and keeps it.
///
/// # Errors
/// The value is no number or outside its limits; nothing is changed then.
pub fn change(state: AppState, code: u8, change: Change) -> Result<(), InputError> {
    let before = state.open.with_untracked(|open| open.saved.clone());
    let mut scenario = before.scenario.clone();
    scenario.apply(state.plan, code, change)?;
    if scenario == before.scenario {
        return Ok(());
    }
    replace(
        state,
        Saved {
            scenario,
            ..before.clone()
        },
        before,
        name_of(code, change),
    );
    Ok(())
}

/// Makes several changes as one step to undo and keeps them.
///
/// # Errors
/// One of them cannot be made; nothing is changed then.
pub fn change_many(state: AppState, changes: &[(u8, Change)]) -> Result<(), InputError> {
    let before = state.open.with_untracked(|open| open.saved.clone());
    let mut scenario = before.scenario.clone();
    for (code, change) in changes {
        scenario.apply(state.plan, *code, *change)?;
    }
    if scenario == before.scenario {
        return Ok(());
    }
    let after = Saved {
        scenario,
        ..before.clone()
    };
    end_burst(state);
    replace(state, after, before, "several".to_string());
    end_burst(state);
    Ok(())
}

/// Takes the changes to one target back.
pub fn reset_target(state: AppState, code: u8) {
    let before = state.open.with_untracked(|open| open.saved.clone());
    let mut after = before.clone();
    after.scenario.reset(code);
    state.history.update(History::end_burst);
    replace(state, after, before, format!("reset {code}"));
}

/// Gives the scenario another name.
pub fn rename(state: AppState, name: &str) {
    let before = state.open.with_untracked(|open| open.saved.clone());
    let name = wire::clean_name(name);
    if name != before.name {
        replace(state, Saved { name, ..before.clone() }, before, "name".to_string());
    }
}

/// One step back.
pub fn undo(state: AppState) {
    step(state, History::undo);
}

/// One step forward.
pub fn redo(state: AppState) {
    step(state, History::redo);
}

/// Ends a burst of moves: the next one is a step of its own to undo, and what led back to where it began is none.
pub fn end_burst(state: AppState) {
    let is_back = state.open.with_untracked(|open| {
        state
            .history
            .with_untracked(|history| history.is_back(&open.saved, state.plan))
    });
    if is_back {
        let now = state.open.with_untracked(|open| open.saved.clone());
        state.history.update(|history| history.forget_burst(&now, state.plan));
        // What tells of the history follows with all that rests, and this may have rested already.
        state.rest.disturb();
        saving::schedule(state);
    } else {
        state.history.update_untracked(History::end_burst);
    }
}

/// Shows a screen; back returns.
pub fn go(state: AppState, view: View) {
    location::go(&address_of(state, view));
}

/// The address of a screen, as links on the page carry it.
#[must_use]
pub fn href(state: AppState, view: View) -> String {
    format!("#{}", address_of(state, view))
}

/// A moment of what is kept, an ISO 8601 text, as the reader's language writes it.
#[must_use]
pub fn moment(moment: &str, language: Language) -> String {
    // Day before month in both: this is a page about Vietnam.
    let tag = match language {
        Language::Vietnamese => "vi",
        Language::English => "en-GB",
    };
    clock::local(moment, tag).unwrap_or_else(|| "–".to_string())
}

/// Opens the browser's print dialogue.
pub fn print() {
    page::print();
}

/// Copies text; false when the browser does not allow it.
pub async fn copy(text: String) -> bool {
    clipboard::copy(text).await
}

/// Selects what stands in the field that an event came from.
pub fn select_all(event: &leptos::ev::FocusEvent) {
    page::select_all(event);
}

/// Chooses the first entry of the list that an event came from.
pub fn choose_first(event: &leptos::ev::Event) {
    page::choose_first(event);
}

/// Gives the focus to the element with `id`, where the one that had it is about to go.
pub fn focus(id: &str) {
    page::focus(id);
}

/// The same, once what has changed stands on the page.
pub fn focus_soon(id: &'static str) {
    soon(move || page::focus(id));
}

/// Carries `then` out once what has changed stands on the page.
pub fn soon(then: impl FnOnce() + 'static) {
    timer::later(0, then);
}

/// The same, in the middle of the window; false where there is no such element.
#[must_use]
pub fn focus_in_the_middle(id: &str) -> bool {
    page::focus_in_the_middle(id)
}

/// Whether the reader has begun with something on the screen.
#[must_use]
pub fn is_in_use() -> bool {
    page::is_in_use()
}

/// Where on its element, from left (0) to right (1), a pointer stands.
#[must_use]
pub fn pointer_share(event: &leptos::ev::PointerEvent, client_x: f64) -> Option<f64> {
    page::pointer_share(event, client_x)
}

/// The notice has been read.
pub fn dismiss_notice(state: AppState) {
    state.notice.set(None);
}

/// Shows the newer version of the page; what was changed is kept first.
pub fn take_newer(state: AppState) {
    saving::flush(state);
    offline::take_over();
}

/// The hints for a first visit have been read; they do not come back where storage allows.
pub fn dismiss_hints(state: AppState) {
    state.hints.set(false);
    let _ = storage::write(keys::HINTS, "read");
}

/// Chooses the language of the page; it is remembered where storage allows.
pub fn choose_language(state: AppState, language: Language) {
    state.language.set(language);
    let tag = match language {
        Language::Vietnamese => "vi",
        Language::English => "en",
    };
    let _ = storage::write(keys::LANGUAGE, tag);
}

/// Chooses light or dark; it is remembered where storage allows.
pub fn choose_scheme(state: AppState, scheme: Scheme) {
    let name = match scheme {
        Scheme::Light => "light",
        Scheme::Dark => "dark",
    };
    state.scheme.set(scheme);
    page::set_scheme(Some(name));
    let _ = storage::write(keys::SCHEME, name);
}

fn address_of(state: AppState, view: View) -> String {
    state.link.with_value(|link| view::fragment(link, view, state.plan))
}

fn replace(state: AppState, after: Saved, before: Saved, what: String) {
    // Most moves of a lever are of the same burst, and wake nobody who asks whether there is something to undo.
    state.history.maybe_update(|history| history.note(before, what));
    state.open.update(|open| open.saved = after);
    saving::schedule(state);
}

fn step(state: AppState, step: impl FnOnce(&mut History, Saved, &plan::Plan) -> Option<Saved>) {
    // What led back to where it began is no step, and nothing would be seen of it.
    end_burst(state);
    let now = state.open.with_untracked(|open| open.saved.clone());
    let other = state
        .history
        .try_update(|history| step(history, now, state.plan))
        .flatten();
    if let Some(other) = other {
        state.open.update(|open| open.saved = other);
        saving::schedule(state);
    }
}

/// What a change is about, so that moves of one lever join into one step.
fn name_of(code: u8, change: Change) -> String {
    match change {
        Change::Mode(_) => format!("{code} mode"),
        Change::Basis(_) => format!("{code} basis"),
        Change::Lever(LeverId::Parameter(parameter), _) => format!("{code} parameter {parameter}"),
        Change::Lever(id, _) => format!(
            "{code} lever {}",
            LeverId::ALL.iter().position(|known| *known == id).unwrap_or(0)
        ),
        Change::Shock { year, .. } => format!("{code} shock {year}"),
        Change::Observation { year, .. } => format!("{code} figure {year}"),
        Change::Threshold { year, .. } => format!("{code} threshold {year}"),
    }
}
