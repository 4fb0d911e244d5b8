//! What the panels with questions share: which milestone is asked about, the assumptions at rest, and their names.

use engine::question::Assumption;
use engine::{Inputs, Lever, MilestoneState, Projection, SHARED_CODE, Threshold};
use leptos::prelude::*;
use plan::{Language, Rule, Target};

use crate::components::Choice;
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

/// What a panel with a question computes from. Everything in it is cheap to copy.
#[derive(Clone, Copy)]
pub struct Question {
    state: AppState,
    target: &'static Target,
    milestones: Memo<Vec<Asked>>,
    chosen: RwSignal<usize>,
    /// Id of the list of milestones.
    name: &'static str,
    /// What was changed about all targets and about this one, once it rests.
    rest: ReadSignal<(Inputs, Inputs)>,
}

impl Question {
    /// A question about the target at `position`; for as long as the panel that asks it lives.
    pub fn new(position: usize, name: &'static str) -> Self {
        let state = use_state();
        let target = &state.plan.targets[position];
        let projection = state.projections.at(position);
        let (shared, own) = (state.inputs(SHARED_CODE), state.inputs(target.code));
        Self {
            state,
            target,
            milestones: Memo::new(move |_| projection.with(|projection| open_milestones(projection))),
            // Past the end: the last, which is farthest ahead.
            chosen: RwSignal::new(usize::MAX),
            name,
            rest: resting(Memo::new(move |_| (shared.get(), own.get()))),
        }
    }

    /// The milestone in question, tracked.
    pub fn milestone(&self) -> Option<Asked> {
        let chosen = self.chosen.get();
        self.milestones
            .with(|milestones| milestones.get(chosen).or(milestones.last()).copied())
    }

    /// The inputs at rest, tracked: what all targets share, and this one's own.
    pub fn rest(&self) -> (Inputs, Inputs) {
        self.rest.get()
    }

    /// The list of milestones to ask about.
    pub fn choice(self) -> AnyView {
        let language = self.state.language();
        let options = Signal::derive(move || {
            let text = |asked: &Asked| {
                let rule = words::rule(self.target, asked.rule, asked.threshold.as_ref(), language.get());
                asked
                    .year
                    .map_or_else(|| rule.clone(), |year| format!("{year}: {rule}"))
            };
            self.milestones.with(|milestones| milestones.iter().map(text).collect())
        });
        let label = Signal::derive(move || tr!(language.get(), goal.milestone).to_string());
        view! { <Choice id=self.name label options chosen=self.chosen/> }.into_any()
    }
}

fn open_milestones(projection: &Projection) -> Vec<Asked> {
    let milestones = projection.milestones.iter().enumerate();
    let open = milestones.filter(|(_, milestone)| {
        milestone.state != MilestoneState::Settled && milestone.probability.is_some() && milestone.value.is_some()
    });
    let asked = open.map(|(index, milestone)| Asked {
        index,
        year: milestone.year,
        rule: milestone.rule,
        threshold: milestone.threshold,
    });
    asked.collect()
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
