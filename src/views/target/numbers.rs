//! The numbers behind the chart, as a table.

use engine::{FIRST_YEAR, LAST_YEAR};
use leptos::prelude::*;

use crate::state::use_state;
use crate::words;

/// A table of all years, folded away until it is wanted.
#[component]
pub fn NumbersTable(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let is_open = RwSignal::new(false);
    view! {
        <details on:toggle=move |_| is_open.update(|open| *open = !*open)>
            <summary>{move || tr!(language.get(), target.table)}</summary>
            // Built only when opened: a folded table must not cost anything while a lever moves.
            {move || is_open.get().then(|| view! { <Rows position/> })}
        </details>
    }
}

#[component]
fn Rows(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let decimals = target.unit.decimals.max(1);
    let rows = move || {
        let language = language.get();
        let projection = projection.get();
        (FIRST_YEAR..=LAST_YEAR)
            .filter_map(|year| {
                let figure = projection.series.in_year(year).map(|figure| words::figure(figure, language));
                let point = projection.path.iter().find(|point| point.year == year);
                (figure.is_some() || point.is_some()).then(|| {
                    let median = point.map(|point| words::number(point.median, decimals, language));
                    let bands = (0..3).map(|band| {
                        let text = point.map(|point| {
                            let band = point.bands[band];
                            format!("{}–{}", words::number(band.lower, decimals, language), words::number(band.upper, decimals, language))
                        });
                        view! { <td class="num">{text}</td> }
                    });
                    view! {
                        <tr><th scope="row">{year}</th><td class="num">{figure}</td><td class="num">{median}</td>{bands.collect_view()}</tr>
                    }
                })
            })
            .collect_view()
    };
    view! {
        <div class="scroll">
            <table class="numbers">
                <thead>
                    <tr>
                        <th scope="col">{move || tr!(language.get(), target.table_year)}</th>
                        <th scope="col" class="num">{move || tr!(language.get(), target.table_observed)}</th>
                        <th scope="col" class="num">{move || tr!(language.get(), target.table_median)}</th>
                        {["50", "80", "95"].map(|percent| view! {
                            <th scope="col" class="num">{move || tr!(language.get(), target.table_band, percent = percent)}</th>
                        })}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
