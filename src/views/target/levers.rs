//! The levers of a target: each with slider, number, unit, shipped value and a way back.

use engine::{Change, Lever, LeverId, Mode, Phase};
use leptos::prelude::*;
use plan::Model;

use super::edit::Edit;
use crate::components::NumberField;
use crate::state::{actions, use_state};
use crate::words;

/// All levers of the target at `position`, for the mode in force.
#[component]
pub fn Levers(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let is_changed = Memo::new(move |_| inputs.with(|inputs| !inputs.is_empty()));
    let Some(method) = target.method else {
        return view! { <p class="soft">{move || tr!(language.get(), target.levers_none)}</p> }.into_any();
    };
    let levers = Memo::new(move |_| inputs.with(|inputs| engine::levers(state.plan, target, inputs)));
    // The controls are made anew only when other levers are to be shown, not when a value changes: a slider in the
    // reader's hand must stay the same element.
    let ids = Memo::new(move |_| levers.with(|levers| levers.iter().map(|lever| lever.id).collect::<Vec<LeverId>>()));
    let projection = state.projections.at(position);
    let is_empty = Memo::new(move |_| projection.with(|projection| projection.series.figures.is_empty()));
    view! {
        {move || is_empty.get().then(|| view! { <p class="soft small">{move || tr!(language.get(), lever.no_figures)}</p> })}
        {(method.prior.model == Model::Drift).then(|| view! { <ModeChoice position/> })}
        {move || ids.get().into_iter().map(|id| {
            let lever = Memo::new(move |_| levers.with(|levers| levers.iter().find(|lever| lever.id == id).copied()));
            view! { <LeverControl position id lever/> }
        }).collect_view()}
        {move || is_changed.get().then(|| view! {
            <p><button type="button" on:click=move |_| actions::reset_target(state, target.code)>{move || tr!(language.get(), target.reset_target)}</button></p>
        })}
        <details class="prior">
            <summary>{move || tr!(language.get(), target.prior_title, name = method.prior.name.get(language.get()))}</summary>
            <p class="soft">{move || format!("({}) {}", words::evidence(method.prior.evidence, language.get()), method.prior.argument.get(language.get()))}</p>
        </details>
    }
    .into_any()
}

