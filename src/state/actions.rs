//! Everything a reader can do, by name. With `saving` and `start`, the only writers of the state.

use engine::{Change, InputError, LeverId};
use leptos::prelude::*;
use plan::Language;
use wire::Saved;

use super::history::History;
use super::start::read_stored;
use super::{AppState, Notice, Open, SaveState, Scheme, View, keys, saving, view};
use crate::platform::{clipboard, document as page, location, storage};

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

/// Ends a burst of moves: the next one is a step of its own to undo.
pub fn end_burst(state: AppState) {
    state.history.update_untracked(History::end_burst);
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

/// The link that carries the open scenario, and the number of characters of its fragment; None when there are more
/// changes than a link may hold.
#[must_use]
pub fn share_link(state: AppState) -> Option<(String, usize)> {
    let fragment = state
        .open
        .with_untracked(|open| wire::link::encode(&open.saved, None, state.plan))
        .ok()?;
    let length = fragment.chars().count();
    let view = state.view.get_untracked();
    Some((
        location::address_with(&view::fragment(&fragment, view, state.plan)),
        length,
    ))
}

/// Makes the previewed scenario the reader's: it is stored beside the others.
pub fn keep_copy(state: AppState) {
    state.own.set_value(None);
    state.link.set_value(String::new());
    state.open.update(|open| open.is_preview = false);
    location::replace(&view::fragment("", state.view.get_untracked(), state.plan));
    saving::schedule(state);
    saving::flush(state);
    state.notice.set(Some(Notice::Kept));
}

/// Goes back to the reader's own scenario, which the preview did not touch.
pub fn leave_preview(state: AppState) {
    state.link.set_value(String::new());
    let own = state.own.try_update_value(Option::take).flatten();
    if let Some(own) = own {
        let stored = storage::read(&keys::scenario(&own.id));
        show(state, own);
        state.save.set(match stored {
            Ok(Some(_)) => SaveState::Saved,
            Ok(None) => SaveState::Untouched,
            Err(_) => SaveState::Blocked,
        });
    }
}

/// Goes back from a preview by its button: the address no longer names the link.
pub fn go_to_own(state: AppState) {
    leave_preview(state);
    location::replace(&view::fragment("", state.view.get_untracked(), state.plan));
}

/// Opens a stored scenario.
pub fn switch_to(state: AppState, id: &str) {
    saving::flush(state);
    match read_stored(state.plan, id) {
        Some(Ok((saved, left_out))) => {
            show(
                state,
                Open {
                    id: id.to_string(),
                    saved,
                    is_preview: false,
                },
            );
            state.save.set(SaveState::Saved);
            state.notice.set((left_out > 0).then_some(Notice::PartlyRead(left_out)));
            // Not being able to note which one was opened last costs a click next time.
            let _ = storage::write(keys::CURRENT, id);
        }
        Some(Err(notice)) => state.notice.set(Some(notice)),
        None => {}
    }
}

/// Takes over what another tab stored for the open scenario.
pub fn reload_from_storage(state: AppState) {
    let id = state.open.with_untracked(|open| open.id.clone());
    state.pause.update_value(crate::platform::timer::Pause::cancel);
    switch_to(state, &id);
    dismiss_notice(state);
}

/// Copies text; false when the browser does not allow it.
pub async fn copy(text: String) -> bool {
    clipboard::copy(text).await
}

/// Selects what stands in the field that an event came from.
pub fn select_all(event: &leptos::ev::FocusEvent) {
    page::select_all(event);
}

/// Gives the focus to the element with `id`, where the one that had it is about to go.
pub fn focus(id: &str) {
    page::focus(id);
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
    state.history.update(|history| history.note(before, what));
    state.open.update(|open| open.saved = after);
    saving::schedule(state);
}

fn show(state: AppState, open: Open) {
    state.open.set(open);
    state.history.set(History::default());
}

fn step(state: AppState, step: impl FnOnce(&mut History, Saved) -> Option<Saved>) {
    let now = state.open.with_untracked(|open| open.saved.clone());
    let other = state.history.try_update(|history| step(history, now)).flatten();
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
