//! The names of the screens, and of scenarios in a list.

use plan::Language;

use crate::state::{Stored, View, actions};
use crate::words;

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
