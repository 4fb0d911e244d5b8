//! What the panels with questions share: which milestone is asked about.

use engine::{MilestoneState, Projection, Threshold};
use leptos::prelude::*;
use plan::{Rule, Target};

use crate::components::Choice;
use crate::state::{AppState, use_state};
use crate::words;

/// A milestone that is still a question: not settled, and with a probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    /// Its place among the milestones of the projection.
    pub index: usize,
    /// Its year; None for a bar that holds every year.
    year: Option<i16>,
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
}

impl Question {
    /// A question about the target at `position`; for as long as the panel that asks it lives.
    pub fn new(position: usize, name: &'static str) -> Self {
        let state = use_state();
        let target = &state.plan.targets[position];
        let projection = state.projections.rested(position);
        Self {
            state,
            target,
            milestones: Memo::new(move |_| projection.with(|projection| open_milestones(projection))),
            // Past the end: the last, which is farthest ahead.
            chosen: RwSignal::new(usize::MAX),
            name,
        }
    }

    /// The milestone in question, tracked.
    pub fn milestone(&self) -> Option<Asked> {
        let chosen = self.chosen.get();
        self.milestones
            .with(|milestones| milestones.get(chosen).or(milestones.last()).copied())
    }

    /// The same as it is now.
    pub fn milestone_untracked(&self) -> Option<Asked> {
        untrack(|| self.milestone())
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
