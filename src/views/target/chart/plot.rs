//! A chart's drawing, and reading any year off it by pointer or keyboard.

use chart::{Geometry, Shows};
use engine::{FIRST_YEAR, LAST_YEAR};
use leptos::prelude::*;

use super::fan::{Size, fan};
use super::read::read;
use crate::state::{actions, use_state};
use crate::views::drawing::Drawing;
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
    let geometry = Memo::new(move |_| drawing.with(|(_, geometry)| geometry.clone()));
    let year = RwSignal::new(None::<i16>);
    let point = move |event: leptos::ev::PointerEvent| {
        year.set(geometry.with_untracked(|geometry| pointed_year(geometry.as_ref(), &event)));
    };
    view! {
        <p class="read soft" role="status">
            {move || match year.get() {
                Some(year) => projection.with(|projection| read(target, projection, year, language.get())),
                None => hint.get(),
            }}
        </p>
        <div class="chart" tabindex="0" role="group" aria-label=move || tr!(language.get(), target.read_hint)
            on:pointermove=point
            on:pointerdown=point
            // A finger that lifts leaves too; what it tapped stays to be read.
            on:pointerleave=move |event| if event.pointer_type() == "mouse" { year.set(None) }
            on:keydown=move |event| {
                let now = year.get_untracked().unwrap_or(state.today_year.clamp(FIRST_YEAR, LAST_YEAR));
                let next = match event.key().as_str() {
                    "ArrowLeft" => now - 1,
                    "ArrowRight" => now + 1,
                    "Home" => FIRST_YEAR,
                    "End" => LAST_YEAR,
                    "Escape" => { year.set(None); return; }
                    _ => return,
                };
                event.prevent_default();
                year.set(Some(next.clamp(FIRST_YEAR, LAST_YEAR)));
            }>
            <Drawing svg=Signal::derive(move || drawing.with(|(svg, _)| svg.clone()))/>
            <ReadLine geometry year/>
        </div>
    }
}

/// The vertical line at the year that is read.
#[component]
fn ReadLine(geometry: Memo<Option<Geometry>>, year: RwSignal<Option<i16>>) -> impl IntoView {
    move || {
        let (geometry, year) = (geometry.get()?, year.get()?);
        let x = format!("{:.1}", geometry.x(f64::from(year)));
        Some(view! {
            <svg class="reader" viewBox=format!("0 0 {} {}", geometry.width, geometry.height) aria-hidden="true">
                <line x1=x.clone() x2=x y1=geometry.top.to_string() y2=geometry.bottom.to_string()/>
            </svg>
        })
    }
}

fn pointed_year(geometry: Option<&Geometry>, event: &leptos::ev::PointerEvent) -> Option<i16> {
    let geometry = geometry?;
    let share = actions::pointer_share(event, f64::from(event.client_x()))?;
    Some(geometry.year_at(share * geometry.width).clamp(FIRST_YEAR, LAST_YEAR))
}
