//! A verdict: sign, word and colour.

use leptos::prelude::*;

/// A verdict as text with its sign before it.
#[component]
pub fn VerdictMark(
    /// Class that gives the colour.
    #[prop(into)]
    class: Signal<&'static str>,
    /// The sign.
    #[prop(into)]
    sign: Signal<&'static str>,
    /// The word.
    #[prop(into)]
    word: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <span class=move || format!("verdict {}", class.get())>
            <span class="sign" aria-hidden="true">{move || sign.get()}</span>
            {move || word.get()}
        </span>
    }
}
