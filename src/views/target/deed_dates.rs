//! When a deed may be done: three dates of the reader's, or a yearly probability. Empty until the reader says something.

use engine::{Change, LeverId};
use leptos::prelude::*;

use super::edit::Edit;
use crate::components::{Fold, NumberField};
use crate::state::{actions, use_state};
use crate::words;

const DATES: [(LeverId, &str); 3] = [
    (LeverId::Earliest, "earliest"),
    (LeverId::Likeliest, "likeliest"),
    (LeverId::Latest, "latest"),
];

/// The panel, open where something was entered.
#[component]
pub fn DeedDates(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let has_any = inputs.with_untracked(|inputs| !inputs.is_empty());
    let title = Signal::derive(move || tr!(language.get(), deed.title).to_string());
    view! { <Fold title level=3 class="dates" is_open=has_any><Fields position/></Fold> }
}

#[component]
fn Fields(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let known = move |id: LeverId| inputs.with(|inputs| inputs.lever(id));
    let projection = state.projections.at(position);
    let chance = Memo::new(move |_| {
        projection.with(|projection| {
            projection
                .milestones
                .iter()
                .find_map(|milestone| milestone.year.zip(milestone.probability))
        })
    });
    // What is missing for a probability, or what it rests on.
    let notice = move || {
        let language = language.get();
        let dates: Vec<f64> = DATES.iter().filter_map(|(id, _)| known(*id)).collect();
        let is_ordered = dates.is_sorted() && dates.first() < dates.last();
        match dates.len() {
            0 => "",
            3 if !is_ordered => tr!(language, deed.order),
            3 if known(LeverId::Hazard).is_some() => tr!(language, deed.dates_first),
            3 => "",
            _ => tr!(language, deed.all_three),
        }
    };
    let result = move || {
        let (year, probability) = chance.get()?;
        let language = language.get();
        let (percent, word) = (
            words::percent(probability, language),
            words::likelihood(probability, language),
        );
        Some(
            tr!(
                language,
                deed.result,
                year = year.to_string(),
                percent = percent,
                word = word
            )
            .to_string(),
        )
    };
    let has_any = Memo::new(move |_| inputs.with(|inputs| !inputs.is_empty()));
    view! {
        <p class="soft small">{move || tr!(language.get(), deed.explain)}</p>
        <fieldset class="dates">
            <legend>{move || tr!(language.get(), deed.dates)}</legend>
            {DATES.map(|(id, key)| view! { <Field position id key/> }).collect_view()}
        </fieldset>
        <Field position id=LeverId::Hazard key="hazard"/>
        <p class="small notice-text" role="status">{notice}</p>
        <p class="result" role="status">{result}</p>
        {move || has_any.get().then(|| view! {
            <p><button type="button" on:click=move |_| actions::reset_target(state, target.code)>{move || tr!(language.get(), deed.clear)}</button></p>
        })}
    }
}

/// One date, or the probability of a year in percent.
#[component]
fn Field(position: usize, id: LeverId, key: &'static str) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let is_date = id != LeverId::Hazard;
    let typed = Memo::new(move |_| inputs.with(|inputs| inputs.lever(id)));
    let text = move || match typed.get() {
        Some(value) if is_date => words::date(value, language.get()),
        Some(value) => words::amount(value, 1, language.get()),
        None => String::new(),
    };
    let name = move || {
        if is_date {
            words::lever_name(state.plan, Some(target), id, language.get())
        } else {
            tr!(language.get(), deed.hazard).to_string()
        }
    };
    let edit = Edit::new();
    let set = move |value: Option<f64>| {
        let language = language.get_untracked();
        actions::change(state, target.code, Change::Lever(id, value))
            .map_err(|error| words::input_error(&error, &name(), language))
    };
    let commit = Callback::new(move |text: String| {
        edit.begin(typed.get_untracked());
        let language = language.get_untracked();
        let taken = if text.trim().is_empty() {
            // An emptied field takes the number back.
            set(None)
        } else if is_date {
            words::parse_date(&text, language)
                .ok_or_else(|| {
                    let example = words::date(2027.5, language);
                    tr!(language, deed.not_a_date, field = name(), example = example).to_string()
                })
                .and_then(|date| set(Some(date)))
        } else {
            words::parse_number(&text, language)
                .ok_or_else(|| tr!(language, input.not_a_number, field = name(), example = "20").to_string())
                .and_then(|value| set(Some(value)))
        };
        taken.inspect_err(|_| {
            // What stood before was within its limits.
            let _ = set(edit.before());
        })
    });
    let field = format!("deed-{key}");
    view! {
        <div class="lever">
            <label for=field.clone()>{name} {(!is_date).then_some(" (%)")}</label>
            <div class="field">
                <NumberField id=field label=Signal::derive(name) text=Signal::derive(text) commit on_leave=Callback::new(move |()| { edit.end(); actions::end_burst(state); })/>
            </div>
        </div>
    }
}
