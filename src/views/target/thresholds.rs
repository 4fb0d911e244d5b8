//! What the plan leaves to the reader: a compared area's figure, an open number, or whether a deed was done.

use engine::{Change, FIRST_INPUT_YEAR};
use leptos::prelude::*;
use plan::{Language, Observation, Target, TargetKind};

use super::edit::Edit;
use crate::components::NumberField;
use crate::state::{actions, use_state};
use crate::words;

/// A field for each year in which a number is missing.
#[component]
pub fn Thresholds(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let years: Vec<i16> = match target.kind {
        TargetKind::Versus => target
            .milestones
            .iter()
            .filter_map(|milestone| milestone.year)
            .collect(),
        _ => vec![
            state.plan.end_year,
            engine::Phase::Second.last_year(state.plan.end_year),
        ],
    };
    let explain = move || match target.kind {
        TargetKind::Versus => tr!(language.get(), target.threshold_versus_explain),
        _ => tr!(language.get(), target.threshold_unset_explain),
    };
    view! {
        <section class="thresholds">
            <h3>{move || tr!(language.get(), target.threshold_title)}</h3>
            <p class="soft small">{explain}</p>
            {target.references.iter().map(|reference| view! { <p class="soft small">{move || reference_text(target, reference, language.get())}</p> }).collect_view()}
            {years.into_iter().map(|year| view! { <ThresholdField position year/> }).collect_view()}
        </section>
    }
}

fn reference_text(target: &Target, reference: &Observation, language: Language) -> String {
    let value = words::with_unit(
        &words::amount(reference.value, reference.decimals, language),
        target.unit,
        language,
    );
    tr!(
        language,
        target.reference,
        area = reference.area,
        value = value,
        year = reference.year.to_string(),
        source = reference.source
    )
    .to_string()
}

#[component]
fn ThresholdField(position: usize, year: i16) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let typed = Memo::new(move |_| {
        inputs.with(|inputs| {
            inputs
                .thresholds()
                .find(|(known, _)| *known == year)
                .map(|(_, value)| value)
        })
    });
    let text = move || {
        typed
            .get()
            .map_or_else(String::new, |value| words::amount(value, 4, language.get()))
    };
    let name = move || match target.kind {
        TargetKind::Versus => tr!(language.get(), target.threshold_versus, year = year.to_string()).to_string(),
        _ => tr!(language.get(), target.threshold_unset, year = year.to_string()).to_string(),
    };
    let edit = Edit::new();
    let set = move |value: Option<f64>| actions::change(state, target.code, Change::Threshold { year, value });
    let commit = Callback::new(move |text: String| {
        edit.begin(typed.get_untracked());
        let language = language.get_untracked();
        let taken = if text.trim().is_empty() {
            // An emptied field takes the number back.
            set(None).map_err(|error| words::input_error(&error, &name(), language))
        } else {
            let example = words::number(7.5, 1, language);
            words::parse_number(&text, language)
                .ok_or_else(|| tr!(language, input.not_a_number, field = name(), example = example).to_string())
                .and_then(|value| set(Some(value)).map_err(|error| words::input_error(&error, &name(), language)))
        };
        taken.inspect_err(|_| {
            // What stood before was within its limits.
            let _ = set(edit.before());
        })
    });
    let id = format!("threshold-{year}");
    view! {
        <div class="lever">
            <label for=id.clone()>{name} " " <small class="soft">{move || target.unit.label.get(language.get())}</small></label>
            <div class="field">
                <NumberField id label=Signal::derive(name) text=Signal::derive(text) commit on_leave=Callback::new(move |()| { edit.end(); actions::end_burst(state); })/>
            </div>
        </div>
    }
}

/// The year in which a deed was done.
#[component]
pub fn Deed(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let done = Memo::new(move |_| {
        inputs.with(|inputs| {
            inputs
                .observations()
                .find(|(_, value)| *value >= 1.0)
                .map(|(year, _)| year)
        })
    });
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
    view! {
        <section class="figures deed">
            <h2>{move || tr!(language.get(), target.deed_title)}</h2>
            {move || done.get().is_none().then(|| view! { <p class="soft">{move || tr!(language.get(), target.deed_explain)}</p> })}
            <div class="add">
                <label for="deed-year">{name}</label>
                <NumberField id="deed-year".to_string() label=Signal::derive(name) text=Signal::derive(text) commit/>
                {move || done.get().is_some().then(|| view! {
                    <button type="button" on:click=move |_| clear()>{move || tr!(language.get(), target.deed_clear)}</button>
                })}
            </div>
        </section>
    }
}
