//! Several scenarios beside each other: paths, differences by milestone, what they assume.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::use_state;

/// The screen.
#[component]
pub fn Compare() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main class="compare">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.compare)}</h1>
        </main>
    }
}
