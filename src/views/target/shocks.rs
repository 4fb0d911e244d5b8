//! Dated shocks: a year and a size, certain and lasting; the list of those entered.

use engine::{Change, shock_range};
use leptos::prelude::*;
use plan::{Language, Target};

use crate::components::YearForm;
use crate::state::{AppState, actions, use_state};
use crate::views::fold::Fold;
use crate::words;

/// The target whose share also jumps when places are reclassified.
const URBAN_SHARE: &str = "urban_population";

/// The panel; nothing for targets that no shock can move.
#[component]
pub fn ShockPanel(position: usize) -> impl IntoView {
    let state = use_state();
    let target = &state.plan.targets[position];
    let is_open = state
        .inputs(target.code)
        .with_untracked(|inputs| inputs.shocks().next().is_some());
    let title: fn(Language) -> &'static str = if target.id == URBAN_SHARE {
        |language| tr!(language, shock.title_urban)
    } else {
        |language| tr!(language, shock.title)
    };
    shock_range(target).map(|_| view! { <Fold title level=3 class="shocks" is_open><Shocks position/></Fold> })
}

#[component]
fn Shocks(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let listed = move || {
        let language = language.get();
        let explain = if target.id == URBAN_SHARE {
            tr!(language, shock.explain_urban)
        } else {
            tr!(language, shock.explain)
        };
        let shocks: Vec<(i16, f64)> = inputs.with(|inputs| inputs.shocks().collect());
        let items: Vec<AnyView> = shocks
            .into_iter()
            .map(|(year, size)| item(state, target, year, size, language))
            .collect();
        view! { <p class="soft small">{explain}</p> <ul class="entered">{items}</ul> }.into_any()
    };
    let labels = Signal::derive(move || {
        let language = language.get();
        [
            tr!(language, shock.year),
            tr!(language, shock.size),
            words::shock_unit(target, language),
            tr!(language, shock.add),
        ]
        .map(str::to_string)
    });
    let submit = Callback::new(move |(year, size): (String, String)| {
        read(state, target, &year, &size, language.get_untracked())
    });
    view! {
        {listed}
        <YearForm name=format!("shock-{}", target.code) title=Signal::derive(String::new) labels first_year=String::new() submit/>
    }
}

/// Enters what was typed; else says which field is wrong and what it takes.
fn read(state: AppState, target: &Target, year: &str, size: &str, language: Language) -> Result<(), String> {
    let year = words::parse_year(year)
        .ok_or_else(|| tr!(language, input.year_not_whole, example = state.today_year.to_string()).to_string())?;
    let field = tr!(language, shock.size_field);
    let value = words::parse_number(size, language).ok_or_else(|| {
        let example = words::number(-2.5, 1, language);
        tr!(language, input.not_a_number, field = field, example = example).to_string()
    })?;
    let change = Change::Shock {
        year,
        value: Some(value),
    };
    actions::change_many(state, &[(target.code, change)]).map_err(|error| words::input_error(&error, field, language))
}

fn item(state: AppState, target: &'static Target, year: i16, size: f64, language: Language) -> AnyView {
    let sign = if size > 0.0 { "+" } else { "" };
    let shown = format!("{sign}{}", words::amount(size, 2, language));
    let text = tr!(
        language,
        shock.item,
        year = year.to_string(),
        size = shown,
        unit = words::shock_unit(target, language)
    )
    .to_string();
    view! {
        <li>
            {text} " "
            <button type="button" class="inline" aria-label=tr!(language, shock.remove, year = year.to_string()).to_string()
                on:click=move |_| {
                    // Taking a shock back is always possible.
                    let _ = actions::change_many(state, &[(target.code, Change::Shock { year, value: None })]);
                }>"×"</button>
        </li>
    }
    .into_any()
}
