//! A deed: the year in which it was done.

use engine::{Change, FIRST_INPUT_YEAR, Inputs};
use leptos::prelude::*;

use super::deed_dates::DeedDates;
use crate::components::NumberField;
use crate::state::{actions, use_state};
use crate::words;

/// The year in which a deed was done.
#[component]
pub fn Deed(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let done = Memo::new(move |_| inputs.with(done_in));
    let text = move || done.get().map_or_else(String::new, |year| year.to_string());
    let name = move || tr!(language.get(), target.deed_year).to_string();
    let clear = move || {
        if let Some(year) = done.get_untracked() {
            // Taking a figure back is always possible.
            let _ = actions::change(state, target.code, Change::Observation { year, value: None });
        }
    };
    let commit = Callback::new(move |text: String| {
        let language = language.get_untracked();
        if text.trim().is_empty() {
            clear();
            return Ok(());
        }
        let limits = || {
            tr!(
                language,
                input.year_range,
                minimum = FIRST_INPUT_YEAR.to_string(),
                maximum = state.today_year.to_string()
            )
            .to_string()
        };
        let year = words::parse_year(&text)
            .filter(|year| (FIRST_INPUT_YEAR..=state.today_year).contains(year))
            .ok_or_else(limits)?;
        if done.get_untracked() != Some(year) {
            clear();
        }
        actions::change(state, target.code, Change::Observation { year, value: Some(1.0) })
            .map_err(|error| words::input_error(&error, &name(), language))
    });
    let field_id = format!("deed-{}-year", target.code);
    view! {
        <section class="figures deed">
            <h2>{move || tr!(language.get(), target.deed_title)}</h2>
            {move || done.get().is_none().then(|| view! { <p class="soft">{move || tr!(language.get(), target.deed_explain)}</p> })}
            <div class="add">
                <label for=field_id.clone()>{name}</label>
                <NumberField id=field_id label=Signal::derive(name) text=Signal::derive(text) commit/>
                {move || done.get().is_some().then(|| view! {
                    <button type="button" on:click=move |_| clear()>{move || tr!(language.get(), target.deed_clear)}</button>
                })}
            </div>
            {move || done.get().is_none().then(|| view! { <DeedDates position/> })}
        </section>
    }
}

/// The year in which the reader says that it was done.
pub fn done_in(inputs: &Inputs) -> Option<i16> {
    let done = inputs.observations().find(|(_, value)| *value >= 1.0);
    done.map(|(year, _)| year)
}
