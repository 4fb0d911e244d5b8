//! The observed figures with their sources, the choice of definition, and the reader's own figures.

use engine::{Change, Figure, Origin, Series};
use leptos::prelude::*;
use plan::{Confidence, Language, Observation, Target};

use crate::app::HEADING_ID;
use crate::components::YearForm;
use crate::state::{AppState, actions, distinct, use_state};
use crate::words;

/// The panel.
#[component]
pub fn Figures(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let series = Memo::new(move |_| projection.with(|projection| projection.series.clone()));
    let has_any = Memo::new(move |_| series.with(|series| !series.figures.is_empty()));
    let rows = move || {
        let language = language.get();
        series.with(|series| {
            series
                .figures
                .iter()
                .map(|figure| row(state, target, *figure, language))
                .collect_view()
        })
    };
    let others = move || {
        let language = language.get();
        let basis = series.with(|series| series.basis);
        let others: Vec<&Observation> = target
            .observations
            .iter()
            .filter(|observation| observation.basis != basis)
            .collect();
        (!others.is_empty()).then(|| view! {
            <p class="soft">{tr!(language, target.figures_other)}</p>
            <ul class="soft">{others.into_iter().map(|observation| view! { <li>{other(target, observation, language)}</li> }).collect_view()}</ul>
        })
    };
    view! {
        <section class="figures" id="figures">
            <h2>{move || tr!(language.get(), target.figures_title)}</h2>
            <BasisChoice position/>
            {move || if has_any.get() {
                view! {
                    <table>
                        <thead><tr>
                            <th scope="col">{move || tr!(language.get(), target.figures_year)}</th>
                            <th scope="col" class="num">{move || target.unit.label.get(language.get())}</th>
                            <th scope="col">{move || tr!(language.get(), target.figures_source)}</th>
                        </tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                }.into_any()
            } else {
                view! { <p>{move || tr!(language.get(), target.figures_none)}</p> }.into_any()
            }}
            {others}
            <AddFigure position/>
        </section>
    }
}

#[component]
fn BasisChoice(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let bases = engine::bases(target);
    // At once: the reader has changed the list already, and undo may be quicker than a rest.
    let projection = state.projections.at(position);
    let current = distinct(move || projection.with(|projection| projection.series.basis.map(|basis| basis.code)));
    let newest = bases.first().map(|basis| basis.code);
    (bases.len() > 1).then(|| {
        view! {
            <label class="basis">
                <span>{move || tr!(language.get(), target.basis)}</span>
                <select
                    prop:value=move || current.get().map(|code| code.to_string())
                    on:change=move |event| {
                        let code = event_target_value(&event).parse::<u8>().ok().filter(|code| Some(*code) != newest);
                        // Only bases of this target are offered.
                        let _ = actions::change(state, target.code, Change::Basis(code));
                    }>
                    {bases.into_iter().map(|basis| view! {
                        <option value=basis.code.to_string() selected=move || current.get() == Some(basis.code)>{move || basis.name.get(language.get())}</option>
                    }).collect_view()}
                </select>
            </label>
        }
    })
}

fn row(state: AppState, target: &'static Target, figure: Figure, language: Language) -> impl IntoView {
    let value = words::amount(figure.value, figure.decimals, language);
    let source = match figure.origin {
        Origin::Published(observation) => view! {
            <span>{observation.source}</span>
            {(!observation.address.is_empty()).then(|| view! {
                " " <a class="address" href=format!("https://{}", observation.address) rel="noopener noreferrer" target="_blank">{observation.address}</a>
            })}
            <small class="soft">{format!(" · {} · {}", words::status(&figure, language), confidence(observation.confidence, language))}</small>
            {observation.note.map(|note| view! { <small class="soft block">{note.get(language)}</small> })}
        }
        .into_any(),
        Origin::User { replaces } => view! {
            <strong class="mine">{tr!(language, target.figures_mine)}</strong> " "
            {replaces.map(|published| {
                let shown = words::amount(published.value, published.decimals, language);
                view! { <small class="soft">{tr!(language, target.figures_replaces, value = shown, source = published.source).to_string()}</small> " " }
            })}
            <button type="button" class="inline" aria-label=tr!(language, target.figures_remove, year = figure.year.to_string()).to_string()
                on:click=move |_| {
                    // Taking a figure back is always possible.
                    let _ = actions::change(state, target.code, Change::Observation { year: figure.year, value: None });
                    // The row is gone, and the focus would be with it.
                    actions::focus("figure-value");
                }>"×"</button>
        }
        .into_any(),
    };
    view! { <tr><th scope="row">{figure.year}</th><td class="num">{value}</td><td>{source}</td></tr> }
}

fn other(target: &Target, observation: &Observation, language: Language) -> String {
    let value = words::with_unit(
        &words::amount(observation.value, observation.decimals, language),
        target.unit,
        language,
    );
    let basis = observation.basis.map_or("", |basis| basis.name.get(language));
    format!("{}: {value} ({basis}; {})", observation.year, observation.source)
}

fn confidence(confidence: Confidence, language: Language) -> &'static str {
    match confidence {
        Confidence::Low => tr!(language, target.confidence_low),
        Confidence::Medium => tr!(language, target.confidence_medium),
        Confidence::High => tr!(language, target.confidence_high),
    }
}

/// A year and a figure of the reader's own.
#[component]
fn AddFigure(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let labels = Signal::derive(move || {
        let language = language.get();
        [
            tr!(language, target.figures_year),
            tr!(language, target.figures_value),
            target.unit.label.get(language),
            tr!(language, target.figures_add_button),
        ]
        .map(str::to_string)
    });
    let title = Signal::derive(move || tr!(language.get(), target.figures_add).to_string());
    let submit = Callback::new(move |(year, value): (String, String)| {
        read(state, target, &year, &value, language.get_untracked())
    });
    view! { <YearForm name="figure".to_string() title labels first_year=state.today_year.to_string() submit/> }
}

/// Enters what was typed; else says which field is wrong and what it takes.
fn read(state: AppState, target: &Target, year: &str, value: &str, language: Language) -> Result<(), String> {
    let year = words::parse_year(year)
        .ok_or_else(|| tr!(language, input.year_not_whole, example = state.today_year.to_string()).to_string())?;
    if !(engine::FIRST_INPUT_YEAR..=state.today_year).contains(&year) {
        let (minimum, maximum) = (engine::FIRST_INPUT_YEAR.to_string(), state.today_year.to_string());
        return Err(tr!(language, input.year_range, minimum = minimum, maximum = maximum).to_string());
    }
    let field = tr!(language, input.value_field);
    let value = words::parse_number(value, language).ok_or_else(|| {
        let example = words::number(7.5, 1, language);
        tr!(language, input.not_a_number, field = field, example = example).to_string()
    })?;
    let change = Change::Observation {
        year,
        value: Some(value),
    };
    let inputs = state.inputs(target.code);
    let is_first = inputs.with_untracked(|inputs| Series::of(target, inputs).last().is_none());
    actions::change_many(state, &[(target.code, change)])
        .map_err(|error| words::input_error(&error, field, language))?;
    if is_first {
        // Chart and verdict come above the form: the reader is taken to them.
        actions::focus(HEADING_ID);
    }
    Ok(())
}
