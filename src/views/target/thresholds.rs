//! What the plan leaves to the reader: a compared area's figure, or an open number.

use engine::Change;
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
