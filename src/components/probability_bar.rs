//! A probability as a bar with its number beside it.

use leptos::prelude::*;

/// Width of the bar in its own units.
const WIDTH: f64 = 56.0;

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
            <svg viewBox="0 0 56 6" width="56" height="6" aria-hidden="true">
                <rect class="track" width="56" height="6" rx="2"/>
                <rect class="fill" width=move || format!("{:.1}", share.get().clamp(0.0, 1.0) * WIDTH) height="6" rx="2"/>
            </svg>
            <span>{move || text.get()}</span>
        </span>
    }
}
