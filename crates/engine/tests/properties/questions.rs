//! Questions about any target under any changes: answers that hold when they are applied, and never a number out of bounds.

use engine::question::{Goal, GoalAnswer, assumptions, goal_seek, least_effort_answer, tornado};
use engine::{Change, LeverId, MilestoneState, Scenario};
use plan::Target;
use proptest::prelude::*;

use crate::any::{draws, project, scenario, target};

/// The probability of a milestone with these values in place.
fn applied(target: &'static Target, base: &Scenario, milestone: usize, values: &[(u8, LeverId, f64)]) -> Option<f64> {
    let mut scenario = base.clone();
    for (code, id, value) in values {
        scenario
            .apply(plan::plan(), *code, Change::Lever(*id, Some(*value)))
            .expect("within its limits");
    }
    project(target, &scenario, 2026).milestones[milestone].probability
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_hold_when_they_are_applied(target in target(), draws in draws(), p in 0.02..0.98_f64) {
        let scenario = scenario(target, &draws);
        let setting = scenario.setting(plan::plan(), 2026);
        let inputs = scenario.inputs(target.code);
        let known = assumptions(&setting, target, inputs);
        for assumption in &known {
            let limits = assumption.limits;
            prop_assert!(assumption.low <= assumption.high, "{assumption:?}");
            prop_assert!(limits.minimum <= assumption.low && assumption.high <= limits.maximum, "{assumption:?}");
        }
        let goal = Goal::Probability(p);
        for (milestone, result) in project(target, &scenario, 2026).milestones.iter().enumerate() {
            if let Some(found) = tornado(&setting, target, inputs, milestone) {
                prop_assert!(result.state != MilestoneState::Settled);
                let numbers = found.bars.iter().flat_map(|bar| bar.medians.into_iter().chain(bar.probabilities));
                prop_assert!(numbers.into_iter().all(f64::is_finite), "{}: {found:?}", target.id);
            }
            for assumption in &known {
                let answer = goal_seek(&setting, target, inputs, milestone, goal, assumption);
                match answer {
                    Some(GoalAnswer::At(value)) => {
                        let found = applied(target, &scenario, milestone, &[(assumption.code, assumption.id, value)]);
                        prop_assert!(found >= Some(p - 1e-6), "{} {assumption:?} {value}: {found:?} for {p}", target.id);
                    }
                    Some(GoalAnswer::OutOfReach { best, probability }) => {
                        prop_assert!(best == assumption.limits.minimum || best == assumption.limits.maximum);
                        prop_assert!(probability < p + 1e-9, "{} {assumption:?}", target.id);
                    }
                    Some(GoalAnswer::Already) => prop_assert!(result.probability >= Some(p - 1e-9)),
                    None => prop_assert!(result.probability.is_none() || result.value.is_none()),
                }
            }
            let Some(answer) = least_effort_answer(&setting, target, inputs, milestone, goal) else { continue };
            let values: Vec<(u8, LeverId, f64)> =
                answer.values.iter().map(|(assumption, value)| (assumption.code, assumption.id, *value)).collect();
            let found = applied(target, &scenario, milestone, &values);
            prop_assert!(found.is_some_and(|found| (found - answer.probability).abs() < 1e-9), "{found:?} {answer:?}");
            prop_assert!(!answer.is_reached || found >= Some(p - 1e-6), "{}: {answer:?} for {p}", target.id);
        }
    }
}
