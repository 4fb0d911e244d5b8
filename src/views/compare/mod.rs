//! Several scenarios beside each other: their paths, their milestones on the same draws, what they assume.

mod assumptions;
mod chart;
mod columns;
mod members;
mod milestones;

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::{actions, use_state};
use assumptions::Assumptions;
use chart::Overlay;
use columns::Columns;
use members::Members;
use milestones::Milestones;

/// The screen.
#[component]
pub fn Compare() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    actions::refresh_beside(state);
    let columns = Columns::new(state);
    provide_context(columns);
    let is_alone = Memo::new(move |_| state.beside().with(Vec::is_empty));
    view! {
        <main class="compare">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.compare)}</h1>
            <p class="lede">{move || tr!(language.get(), compare.lede, most = actions::MOST_BESIDE)}</p>
            <Members/>
            {move || if is_alone.get() {
                view! { <p class="alone">{move || tr!(language.get(), compare.alone)}</p> }.into_any()
            } else {
                view! { <Overlay/> <Milestones/> <Assumptions/> }.into_any()
            }}
        </main>
    }
}
