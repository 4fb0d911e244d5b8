//! Which assumption would reach a milestone: each alone, and several together with the least effort. A button applies an
//! answer as one step to undo.
//!
//! A search takes some hundred projections.

use engine::question::{self, Assumption, Goal, GoalAnswer, LeastEffortAnswer};
use plan::Language;

use super::levers::Levers;
use super::{About, LeverLine, Part, Values, text};
use crate::words;

/// The goals offered, in their order.
pub const GOALS: [Goal; 5] = [
    Goal::Median,
    Goal::Probability(0.5),
    Goal::Probability(0.66),
    Goal::Probability(0.8),
    Goal::Probability(0.9),
];

/// What reaches the milestone with the goal at the place `goal` of [`GOALS`].
pub(super) fn answer(about: &About<'_>, milestone: usize, goal: usize) -> Vec<Part> {
    let language = about.language;
    let found = GOALS.get(goal).and_then(|goal| find(about, milestone, *goal));
    let Some(found) = found else {
        return vec![text("soft", tr!(language, goal.none))];
    };
    if found.is_reached {
        return vec![text("reached", tr!(language, goal.already))];
    }
    let texts = Texts {
        about,
        levers: Levers::of(about),
        language,
    };
    let mut parts = texts.alone(&found);
    if let Some(together) = &found.together {
        texts.together(together, &mut parts);
    }
    parts
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

fn find(about: &About<'_>, milestone: usize, goal: Goal) -> Option<Found> {
    let (setting, target, own) = (&about.setting, about.target, about.inputs);
    let now = about.projection.milestones.get(milestone)?.probability?;
    let actions = question::assumptions(setting, target, own);
    let mut found = Found {
        alone: Vec::new(),
        idle: Vec::new(),
        together: None,
        is_reached: false,
    };
    for assumption in actions.into_iter().filter(|assumption| assumption.is_action) {
        match question::goal_seek(setting, target, own, milestone, goal, &assumption)? {
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
        found.together = question::least_effort_answer(setting, target, own, milestone, goal);
    }
    Some(found)
}

/// The answers in words.
struct Texts<'a> {
    about: &'a About<'a>,
    levers: Levers<'a>,
    language: Language,
}

impl Texts<'_> {
    fn value(&self, value: f64) -> String {
        words::lever_value(value, self.language)
    }

    fn level(&self, value: f64) -> String {
        words::level(value, self.about.target.unit, self.language)
    }

    fn names(&self, assumptions: impl Iterator<Item = Assumption>) -> String {
        let names: Vec<String> = assumptions.map(|assumption| self.levers.name(&assumption)).collect();
        names.join("; ")
    }

    fn alone(&self, found: &Found) -> Vec<Part> {
        let language = self.language;
        if found.alone.is_empty() && found.idle.is_empty() {
            return vec![text("soft", tr!(language, goal.no_lever))];
        }
        let lines = found
            .alone
            .iter()
            .filter_map(|(assumption, answer)| self.row(assumption, *answer));
        let mut parts = vec![
            Part::Heading(4, tr!(language, goal.alone).to_string()),
            Part::Levers("alone".to_string(), lines.collect()),
        ];
        if !found.idle.is_empty() {
            let names = self.names(found.idle.iter().copied());
            parts.push(text("soft small", tr!(language, goal.no_effect, names = names)));
        }
        parts
    }

    fn row(&self, assumption: &Assumption, answer: GoalAnswer) -> Option<LeverLine> {
        let language = self.language;
        match answer {
            GoalAnswer::At(value) => {
                let name = self.levers.name(assumption);
                let label = tr!(language, goal.apply_label, name = name, value = self.value(value));
                let values = vec![(assumption.code, assumption.id, value)];
                let apply = (tr!(language, goal.apply).to_string(), label, values);
                Some(self.line(assumption, self.value(value), Some(apply)))
            }
            GoalAnswer::OutOfReach { best, probability } => {
                let percent = words::percent(probability, language);
                let needed = tr!(language, goal.out_of_reach, value = self.value(best), percent = percent);
                Some(self.line(assumption, needed, None))
            }
            GoalAnswer::Already => None,
        }
    }

    fn line(&self, assumption: &Assumption, needed: String, apply: Option<(String, String, Values)>) -> LeverLine {
        LeverLine {
            name: self.levers.name(assumption),
            unit: self.levers.unit(assumption),
            now: self.value(assumption.base),
            needed,
            apply,
        }
    }

    fn together(&self, answer: &LeastEffortAnswer, parts: &mut Vec<Part>) {
        let language = self.language;
        let rounded = answer
            .values
            .iter()
            .map(|(assumption, value)| (*assumption, assumption.rounded(*value)));
        let (moved, unmoved): (Vec<_>, Vec<_>) =
            rounded.partition(|(assumption, value)| (value - assumption.base).abs() > 1e-3 * assumption.limits.step);
        let (median, percent) = (self.level(answer.median), words::percent(answer.probability, language));
        parts.push(Part::Heading(4, tr!(language, goal.together).to_string()));
        parts.push(text("soft small", tr!(language, goal.together_explain)));
        if !answer.is_reached {
            let best = tr!(language, goal.infeasible, median = median, percent = percent);
            parts.push(text("infeasible", format!("{best} {}", self.obstacles(answer))));
            return;
        }
        let lines = moved
            .iter()
            .map(|(assumption, value)| self.line(assumption, self.value(*value), None));
        parts.push(Part::Levers("together".to_string(), lines.collect()));
        if !unmoved.is_empty() {
            let names = self.names(unmoved.into_iter().map(|(assumption, _)| assumption));
            parts.push(text("soft small", tr!(language, goal.unmoved, names = names)));
        }
        let values = moved
            .iter()
            .map(|(assumption, value)| (assumption.code, assumption.id, *value));
        parts.push(Part::Apply(
            tr!(language, goal.result, median = median, percent = percent),
            tr!(language, goal.apply_all).to_string(),
            values.collect(),
        ));
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
                let name = self.levers.name(assumption);
                tr!(language, goal.limit, name = name, value = self.value(*value)).to_string()
            })
            .collect();
        if !names.is_empty() {
            parts.push(tr!(language, goal.binding, names = names.join("; ")).to_string());
        }
        parts.join(" ")
    }
}
