//! Where the growth of income comes from, by factor and by source, while its identity is in force.

use engine::driver::{Contributions, Identity, IncomePoint};
use engine::{Inputs, Mode};
use leptos::prelude::*;
use plan::{DriverKind, Language, Part, Target};

use super::fold::Fold;
use super::question::{Asked, Question};
use crate::components::{Cell, Table};
use crate::state::{AppState, use_state};
use crate::words;

/// The panel; nothing for other targets, modes and definitions.
#[component]
pub fn PartsPanel(position: usize) -> impl IntoView {
    let state = use_state();
    let target = &state.plan.targets[position];
    let projection = state.projections.at(position);
    let is_in_force = Memo::new(move |_| {
        projection.with(|projection| {
            let driver = engine::driver::of(target, &projection.series);
            projection.mode == Mode::Driver && driver.is_some_and(|driver| driver.kind == DriverKind::IncomeBySource)
        })
    });
    move || {
        is_in_force.get().then(|| {
            view! { <Fold title=|language| tr!(language, parts.title) level=2 class="parts" is_open=true><Parts position/></Fold> }.into_any()
        })
    }
}

/// The change of income up to a milestone's year.
struct Growth {
    from_year: i16,
    year: i16,
    from: f64,
    to: IncomePoint,
    by: Contributions<3>,
    parts: &'static [Part],
}

#[component]
fn Parts(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let question = Question::new(position, "parts-milestone");
    let tables = move || {
        let (shared, own) = question.rest();
        let growth = growth(state, target, &shared, &own, question.milestone()?)?;
        Some(tables(target, &growth, language.get()))
    };
    view! { <div class="choosing">{question.choice()}</div> {tables} }
}

fn growth(state: AppState, target: &'static Target, shared: &Inputs, own: &Inputs, asked: Asked) -> Option<Growth> {
    let setting = state.setting(shared);
    let series = engine::Series::of(target, own);
    let identity = Identity::of(&setting, target, own, &series)?;
    let start = series.last()?;
    let year = asked.year?;
    let years = u16::try_from(year.checked_sub(start.year)?).ok()?;
    Some(Growth {
        from_year: start.year,
        year,
        from: start.value,
        to: *identity.incomes(years)?.last()?,
        by: identity.contributions(years)?,
        parts: identity.driver().parts,
    })
}

fn tables(target: &Target, growth: &Growth, language: Language) -> AnyView {
    let level = |value: f64| words::level(value, target.unit, language);
    let change = growth.to.nominal - growth.from;
    let factors = [
        tr!(language, parts.earners),
        tr!(language, parts.earnings),
        tr!(language, parts.prices),
    ];
    let factors: Vec<(&str, f64)> = factors.into_iter().zip(growth.by.by_factor).collect();
    let names = growth.parts.iter().map(|part| part.name.get(language));
    let sources: Vec<(&str, f64)> = names.zip(growth.by.by_term.iter().copied()).collect();
    let summary = tr!(
        language,
        parts.summary,
        from = level(growth.from),
        start = growth.from_year.to_string(),
        to = level(growth.to.nominal),
        year = growth.year.to_string(),
        change = words::signed(change, target.unit.decimals, language),
        unit = target.unit.label.get(language),
        real = level(growth.to.real)
    );
    view! {
        <p>{summary.to_string()}</p>
        {table(target, tr!(language, parts.by_factor), &factors, change, language)}
        {table(target, tr!(language, parts.by_source), &sources, change, language)}
        <p class="soft small">{tr!(language, parts.explain)}</p>
    }
    .into_any()
}

fn table(target: &Target, title: &'static str, rows: &[(&str, f64)], change: f64, language: Language) -> AnyView {
    let least = rows.iter().map(|(_, value)| *value).fold(0.0, f64::min);
    let most = rows.iter().map(|(_, value)| *value).fold(0.0, f64::max);
    let at = |value: f64| {
        if most > least {
            (value - least) / (most - least)
        } else {
            0.0
        }
    };
    let row = |(name, value): &(&str, f64)| {
        let share = if change == 0.0 {
            String::new()
        } else {
            words::share(value / change, language)
        };
        vec![
            Cell::Text((*name).to_string()),
            Cell::Part(at(0.0), at(*value)),
            Cell::Number(words::signed(*value, target.unit.decimals, language)),
            Cell::Number(share),
        ]
    };
    let head = vec![
        Cell::Text(title.to_string()),
        Cell::Text(String::new()),
        Cell::Number(tr!(language, parts.adds).to_string()),
        Cell::Number(tr!(language, parts.share).to_string()),
    ];
    view! { <Table class="bars" head rows=rows.iter().map(row).collect()/> }.into_any()
}
