//! A target's chart, with any year to be read off it.

use std::sync::Arc;

use chart::{FanChart, Geometry, ProjectedYear, Shows};
use leptos::prelude::*;

use super::fan::{Size, frame, projected};
use super::read::read;
use crate::state::{rests, use_state};
use crate::views::readable::Readable;
use crate::words;

/// What stands on the page.
#[derive(Clone, PartialEq)]
struct Drawn {
    frame: Arc<FanChart>,
    projected: Vec<ProjectedYear>,
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
    // In the hand only the fan moves, and the scale stays; the rest follows once the hand rests.
    let frame = Memo::new(move |_| {
        rests.track();
        let language = language.get();
        let size = size.get();
        let frame = projection.with_untracked(|projection| frame(target, projection, &id, size, language));
        Arc::new(FanChart {
            shows: shows.get(),
            ..frame
        })
    });
    let drawn = Memo::new(move |before: Option<&Option<Drawn>>| {
        let rests = rests.get();
        let frame = frame.get();
        let projected = projection.with(|projection| projected(projection));
        let mut chart = FanChart {
            projected: projected.clone(),
            ..(*frame).clone()
        };
        let before = before.and_then(Option::as_ref);
        if let Some(before) = before.filter(|before| before.frame == frame) {
            if before.is_whole && before.projected == projected {
                return Some(Drawn {
                    rests,
                    ..before.clone()
                });
            }
            if before.rests == rests
                && let Some(svg) = chart::fan_moved(&before.svg, &before.geometry, &chart)
            {
                return Some(Drawn {
                    projected,
                    svg,
                    is_whole: false,
                    ..before.clone()
                });
            }
        }
        chart.axis_before = before.map(|before| (before.geometry.low, before.geometry.high));
        let language = language.get();
        let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
        // What cannot be drawn leaves an empty figure; the numbers below still stand.
        let (svg, geometry) = chart::fan_drawing(&chart, &format).ok()?;
        Some(Drawn {
            frame,
            projected,
            svg,
            geometry,
            is_whole: true,
            rests,
        })
    });
    let svg =
        Signal::derive(move || drawn.with(|drawn| drawn.as_ref().map_or_else(String::new, |drawn| drawn.svg.clone())));
    let geometry = Memo::new(move |_| drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.geometry.clone())));
    let read = move |year| projection.with(|projection| read(target, projection, year, language.get()));
    view! { <Readable svg geometry hint read/> }
}
