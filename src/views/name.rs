//! The names of the screens.

use plan::Language;

use crate::state::View;

/// The name of a screen; None for the board, which is the page itself, and for screens named by what they show.
#[must_use]
pub fn screen_name(view: View, language: Language) -> Option<&'static str> {
    Some(match view {
        View::Levers => tr!(language, screen.levers),
        View::Compare => tr!(language, screen.compare),
        View::Scenarios => tr!(language, screen.scenarios),
        View::Method => tr!(language, screen.method),
        View::Brief => tr!(language, screen.brief),
        View::Board | View::Target(_) | View::NotFound => return None,
    })
}
