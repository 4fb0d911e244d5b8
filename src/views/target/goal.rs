//! Which assumption would reach a milestone: each alone, and several together with the least effort. A button applies an
//! answer as one step to undo.
//!
//! Computed while it is open, once the assumptions rest: a search takes some hundred projections.

use engine::question::{self, Assumption, Goal, GoalAnswer, LeastEffortAnswer};
use engine::{Change, Inputs};
use leptos::prelude::*;
use plan::{Language, Target, TargetKind};

use super::fold::Fold;
use super::question::{Asked, Levers, Question};
use crate::components::Choice;
use crate::state::{AppState, actions, use_state};
use crate::words;

/// Id of the list of goals.
const GOAL_ID: &str = "goal";
/// The goals offered.
const GOALS: [Goal; 5] = [
    Goal::Median,
    Goal::Probability(0.5),
    Goal::Probability(0.66),
    Goal::Probability(0.8),
    Goal::Probability(0.9),
];

/// The panel, folded away until it is wanted.
#[component]
pub fn GoalPanel(position: usize) -> impl IntoView {
    view! { <Fold title=|language| tr!(language, goal.title) level=3 class="goal" is_open=false><Answers position/></Fold> }
}

/// What the search found.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    alone: Vec<(Assumption, GoalAnswer)>,
    /// Assumptions that leave the milestone as it is.
    idle: Vec<Assumption>,
    together: Option<LeastEffortAnswer>,
    is_reached: bool,
}

#[component]
fn Answers(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    // The newest figure stands for the median of a bar that holds every year: no assumption moves it.
    let goals: &'static [Goal] = if target.kind == TargetKind::Annual {
        &GOALS[1..]
    } else {
        &GOALS
    };
    let chosen = RwSignal::new(0);
    let question = Question::new(position, "goal-milestone");
    let options = Signal::derive(move || goals.iter().map(|goal| goal_word(*goal, language.get())).collect());
    let label = Signal::derive(move || tr!(language.get(), goal.goal).to_string());
    let answers = move || {
        let language = language.get();
        let (shared, own) = question.rest();
        let goal = goals[chosen.get().min(goals.len() - 1)];
        let found = question
            .milestone()
            .and_then(|asked| find(state, target, &shared, &own, asked, goal));
        let Some(found) = found else {
            return view! { <p class="soft">{tr!(language, goal.none)}</p> }.into_any();
        };
        if found.is_reached {
            return view! { <p role="status" class="reached">{tr!(language, goal.already)}</p> }.into_any();
        }
        let texts = Texts {
            state,
            target,
            levers: Levers::of(state, target, &shared, &own),
            language,
        };
        view! { {texts.alone(&found)} {found.together.as_ref().map(|together| texts.together(together))} }.into_any()
    };
    view! {
        <div class="choosing">{question.choice()} <Choice id=GOAL_ID label options chosen/></div>
        {answers}
    }
}

fn goal_word(goal: Goal, language: Language) -> String {
    match goal {
        Goal::Median => tr!(language, goal.median).to_string(),
        Goal::Probability(p) => tr!(language, goal.chance, percent = words::share(p, language)).to_string(),
    }
}

fn find(
    state: AppState,
    target: &'static Target,
    shared: &Inputs,
    own: &Inputs,
    asked: Asked,
    goal: Goal,
) -> Option<Found> {
    let setting = state.setting(shared);
    let now = engine::project(&setting, target, own)
        .milestones
        .get(asked.index)?
        .probability?;
    let actions = question::assumptions(&setting, target, own);
    let mut found = Found {
        alone: Vec::new(),
        idle: Vec::new(),
        together: None,
        is_reached: false,
    };
    for assumption in actions.into_iter().filter(|assumption| assumption.is_action) {
        match question::goal_seek(&setting, target, own, asked.index, goal, &assumption)? {
            GoalAnswer::Already => found.is_reached = true,
            // Growth of years that have figures, or after the milestone, moves nothing.
            GoalAnswer::OutOfReach { probability, .. } if probability == now => found.idle.push(assumption),
            answer => found.alone.push((assumption, answer)),
        }
        if found.is_reached {
            return Some(found);
        }
    }
    if found.alone.len() > 1 {
        found.together = question::least_effort_answer(&setting, target, own, asked.index, goal);
    }
    Some(found)
}

/// The answers in words.
struct Texts {
    state: AppState,
    target: &'static Target,
    levers: Levers,
    language: Language,
}

impl Texts {
    fn value(&self, value: f64) -> String {
        words::lever_value(value, self.language)
    }

    fn level(&self, value: f64) -> String {
        words::level(value, self.target.unit, self.language)
    }

    fn names(&self, assumptions: impl Iterator<Item = Assumption>) -> String {
        let names: Vec<String> = assumptions
            .map(|assumption| self.levers.name(&assumption, self.language))
            .collect();
        names.join("; ")
    }

