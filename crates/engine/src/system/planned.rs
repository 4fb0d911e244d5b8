//! Plan mode as equations: a stock in the target's unit that grows by phase.

use plan::{Method, Scale};

use super::builder::Builder;
use super::expression::{Condition, Expression};
use crate::forecasts::Context;
use crate::horizon::Phase;
use crate::path::{growth_in_force, limits};

/// The planned figure and its change a year, from the newest figure `last` of `last_value`.
pub(super) fn path(
    builder: &mut Builder<'_>,
    context: &Context<'_>,
    method: &Method,
    last: Expression,
    last_value: f64,
) -> (Expression, Expression) {
    let plan = context.setting.plan;
    let [first, second, after] = growth_in_force(plan, context.target, context.inputs, context.series);
    let first = builder.auxiliary("growth_first_phase", first);
    let second = builder.auxiliary("growth_second_phase", second);
    let after = builder.auxiliary("growth_afterwards", after);
    // A step made in a year leads into the next one, so the phase's last year already belongs to the next phase.
    let until = |phase: Phase| Condition::Less(Expression::Time, f64::from(phase.last_year(plan.end_year)).into());
    let later = Expression::when(until(Phase::Second), second, after);
    let growth = builder.auxiliary("growth", Expression::when(until(Phase::First), first, later));
    let planned = builder.part("planned");
    let change = match method.prior.scale {
        Scale::Log => planned.clone() * growth / 100.0,
        Scale::Identity => growth,
        Scale::Logit => {
            let (least, greatest) = limits(method, context.inputs, context.series, last_value);
            let least = builder.auxiliary("planned_least", least);
            let greatest = builder.auxiliary("planned_most", greatest);
            (planned.clone() + growth).at_least(least).at_most(greatest) - &planned
        }
    };
    let grown = builder.flow("planned_growth", change.clone());
    let label = builder.own_label();
    builder.stock("planned", last, vec![grown], Vec::new(), Some(label));
    (planned, change)
}
