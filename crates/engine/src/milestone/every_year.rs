//! A bar that holds every year: the years of each horizon taken together, under the level model.

use plan::Better;

use crate::event::{every_year_at_least, every_year_at_most};
use crate::forecasts::Context;
use crate::horizon::Phase;
use crate::model::{Fit, FitKind};
use crate::rule::Threshold;

/// A bar that holds every year, over the years of the plan's first horizon and those of its second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EveryYear {
    /// Years of the first horizon whose figure meets it.
    pub met: u16,
    /// Years of the first horizon whose figure misses it: one is enough for the horizon to be missed.
    pub missed: u16,
    /// Years of the first horizon without a figure.
    pub left: u16,
    /// Probability that all of those meet it, a fraction; None where it cannot be computed.
    pub probability: Option<f64>,
    /// Years of the second horizon without a figure.
    pub later: u16,
    /// Probability that all of those meet it, a fraction.
    pub later_probability: Option<f64>,
}

/// The plan's years with and without figures; None where the figures are not scattered around one level.
pub(super) fn judge(context: &Context<'_>, threshold: Threshold, fit: &Fit) -> Option<EveryYear> {
    let FitKind::Level(level, _) = &fit.kind else {
        return None;
    };
    let plan = context.setting.plan;
    let bar = fit.transform.forward_or_infinite(threshold.effective());
    let all = |years: u16| match threshold.better {
        Better::Higher => every_year_at_least(level, bar, years),
        Better::Lower => every_year_at_most(level, bar, years),
    };
    let count = |phase: Phase| {
        let years = phase.first_year(plan.base_year, plan.end_year)..=phase.last_year(plan.end_year);
        years.fold((0, 0, 0), |(met, missed, left), year| {
            match context.series.in_year(year) {
                Some(figure) if threshold.is_met(figure.value, figure.decimals) => (met + 1, missed, left),
                Some(_) => (met, missed + 1, left),
                None => (met, missed, left + 1),
            }
        })
    };
    let ((met, missed, left), (_, _, later)) = (count(Phase::First), count(Phase::Second));
    Some(EveryYear {
        met,
        missed,
        left,
        probability: all(left),
        later,
        later_probability: all(later),
    })
}
