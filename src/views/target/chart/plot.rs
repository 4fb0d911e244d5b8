//! A target's chart, with any year to be read off it.

use chart::{Geometry, Shows};
use leptos::prelude::*;

use super::fan::{Size, fan};
use super::read::read;
use crate::state::use_state;
use crate::views::readable::Readable;
use crate::words;

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
    let drawing = Memo::new(move |before: Option<&(String, Option<Geometry>)>| {
        let language = language.get();
        let mut fan = projection.with(|projection| fan(target, projection, &id, size.get(), language));
        fan.shows = shows.get();
        let before = before.and_then(|(_, geometry)| geometry.as_ref());
        fan.axis_before = before.map(|geometry| (geometry.low, geometry.high));
        let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
        // What cannot be drawn leaves an empty figure; the numbers below still stand.
        chart::fan_drawing(&fan, &format)
            .map(|(svg, geometry)| (svg, Some(geometry)))
            .unwrap_or_default()
    });
    let read = move |year| projection.with(|projection| read(target, projection, year, language.get()));
    view! { <Readable drawing hint read/> }
}
