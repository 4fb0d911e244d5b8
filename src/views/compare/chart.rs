//! One target's paths under all compared scenarios, in one chart.

use chart::OtherPath;
use engine::{FIRST_YEAR, LAST_YEAR, Projection};
use leptos::prelude::*;
use plan::{Language, Target};

use super::columns::{Columns, LETTERS};
use crate::answers::Cell;
use crate::components::Table;
use crate::state::{AppState, View, actions, use_state};
use crate::views::fold::Fold;
use crate::views::readable::Readable;
use crate::views::target::{Size, fan};
use crate::words;

/// The chart with the choice of its target.
#[component]
pub fn Overlay() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let columns: Columns = expect_context();
    // What the scenarios agree least on is shown first.
    let position = RwSignal::new(most_apart(&columns, &state));
    let narrow = state.narrow();
    let drawing = Memo::new(move |_| {
        let language = language.get();
        let position = position.get();
        let target = &state.plan.targets[position];
        let size = if narrow.get() { Size::Narrow } else { Size::Wide };
        let mut drawing = state
            .projections
            .at(position)
            .with(|projection| fan(target, projection, "overlay", size, language));
        drawing.labels.median = LETTERS[0].to_string();
        drawing.labels.bands = Default::default();
        drawing.labels.description = tr!(
            language,
            compare.chart_description,
            name = target.name.get(language),
            names = columns.names.get().join(", ")
        );
        drawing.others = columns.others.with(|others| {
            let path = |(place, column): (usize, &super::columns::Column)| {
                let projection = &column.projections[position];
                let start = projection.series.last().map(|figure| (figure.year, figure.value));
                let start = start.filter(|_| !projection.path.is_empty());
                let path = projection.path.iter().map(|point| (point.year, point.median));
                OtherPath {
                    label: LETTERS.get(place + 1).copied().unwrap_or_default().to_string(),
                    years: start.into_iter().chain(path).collect(),
                }
            };
            others.iter().enumerate().map(path).collect()
        });
        let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
        // What cannot be drawn leaves an empty figure; the tables below still stand.
        chart::fan_drawing(&drawing, &format)
            .map(|(svg, geometry)| (svg, Some(geometry)))
            .unwrap_or_default()
    });
    let svg = Signal::derive(move || drawing.with(|(svg, _)| svg.clone()));
    let geometry = Memo::new(move |_| drawing.with(|(_, geometry)| geometry.clone()));
    let read = move |year| read(state, columns, position.get(), year, language.get());
    let hint = Signal::derive(move || tr!(language.get(), target.read_hint).to_string());
    let options = move || {
        let language = language.get();
        let options = state.plan.targets.iter().enumerate().map(|(place, target)| {
            view! { <option value=place.to_string() selected=place == position.get_untracked()>{target.name.get(language)}</option> }
                .into_any()
        });
        options.collect::<Vec<_>>()
    };
    view! {
        <section class="overlay" aria-labelledby="overlay-heading">
            <h2 id="overlay-heading">{move || tr!(language.get(), compare.paths)}</h2>
            <p class="row">
                <label>
                    {move || tr!(language.get(), compare.target)} " "
                    <select id="compare-target" on:change=move |event| {
                        if let Ok(place) = event_target_value(&event).parse::<usize>() {
                            position.set(place.min(state.plan.targets.len() - 1));
                        }
                    }>{options}</select>
                </label>
                <a href=move || {
                    state.view().track();
                    actions::href(state, View::Target(state.plan.targets[position.get()].code))
                }>{move || tr!(language.get(), compare.go_target)}</a>
            </p>
            <p class="soft">
                {move || tr!(language.get(), target.chart_title, unit = state.plan.targets[position.get()].unit.label.get(language.get()))} " · "
                {move || tr!(language.get(), compare.chart_note)}
            </p>
            <figure><Readable svg geometry hint read/></figure>
            <Fold title=|language| tr!(language, target.table) level=3 class="numbers-fold" is_open=false>
                {move || numbers(state, columns, position.get(), language.get())}
            </Fold>
        </section>
    }
}

/// What stands at `year` under a scenario: the figure, else the median.
fn at(projection: &Projection, target: &Target, year: i16, language: Language) -> Option<String> {
    let figure = projection.series.in_year(year);
    figure.map(|figure| words::figure(figure, language)).or_else(|| {
        let point = projection.path.iter().find(|point| point.year == year)?;
        Some(words::number(point.median, target.unit.decimals, language))
    })
}

/// The same under every scenario, the open one first.
fn under_all(state: AppState, columns: Columns, position: usize, year: i16, language: Language) -> Vec<Option<String>> {
    let target = &state.plan.targets[position];
    let own = state
        .projections
        .at(position)
        .with(|own| at(own, target, year, language));
    columns.others.with(|others| {
        let others = others
            .iter()
            .map(|column| at(&column.projections[position], target, year, language));
        std::iter::once(own).chain(others).collect()
    })
}

fn read(state: AppState, columns: Columns, position: usize, year: i16, language: Language) -> String {
    let values = under_all(state, columns, position, year, language);
    let values = LETTERS
        .iter()
        .zip(values)
        .filter_map(|(letter, value)| Some(format!("{letter} {}", value?)));
    let values = values.collect::<Vec<_>>().join(" · ");
    if values.is_empty() {
        return tr!(language, target.read_none, year = year.to_string()).to_string();
    }
    format!("{year}: {values}")
}

/// All years as a table.
fn numbers(state: AppState, columns: Columns, position: usize, language: Language) -> AnyView {
    let row = |year: i16| {
        let values = under_all(state, columns, position, year, language);
        values.iter().any(Option::is_some).then(|| {
            let values = values.into_iter().map(|value| Cell::Number(value.unwrap_or_default()));
            std::iter::once(Cell::Text(year.to_string())).chain(values).collect()
        })
    };
    let letters = LETTERS.iter().take(columns.names.with(Vec::len));
    let head = std::iter::once(Cell::Text(tr!(language, target.table_year).to_string()));
    let head = head
        .chain(letters.map(|letter| Cell::Number((*letter).to_string())))
        .collect();
    let rows = (FIRST_YEAR..=LAST_YEAR).filter_map(row).collect();
    view! { <div class="scroll"><Table class="numbers" head rows/></div> }.into_any()
}

/// The target whose probabilities differ most, else the first.
fn most_apart(columns: &Columns, state: &AppState) -> usize {
    let others = columns.others.get_untracked();
    let apart = |position: usize| {
        let own = state.projections.at(position).get_untracked();
        let probabilities = |projection: &Projection| -> Vec<f64> {
            let of = projection
                .milestones
                .iter()
                .map(|milestone| milestone.probability.unwrap_or(0.0));
            of.collect()
        };
        let own = probabilities(&own);
        let others = others.iter().filter_map(|column| column.projections.get(position));
        others
            .flat_map(|other| own.iter().copied().zip(probabilities(other)).collect::<Vec<_>>())
            .map(|(one, other)| (one - other).abs())
            .fold(0.0, f64::max)
    };
    let positions = 0..state.plan.targets.len();
    // The first of equals.
    positions
        .fold((0, 0.0), |best, position| {
            let apart = apart(position);
            if apart > best.1 { (position, apart) } else { best }
        })
        .0
}
