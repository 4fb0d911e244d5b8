//! What is kept in this browser: the list, presets to begin with, files, what was deleted and what cannot be opened.

mod aside;
mod files;
mod list;
mod presets;

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::{actions, use_state};
use aside::{Deleted, SetAside};
use files::Files;
use list::List;
use presets::Presets;

/// The screen.
#[component]
pub fn Scenarios() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    actions::look_at_shelf(state);
    view! {
        <main class="scenarios">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.scenarios)}</h1>
            <p class="lede">{move || tr!(language.get(), shelf.lede)}</p>
            <List/>
            <Presets/>
            <Files/>
            <Deleted/>
            <SetAside/>
        </main>
    }
}
