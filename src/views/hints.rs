//! Three hints for somebody who has never been here; dismissed once, they do not come back.

use leptos::prelude::*;

use crate::app::HEADING_ID;
use crate::state::{actions, use_state};

/// The hints; nothing once they were dismissed.
#[component]
pub fn Hints() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        state.hints().get().then(|| {
            view! {
                <section class="hints" aria-label=move || tr!(language.get(), hints.title)>
                    <ol>
                        <li>{move || tr!(language.get(), hints.read)}</li>
                        <li>{move || tr!(language.get(), hints.change)}</li>
                        <li>{move || tr!(language.get(), hints.share)}</li>
                    </ol>
                    <button type="button" on:click=move |_| {
                        actions::dismiss_hints(state);
                        actions::focus(HEADING_ID);
                    }>{move || tr!(language.get(), hints.dismiss)}</button>
                </section>
            }
        })
    }
}
