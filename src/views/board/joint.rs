//! Milestones taken together: how many are met in the draws of the whole scenario, and how likely that is.

use std::sync::Arc;

use leptos::prelude::*;
use plan::Language;
use wire::run::{Answer, Group};

use crate::answers::Cell;
use crate::components::Table;
use crate::state::use_state;
use crate::views::fold::Fold;
use crate::words;

/// The panel under the cells; says that it is still drawing, and where a browser cannot.
#[component]
pub fn JointPanel() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let draws = state.draws();
    let answer = Memo::new(move |_| draws.with(|draws| draws.answer.clone()));
    let is_failed = Memo::new(move |_| draws.with(|draws| draws.is_failed));
    let years = Memo::new(move |_| answer.with(|answer| answer.as_deref().map(years_of).unwrap_or_default()));
    view! {
        <section class="joint" aria-labelledby="joint-title">
            <h2 id="joint-title">{move || tr!(language.get(), joint.title)}</h2>
            {move || if is_failed.get() {
                view! { <p class="soft small">{tr!(language.get(), joint.failed)}</p> }.into_any()
            } else if years.with(Vec::is_empty) {
                view! { <p class="soft small">{tr!(language.get(), joint.drawing)}</p> }.into_any()
            } else {
                years.get().into_iter().map(|year| view! { <YearTogether year answer/> }).collect_view().into_any()
            }}
            <Fold title=|language| tr!(language, joint.by_field) level=3 class="by-field" is_open=false><FieldTable answer/></Fold>
            <p class="soft small">{move || answer.with(|answer| answer.as_deref().map(|answer| made_with(answer, language.get())))}</p>
        </section>
    }
}

fn years_of(answer: &Answer) -> Vec<i16> {
    answer
        .groups
        .iter()
        .filter(|group| group.field.is_none())
        .map(|group| group.year)
        .collect()
}

fn made_with(answer: &Answer, language: Language) -> String {
    tr!(
        language,
        joint.made_with,
        draws = words::number(f64::from(answer.draws), 0, language),
        seed = answer.seed.to_string()
    )
    .to_string()
}

/// All milestones of a year: the expected number, and the chance of at least as many as the reader asks for.
#[component]
fn YearTogether(year: i16, answer: Memo<Option<Arc<Answer>>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let group = Memo::new(move |_| answer.with(|answer| answer.as_deref().and_then(|answer| all_of(answer, year))));
    let judged = Memo::new(move |_| group.with(|group| group.as_ref().map_or(0, |group| group.judged)));
    // Until the reader asks for another number: two thirds of what can be judged.
    let asked = RwSignal::new(None::<usize>);
    let least = move || asked.get().unwrap_or((2 * judged.get()).div_ceil(3)).min(judged.get());
    let expected = move || {
        group.with(|group| {
            let group = group.as_ref()?;
            let language = language.get();
            Some(
                tr!(
                    language,
                    joint.expected,
                    year = year.to_string(),
                    expected = words::number(group.expected, 1, language),
                    judged = group.judged,
                    unknown = group.unknown
                )
                .to_string(),
            )
        })
    };
    let chance = move |least: usize| group.with(|group| Some(chance_of(group.as_ref()?, least, language.get())));
    let id = format!("joint-{year}");
    view! {
        <div class="together">
            <p>{expected}</p>
            <p>
                <label for=id.clone()>{move || tr!(language.get(), joint.at_least)}</label> " "
                <select id=id prop:value=move || least().to_string()
                    on:change=move |event| asked.set(event_target_value(&event).parse().ok())>
                    {move || (1..=judged.get()).map(|number| view! { <option value=number.to_string() selected=number == least()>{number}</option> }).collect_view()}
                </select> " "
                {move || tr!(language.get(), joint.are_met, judged = judged.get())} " "
                <b>{move || chance(least())}</b>
                <span class="soft">{move || tr!(language.get(), joint.all_met, chance = chance(judged.get()).unwrap_or_default()).to_string()}</span>
            </p>
        </div>
    }
}

/// Where figures have settled it, that is said instead of a share of draws.
fn chance_of(group: &Group, least: usize, language: Language) -> String {
    if least > group.judged - group.settled_missed {
        return tr!(language, joint.impossible).to_string();
    }
    if least <= group.settled_met {
        return tr!(language, joint.certain).to_string();
    }
    words::percent(group.at_least.get(least).copied().unwrap_or(0.0), language)
}

fn all_of(answer: &Answer, year: i16) -> Option<Group> {
    answer
        .groups
        .iter()
        .find(|group| group.year == year && group.field.is_none())
        .cloned()
}

/// One row a field, for each year.
#[component]
fn FieldTable(answer: Memo<Option<Arc<Answer>>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let answer = answer.get()?;
        let name = |id: &str| {
            let field = state.plan.fields.iter().find(|field| field.id == id);
            field.map_or("", |field| field.name.get(language)).to_string()
        };
        let row = |group: &Group| {
            let (expected, all) = if group.judged > 0 {
                let expected = words::number(group.expected, 1, language);
                (expected, chance_of(group, group.judged, language))
            } else {
                Default::default()
            };
            Some(vec![
                Cell::Text(name(group.field?)),
                Cell::Text(group.year.to_string()),
                Cell::Number(format!("{} / {}", group.judged, group.judged + group.unknown)),
                Cell::Number(expected),
                Cell::Number(all),
            ])
        };
        let texts = [tr!(language, joint.field), tr!(language, joint.year)];
        let numbers = [
            tr!(language, joint.judged),
            tr!(language, joint.expected_short),
            tr!(language, joint.all_short),
        ];
        let texts = texts.map(|word| Cell::Text(word.to_string())).into_iter();
        let head = texts
            .chain(numbers.map(|word| Cell::Number(word.to_string())))
            .collect();
        let rows = answer.groups.iter().filter_map(row).collect();
        Some(view! { <div class="scroll"><Table class="numbers" head rows/></div> })
    }
}
