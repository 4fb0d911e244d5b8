//! What is kept in this browser: list, presets, files, and what was set aside.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::use_state;

/// The screen.
#[component]
pub fn Scenarios() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main class="scenarios">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.scenarios)}</h1>
        </main>
    }
}
