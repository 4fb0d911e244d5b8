//! The levers of a target: each with slider, number, unit, shipped value and a way back.

use engine::{Change, Lever, LeverId, LeverUnit, Mode, SHARED_CODE};
use leptos::prelude::*;
use plan::{Model, Plan};

use super::deed::done_in;
use super::lever_control::LeverControl;
use super::shocks::ShockPanel;
use crate::state::{actions, distinct, each_distinct, use_state};
use crate::words;

/// All levers of the target at `position`, for the mode in force.
#[component]
pub fn Levers(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let is_changed = distinct(move || inputs.with(|inputs| !inputs.is_empty()));
    let Some(method) = target.method else {
        let is_done = Memo::new(move |_| inputs.with(|inputs| done_in(inputs).is_some()));
        let words = move || match is_done.get() {
            true => tr!(language.get(), target.levers_done),
            false => tr!(language.get(), target.levers_none),
        };
        return view! { <p class="soft">{words}</p> }.into_any();
    };
    let shared = state.inputs(SHARED_CODE);
    let levers = Memo::new(move |_| {
        shared.with(|shared| {
            let setting = state.setting(shared);
            inputs.with(|inputs| engine::levers(&setting, target, inputs))
        })
    });
    // The controls are made anew only when other levers are to be shown, not when a value changes: a slider in the
    // reader's hand must stay the same element.
    let kinds = distinct(move || {
        levers.with(|levers| {
            let kinds = levers.iter().map(|lever| (lever.id, lever.unit));
            kinds.collect::<Vec<(LeverId, LeverUnit)>>()
        })
    });
    let projection = state.projections.rested(position);
    let newest = Memo::new(move |_| {
        projection.with(|projection| projection.series.last().map(|figure| (figure.year, figure.value)))
    });
    let is_empty = Memo::new(move |_| projection.with(|projection| projection.series.figures.is_empty()));
    let control = move |(id, lever): (LeverId, ReadSignal<Lever>)| {
        let last_year = move || newest.get().map(|(year, _)| year);
        let has_effect = Signal::derive(move || past_of(state.plan, id, last_year()));
        let newest = Signal::derive(move || newest.get().map(|(_, value)| value));
        view! { <LeverControl code=target.code lever has_effect newest/> }.into_any()
    };
    view! {
        {move || is_empty.get().then(|| view! { <p class="soft small">{move || tr!(language.get(), lever.no_figures)}</p> })}
        {(method.prior.model != Model::Level).then(|| view! { <ModeChoice position/> })}
        {move || {
            kinds.track();
            apart(levers).into_iter().map(control).collect::<Vec<AnyView>>()
        }}
        <Identity position/>
        <ShockPanel position/>
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

/// Each lever a signal of its own: one that moves leaves the others asleep.
fn apart(levers: Memo<Vec<Lever>>) -> Vec<(LeverId, ReadSignal<Lever>)> {
    each_distinct(move |hand_out| levers.with(|levers| levers.iter().for_each(|lever| hand_out(lever.id, lever))))
}

/// The last year with a figure, where all years of a growth's phase have one: growth typed for it changes nothing.
fn past_of(plan: &Plan, id: LeverId, last: Option<i16>) -> Option<i16> {
    match id {
        LeverId::Growth(phase) => last.filter(|last| *last >= phase.last_year(plan.end_year)),
        _ => None,
    }
}

/// The identity in words, where it is in force, and where each of its numbers comes from.
#[component]
fn Identity(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let driver = Memo::new(move |_| {
        projection.with(|projection| {
            let is_in_force = projection.mode == Mode::Driver;
            is_in_force
                .then(|| engine::driver::of(target, &projection.series))
                .flatten()
        })
    });
    move || {
        driver.get().map(|driver| {
            let language = language.get();
            view! {
                <details class="prior" open>
                    <summary>{tr!(language, lever.identity)}</summary>
                    <p>{driver.identity.get(language)}</p>
                    <ul class="soft small">
                        {driver.parameters.iter().map(|parameter| {
                            let evidence = words::evidence(parameter.evidence, language);
                            let (name, source) = (parameter.name.get(language), parameter.source.get(language));
                            view! { <li>{format!("{name}: ({evidence}) {source}")}</li> }.into_any()
                        }).collect::<Vec<AnyView>>()}
                    </ul>
                </details>
            }
        })
    }
}

/// The levers that all targets share, folded away until they are wanted.
#[component]
pub fn SharedLevers() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let inputs = state.inputs(SHARED_CODE);
    let levers = Memo::new(move |_| inputs.with(|inputs| engine::shared_levers(state.plan, inputs)));
    let is_changed = inputs.with_untracked(|inputs| !inputs.is_empty());
    let control = |(_, lever): (LeverId, ReadSignal<Lever>)| {
        let (has_effect, newest) = (Signal::stored(None), Signal::stored(None));
        view! { <LeverControl code=SHARED_CODE lever has_effect newest/> }.into_any()
    };
    view! {
        <details class="prior shared" open=is_changed>
            <summary>{move || tr!(language.get(), lever.shared_title)}</summary>
            <p class="soft small">{move || tr!(language.get(), lever.shared_explain)} " " {move || tr!(language.get(), lever.crisis_explain)}</p>
            {apart(levers).into_iter().map(control).collect::<Vec<AnyView>>()}
        </details>
    }
}

#[component]
fn ModeChoice(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let mode = distinct(move || inputs.with(engine::Inputs::mode));
    let choice = move |value: Mode| {
        let word = move || match value {
            Mode::Trend => tr!(language.get(), lever.mode_trend),
            Mode::Plan => tr!(language.get(), lever.mode_plan),
            Mode::Driver => tr!(language.get(), lever.mode_driver),
        };
        view! {
            <label class="choice">
                <input type="radio" name=format!("mode-{}", target.code) prop:checked=move || mode.get() == value
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
            <div class="choices">{choice(Mode::Trend)} {choice(Mode::Plan)} {(!target.drivers.is_empty()).then(|| choice(Mode::Driver))}</div>
            <p class="was">{move || match mode.get() {
                Mode::Trend => tr!(language.get(), lever.mode_trend_explain),
                Mode::Plan => tr!(language.get(), lever.mode_plan_explain),
                Mode::Driver => tr!(language.get(), lever.mode_driver_explain),
            }}</p>
        </fieldset>
    }
}
