//! The chart as a file, with the settings that made it: a drawing, a picture or the numbers.

use chart::{Shows, sheet};
use engine::{FIRST_YEAR, LAST_YEAR, Projection};
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{Language, Target};

use super::fan::{Size, fan};
use crate::state::{AppState, actions, use_state};
use crate::views::name::open_name;
use crate::words;

/// Where ids inside a saved drawing start.
const SAVED_ID: &str = "chart";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Svg,
    Png,
    Csv,
}

/// The buttons.
#[component]
pub fn Save(position: usize, shows: RwSignal<Shows>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let failed = RwSignal::new(false);
    let button = move |form: Form| {
        let name = match form {
            Form::Svg => "SVG",
            Form::Png => "PNG",
            Form::Csv => "CSV",
        };
        view! {
            <button type="button" class="inline" data-form=name aria-label=move || format!("{} {name}", tr!(language.get(), chart.save))
                on:click=move |_| save(state, position, form, shows.get_untracked(), failed)>{name}</button>
        }
        .into_any()
    };
    view! {
        <p class="save small">
            <span class="soft">{move || tr!(language.get(), chart.save)}</span> " "
            {[Form::Svg, Form::Png, Form::Csv].map(button)}
            <span role="status">{move || failed.get().then(|| tr!(language.get(), chart.save_failed))}</span>
        </p>
    }
}

fn save(state: AppState, position: usize, form: Form, shows: Shows, failed: RwSignal<bool>) {
    let language = state.language().get_untracked();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position).get_untracked();
    let notes = notes(state, target, language);
    let name = |ending: &str| format!("{}-{}.{ending}", target.id, actions::charts::day());
    if form == Form::Csv {
        failed.set(!actions::charts::save_text(
            &name("csv"),
            "text/csv",
            &table(target, &projection, &notes, language),
        ));
        return;
    }
    let mut fan = fan(target, &projection, SAVED_ID, Size::Wide, language);
    fan.shows = shows;
    let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
    let Ok(svg) = chart::fan_svg(&fan, &format) else {
        failed.set(true);
        return;
    };
    let title = title(target, language);
    let (width, height) = Size::Wide.units();
    let colours = actions::charts::colours();
    let (svg, size) = sheet(
        &svg,
        (f64::from(width), f64::from(height)),
        &title,
        &notes,
        &colours.palette(),
    );
    if form == Form::Svg {
        failed.set(!actions::charts::save_text(&name("svg"), "image/svg+xml", &svg));
        return;
    }
    let name = name("png");
    spawn_local(async move {
        let is_saved = actions::charts::save_picture(&name, &svg, (size.width, size.height)).await;
        // The screen may have been left meanwhile.
        let _ = failed.try_set(!is_saved);
    });
}

/// The target's name with its unit, unless the name says it.
fn title(target: &Target, language: Language) -> String {
    let (name, unit) = (target.name.get(language), target.unit.label.get(language));
    if unit.is_empty() || name.contains(unit) {
        name.to_string()
    } else {
        format!("{name} ({unit})")
    }
}

/// What made the chart: scenario and day, versions, sources, and the link that opens it again.
fn notes(state: AppState, target: &Target, language: Language) -> Vec<String> {
    let name = untrack(|| open_name(state, language));
    let mut sources: Vec<&str> = Vec::new();
    for observation in target.observations {
        if !sources.contains(&observation.source) {
            sources.push(observation.source);
        }
    }
    let mut notes = vec![
        tr!(language, chart.made, name = name, day = actions::charts::day()),
        tr!(
            language,
            app.versions,
            data = state.plan.data_version,
            engine = engine::ENGINE_VERSION
        ),
    ];
    if !sources.is_empty() {
        notes.push(tr!(language, chart.sources, sources = sources.join("; ")));
    }
    if let Some((link, _)) = actions::share_link(state) {
        notes.push(link);
    }
    notes
}

/// The numbers as comma-separated values: the settings, one a line, then a line a year. Numbers have a point, as programs
/// read them.
fn table(target: &Target, projection: &Projection, notes: &[String], language: Language) -> String {
    let mut text = String::from("\u{feff}");
    let title = title(target, language);
    for note in std::iter::once(&title).chain(notes) {
        text.push_str(&format!("\"# {}\"\r\n", note.replace('"', "\"\"")));
    }
    text.push_str(
        "year,observed,status,median,lower_50,upper_50,lower_80,upper_80,lower_95,upper_95,asked_from,asked_to\r\n",
    );
    for year in FIRST_YEAR..=LAST_YEAR {
        let mut cells = vec![year.to_string()];
        let figure = projection.series.in_year(year);
        cells.push(figure.map_or_else(String::new, |figure| figure.value.to_string()));
        cells.push(figure.map_or_else(String::new, |figure| format!("\"{}\"", words::status(figure, language))));
        let point = projection.path.iter().find(|point| point.year == year);
        let bands = point.map(|point| point.bands.map(|band| [band.lower, band.upper]));
        let numbers = point.map(|point| point.median).into_iter();
        let numbers: Vec<f64> = numbers.chain(bands.into_iter().flatten().flatten()).collect();
        cells.extend((0..7).map(|place| numbers.get(place).map_or_else(String::new, f64::to_string)));
        let asked = projection
            .milestones
            .iter()
            .find(|milestone| milestone.year == Some(year));
        let threshold = asked.and_then(|milestone| milestone.threshold);
        cells.push(threshold.map_or_else(String::new, |threshold| threshold.value.to_string()));
        cells.push(
            threshold
                .and_then(|threshold| threshold.upper)
                .map_or_else(String::new, |upper| upper.to_string()),
        );
        if cells.iter().skip(1).any(|cell| !cell.is_empty()) {
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        }
    }
    text
}
