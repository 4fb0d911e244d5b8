//! What the plan leaves to the reader: a compared area's figure, or an open number.

use engine::Change;
use leptos::prelude::*;
use plan::{Language, Observation, Target, TargetKind};

use super::optional_field::{OptionalField, Typed};
use crate::state::use_state;
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
    let name = move || match target.kind {
        TargetKind::Versus => tr!(language.get(), target.threshold_versus, year = year.to_string()).to_string(),
        _ => tr!(language.get(), target.threshold_unset, year = year.to_string()).to_string(),
    };
    let unit = move || target.unit.label.get(language.get()).to_string();
    let change = Callback::new(move |value| Change::Threshold { year, value });
    view! {
        <OptionalField code=target.code id=format!("threshold-{}-{year}", target.code) name=Signal::derive(name) unit=Signal::derive(unit) typed=Typed::Number value=typed change/>
    }
}
