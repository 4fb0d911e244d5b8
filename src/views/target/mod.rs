//! A target's page: what the plan asks, what was observed, where it leads, what it would take, and its assumptions.

mod chart;
mod deed;
mod deed_dates;
mod edit;
mod facts;
mod figures;
mod lever_control;
mod levers;
mod need;
mod numbers;
mod optional_field;
mod outcomes;
mod panels;
mod question;
mod shocks;
mod spark;
mod spoken;
mod thresholds;

use leptos::prelude::*;
use plan::{Target, TargetKind};

use crate::app::HEADING_ID;
use crate::state::{AppState, View, actions, use_state};
use crate::words;
use chart::Now;
pub use chart::{ChartAbove, Plot, Size, fan};
pub use deed_dates::DeedFields;
pub use levers::{Levers, SharedLevers};
pub use spark::spark_text;
pub use thresholds::Thresholds;

const LEVERS_HEADING_ID: &str = "levers-heading";

/// The screen of the target with `code`.
#[component]
pub fn TargetPage(code: u8) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let Some(position) = state.plan.targets.iter().position(|target| target.code == code) else {
        return view! { <main><h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), app.not_found)}</h1></main> }.into_any();
    };
    let target = &state.plan.targets[position];
    let view = state.view();
    let stacked = state.stacked();
    let has_figures = has_figures(state, position);
    view! {
        <main class="target" data-target=target.id>
            <header>
                <p class="soft crumbs">
                    <a href=move || { view.track(); actions::href(state, View::Board) }>{move || tr!(language.get(), app.targets)}</a>
                    " › " {move || target.field.name.get(language.get())}
                </p>
                <h1 id=HEADING_ID tabindex="-1">{move || target.name.get(language.get())}</h1>
                <PlanWords target/>
                <facts::Facts position/>
                <spoken::Spoken position/>
                // A chart and its panels have many stops.
                <a class="skip" href="#levers-heading" on:click=move |event| {
                    event.prevent_default();
                    actions::focus(LEVERS_HEADING_ID);
                }>{move || tr!(language.get(), target.skip_levers)}</a>
            </header>
            {move || {
                let (levers, course) = (view! { <TargetLevers position has_figures/> }.into_any(), view! { <Course position has_figures/> }.into_any());
                // In the order they are seen, also for who goes from one to the next by a key. Without figures the place to enter
                // one comes first; entering it moves nothing.
                if stacked.get() && has_figures.get_untracked() { [levers, course] } else { [course, levers] }.into_iter().collect_view()
            }}
        </main>
    }
    .into_any()
}

/// What was observed, where it leads, and what is to be known about it.
#[component]
fn Course(position: usize, has_figures: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let is_deed = state.plan.targets[position].kind == TargetKind::Deed;
    view! {
        <div class="course">
            {move || has_figures.get().then(|| view! { <chart::Chart position/> }.into_any())}
            {(!is_deed).then(|| view! { <need::Need position/> })}
            <Warnings position/>
            <outcomes::OutcomesPanel position/>
            {move || has_figures.get().then(|| view! {
                <panels::ContributionsPanel position/>
                <panels::MattersPanel position/>
                <panels::ProgressPanel position/>
            }.into_any())}
            {if is_deed { view! { <deed::Deed position/> }.into_any() } else { view! { <figures::Figures position/> }.into_any() }}
            {move || has_figures.get().then(|| view! {
                <panels::BackTestPanel position/>
                <panels::EquationPanel position/>
            }.into_any())}
        </div>
    }
}

/// The assumptions, beside the course or above it.
#[component]
fn TargetLevers(position: usize, has_figures: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let stacked = state.stacked();
    let has_threshold = matches!(target.kind, TargetKind::Versus | TargetKind::Unset);
    view! {
        <aside class="levers" aria-label=move || tr!(language.get(), target.levers_title)>
            <h2 id=LEVERS_HEADING_ID tabindex="-1">{move || tr!(language.get(), target.levers_title)}</h2>
            <ChartAbove position/>
            {move || (!stacked.get() && has_figures.get()).then(|| view! { <Now position/> })}
            {has_threshold.then(|| view! { <Thresholds position/> })}
            <Levers position/>
            {target.method.is_some().then(|| view! { <SharedLevers/> })}
        </aside>
    }
}

/// Without a figure there is nothing to draw, and nothing that most panels could say.
fn has_figures(state: AppState, position: usize) -> Memo<bool> {
    let is_deed = state.plan.targets[position].kind == TargetKind::Deed;
    let projection = state.projections.rested(position);
    Memo::new(move |_| !is_deed && projection.with(|projection| !projection.series.figures.is_empty()))
}

/// The plan's own words and place, and who leads.
#[component]
fn PlanWords(target: &'static Target) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let owner = move || {
        let language = language.get();
        target
            .owner
            .map_or_else(|| tr!(language, board.whole_province), |owner| owner.name.get(language))
    };
    view! {
        <p class="lede">
            {move || tr!(language.get(), target.plan_says)} ": "
            {target.citations.iter().enumerate().map(|(place, words)| view! { {(place > 0).then_some("; ")} <q lang="vi">{*words}</q> }).collect_view()} " "
            <span class="soft">
                "(" {move || tr!(language.get(), target.sections, sections = target.sections.join(", "))} ") · "
                {move || tr!(language.get(), target.leads, owner = owner())}
            </span>
        </p>
        {target.note.map(|note| view! {
            <p class="lede note"><strong>{move || tr!(language.get(), target.note)} ": "</strong> {move || note.get(language.get())}</p>
        })}
    }
}

/// Doubts beside the figures.
#[component]
fn Warnings(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.rested(position);
    let warnings = Memo::new(move |_| projection.with(|projection| projection.warnings.clone()));
    move || {
        warnings.with(|warnings| !warnings.is_empty()).then(|| {
            view! {
                <section class="warnings">
                    <h2>{move || tr!(language.get(), warning.title)}</h2>
                    <ul>
                        {move || warnings.get().into_iter().map(|warning| view! { <li>{words::warning(warning, language.get())}</li> }).collect_view()}
                    </ul>
                </section>
            }
        })
    }
}
