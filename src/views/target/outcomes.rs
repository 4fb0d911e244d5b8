//! Fifty equally likely outcomes at each milestone: the probability as dots that can be counted.

use engine::{Inputs, MilestoneState, SHARED_CODE, Threshold, outcomes};
use leptos::prelude::*;
use plan::{Rule, Target, TargetKind};

use crate::answers::Cell;
use crate::components::{DotPlot, Table};
use crate::state::{AppState, resting, use_state};
use crate::views::fold::Fold;
use crate::words;

/// Dots of one milestone.
const DOTS: u16 = 50;
/// Shares told in the table, in percent, and the dots they lie at.
const TOLD: [(u8, usize); 5] = [(10, 5), (25, 12), (50, 25), (75, 37), (90, 45)];

/// The panel; nothing for targets without a probability.
#[component]
pub fn OutcomesPanel(position: usize) -> impl IntoView {
    let state = use_state();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let is_shown = Memo::new(move |_| {
        let is_measured = !matches!(target.kind, TargetKind::Deed | TargetKind::Annual);
        is_measured && projection.with(|projection| projection.milestones.iter().any(is_asked))
    });
    move || {
        is_shown.get().then(|| {
            view! { <Fold title=|language| tr!(language, chart.dots) level=2 class="outcomes" is_open=false><Outcomes position/></Fold> }.into_any()
        })
    }
}

/// Still a question, with a year and a number.
fn is_asked(milestone: &engine::MilestoneResult) -> bool {
    milestone.state != MilestoneState::Settled
        && milestone.probability.is_some()
        && milestone.threshold.is_some()
        && milestone.year.is_some()
}

#[component]
fn Outcomes(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    // A lever in the reader's hand does not wait for it.
    let own = state.inputs(target.code);
    let shared = state.inputs(SHARED_CODE);
    let basis = resting(move || {
        let asked: Vec<(i16, Rule, Threshold)> = projection.with(|projection| {
            let asked = projection.milestones.iter().filter(|milestone| is_asked(milestone));
            asked
                .filter_map(|milestone| Some((milestone.year?, milestone.rule, milestone.threshold?)))
                .collect()
        });
        (asked, own.get(), shared.get())
    });
    let drawn = move || {
        let language = language.get();
        basis.with(|(asked, own, shared)| {
            let found: Vec<(i16, Rule, Threshold, Vec<f64>)> = asked
                .iter()
                .map(|(year, rule, threshold)| (*year, *rule, *threshold, of(state, target, own, shared, *year)))
                .filter(|(.., dots)| !dots.is_empty())
                .collect();
            let table = table(target, &found, language);
            let plots: Vec<AnyView> = found
                .into_iter()
                .map(|(year, rule, threshold, dots)| plot(target, (year, rule, &threshold), &dots, language))
                .collect();
            view! { <div class="dot-plots">{plots}</div> {table} }.into_any()
        })
    };
    view! { <p class="soft small">{move || tr!(language.get(), chart.dots_explain)}</p> {drawn} }
}

fn of(state: AppState, target: &'static Target, own: &Inputs, shared: &Inputs, year: i16) -> Vec<f64> {
    outcomes(&state.setting(shared), target, own, year, DOTS)
}

fn plot(
    target: &'static Target,
    (year, rule, threshold): (i16, Rule, &Threshold),
    values: &[f64],
    language: plan::Language,
) -> AnyView {
    let is_met = |value: f64| {
        let headroom = threshold.effective_headroom(value);
        headroom > 0.0 || (headroom == 0.0 && !threshold.is_strict)
    };
    let ends = values.iter().copied().chain([threshold.value]);
    let (low, high) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    let span = if high > low { high - low } else { 1.0 };
    let share = |value: f64| (value - low) / span;
    let met = values.iter().filter(|value| is_met(**value)).count();
    let dots: Vec<(f64, bool)> = values.iter().map(|value| (share(*value), is_met(*value))).collect();
    let asked = words::rule(target, rule, Some(threshold), language);
    let edge = |value: f64| words::number(value, target.unit.decimals, language);
    let text = tr!(
        language,
        chart.dots_count,
        year = year.to_string(),
        met = met,
        all = DOTS,
        asked = asked
    );
    view! {
        <figure class="dot-plot">
            <figcaption>{text}</figcaption>
            <DotPlot dots mark=Some(share(threshold.value))/>
            <p class="ends soft small" aria-hidden="true"><span>{edge(low)}</span><span>{edge(high)}</span></p>
        </figure>
    }
    .into_any()
}

/// What the dots say in numbers: the value below which a share of them lies.
fn table(target: &Target, found: &[(i16, Rule, Threshold, Vec<f64>)], language: plan::Language) -> AnyView {
    let number = |value: f64| Cell::Number(words::number(value, target.unit.decimals, language));
    let row = |(year, _, _, dots): &(i16, Rule, Threshold, Vec<f64>)| {
        let mut row = vec![Cell::Text(year.to_string())];
        // The half-way of two dots is the quantile itself.
        let told = TOLD
            .iter()
            .filter_map(|(_, place)| Some((dots.get(place - 1)? + dots.get(*place)?) / 2.0));
        row.extend(told.map(number));
        row
    };
    let mut head = vec![Cell::Text(tr!(language, target.table_year).to_string())];
    head.extend(
        TOLD.iter()
            .map(|(percent, _)| Cell::Number(tr!(language, chart.dots_below, percent = percent))),
    );
    let rows = found.iter().map(row).collect();
    view! { <div class="scroll"><Table class="numbers" head rows/></div> }.into_any()
}
