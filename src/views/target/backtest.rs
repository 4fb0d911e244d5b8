//! How well the projection would have foretold its own past. Never a score without its number of forecasts.

use engine::Inputs;
use engine::backtest::{BackTest, Scores, backtest};
use leptos::prelude::*;
use plan::{Language, Model, Target};

use super::fold::Fold;
use super::question::Question;
use crate::components::{Cell, Table};
use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn BackTestPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, backtest.title) level=2 class="backtest" is_open=false><Test position/></Fold> }
}

#[component]
fn Test(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let question = Question::new(position, "backtest-milestone");
    move || {
        let language = language.get();
        let (_, own) = question.rest();
        let result = match backtest(target, &own) {
            Some(test) => scores(target, &test, language),
            None => view! { <p>{reason(target, &own, language)}</p> }.into_any(),
        };
        view! { <p class="soft small">{tr!(language, backtest.explain)}</p> {result} }.into_any()
    }
}

/// Why there is no test.
fn reason(target: &Target, own: &Inputs, language: Language) -> String {
    if target.method.is_some_and(|method| method.prior.model == Model::Units) {
        return tr!(language, backtest.units).to_string();
    }
    let count = engine::Series::of(target, own).figures.len();
    tr!(language, backtest.few, count = count.to_string()).to_string()
}

fn scores(target: &Target, test: &BackTest, language: Language) -> AnyView {
    let row = |ahead: String, scores: &Scores| {
        let error = words::number(scores.mean_absolute_error, target.unit.decimals.max(1), language);
        let scaled = scores.scaled_error.map(|error| words::number(error, 2, language));
        let covered = scores.covered.map(|count| format!("{count}/{}", scores.forecasts));
        let numbers = [scores.forecasts.to_string()]
            .into_iter()
            .chain(covered)
            .chain([error, scaled.unwrap_or_default()]);
        let mut row = vec![Cell::Text(ahead)];
        row.extend(numbers.map(Cell::Number));
        row
    };
    let horizons = test.by_horizon.iter().map(|(years, scores)| {
        let ahead = tr!(language, backtest.ahead_years, count = years.to_string()).to_string();
        row(ahead, scores)
    });
    let rows = horizons.chain([row(tr!(language, backtest.all).to_string(), &test.overall)]);
    let covered = ["50%", "80%", "95%"].map(|percent| tr!(language, backtest.covered, percent = percent).to_string());
    let numbers = [tr!(language, backtest.forecasts).to_string()]
        .into_iter()
        .chain(covered)
        .chain([tr!(language, backtest.error), tr!(language, backtest.mase)].map(str::to_string));
    let mut head = vec![Cell::Text(tr!(language, backtest.ahead).to_string())];
    head.extend(numbers.map(Cell::Number));
    view! {
        <div class="scroll"><Table class="numbers" head rows=rows.collect()/></div>
        <p class="soft small">{tr!(language, backtest.mase_explain)} " " {tr!(language, backtest.caution, count = test.overall.forecasts.to_string()).to_string()}</p>
    }
    .into_any()
}
