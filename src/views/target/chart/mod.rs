//! The chart of a target with its caption, read-out and table.

mod fan;
mod legend;
mod plot;
mod read;
mod save;

use chart::Shows;
use engine::Verdict;
use leptos::prelude::*;
use plan::TargetKind;

use super::numbers::NumbersTable;
use crate::state::use_state;
use crate::words;
pub use fan::{Size, fan};
use legend::Legend;
pub use plot::Plot;
use save::Save;

/// On a phone, the chart of the target at `position` once more, low: it stays above the levers while they are scrolled.
#[component]
pub fn ChartAbove(position: usize) -> impl IntoView {
    let state = use_state();
    let target = &state.plan.targets[position];
    let narrow = state.narrow();
    let size = Signal::derive(|| Size::Low);
    move || {
        (narrow.get() && target.kind != TargetKind::Deed).then(|| {
            let id = format!("above-{}", target.code);
            view! { <figure class="above"><Now position/> <Plot position id size hint=Signal::derive(String::new)/></figure> }
                .into_any()
        })
    }
}

/// How each milestone stands, in a line.
#[component]
fn Now(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.at(position);
    let results = Memo::new(move |_| {
        projection.with(|projection| {
            let results = projection.milestones.iter();
            results
                .map(|result| (result.year, result.verdict, result.probability))
                .collect::<Vec<_>>()
        })
    });
    let words = move || {
        let language = language.get();
        let word = |(year, verdict, probability): (Option<i16>, Verdict, Option<f64>)| {
            let outlook = verdict.outlook();
            let year = year.map(|year| format!("{year} ")).unwrap_or_default();
            let percent = probability.map(|probability| format!(" {}", words::percent(probability, language)));
            view! {
                <span class=format!("verdict {}", words::outlook_class(outlook))>
                    <span class="sign" aria-hidden="true">{words::sign(outlook)}</span>
                    {year} {words::verdict(verdict, language)} {percent}
                </span>
            }
            .into_any()
        };
        results.get().into_iter().map(word).collect::<Vec<AnyView>>()
    };
    view! { <p class="now">{words}</p> }
}

/// The chart of the target at `position`.
#[component]
pub fn Chart(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let narrow = state.narrow();
    let size = Signal::derive(move || if narrow.get() { Size::Narrow } else { Size::Wide });
    let hint = Signal::derive(move || tr!(language.get(), target.read_hint).to_string());
    let shows = RwSignal::new(Shows::default());
    let scenario = Memo::new(move |_| {
        state
            .open()
            .with(|open| words::scenario_name(&open.saved, language.get()))
    });
    view! {
        <figure>
            <figcaption>
                {move || tr!(language.get(), target.chart_title, unit = target.unit.label.get(language.get()))} " · "
                {move || tr!(language.get(), target.chart_scenario)} " " <b>{move || scenario.get()}</b> " · "
                {move || tr!(language.get(), target.chart_bands)}
            </figcaption>
            <Plot position id="fan".to_string() size hint shows=shows.into()/>
            <Legend position shows/>
            <Save position shows/>
            <NumbersTable position/>
        </figure>
    }
}
