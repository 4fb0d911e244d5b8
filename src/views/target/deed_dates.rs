//! When a deed may be done: three dates of the reader's, or a yearly probability. Empty until the reader says something.

use engine::{Change, Inputs, LeverId};
use leptos::prelude::*;
use plan::Language;

use super::optional_field::{OptionalField, Typed};
use crate::state::{actions, use_state};
use crate::views::fold::Fold;
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
    let target = &state.plan.targets[position];
    let is_open = state.inputs(target.code).with_untracked(|inputs| !inputs.is_empty());
    view! { <Fold title=|language| tr!(language, deed.title) level=3 class="dates" is_open><DeedFields position/></Fold> }
}

/// The fields, and what they say together.
#[component]
pub fn DeedFields(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let projection = state.projections.at(position);
    let result = move || {
        let dated = |milestone: &engine::MilestoneResult| milestone.year.zip(milestone.probability);
        let (year, probability) = projection.with(|projection| projection.milestones.iter().find_map(dated))?;
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
    let field = move |id: LeverId, key: &'static str| {
        let is_date = id != LeverId::Hazard;
        let name = Signal::derive(move || {
            if is_date {
                words::lever_name(state.plan, Some(target), id, language.get())
            } else {
                tr!(language.get(), deed.hazard).to_string()
            }
        });
        let unit = Signal::derive(move || if is_date { String::new() } else { "%".to_string() });
        let typed = if is_date { Typed::Date } else { Typed::Number };
        let value = Memo::new(move |_| inputs.with(|inputs| inputs.lever(id)));
        let change = Callback::new(move |value| Change::Lever(id, value));
        view! { <OptionalField code=target.code id=format!("deed-{}-{key}", target.code) name unit typed value change/> }.into_any()
    };
    view! {
        <p class="soft small">{move || tr!(language.get(), deed.explain)}</p>
        <fieldset class="dates">
            <legend>{move || tr!(language.get(), deed.dates)}</legend>
            {DATES.into_iter().map(|(id, key)| field(id, key)).collect::<Vec<AnyView>>()}
        </fieldset>
        {field(LeverId::Hazard, "hazard")}
        <p class="small notice-text" role="status">{move || inputs.with(|inputs| notice(inputs, language.get()))}</p>
        <p class="result" role="status">{result}</p>
        <p hidden=move || inputs.with(Inputs::is_empty)><button type="button" on:click=move |_| actions::reset_target(state, target.code)>{move || tr!(language.get(), deed.clear)}</button></p>
    }
}

/// What is missing for a probability, or what it rests on.
fn notice(inputs: &Inputs, language: Language) -> &'static str {
    let dates: Vec<f64> = DATES.iter().filter_map(|(id, _)| inputs.lever(*id)).collect();
    let is_ordered = dates.is_sorted() && dates.first() < dates.last();
    match dates.len() {
        0 => "",
        3 if !is_ordered => tr!(language, deed.order),
        3 if inputs.lever(LeverId::Hazard).is_some() => tr!(language, deed.dates_first),
        3 => "",
        _ => tr!(language, deed.all_three),
    }
}
