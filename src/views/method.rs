//! How everything is computed: equations, priors, thresholds, sources, known limits.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::use_state;

/// The screen.
#[component]
pub fn Method() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main class="method">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.method)}</h1>
        </main>
    }
}
