//! The open scenario on one or two pages of paper: verdicts, charts, assumptions, sources, link.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::use_state;

/// The screen.
#[component]
pub fn Brief() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main class="brief">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.brief)}</h1>
        </main>
    }
}
