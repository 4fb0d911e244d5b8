//! Panels with answers: the reader chooses what is asked, the worker answers, the parts are drawn as they come.

use engine::Mode;
use leptos::prelude::*;
use plan::{DriverKind, TargetKind};

use super::question::Question;
use crate::answers::{Ask, GOALS, Values, changes};
use crate::components::{Choice, Parts};
use crate::state::{Answer, actions, answered, use_state};
use crate::views::fold::Fold;
use crate::words;

/// Id of the list of goals.
const GOAL_ID: &str = "goal";

/// Which assumption would reach a milestone: each alone, and several together with the least effort.
#[component]
pub fn GoalPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, goal.title) level=3 class="goal" is_open=false>{goal(position)}</Fold> }
}

/// What matters, and where the width of the fan comes from.
#[component]
pub fn MattersPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, matters.title) level=2 class="matters" is_open=false>{matters(position)}</Fold> }
}

/// Progress so far by four methods.
#[component]
pub fn ProgressPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, progress.title) level=2 class="progress" is_open=false>{plain(position, Ask::Progress)}</Fold> }
}

/// How well forecasts would have done.
#[component]
pub fn BackTestPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, backtest.title) level=2 class="backtest" is_open=false>{plain(position, Ask::BackTest)}</Fold> }
}

/// The equation with its numbers.
#[component]
pub fn EquationPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, target.equation_title) level=2 class="equation" is_open=false>{plain(position, Ask::Equation)}</Fold> }
}

/// Where the growth of income comes from; nothing for other targets, modes and definitions.
#[component]
pub fn ContributionsPanel(position: usize) -> impl IntoView {
    let state = use_state();
    let target = &state.plan.targets[position];
    let projection = state.projections.rested(position);
    let is_in_force = Memo::new(move |_| {
        projection.with(|projection| {
            let driver = engine::driver::of(target, &projection.series);
            projection.mode == Mode::Driver && driver.is_some_and(|driver| driver.kind == DriverKind::IncomeBySource)
        })
    });
    move || {
        is_in_force.get().then(|| {
            view! { <Fold title=|language| tr!(language, parts.title) level=2 class="parts" is_open=true>{contributions(position)}</Fold> }.into_any()
        })
    }
}

/// The answer to a question without choices.
pub fn plain(position: usize, ask: Ask) -> AnyView {
    shown(position, Signal::stored(Some(ask)))
}

fn contributions(position: usize) -> AnyView {
    let question = Question::new(position, "parts-milestone");
    let ask = Signal::derive(move || {
        let milestone = question.milestone()?.index;
        Some(Ask::Contributions { milestone })
    });
    view! { <div class="choosing">{question.choice()}</div> {shown(position, ask)} }.into_any()
}

fn matters(position: usize) -> AnyView {
    let state = use_state();
    let language = state.language();
    // No assumption moves the newest figure, which stands for the median of a bar that holds every year.
    let is_annual = state.plan.targets[position].kind == TargetKind::Annual;
    let outcome = RwSignal::new(0);
    let question = Question::new(position, "matters-milestone");
    let options = Signal::derive(move || {
        let words = [
            tr!(language.get(), matters.median),
            tr!(language.get(), matters.probability),
        ];
        let words = words.into_iter().skip(usize::from(is_annual));
        words.map(str::to_string).collect()
    });
    let label = Signal::derive(move || tr!(language.get(), matters.outcome).to_string());
    let ask = Signal::derive(move || {
        Some(Ask::Matters {
            milestone: question.milestone()?.index,
            by_probability: is_annual || outcome.get() == 1,
        })
    });
    view! {
        <div class="choosing">{question.choice()} <Choice id="outcome" label options chosen=outcome/></div>
        {shown(position, ask)}
    }
    .into_any()
}

fn goal(position: usize) -> AnyView {
    let state = use_state();
    let language = state.language();
    // The newest figure stands for the median of a bar that holds every year: no assumption moves it.
    let first = usize::from(state.plan.targets[position].kind == TargetKind::Annual);
    let question = Question::new(position, "goal-milestone");
    // The first that is not reached as things stand: what is reached is no question.
    let chance = question.milestone_untracked().and_then(|asked| {
        let projection = state.projections.rested(position).get_untracked();
        projection.milestones.get(asked.index)?.probability
    });
    let is_ahead = |goal: &engine::question::Goal| match goal {
        engine::question::Goal::Median => chance.is_none_or(|chance| chance < 0.5),
        engine::question::Goal::Probability(p) => chance.is_none_or(|chance| chance < *p),
    };
    let goals = &GOALS[first..];
    let chosen = RwSignal::new(goals.iter().position(is_ahead).unwrap_or(goals.len() - 1));
    let options = Signal::derive(move || {
        let language = language.get();
        let word = |goal: &engine::question::Goal| match goal {
            engine::question::Goal::Median => tr!(language, goal.median).to_string(),
            engine::question::Goal::Probability(p) => tr!(language, goal.chance, percent = words::share(*p, language)),
        };
        goals.iter().map(word).collect()
    });
    let label = Signal::derive(move || tr!(language.get(), goal.goal).to_string());
    let ask = Signal::derive(move || {
        Some(Ask::Goal {
            milestone: question.milestone()?.index,
            goal: first + chosen.get(),
        })
    });
    view! {
        <div class="choosing">{question.choice()} <Choice id=GOAL_ID label options chosen/></div>
        {shown(position, ask)}
    }
    .into_any()
}

/// The answer, whatever it is by now.
fn shown(position: usize, ask: Signal<Option<Ask>>) -> AnyView {
    let state = use_state();
    let language = state.language();
    let code = state.plan.targets[position].code;
    let answer = answered(state, code, ask);
    let on_use = Callback::new(move |values: Values| {
        // Answers lie within the limits that a scenario checks.
        let _ = actions::change_many(state, &changes(&values));
        // The button goes with the answer; whoever works by keyboard goes on from the question.
        actions::focus(GOAL_ID);
    });
    let drawn = move || match answer.get() {
        // Nobody is asked, so nobody answers.
        Answer::Waiting if ask.with(Option::is_none) => {
            view! { <p class="soft small">{tr!(language.get(), goal.none)}</p> }.into_any()
        }
        Answer::Given(parts) => view! { <Parts parts on_use/> }.into_any(),
        Answer::Waiting => view! { <p class="soft small">{tr!(language.get(), joint.waiting)}</p> }.into_any(),
        Answer::Failed => view! { <p class="soft small">{tr!(language.get(), joint.failed)}</p> }.into_any(),
    };
    view! { <div class="answer">{drawn}</div> }.into_any()
}
