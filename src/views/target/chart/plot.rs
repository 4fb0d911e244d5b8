//! A target's chart, with any year to be read off it.

use chart::{FanChart, Geometry, Shows};
use leptos::prelude::*;

use super::fan::{Size, fan};
use super::read::read;
use crate::state::{rests, use_state};
use crate::views::readable::Readable;
use crate::words;

/// What stands on the page.
#[derive(Clone, PartialEq)]
struct Drawn {
    chart: FanChart,
    svg: String,
    geometry: Geometry,
    /// Not only the fan follows the projection.
    is_whole: bool,
    /// How often the scenario had come to rest by then.
    rests: u32,
}

/// The drawing of the target at `position` with its read-out above.
#[component]
pub fn Plot(
    position: usize,
    /// Where ids inside the drawing start; unique on the page.
    id: String,
    size: Signal<Size>,
    /// What the read-out says before a year is read.
    hint: Signal<String>,
    /// What of it is drawn.
    #[prop(default = Signal::derive(Shows::default))]
    shows: Signal<Shows>,
) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let rests = rests();
    let drawn = Memo::new(move |before: Option<&Option<Drawn>>| {
        let rests = rests.get();
        let language = language.get();
        let mut chart = projection.with(|projection| fan(target, projection, &id, size.get(), language));
        chart.shows = shows.get();
        let before = before.and_then(Option::as_ref);
        if let Some(before) = before {
            chart.axis_before = before.chart.axis_before;
            if before.is_whole && before.chart == chart {
                return Some(Drawn {
                    rests,
                    ..before.clone()
                });
            }
            // In the hand only the fan moves, and the scale stays; the rest follows once the hand rests.
            if before.rests == rests
                && let Some(svg) = chart::fan_moved(&before.chart, &before.svg, &before.geometry, &chart)
            {
                return Some(Drawn {
                    chart,
                    svg,
                    is_whole: false,
                    ..before.clone()
                });
            }
        }
        chart.axis_before = before.map(|before| (before.geometry.low, before.geometry.high));
        let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
        // What cannot be drawn leaves an empty figure; the numbers below still stand.
        let (svg, geometry) = chart::fan_drawing(&chart, &format).ok()?;
        Some(Drawn {
            chart,
            svg,
            geometry,
            is_whole: true,
            rests,
        })
    });
    let svg = Signal::derive(move || drawn.with(|drawn| drawn.as_ref().map_or_else(String::new, |drawn| drawn.svg.clone())));
    let geometry = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.geometry.clone())));
    let read = move |year| projection.with(|projection| read(target, projection, year, language.get()));
    view! { <Readable svg geometry hint read/> }
}
