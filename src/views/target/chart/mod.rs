//! The chart of a target with its caption, read-out and table.

mod fan;
mod legend;
mod plot;
mod read;
mod save;

use std::sync::Arc;

use chart::Shows;
use engine::{Outlook, Projection, Verdict};
use leptos::prelude::*;
use plan::{Language, Milestone};

use super::numbers::NumbersTable;
use crate::state::{use_state, watched};
use crate::views::bar::{Redo, Undo};
use crate::views::name::open_name;
use crate::words;
pub use fan::{Size, fan};
use legend::Legend;
pub use plot::Plot;
use save::Save;

/// Where the window is narrow, the chart of the target at `position` once more, low: it stays above the levers while they are scrolled.
#[component]
pub fn ChartAbove(position: usize) -> impl IntoView {
    let state = use_state();
    let code = state.plan.targets[position].code;
    let stacked = state.stacked();
    let size = Signal::derive(|| Size::Low);
    let projection = state.projections.rested(position);
    // Without a projection there is nothing that a lever would move.
    let is_projected = is_projected(projection);
    move || {
        (stacked.get() && is_projected.get()).then(|| {
            let id = format!("above-{code}");
            view! { <figure class="above"><div class="head"><Now position/> <Undo/> <Redo/></div> <Plot position id size hint=Signal::derive(String::new)/></figure> }
                .into_any()
        })
    }
}

fn is_projected(projection: Memo<Arc<Projection>>) -> Memo<bool> {
    Memo::new(move |_| projection.with(|projection| !projection.path.is_empty()))
}

/// How a milestone stands: `2025 có thể đạt 68%`.
pub fn standing(milestone: &Milestone, verdict: Verdict, probability: Option<f64>, language: Language) -> String {
    let year = milestone.year.map(|year| format!("{year} ")).unwrap_or_default();
    let percent = probability.map(|probability| format!(" {}", words::percent(probability, language)));
    let verdict = words::verdict(verdict, language);
    format!("{year}{verdict}{}", percent.unwrap_or_default())
}

/// How each milestone stands, in a line: in sight of whoever moves a lever.
#[component]
pub fn Now(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.at(position);
    // Not at every move: the chart moves with the hand, and every line that is laid out again costs it a part of a frame.
    let results = watched(move || {
        projection.with(|projection| {
            let results = projection.milestones.iter();
            results
                .map(|result| (result.verdict, result.probability))
                .collect::<Vec<_>>()
        })
    });
    let milestone = |(index, milestone): (usize, &'static Milestone)| {
        let result = Memo::new(move |_| results.with(|results| results.get(index).copied()));
        let outlook = move || result.get().map_or(Outlook::Unknown, |(verdict, _)| verdict.outlook());
        let words = move || {
            let (verdict, probability) = result.get()?;
            Some(standing(milestone, verdict, probability, language.get()))
        };
        view! {
            <span class=move || format!("verdict {}", words::outlook_class(outlook()))>
                <span class="sign" aria-hidden="true">{move || words::sign(outlook())}</span>
                {move || words().unwrap_or_default()}
            </span>
        }
        .into_any()
    };
    let milestones = state.plan.targets[position].milestones.iter().enumerate();
    view! { <p class="now">{milestones.map(milestone).collect::<Vec<AnyView>>()}</p> }
}

/// The chart of the target at `position`.
#[component]
pub fn Chart(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let narrow = state.narrow();
    let (stacked, tight) = (state.stacked(), state.tight());
    let size = Signal::derive(move || match (narrow.get(), stacked.get(), tight.get()) {
        (true, ..) => Size::Narrow,
        (_, false, true) => Size::Middle,
        _ => Size::Wide,
    });
    let hint = Signal::derive(move || tr!(language.get(), target.read_hint).to_string());
    let shows = RwSignal::new(Shows::default());
    let is_projected = is_projected(state.projections.rested(position));
    let scenario = Memo::new(move |_| open_name(state, language.get()));
    view! {
        <figure>
            <figcaption>
                {move || tr!(language.get(), target.chart_title, unit = target.unit.label.get(language.get()))} " · "
                {move || tr!(language.get(), target.chart_scenario)} " " <b>{move || scenario.get()}</b>
                {move || is_projected.get().then(|| format!(" · {}", tr!(language.get(), target.chart_bands)))}
            </figcaption>
            <Plot position id="fan".to_string() size hint shows=shows.into()/>
            <Legend position shows/>
            <Save position shows/>
            <NumbersTable position/>
        </figure>
    }
}
