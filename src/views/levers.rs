//! All levers on one screen, beside pinned charts and the cells of all milestones.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::use_state;

/// The screen.
#[component]
pub fn LeversPage() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main class="levers">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.levers)}</h1>
        </main>
    }
}
