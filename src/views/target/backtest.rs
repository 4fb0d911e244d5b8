//! How well the projection would have foretold its own past. Never a score without its number of forecasts.

use engine::Inputs;
use engine::backtest::{BackTest, Scores, backtest};
use leptos::prelude::*;
use plan::{Language, Model, Target};

use super::question::at_rest;
use crate::components::Fold;
use crate::state::use_state;
use crate::words;

/// The panel, folded away until it is wanted.
#[component]
pub fn BackTestPanel(position: usize) -> impl IntoView {
    let language = use_state().language();
    let title = Signal::derive(move || tr!(language.get(), backtest.title).to_string());
    view! { <Fold title level=2 class="backtest"><Test position/></Fold> }
}

#[component]
fn Test(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let rest = at_rest(state, target.code);
    let test = Memo::new(move |_| rest.with(|(_, own)| backtest(target, own)));
    view! {
        <p class="soft small">{move || tr!(language.get(), backtest.explain)}</p>
        {move || test.with(|test| match test {
            Some(test) => scores(target, test, language.get()),
            None => {
                let why = rest.with(|(_, own)| reason(target, own, language.get()));
                view! { <p>{why}</p> }.into_any()
            }
        })}
    }
}

/// Why there is no test.
fn reason(target: &Target, own: &Inputs, language: Language) -> String {
    if target.method.is_some_and(|method| method.prior.model == Model::Units) {
        return tr!(language, backtest.units).to_string();
    }
    let count = engine::Series::of(target, own).figures.len();
    tr!(language, backtest.few, count = count).to_string()
}

fn scores(target: &Target, test: &BackTest, language: Language) -> AnyView {
    let horizons = test.by_horizon.iter().map(|(years, scores)| {
        let ahead = tr!(language, backtest.ahead_years, count = years.to_string()).to_string();
        row(target, ahead, scores, language)
    });
    let all = row(target, tr!(language, backtest.all).to_string(), &test.overall, language);
    let rows: Vec<AnyView> = horizons.chain([all]).collect();
    let covered = ["50%", "80%", "95%"].map(|percent| {
        view! { <th scope="col" class="num">{tr!(language, backtest.covered, percent = percent).to_string()}</th> }
    });
    view! {
        <div class="scroll">
            <table class="numbers">
                <thead><tr>
                    <th scope="col">{tr!(language, backtest.ahead)}</th>
                    <th scope="col" class="num">{tr!(language, backtest.forecasts)}</th>
                    {covered.collect_view()}
                    <th scope="col" class="num">{tr!(language, backtest.error)}</th>
                    <th scope="col" class="num">{tr!(language, backtest.mase)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="soft small">{tr!(language, backtest.mase_explain)} " " {tr!(language, backtest.caution, count = test.overall.forecasts).to_string()}</p>
    }
    .into_any()
}

fn row(target: &Target, ahead: String, scores: &Scores, language: Language) -> AnyView {
    let covered = scores
        .covered
        .map(|count| view! { <td class="num">{format!("{count}/{}", scores.forecasts)}</td> });
    let error = words::number(scores.mean_absolute_error, target.unit.decimals.max(1), language);
    view! {
        <tr>
            <th scope="row">{ahead}</th>
            <td class="num">{scores.forecasts}</td>
            {covered.collect_view()}
            <td class="num">{error}</td>
            <td class="num">{scores.scaled_error.map(|error| words::number(error, 2, language))}</td>
        </tr>
    }
    .into_any()
}
