//! The chart of a target with its caption, read-out and table.

mod fan;
mod legend;
mod plot;
mod read;
mod save;

use chart::Shows;
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
            view! { <figure class="above"><Plot position id size hint=Signal::derive(String::new)/></figure> }
                .into_any()
        })
    }
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
