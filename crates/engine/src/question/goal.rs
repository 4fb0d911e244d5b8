//! What it would take: one lever alone, or several together with the least effort, to reach a milestone at a chance.

use plan::Target;

use super::assumption::{Assumption, assumptions};
use super::trial::{Outcome, Trial};
use crate::distribution::normal_quantile;
use crate::inputs::Inputs;
use crate::projection::Equation;
use crate::rule::Threshold;
use crate::setting::Setting;
use crate::solve::{EffortLever, NonlinearEffort, Root, least_effort_nonlinear, root};

/// A little more than one half: exactly half leaves the median of a count below.
const EVEN: f64 = 0.5 + 1e-9;

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// The median meets the milestone.
    Median,
    /// The milestone is met with this probability, a fraction between 0 and 1.
    Probability(f64),
}

/// What one lever alone would have to be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum GoalAnswer {
    /// The goal is reached as things stand.
    Already,
    /// With this value, in the lever's own unit.
    At(f64),
    /// Not within the lever's limits: the best of them, with the probability there.
    OutOfReach {
        /// The better limit, in the lever's own unit.
        best: f64,
        /// Probability there, a fraction.
        probability: f64,
    },
}

/// What several levers together would have to be.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastEffortAnswer {
    /// The levers, with the values they need; those that need not move stand as they are.
    pub values: Vec<(Assumption, f64)>,
    /// Whether the goal is reached there.
    pub is_reached: bool,
    /// Median there, in the target's unit.
    pub median: f64,
    /// Probability there, a fraction.
    pub probability: f64,
    /// How far the median falls short there, in the target's unit; 0 where the goal is reached.
    pub shortfall: f64,
    /// Levers at a limit that keeps the goal out of reach, by their place in `values`.
    pub binding: Vec<usize>,
}

/// The value of `lever` alone that reaches the goal; None where the milestone is settled or cannot be judged, or the goal
/// is no probability.
#[must_use]
pub fn goal_seek(
    setting: &Setting<'_>,
    target: &'static Target,
    inputs: &Inputs,
    milestone: usize,
    goal: Goal,
    lever: &Assumption,
) -> Option<GoalAnswer> {
    let search = Search::new(setting, target, inputs, milestone, goal)?;
    if search.distance(&search.trial.outcome(&[], &[])?) >= 0.0 {
        return Some(GoalAnswer::Already);
    }
    let at = |value: f64| search.trial.outcome(&[*lever], &[value]);
    let limits = lever.limits;
    let distance = |value: f64| at(value).map_or(f64::NAN, |outcome| search.distance(&outcome));
    // Both sides of the value in force are looked at: more may be too much of something as well.
    let ends = [limits.minimum, limits.maximum];
    let found = ends
        .into_iter()
        .filter_map(|end| match root(distance, lever.base, end, limits.step * 1e-4) {
            Root::Found { x, .. } => Some(x),
            Root::NoSignChange { .. } | Root::Undefined { .. } => None,
        })
        .min_by(|one, other| (one - lever.base).abs().total_cmp(&(other - lever.base).abs()));
    if let Some(value) = found {
        let tried = lever.rounded(value);
        // The place of the root is known to a tolerance only: a hair further where it falls short. Where the value in force
        // reaches the goal and what stands without it does not (a default fits the first year of its own stretch of the
        // series, which need not be the milestone's), a hair back.
        let hair = 0.1 * limits.step * if value > lever.base { 1.0 } else { -1.0 };
        let candidates = [tried, tried + hair, tried - hair];
        let reaching = candidates.into_iter().find(|value| distance(*value) >= 0.0);
        return Some(GoalAnswer::At(lever.rounded(reaching.unwrap_or(tried + hair))));
    }
    let best = if distance(limits.minimum) > distance(limits.maximum) {
        limits.minimum
    } else {
        limits.maximum
    };
    Some(GoalAnswer::OutOfReach {
        best,
        probability: at(best)?.probability,
    })
}

/// The levers a planner can act on, moved together with the least effort, where one unit of effort is half the way from
/// a lever's 10 % to its 90 % quantile. None as for [`goal_seek`], and where there is no such lever.
#[must_use]
pub fn least_effort_answer(
    setting: &Setting<'_>,
    target: &'static Target,
    inputs: &Inputs,
    milestone: usize,
    goal: Goal,
) -> Option<LeastEffortAnswer> {
    let search = Search::new(setting, target, inputs, milestone, goal)?;
    let mut levers = assumptions(setting, target, inputs);
    levers.retain(|assumption| assumption.is_action && assumption.high > assumption.low);
    if levers.is_empty() {
        return None;
    }
    let efforts: Vec<EffortLever> = levers
        .iter()
        .map(|lever| EffortLever {
            start: lever.base,
            unit: 0.5 * (lever.high - lever.low),
            lower: lever.limits.minimum,
            upper: lever.limits.maximum,
        })
        .collect();
    let outcome = |values: &[f64]| {
        let outcome = search.trial.outcome(&levers, values);
        outcome.map_or(f64::NAN, |outcome| search.distance(&outcome))
    };
    let answer = least_effort_nonlinear(&efforts, outcome, 0.0, plan::Better::Higher)?;
    let (values, binding) = match answer {
        NonlinearEffort::Reached { levers, .. } => (levers, None),
        NonlinearEffort::OutOfReach { levers, binding, .. } => (levers, Some(binding)),
    };
    let reached = search.trial.outcome(&levers, &values)?;
    let shortfall = match binding {
        Some(_) => -search.threshold.headroom(reached.median),
        None => 0.0,
    };
    Some(LeastEffortAnswer {
        is_reached: binding.is_none(),
        median: reached.median,
        probability: reached.probability,
        shortfall: shortfall.max(0.0),
        binding: binding.unwrap_or_default(),
        values: levers.into_iter().zip(values).collect(),
    })
}

/// A goal for one milestone.
struct Search<'a> {
    trial: Trial<'a>,
    threshold: Threshold,
    goal: Goal,
}

impl<'a> Search<'a> {
    fn new(
        setting: &'a Setting<'a>,
        target: &'static Target,
        inputs: &'a Inputs,
        milestone: usize,
        goal: Goal,
    ) -> Option<Self> {
        if let Goal::Probability(p) = goal
            && !(p > 0.0 && p < 1.0)
        {
            return None;
        }
        let projection = crate::projection::project(setting, target, inputs);
        // A median of whole units moves in jumps, on which no slope leads anywhere: it meets a bar just where the chance
        // of meeting it passes one half.
        let is_count = matches!(projection.equation, Some((_, Equation::Units(..))));
        let goal = if is_count && goal == Goal::Median {
            Goal::Probability(EVEN)
        } else {
            goal
        };
        Some(Self {
            trial: Trial {
                setting,
                target,
                inputs,
                milestone,
            },
            threshold: projection.milestones.get(milestone)?.threshold?,
            goal,
        })
    }

    /// How far the goal is passed (below 0: missed), on a smooth scale: normal deviates for a probability, the target's
    /// unit for a median.
    fn distance(&self, outcome: &Outcome) -> f64 {
        match self.goal {
            Goal::Median => self.threshold.effective_headroom(outcome.median),
            Goal::Probability(p) => {
                // Far below any chance that matters there is still a way up.
                let inside = outcome.probability.clamp(1e-300, 1.0 - f64::EPSILON);
                normal_quantile(inside) - normal_quantile(p)
            }
        }
    }
}
