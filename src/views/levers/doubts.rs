//! Doubts about what the reader assumed, each with a way to mend it: growth faster than any on record, and what has no
//! effect as it was entered.

use engine::feasibility::{Feasibility, feasibility};
use engine::{Change, Inputs, Lever, LeverId, LeverUnit, Mode, Pace, PaceUnit, Phase, Projection, Warning};
use leptos::prelude::*;
use plan::{Better, Language, Target};

use crate::state::{AppState, actions, use_state};
use crate::words;

/// Years that a horizon of the plan has: what a growth typed for one is compared with.
const HORIZON_YEARS: u16 = 5;

/// A doubt in words, and the change that mends it with the word on its button.
#[derive(Debug, Clone, PartialEq)]
struct Doubt {
    position: usize,
    text: String,
    mend: Option<(Change, &'static str)>,
}

/// The doubts about every target that the scenario changes; nothing on a phone, where they stand with their levers.
#[component]
pub fn AllDoubts() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let stacked = state.stacked();
    let found = Memo::new(move |_| {
        let changed: Vec<usize> = state.open().with(|open| {
            let targets = state.plan.targets.iter().enumerate();
            let changed = targets.filter(|(_, target)| !open.saved.scenario.inputs(target.code).is_empty());
            changed.map(|(position, _)| position).collect()
        });
        let language = language.get();
        let doubts = changed
            .into_iter()
            .flat_map(|position| doubts(state, position, language));
        doubts.collect::<Vec<Doubt>>()
    });
    move || {
        let is_shown = !stacked.get() && found.with(|found| !found.is_empty());
        is_shown.then(|| {
            view! {
                <section class="doubts">
                    <h2>{move || tr!(language.get(), levers.doubts)}</h2>
                    <ul>{move || found.get().into_iter().map(|doubt| item(state, doubt, true, language.get())).collect::<Vec<AnyView>>()}</ul>
                </section>
            }
        })
    }
}

/// The doubts about one target.
#[component]
pub fn TargetDoubts(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let found = Memo::new(move |_| doubts(state, position, language.get()));
    move || {
        found.with(|found| !found.is_empty()).then(|| {
            view! {
                <ul class="doubts">{move || found.get().into_iter().map(|doubt| item(state, doubt, false, language.get())).collect::<Vec<AnyView>>()}</ul>
            }
        })
    }
}

fn item(state: AppState, doubt: Doubt, with_name: bool, language: Language) -> AnyView {
    let target: &'static Target = &state.plan.targets[doubt.position];
    let name = target.name.get(language);
    let button = doubt.mend.map(|(change, word)| {
        view! {
            " "
            <button type="button" class="mend" aria-label=format!("{word}: {name}") on:click=move |_| {
                // It was read from the record or takes something back, and lies within the limits.
                let _ = actions::change_many(state, &[(target.code, change)]);
            }>{word}</button>
        }
    });
    let name = with_name.then(|| view! { <b>{name}</b> ": " });
    view! { <li>{name} {doubt.text} {button}</li> }.into_any()
}

/// Everything that is doubtful about the reader's inputs to one target. Tracks its inputs and its projection.
fn doubts(state: AppState, position: usize, language: Language) -> Vec<Doubt> {
    let target = &state.plan.targets[position];
    let (inputs, levers) = state.open().with(|open| {
        let scenario = &open.saved.scenario;
        let inputs = scenario.inputs(target.code).clone();
        let levers = engine::levers(&state.setting(scenario.shared()), target, &inputs);
        (inputs, levers)
    });
    state.projections.at(position).with(|projection| {
        let too_fast = levers
            .iter()
            .filter_map(|lever| too_fast(state, target, projection, lever, language));
        let without_effect = projection
            .warnings
            .iter()
            .filter_map(|warning| Some((words::warning(*warning, language), mend(*warning, &inputs, language)?)));
        let all = too_fast.chain(without_effect.map(|(text, mend)| (text, Some(mend))));
        all.map(|(text, mend)| Doubt { position, text, mend }).collect()
    })
}

/// Growth in force that is faster than any on record, and the fastest on record in its place.
fn too_fast(
    state: AppState,
    target: &'static Target,
    projection: &Projection,
    lever: &Lever,
    language: Language,
) -> Option<(String, Option<(Change, &'static str)>)> {
    let LeverId::Growth(phase) = lever.id else { return None };
    let last = projection.series.last()?.year;
    if phase.last_year(state.plan.end_year) <= last {
        return None;
    }
    let unit = match lever.unit {
        LeverUnit::PercentPerYear => PaceUnit::PercentPerYear,
        LeverUnit::UnitsPerYear => PaceUnit::UnitsPerYear,
        _ => return None,
    };
    let pace = Pace {
        value: lever.value,
        unit,
    };
    let record = feasibility(target, &projection.series, pace, HORIZON_YEARS)?;
    if !record.is_faster_than_any {
        return None;
    }
    let best = record.best(target)?.change;
    let text = fast_text(state, target, &record, phase, language)?;
    let value = rounded_inwards(best, target.better);
    let is_within = (lever.range.minimum..=lever.range.maximum).contains(&value);
    let mend = is_within.then(|| (Change::Lever(lever.id, Some(value)), tr!(language, levers.mend_fast)));
    Some((text, mend))
}

fn fast_text(
    state: AppState,
    target: &'static Target,
    record: &Feasibility,
    phase: Phase,
    language: Language,
) -> Option<String> {
    let best = record.best(target)?;
    let pace = |value: f64| {
        let pace = Pace {
            value,
            ..record.required
        };
        words::unit_per_year(&pace, target.unit, language)
    };
    let name = words::lever_name(state.plan, Some(target), LeverId::Growth(phase), language);
    let (from, to) = (best.from_year.to_string(), best.to_year.to_string());
    let (value, best) = (pace(record.required.value), pace(best.change));
    let span = record.span_years;
    Some(if record.record.len() == 1 {
        tr!(
            language,
            levers.fast_one,
            name = name,
            value = value,
            span = span,
            best = best,
            from = from,
            to = to
        )
    } else {
        tr!(
            language,
            levers.fast,
            name = name,
            value = value,
            span = span,
            count = record.record.len(),
            best = best,
            from = from,
            to = to
        )
    })
}

/// To two decimals, on the slower side: what is set must not be faster than the record again.
fn rounded_inwards(value: f64, better: Better) -> f64 {
    let hundredths = value * 100.0;
    match better {
        Better::Higher => hundredths.floor() / 100.0,
        Better::Lower => hundredths.ceil() / 100.0,
    }
}

/// What takes back an input that the engine sets aside; None for doubts about the figures, which nobody can mend here.
fn mend(warning: Warning, inputs: &Inputs, language: Language) -> Option<(Change, &'static str)> {
    let back = tr!(language, levers.mend_back);
    Some(match warning {
        Warning::CeilingBelowFigures { .. } => (Change::Lever(LeverId::Ceiling, None), back),
        Warning::UnitsBelowFigures { .. } => (Change::Lever(LeverId::Units, None), back),
        Warning::ShockInFigures { year } => (Change::Shock { year, value: None }, tr!(language, levers.mend_shock)),
        Warning::NoIdentity if inputs.mode() == Mode::Driver => (Change::Mode(None), tr!(language, levers.mend_mode)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::rounded_inwards;
    use plan::Better;

    #[test]
    fn what_is_set_is_not_faster_than_the_record() {
        assert_eq!(rounded_inwards(7.118, Better::Higher), 7.11);
        assert_eq!(rounded_inwards(-4.567, Better::Lower), -4.56);
    }
}
