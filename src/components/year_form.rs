//! A form for a year and a number: what was typed stays until it is taken.

use leptos::prelude::*;

/// The form. Its fields' ids are made from `name`: `name-year`, `name-value`, `name-error`.
#[component]
pub fn YearForm(
    /// Where ids start.
    name: String,
    /// What it adds; may be empty.
    title: Signal<String>,
    /// Labels: the year, the number, the number's unit, the button.
    labels: Signal<[String; 4]>,
    /// What stands in the year from the start.
    first_year: String,
    /// Takes year and number as typed; answers with a sentence when they cannot be used.
    submit: Callback<(String, String), Result<(), String>>,
) -> impl IntoView {
    let year = RwSignal::new(first_year);
    let value = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let label = move |place: usize| move || labels.with(|labels| labels[place].clone());
    let error_id = format!("{name}-error");
    view! {
        <form class="add" on:submit=move |event| {
            event.prevent_default();
            let result = submit.run((year.get_untracked(), value.get_untracked()));
            if result.is_ok() {
                value.set(String::new());
            }
            error.set(result.err());
        }>
            {move || {
                let title = title.get();
                (!title.is_empty()).then(|| view! { <span class="title">{title}</span> }.into_any())
            }}
            <label><span>{label(0)}</span>
                <input id=format!("{name}-year") class="number year" type="text" inputmode="numeric" maxlength="4" autocomplete="off" aria-describedby=error_id.clone() aria-invalid=move || error.with(Option::is_some).to_string()
                    prop:value=move || year.get() on:input=move |event| year.set(event_target_value(&event))/>
            </label>
            <label><span>{label(1)} " " <small class="soft">{label(2)}</small></span>
                <input id=format!("{name}-value") class="number" type="text" inputmode="decimal" autocomplete="off" aria-describedby=error_id.clone() aria-invalid=move || error.with(Option::is_some).to_string()
                    prop:value=move || value.get() on:input=move |event| value.set(event_target_value(&event))/>
            </label>
            <button type="submit">{label(3)}</button>
            <span id=error_id class="error" role="alert">{move || error.get()}</span>
        </form>
    }
}
