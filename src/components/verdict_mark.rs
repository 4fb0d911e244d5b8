//! A verdict: sign, word and colour.

use leptos::prelude::*;

/// A verdict as text with its sign before it, in the colour of the class that it stands in.
#[component]
pub fn VerdictMark(
    /// The sign.
    #[prop(into)]
    sign: Signal<&'static str>,
    /// The word.
    #[prop(into)]
    word: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <span class="verdict">
            <span class="sign" aria-hidden="true">{move || sign.get()}</span>
            {move || word.get()}
        </span>
    }
}
