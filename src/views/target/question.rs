//! What the panels with questions share: which milestone is asked about, the assumptions at rest, and their names.

use engine::question::Assumption;
use engine::{Inputs, Lever, MilestoneState, SHARED_CODE, Threshold};
use leptos::prelude::*;
use plan::{Language, Rule, Target};

use crate::state::{AppState, resting, use_state};
use crate::words;

/// A milestone that is still a question: not settled, and with a probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// Its place among the milestones of the projection.
    pub index: usize,
    /// Its year; None for a bar that holds every year.
    pub year: Option<i16>,
    rule: Rule,
    threshold: Option<Threshold>,
}

/// The milestones of the target at `position` that can be asked about.
pub fn asked(state: AppState, position: usize) -> Memo<Vec<Asked>> {
    let projection = state.projections.at(position);
    Memo::new(move |_| {
        projection.with(|projection| {
            let milestones = projection.milestones.iter().enumerate();
            let open = milestones.filter(|(_, milestone)| {
                milestone.state != MilestoneState::Settled
                    && milestone.probability.is_some()
                    && milestone.value.is_some()
            });
            let asked = open.map(|(index, milestone)| Asked {
                index,
                year: milestone.year,
                rule: milestone.rule,
                threshold: milestone.threshold,
            });
            asked.collect()
        })
    })
}

/// The milestone in question: the one chosen, else the last.
pub fn in_question(asked: Memo<Vec<Asked>>, chosen: RwSignal<Option<usize>>) -> Memo<Option<Asked>> {
    Memo::new(move |_| {
        asked.with(|asked| {
            let chosen = chosen.get();
            let found = asked.iter().find(|asked| Some(asked.index) == chosen);
            found.or(asked.last()).copied()
        })
    })
}

/// What was changed about all targets and about the one with `code`, once it rests.
pub fn at_rest(state: AppState, code: u8) -> ReadSignal<(Inputs, Inputs)> {
    let (shared, own) = (state.inputs(SHARED_CODE), state.inputs(code));
    resting(Memo::new(move |_| (shared.get(), own.get())))
}

/// A choice of the milestone, where there are several.
#[component]
pub fn MilestoneChoice(
    target: &'static Target,
    asked: Memo<Vec<Asked>>,
    current: Memo<Option<Asked>>,
    chosen: RwSignal<Option<usize>>,
) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let option = move |asked: Asked| {
        let language = language.get();
        let rule = words::rule(target, asked.rule, asked.threshold.as_ref(), language);
        let text = asked
            .year
            .map_or_else(|| rule.clone(), |year| format!("{year}: {rule}"));
        let is_chosen = move || current.get().is_some_and(|current| current.index == asked.index);
        view! { <option value=asked.index.to_string() selected=is_chosen>{text}</option> }
    };
    move || {
        (asked.with(Vec::len) > 1).then(|| {
            view! {
                <label class="choose">
                    <span>{move || tr!(language.get(), goal.milestone)}</span>
                    <select on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>
                        {move || asked.get().into_iter().map(option).collect_view()}
                    </select>
                </label>
            }
        })
    }
}

/// The levers in force, to name assumptions by.
pub struct Levers {
    state: AppState,
    target: &'static Target,
    own: Vec<Lever>,
    shared: Vec<Lever>,
}

impl Levers {
    /// The levers under the inputs at rest.
    pub fn of(state: AppState, target: &'static Target, shared: &Inputs, own: &Inputs) -> Self {
        Self {
            state,
            target,
            own: engine::levers(&state.setting(shared), target, own),
            shared: engine::shared_levers(state.plan, shared),
        }
    }

    /// The name of an assumption.
    pub fn name(&self, assumption: &Assumption, language: Language) -> String {
        words::lever_name(self.state.plan, self.owner(assumption), assumption.id, language)
    }

    /// The unit of its number.
    pub fn unit(&self, assumption: &Assumption, language: Language) -> String {
        let levers = if assumption.code == SHARED_CODE {
            &self.shared
        } else {
            &self.own
        };
        let lever = levers.iter().find(|lever| lever.id == assumption.id);
        lever
            .map(|lever| words::lever_unit(self.state.plan, self.owner(assumption), lever, language))
            .unwrap_or_default()
    }

    fn owner(&self, assumption: &Assumption) -> Option<&'static Target> {
        (assumption.code != SHARED_CODE).then_some(self.target)
    }
}
