//! One of a few, from a list.

use leptos::prelude::*;

/// A list with its label; nothing to choose is nothing to show.
#[component]
pub fn Choice(
    /// Id of the list.
    id: &'static str,
    /// What is chosen.
    label: Signal<String>,
    /// The texts to choose from.
    options: Signal<Vec<String>>,
    /// Place of the one chosen; past the end: the last.
    chosen: RwSignal<usize>,
) -> impl IntoView {
    move || {
        let options = options.get();
        let last = options.len().saturating_sub(1);
        let chosen_now = chosen.get_untracked().min(last);
        let items: Vec<AnyView> = options
            .into_iter()
            .enumerate()
            .map(|(place, text)| {
                view! { <option value=place.to_string() selected=place == chosen_now>{text}</option> }.into_any()
            })
            .collect();
        (last > 0).then(|| {
            view! {
                <label class="choose">
                    <span>{label.get()}</span>
                    <select id=id on:change=move |event| {
                        if let Ok(place) = event_target_value(&event).parse() {
                            chosen.set(place);
                        }
                    }>{items}</select>
                </label>
            }
            .into_any()
        })
    }
}
