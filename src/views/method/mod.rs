//! How everything is computed, for whoever wants to check it: verdicts, equations, assumptions, sources, limits, back-test.
//! Every number is the engine's or the plan's own; the texts type none again.

mod assumptions;
mod backtests;
mod equations;
mod notation;
mod progress;
mod sources;
mod verdicts;

use leptos::prelude::*;
use plan::{Language, TargetKind};

use crate::app::HEADING_ID;
use crate::state::{AppState, View, actions, use_state};
use assumptions::{Families, Rates, grounds};
use backtests::BackTests;
use equations::Equations;
use progress::ProgressMethods;
use sources::Sources;
use verdicts::{Groups, Verdicts};

/// A section: id of its heading, the heading, and what stands below it.
struct Section {
    id: &'static str,
    title: fn(Language) -> &'static str,
    content: fn() -> AnyView,
}

const SECTIONS: [Section; 9] = [
    Section {
        id: "method-summary",
        title: |language| tr!(language, method.summary),
        content: || view! { <Paragraphs texts=summary/> }.into_any(),
    },
    Section {
        id: "method-verdicts",
        title: |language| tr!(language, method.verdicts),
        content: || view! { <Paragraphs texts=verdict_texts/> <Verdicts/> <p><GroupsTitle/></p> <Groups/> }.into_any(),
    },
    Section {
        id: "method-equations",
        title: |language| tr!(language, method.equations),
        content: || view! { <Paragraphs texts=equation_texts/> <Equations/> }.into_any(),
    },
    Section {
        id: "method-assumptions",
        title: |language| tr!(language, method.assumptions),
        content: || view! { <Paragraphs texts=assumption_texts/> <Families/> <RatesTitle/> <Rates/> }.into_any(),
    },
    Section {
        id: "method-progress",
        title: |language| tr!(language, method.progress),
        content: || view! { <Paragraphs texts=progress_texts/> <ProgressMethods/> }.into_any(),
    },
    Section {
        id: "method-backtest",
        title: |language| tr!(language, method.backtest),
        content: || view! { <Paragraphs texts=backtest_texts/> <BackTests/> }.into_any(),
    },
    Section {
        id: "method-limits",
        title: |language| tr!(language, method.limits),
        content: || view! { <Limits/> }.into_any(),
    },
    Section {
        id: "method-sources",
        title: |language| tr!(language, method.sources),
        content: || view! { <Paragraphs texts=source_texts/> <Sources/> }.into_any(),
    },
    Section {
        id: "method-versions",
        title: |language| tr!(language, method.versions),
        content: || view! { <Versions/> }.into_any(),
    },
];

/// The screen.
#[component]
pub fn Method() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let entries = SECTIONS.iter().map(|Section { id, title, .. }| {
        // The address names the screen, not a place on it: a shared scenario stands in the same fragment.
        view! {
            <li><a href=move || actions::href(state, View::Method) on:click=move |event| {
                event.prevent_default();
                actions::focus(id);
            }>{move || title(language.get())}</a></li>
        }
        .into_any()
    });
    let sections = SECTIONS.iter().map(|Section { id, title, content }| {
        view! {
            <section aria-labelledby=*id>
                <h2 id=*id tabindex="-1">{move || title(language.get())}</h2>
                {content()}
            </section>
        }
        .into_any()
    });
    view! {
        <main class="method">
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.method)}</h1>
            <p class="lede">{move || tr!(language.get(), method.lede)}</p>
            <nav aria-label=move || tr!(language.get(), method.contents)>
                <ol>{entries.collect::<Vec<AnyView>>()}</ol>
            </nav>
            {sections.collect::<Vec<AnyView>>()}
        </main>
    }
}

/// Paragraphs one after another.
#[component]
fn Paragraphs(texts: fn(AppState, Language) -> Vec<String>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let texts = texts(state, language.get()).into_iter();
        texts
            .map(|text| view! { <p>{text}</p> }.into_any())
            .collect::<Vec<AnyView>>()
    }
}

