//! The numbers behind the chart, as a table.

use engine::{FIRST_YEAR, LAST_YEAR, PathPoint};
use leptos::prelude::*;

use crate::answers::Cell;
use crate::components::Table;
use crate::state::use_state;
use crate::words;

/// A table of all years, folded away until it is wanted.
#[component]
pub fn NumbersTable(position: usize) -> impl IntoView {
    let language = use_state().language();
    let details = NodeRef::<leptos::html::Details>::new();
    let is_open = RwSignal::new(false);
    view! {
        <details node_ref=details on:toggle=move |_| is_open.set(details.get_untracked().is_some_and(|details| details.open()))>
            <summary>{move || tr!(language.get(), target.table)}</summary>
            // Built only when opened: a folded table must not cost anything while a lever moves.
            {move || is_open.get().then(|| view! { <Rows position/> }.into_any())}
        </details>
    }
}

#[component]
fn Rows(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let decimals = target.unit.decimals.max(1);
    move || {
        let language = language.get();
        let number = |value: f64| words::number(value, decimals, language);
        let band = |point: &PathPoint, place: usize| {
            let band = point.bands[place];
            format!("{}–{}", number(band.lower), number(band.upper))
        };
        let row = |year: i16| {
            projection.with(|projection| {
                let figure = projection
                    .series
                    .in_year(year)
                    .map(|figure| words::figure(figure, language));
                let point = projection.path.iter().find(|point| point.year == year);
                let median = point.map(|point| number(point.median));
                let bands = (0..3).map(|place| point.map(|point| band(point, place)));
                (figure.is_some() || point.is_some()).then(|| {
                    let numbers = [figure, median].into_iter().chain(bands);
                    let mut row = vec![Cell::Text(year.to_string())];
                    row.extend(numbers.map(|number| Cell::Number(number.unwrap_or_default())));
                    row
                })
            })
        };
        let bands = ["50", "80", "95"].map(|percent| tr!(language, target.table_band, percent = percent).to_string());
        let numbers = [tr!(language, target.table_observed), tr!(language, target.table_median)].map(str::to_string);
        let mut head = vec![Cell::Text(tr!(language, target.table_year).to_string())];
        head.extend(numbers.into_iter().chain(bands).map(Cell::Number));
        let rows = (FIRST_YEAR..=LAST_YEAR).filter_map(row).collect();
        view! { <div class="scroll"><Table class="numbers" head rows/></div> }.into_any()
    }
}