#[component]
fn ModeChoice(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let mode = Memo::new(move |_| inputs.with(engine::Inputs::mode));
    let choice = move |value: Mode| {
        let word = move || match value {
            Mode::Trend => tr!(language.get(), lever.mode_trend),
            Mode::Plan => tr!(language.get(), lever.mode_plan),
        };
        view! {
            <label class="choice">
                <input type="radio" name="mode" prop:checked=move || mode.get() == value
                    on:change=move |_| {
                        // Both modes exist for every target that this control is shown for.
                        let _ = actions::change(state, target.code, Change::Mode(Some(value)));
                    }/>
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="lever mode">
            <legend>{move || tr!(language.get(), lever.mode)}</legend>
            <div class="choices">{choice(Mode::Trend)} {choice(Mode::Plan)}</div>
            <p class="was">{move || match mode.get() {
                Mode::Trend => tr!(language.get(), lever.mode_trend_explain),
                Mode::Plan => tr!(language.get(), lever.mode_plan_explain),
            }}</p>
        </fieldset>
    }
}

/// One lever.
#[component]
fn LeverControl(position: usize, id: LeverId, lever: Memo<Option<Lever>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let name = move || words::lever_name(state.plan, target, id, language.get());
    let unit = move || {
        lever
            .get()
            .map(|lever| words::lever_unit(target, lever.unit, language.get()))
            .unwrap_or_default()
    };
    let value = Memo::new(move |_| lever.get().map_or(0.0, |lever| lever.value));
    let text = Memo::new(move |_| words::lever_value(value.get(), language.get()));
    let set = move |value: Option<f64>| {
        actions::change(state, target.code, Change::Lever(id, value))
            .map_err(|error| words::input_error(&error, &name(), language.get_untracked()))
    };
    let edit = Edit::new();
    let commit = Callback::new(move |typed: String| {
        edit.begin(
            lever
                .get_untracked()
                .filter(|lever| lever.is_moved)
                .map(|lever| lever.value),
        );
        let language = language.get_untracked();
        let taken = match words::parse_number(&typed, language) {
            Some(value) => set(Some(value)),
            None => {
                let example = lever
                    .get_untracked()
                    .map(|lever| words::lever_value(lever.shipped, language));
                Err(tr!(
                    language,
                    input.not_a_number,
                    field = name(),
                    example = example.unwrap_or_default()
                )
                .to_string())
            }
        };
        taken.map_err(|message| {
            // What stood before was within its limits.
            let _ = set(edit.before());
            format!("{message} {}", tr!(language, input.still, value = text.get_untracked()))
        })
    });
    let range = lever.get_untracked().map(|lever| lever.range);
    let field_id = format!("lever-{}", key(id));
    let slider_id = format!("{field_id}-slider");
    let shipped = move || {
        lever.get().map(|lever| {
            let value = words::lever_value(lever.shipped, language.get());
            match id {
                // The plan asks nothing after its second horizon.
                LeverId::Growth(Phase::First | Phase::Second) => {
                    tr!(language.get(), lever.shipped_plan, value = value).to_string()
                }
                _ => tr!(language.get(), lever.shipped, value = value).to_string(),
            }
        })
    };
    let is_moved = Memo::new(move |_| lever.get().is_some_and(|lever| lever.is_moved));
    // A phase whose years all have figures: growth typed for it changes nothing.
    let projection = state.projections.at(position);
    let past = move || match id {
        LeverId::Growth(phase) => projection
            .with(|projection| projection.series.last().map(|figure| figure.year))
            .filter(|last| *last >= phase.last_year(state.plan.end_year))
            .map(|last| tr!(language.get(), lever.past, year = last.to_string()).to_string()),
        _ => None,
    };
    view! {
        <div class="lever" data-lever=key(id) class:moved=move || is_moved.get()>
            <label for=field_id.clone()>{name} <small class="soft">{unit}</small></label>
            <div class="field">
                <NumberField id=field_id label=Signal::derive(move || format!("{}, {}", name(), unit())) text=text commit
                    on_leave=Callback::new(move |()| { edit.end(); actions::end_burst(state); })/>
            </div>
            <input
                id=slider_id
                type="range"
                min=range.map(|range| range.minimum)
                max=range.map(|range| range.maximum)
                step=range.map(|range| range.step)
                aria-label=name
                aria-valuetext=move || format!("{} {}", text.get(), unit())
                prop:value=move || value.get().to_string()
                on:input=move |event| {
                    // A slider stays within its own limits; what it gives is always taken.
                    if let Ok(value) = event_target_value(&event).parse() {
                        let _ = set(Some(value));
                    }
                }
                on:change=move |_| actions::end_burst(state)
            />
            <p class="was">
                {move || past().unwrap_or_else(|| shipped().unwrap_or_default())}
                {move || is_moved.get().then(|| view! {
                    " · "
                    <button type="button" class="inline" aria-label=move || tr!(language.get(), lever.reset, name = name())
                        on:click=move |_| { let _ = set(None); }>{move || tr!(language.get(), lever.reset_short)}</button>
                })}
            </p>
        </div>
    }
}

/// A name for ids and tests.
const fn key(id: LeverId) -> &'static str {
    match id {
        LeverId::Growth(Phase::First) => "growth-first",
        LeverId::Growth(Phase::Second) => "growth-second",
        LeverId::Growth(Phase::After) => "growth-after",
        LeverId::ReferenceRate => "reference-rate",
        LeverId::ReferenceLevel => "reference-level",
        LeverId::ReferenceWeight => "reference-weight",
        LeverId::Volatility => "volatility",
        LeverId::Ceiling => "ceiling",
    }
}
