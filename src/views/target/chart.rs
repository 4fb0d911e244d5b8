//! The chart of a target, and reading any year off it by pointer or keyboard.

use std::sync::Arc;

use chart::{FanChart, Geometry, Labels, ObservedPoint, PointMark, ProjectedYear, TargetMark};
use engine::{FIRST_YEAR, Figure, LAST_YEAR, Projection};
use leptos::prelude::*;
use plan::{Language, Status, Target, TargetKind};

use super::numbers::NumbersTable;
use crate::state::{actions, use_state};
use crate::words;

/// Drawing sizes: wide screens, and phones.
const WIDE: (f32, f32) = (760.0, 380.0);
const NARROW: (f32, f32) = (358.0, 280.0);
/// Where ids inside the drawing start.
const CHART_ID: &str = "fan";

/// The chart with its caption, read-out and table.
#[component]
pub fn Chart(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let narrow = state.narrow();
    let drawing = Memo::new(move |_| {
        let language = language.get();
        let fan = fan(target, &projection.get(), language, narrow.get());
        let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
        // What cannot be drawn leaves an empty figure; the numbers below still stand.
        let svg = chart::fan_svg(&fan, &format).unwrap_or_default();
        (svg, chart::geometry(&fan, &format).ok())
    });
    let geometry = Memo::new(move |_| drawing.with(|(_, geometry)| geometry.clone()));
    let year = RwSignal::new(None::<i16>);
    let name = Memo::new(move |_| {
        state
            .open()
            .with(|open| (open.saved.name.clone(), open.saved.scenario.is_empty()))
    });
    let scenario = move || match name.get() {
        (name, _) if !name.is_empty() => name,
        (_, true) => tr!(language.get(), scenario.trend).to_string(),
        _ => tr!(language.get(), scenario.mine).to_string(),
    };
    view! {
        <figure>
            <figcaption>
                {move || tr!(language.get(), target.chart_title, unit = target.unit.label.get(language.get()))} " · "
                {move || tr!(language.get(), target.chart_scenario)} " " <b>{scenario}</b> " · "
                {move || tr!(language.get(), target.chart_bands)}
            </figcaption>
            <p class="read soft" role="status">
                {move || match year.get() {
                    Some(year) => projection.with(|projection| read(target, projection, year, language.get())),
                    None => tr!(language.get(), target.read_hint).to_string(),
                }}
            </p>
            <div class="chart" tabindex="0" role="group" aria-label=move || tr!(language.get(), target.read_hint)
                on:pointermove=move |event| year.set(geometry.with_untracked(|geometry| pointed_year(geometry.as_ref(), &event)))
                on:pointerdown=move |event| year.set(geometry.with_untracked(|geometry| pointed_year(geometry.as_ref(), &event)))
                // A finger that lifts leaves too; what it tapped stays to be read.
                on:pointerleave=move |event| if event.pointer_type() == "mouse" { year.set(None) }
                on:keydown=move |event| {
                    let step = match event.key().as_str() {
                        "ArrowLeft" => -1,
                        "ArrowRight" => 1,
                        "Escape" => { year.set(None); return; }
                        _ => return,
                    };
                    event.prevent_default();
                    let now = year.get_untracked().unwrap_or(state.today_year.clamp(FIRST_YEAR, LAST_YEAR));
                    year.set(Some((now + step).clamp(FIRST_YEAR, LAST_YEAR)));
                }>
                <div inner_html=move || drawing.with(|(svg, _)| svg.clone())></div>
                <ReadLine geometry year/>
            </div>
            <NumbersTable position/>
        </figure>
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

/// One year in words.
fn read(target: &Target, projection: &Projection, year: i16, language: Language) -> String {
    let decimals = target.unit.decimals;
    let unit = |text: &str| words::with_unit(text, target.unit, language);
    if let Some(figure) = projection.series.in_year(year) {
        let value = unit(&words::figure(figure, language));
        let status = words::status(figure, language);
        return tr!(
            language,
            target.read_observed,
            year = year.to_string(),
            value = value,
            status = status
        )
        .to_string();
    }
    match projection.path.iter().find(|point| point.year == year) {
        Some(point) => {
            let [_, middle, _] = point.bands;
            tr!(
                language,
                target.read_projected,
                year = year.to_string(),
                median = unit(&words::number(point.median, decimals, language)),
                lower = words::number(middle.lower, decimals, language),
                upper = words::number(middle.upper, decimals, language)
            )
            .to_string()
        }
        None => tr!(language, target.read_none, year = year.to_string()).to_string(),
    }
}

/// The projection as the chart crate draws it.
fn fan(target: &Target, projection: &Arc<Projection>, language: Language, narrow: bool) -> FanChart {
    let (width, height) = if narrow { NARROW } else { WIDE };
    let observed: Vec<ObservedPoint> = projection
        .series
        .figures
        .iter()
        .map(|figure| ObservedPoint {
            year: figure.year,
            value: figure.value,
            mark: mark(figure),
        })
        .collect();
    let start = projection
        .series
        .last()
        .filter(|_| !projection.path.is_empty())
        .map(|figure| ProjectedYear {
            year: figure.year,
            median: figure.value,
            bands: [(figure.value, figure.value); 3],
        });
    let path = projection.path.iter().map(|point| ProjectedYear {
        year: point.year,
        median: point.median,
        bands: point.bands.map(|band| (band.lower, band.upper)),
    });
    // A yearly bar is asked every year, so it is marked at the plan's end where it has no year.
    let marks = projection.milestones.iter().filter_map(|milestone| {
        let threshold = milestone.threshold?;
        let value = words::rule(target, milestone.rule, Some(&threshold), language);
        let (year, label) = match milestone.year {
            Some(year) => (
                year,
                tr!(language, target.mark, year = year.to_string(), value = value).to_string(),
            ),
            None => (
                UNDATED_MARK_YEAR,
                tr!(language, target.mark_undated, value = value).to_string(),
            ),
        };
        Some(TargetMark {
            year,
            from: threshold.value,
            to: threshold.upper,
            label,
        })
    });
    FanChart {
        id: CHART_ID.to_string(),
        first_year: FIRST_YEAR,
        last_year: LAST_YEAR,
        projected: start.into_iter().chain(path).collect(),
        marks: marks.collect(),
        inverse: target.kind == TargetKind::Rank,
        floor: Some(target.unit.minimum),
        ceil: Some(target.unit.maximum),
        decimals: target.unit.decimals,
        labels: Labels {
            title: target.name.get(language).to_string(),
            description: tr!(
                language,
                target.chart_description,
                name = target.name.get(language),
                observed = observed.len()
            )
            .to_string(),
            median: tr!(language, target.median).to_string(),
            bands: [String::new(), "80%".to_string(), String::new()],
            unit: String::new(),
        },
        observed,
        width,
        height,
        compact_axis: narrow,
    }
}

/// Where a milestone without a year is marked.
const UNDATED_MARK_YEAR: i16 = 2025;

fn mark(figure: &Figure) -> PointMark {
    match figure.status() {
        Some(Status::Final) => PointMark::Final,
        Some(Status::Preliminary) => PointMark::Preliminary,
        Some(Status::Estimate) => PointMark::Estimate,
        None => PointMark::User,
    }
}
