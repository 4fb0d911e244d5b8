//! A probability as a bar with its number beside it.

use leptos::prelude::*;

/// A bar; the number beside it is what counts for a screen reader.
#[component]
pub fn ProbabilityBar(
    /// Fraction, 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
    /// The number in words.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <span class="prob">
            // No drawing: each of them on a board is a piece of the page of its own to the browser, which puts the pieces together
            // one by one.
            <span class="bar" aria-hidden="true" style:background-size=move || format!("{:.1}% 100%", share.get().clamp(0.0, 1.0) * 100.0)></span>
            <span class="share">{move || text.get()}</span>
        </span>
    }
}
