//! The open scenario on one or two pages of paper: verdicts, charts, assumptions, sources, link. What is on the screen is what
//! is printed, but for the bar and the button; `style/brief.css` sees to that.

mod basis;
mod chosen;
mod verdicts;

use engine::Scenario;
use leptos::prelude::*;
use plan::Language;

use crate::app::HEADING_ID;
use crate::state::{AppState, actions, use_state};
use crate::views::name::open_name;
use crate::views::target::{Size, fan};
use crate::words;
use basis::{Changes, Link, Sources};
use chosen::{Chosen, chosen};
use verdicts::{Listed, counts};

/// What the brief is about.
#[derive(Debug, Clone, PartialEq)]
struct Content {
    scenario: Scenario,
    chosen: Chosen,
}

/// The screen.
#[component]
pub fn Brief() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let open = state.open();
    let name = Memo::new(move |_| open_name(state, language.get()));
    let notes = Memo::new(move |_| open.with(|open| open.saved.notes.clone()));
    let content = Memo::new(move |_| content(state));
    let today = move || actions::today().map(|day| date(day, language.get()));
    view! {
        <main class="brief">
            <p class="to-print">
                <button type="button" class="main" on:click=move |_| actions::print()>{move || tr!(language.get(), brief.print)}</button>
                <span class="soft small">{move || tr!(language.get(), brief.hint)}</span>
            </p>
            <header>
                <p class="plan">{move || state.plan.title.get(language.get())}</p>
                <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), brief.title, name = name.get())}</h1>
                <p class="soft">
                    {today} " · " {move || tr!(language.get(), app.versions, data = state.plan.data_version, engine = engine::ENGINE_VERSION)}
                </p>
            </header>
            {move || (!notes.with(String::is_empty)).then(|| view! { <p class="notes">{notes.get()}</p> })}
            <section>
                <h2>{move || tr!(language.get(), brief.summary)}</h2>
                {move || counts(state, language.get())}
                <p class="small soft">{move || tr!(language.get(), brief.summary_note)} " " {move || estimated(state, language.get())}</p>
            </section>
            <section>
                <h2>{move || tr!(language.get(), brief.listed)}</h2>
                <Listed content/>
            </section>
            <section class="charts">
                <h2>{move || tr!(language.get(), brief.charts)}</h2>
                <div>{move || content.with(|content| charts(state, content, language.get()))}</div>
                <p class="small soft">{move || tr!(language.get(), brief.charts_note)}</p>
            </section>
            <section>
                <h2>{move || tr!(language.get(), brief.assumptions)}</h2>
                <Changes content/>
            </section>
            <section>
                <h2>{move || tr!(language.get(), brief.sources)}</h2>
                <Sources content/>
                <p class="small">{move || state.plan.territory_note.get(language.get())} " " {move || tr!(language.get(), brief.footer)}</p>
            </section>
            <section class="again">
                <h2>{move || tr!(language.get(), brief.again)}</h2>
                <Link/>
            </section>
        </main>
    }
}

fn content(state: AppState) -> Content {
    let scenario = state.open().with(|open| open.saved.scenario.clone());
    let all = state.projections.all();
    let is_changed = |code: u8| !scenario.inputs(code).is_empty();
    let chosen = chosen(state.plan, all.iter().map(AsRef::as_ref), is_changed);
    Content { scenario, chosen }
}

/// As official papers write it.
fn date(day: wire::Day, language: Language) -> String {
    match language {
        Language::Vietnamese => {
            let (year, month, date) = day.date();
            tr!(language, brief.date, day = date, month = month, year = year)
        }
        Language::English => words::day(day, language),
    }
}

/// How many of the judged milestones have no figure of their own year yet.
fn estimated(state: AppState, language: Language) -> Option<String> {
    let all = state.projections.all();
    let milestones = all.iter().flat_map(|projection| &projection.milestones);
    let count = milestones.filter(|milestone| milestone.is_estimate()).count();
    (count > 0).then(|| tr!(language, brief.estimated, count = count).to_string())
}

fn charts(state: AppState, content: &Content, language: Language) -> Vec<AnyView> {
    let format = |value: f64, decimals: usize| words::number(value, u8::try_from(decimals).unwrap_or(0), language);
    let chart = |position: &usize| {
        let target = &state.plan.targets[*position];
        let id = format!("brief-{}", target.code);
        let projection = state.projections.at(*position);
        let fan = projection.with(|projection| fan(target, projection, &id, Size::Small, language));
        // What cannot be drawn leaves an empty figure; the numbers above still stand.
        let svg = chart::fan_svg(&fan, &format).unwrap_or_default();
        view! {
            <figure>
                <figcaption><b>{target.name.get(language)}</b> {words::unit_beside(target, language)}</figcaption>
                <div inner_html=svg></div>
            </figure>
        }
        .into_any()
    };
    content.chosen.charts.iter().map(chart).collect()
}
