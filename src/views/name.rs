//! The names of the screens, and of scenarios in a list.

use leptos::prelude::*;
use plan::Language;

use crate::state::{AppState, Preview, Stored, View, actions};
use crate::words;

/// What the open scenario is called: by its author, or by what it is.
#[must_use]
pub fn open_name(state: AppState, language: Language) -> String {
    let summary = state.summary();
    summary.with(|summary| called_open(state, &summary.name, summary.is_trend, language))
}

/// What the open scenario would be called with this `name`.
#[must_use]
pub fn called_open(state: AppState, name: &str, is_trend: bool, language: Language) -> String {
    let preview = state.preview();
    if preview.with(|preview| preview.as_ref().is_some_and(Preview::is_shared)) {
        words::called_shared(name, is_trend, language)
    } else {
        words::called(name, is_trend, language)
    }
}

/// The name of a screen; None for the board, which is the page itself, and for screens named by what they show.
#[must_use]
pub fn screen_name(view: View, language: Language) -> Option<&'static str> {
    Some(match view {
        View::Levers => tr!(language, screen.levers),
        View::Compare => tr!(language, screen.compare),
        View::Scenarios => tr!(language, screen.scenarios),
        View::Method => tr!(language, screen.method),
        View::Brief => tr!(language, screen.brief),
        #[cfg(debug_assertions)]
        View::Components => "Components",
        View::Board | View::Target(_) | View::NotFound => return None,
    })
}

/// A scenario among others to choose from: without a name of its own it is told apart by its changes and when it was kept.
#[must_use]
pub fn listed_name(stored: &Stored, language: Language) -> String {
    let called = words::called(&stored.name, stored.changes == 0, language);
    if !stored.name.is_empty() {
        return called;
    }
    let changes = tr!(language, scenario.changes, count = stored.changes);
    let when = stored.changed.as_ref();
    let when = when.map(|at| format!(" · {}", actions::moment(at, language)));
    format!("{called} · {changes}{}", when.unwrap_or_default())
}