    fn alone(&self, found: &Found) -> AnyView {
        let language = self.language;
        if found.alone.is_empty() && found.idle.is_empty() {
            return view! { <p class="soft">{tr!(language, goal.no_lever)}</p> }.into_any();
        }
        let rows: Vec<AnyView> = found
            .alone
            .iter()
            .map(|(assumption, answer)| self.row(assumption, *answer))
            .collect();
        let idle = (!found.idle.is_empty()).then(|| {
            let names = self.names(found.idle.iter().copied());
            tr!(language, goal.no_effect, names = names).to_string()
        });
        view! {
            <h4>{tr!(language, goal.alone)}</h4>
            <ul class="answers alone">{rows}</ul>
            <p class="soft small">{idle}</p>
        }
        .into_any()
    }

    fn row(&self, assumption: &Assumption, answer: GoalAnswer) -> AnyView {
        let language = self.language;
        match answer {
            GoalAnswer::At(value) => {
                let (state, assumption) = (self.state, *assumption);
                let name = self.levers.name(&assumption, language);
                let label = tr!(language, goal.apply_label, name = name, value = self.value(value)).to_string();
                let button = view! {
                    <button type="button" aria-label=label on:click=move |_| apply(state, &[(assumption, value)])>{tr!(language, goal.apply)}</button>
                };
                self.line(&assumption, self.value(value), Some(button.into_any()))
            }
            GoalAnswer::OutOfReach { best, probability } => {
                let percent = words::percent(probability, language);
                let text = tr!(language, goal.out_of_reach, value = self.value(best), percent = percent);
                self.line(assumption, text.to_string(), None)
            }
            GoalAnswer::Already => ().into_any(),
        }
    }

    /// A lever, what it is now and what it would have to be.
    fn line(&self, assumption: &Assumption, needed: String, button: Option<AnyView>) -> AnyView {
        let unit = self.levers.unit(assumption, self.language);
        view! {
            <li>
                <span class="name">{self.levers.name(assumption, self.language)} " " <small class="soft">{unit}</small></span>
                <span class="change">{self.value(assumption.base)} " → " <b>{needed}</b></span>
                {button}
            </li>
        }
        .into_any()
    }

    fn together(&self, answer: &LeastEffortAnswer) -> AnyView {
        let language = self.language;
        let rounded = answer
            .values
            .iter()
            .map(|(assumption, value)| (*assumption, assumption.rounded(*value)));
        let (moved, unmoved): (Vec<_>, Vec<_>) =
            rounded.partition(|(assumption, value)| (value - assumption.base).abs() > 1e-3 * assumption.limits.step);
        let rows: Vec<AnyView> = moved
            .iter()
            .map(|(assumption, value)| self.line(assumption, self.value(*value), None))
            .collect();
        let unmoved = (!unmoved.is_empty()).then(|| {
            let names = self.names(unmoved.into_iter().map(|(assumption, _)| assumption));
            tr!(language, goal.unmoved, names = names).to_string()
        });
        let (median, percent) = (self.level(answer.median), words::percent(answer.probability, language));
        let outcome = if answer.is_reached {
            let state = self.state;
            view! {
                <ul class="answers together">{rows}</ul>
                <p class="soft small">{unmoved}</p>
                <p class="result">
                    <span>{tr!(language, goal.result, median = median, percent = percent).to_string()}</span> " "
                    <button type="button" class="use-all" on:click=move |_| apply(state, &moved)>{tr!(language, goal.apply_all)}</button>
                </p>
            }
            .into_any()
        } else {
            view! { <p class="infeasible">{tr!(language, goal.infeasible, median = median, percent = percent).to_string()} " " {self.obstacles(answer)}</p> }
                .into_any()
        };
        view! {
            <h4>{tr!(language, goal.together)}</h4>
            <p class="soft small">{tr!(language, goal.together_explain)}</p>
            {outcome}
        }
        .into_any()
    }

    /// How far the best of an infeasible answer falls short, and whose limits hold it back.
    fn obstacles(&self, answer: &LeastEffortAnswer) -> String {
        let language = self.language;
        let mut parts = Vec::new();
        if answer.shortfall > 0.0 {
            parts.push(tr!(language, goal.shortfall, value = self.level(answer.shortfall)).to_string());
        }
        let binding = answer.binding.iter().filter_map(|place| answer.values.get(*place));
        let names: Vec<String> = binding
            .map(|(assumption, value)| {
                let name = self.levers.name(assumption, language);
                tr!(language, goal.limit, name = name, value = self.value(*value)).to_string()
            })
            .collect();
        if !names.is_empty() {
            parts.push(tr!(language, goal.binding, names = names.join("; ")).to_string());
        }
        parts.join(" ")
    }
}

fn apply(state: AppState, values: &[(Assumption, f64)]) {
    let changes: Vec<(u8, Change)> = values
        .iter()
        .map(|(assumption, value)| (assumption.code, Change::Lever(assumption.id, Some(*value))))
        .collect();
    // Answers lie within the limits that a scenario checks.
    let _ = actions::change_many(state, &changes);
    // The button goes with the answer; whoever works by keyboard goes on from the question.
    actions::focus(GOAL_ID);
}
