//! A chart whose years can be read: by pointer, by finger, and by the arrow keys.

use chart::Geometry;
use engine::{FIRST_YEAR, LAST_YEAR};
use leptos::prelude::*;

use super::drawing::Drawing;
use crate::state::{actions, use_state};

/// The drawing with its read-out above.
#[component]
pub fn Readable(
    /// Markup of the chart crate.
    #[prop(into)]
    svg: Signal<String>,
    /// Where years are on it.
    geometry: Memo<Option<Geometry>>,
    /// What the read-out says before a year is read.
    #[prop(into)]
    hint: Signal<String>,
    /// A year in words.
    read: impl Fn(i16) -> String + Send + Sync + 'static,
) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let year = RwSignal::new(None::<i16>);
    let point = move |event: leptos::ev::PointerEvent| {
        year.set(geometry.with_untracked(|geometry| pointed_year(geometry.as_ref(), &event)));
    };
    view! {
        <p class="read soft" role="status">{move || year.get().map_or_else(|| hint.get(), &read)}</p>
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
            <Drawing svg/>
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