fn summary(state: AppState, language: Language) -> Vec<String> {
    let targets = state.plan.targets.iter();
    let with_figures = targets.clone().filter(|target| !target.observations.is_empty()).count();
    let deeds = targets.clone().filter(|target| target.kind == TargetKind::Deed).count();
    vec![
        tr!(
            language,
            method.summary_what,
            targets = targets.len(),
            milestones = targets.clone().map(|target| target.milestones.len()).sum::<usize>(),
            figures = with_figures,
            without = targets.len() - with_figures,
            deeds = deeds
        ),
        tr!(language, method.summary_modes).to_string(),
        tr!(
            language,
            method.summary_years,
            first = engine::FIRST_YEAR.to_string(),
            last = engine::LAST_YEAR.to_string(),
            base = state.plan.base_year.to_string()
        ),
        tr!(language, method.summary_given).to_string(),
    ]
}

fn verdict_texts(_: AppState, language: Language) -> Vec<String> {
    vec![tr!(language, method.verdicts_text).to_string()]
}

fn equation_texts(_: AppState, language: Language) -> Vec<String> {
    vec![tr!(language, method.equations_text).to_string()]
}

fn assumption_texts(state: AppState, language: Language) -> Vec<String> {
    vec![
        tr!(language, method.assumptions_text).to_string(),
        grounds(state.plan, language),
    ]
}

fn progress_texts(state: AppState, language: Language) -> Vec<String> {
    let base = state.plan.base_year.to_string();
    vec![
        tr!(language, method.progress_text, base = base),
        tr!(language, method.progress_scales).to_string(),
    ]
}

fn backtest_texts(_: AppState, language: Language) -> Vec<String> {
    let fewest = engine::backtest::FEWEST_FIGURES;
    vec![
        tr!(language, method.backtest_text, count = fewest),
        tr!(language, method.backtest_others).to_string(),
    ]
}

fn source_texts(_: AppState, language: Language) -> Vec<String> {
    vec![tr!(language, method.sources_text).to_string()]
}

#[component]
fn GroupsTitle() -> impl IntoView {
    let language = use_state().language();
    move || tr!(language.get(), method.groups)
}

#[component]
fn RatesTitle() -> impl IntoView {
    let language = use_state().language();
    view! {
        <h3>{move || tr!(language.get(), method.rates)}</h3>
        <p>{move || tr!(language.get(), method.rates_text)}</p>
    }
}

#[component]
fn Limits() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let limits = [
            state.plan.territory_note.get(language),
            tr!(language, method.limit_few),
            tr!(language, method.limit_surveys),
            tr!(language, method.limit_assumed),
            tr!(language, method.limit_cause),
            tr!(language, method.limit_together),
            tr!(language, method.limit_last),
            tr!(language, method.limit_urban),
            tr!(language, method.limit_rank),
            tr!(language, method.limit_nominal),
            tr!(language, method.limit_crisis),
        ];
        let items = limits.map(|text| view! { <li>{text}</li> }.into_any());
        view! { <ul>{items.into_iter().collect::<Vec<AnyView>>()}</ul> }
    }
}

#[component]
fn Versions() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    // A name, not an amount: no mark between its thousands.
    let seed = format!("{:.0}", engine::SHIPPED_SEED);
    view! {
        <p>{move || tr!(language.get(), method.versions_text)}</p>
        <dl class="versions">
            <div><dt>{move || tr!(language.get(), method.version_plan)}</dt><dd>{state.plan.id}</dd></div>
            <div><dt>{move || tr!(language.get(), method.version_data)}</dt><dd>{state.plan.data_version}</dd></div>
            <div><dt>{move || tr!(language.get(), method.version_engine)}</dt><dd>{engine::ENGINE_VERSION}</dd></div>
            <div><dt>{move || tr!(language.get(), method.version_rng)}</dt><dd>{engine::draws::RNG_ID}</dd></div>
            <div><dt>{move || tr!(language.get(), method.version_seed)}</dt><dd>{seed}</dd></div>
        </dl>
    }
}
