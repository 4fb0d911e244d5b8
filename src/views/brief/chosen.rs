//! What fits on two pages: which targets are listed, and which are drawn. Plain choices; no element.

use engine::{Outlook, Projection};
use plan::{Plan, TargetKind};

/// Targets in the table.
pub const MOST_ROWS: usize = 17;
/// Charts.
pub const MOST_CHARTS: usize = 4;
/// Changed assumptions that are listed one by one.
pub const MOST_CHANGES: usize = 12;

/// The targets that are listed, by their positions in the plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// Changed ones first, then those at risk; as many as fit.
    pub rows: Vec<usize>,
    /// Those of them that are drawn.
    pub charts: Vec<usize>,
    /// Targets with a verdict that did not fit.
    pub left_out: usize,
    /// Targets without any verdict.
    pub unknown: usize,
}

/// Chooses among `projections`, which are in the plan's order; `is_changed` says whether a target's assumptions were changed.
pub fn chosen<'a>(
    plan: &Plan,
    projections: impl IntoIterator<Item = &'a Projection>,
    is_changed: impl Fn(u8) -> bool,
) -> Chosen {
    // Where nearly all are changed, having been changed is no reason to stand in front.
    let changed = plan.targets.iter().filter(|target| is_changed(target.code)).count();
    let are_few = changed <= MOST_ROWS / 2;
    let mut ranked: Vec<(u8, usize, bool)> = Vec::new();
    let mut unknown = 0;
    for (position, (target, projection)) in plan.targets.iter().zip(projections).enumerate() {
        let outlooks = projection
            .milestones
            .iter()
            .map(|milestone| milestone.verdict.outlook());
        let worst = outlooks.filter(|outlook| *outlook != Outlook::Unknown).max();
        let rank = match (worst, is_changed(target.code) && are_few) {
            (_, true) => 0,
            (Some(worst), false) => 4 - worst as u8,
            (None, false) => {
                unknown += 1;
                continue;
            }
        };
        let has_chart = target.kind != TargetKind::Deed && !projection.path.is_empty();
        ranked.push((rank, position, has_chart));
    }
    ranked.sort_by_key(|(rank, position, _)| (*rank, *position));
    let left_out = ranked.len().saturating_sub(MOST_ROWS);
    ranked.truncate(MOST_ROWS);
    let drawn = ranked.iter().filter(|(_, _, has_chart)| *has_chart);
    Chosen {
        charts: drawn.map(|(_, position, _)| *position).take(MOST_CHARTS).collect(),
        rows: ranked.iter().map(|(_, position, _)| *position).collect(),
        left_out,
        unknown,
    }
}

#[cfg(test)]
mod tests {
    use engine::{Scenario, project};

    use super::{Chosen, MOST_CHARTS, MOST_ROWS, chosen};

    fn of_the_trend(is_changed: impl Fn(u8) -> bool) -> Chosen {
        let plan = plan::plan();
        let scenario = Scenario::default();
        let setting = scenario.setting(plan, 2026);
        let all: Vec<_> = plan
            .targets
            .iter()
            .map(|target| project(&setting, target, scenario.inputs(target.code)))
            .collect();
        chosen(plan, &all, is_changed)
    }

    #[test]
    fn every_target_is_listed_or_counted() {
        let chosen = of_the_trend(|_| false);
        let all = chosen.rows.len() + chosen.left_out + chosen.unknown;
        assert_eq!(all, plan::plan().targets.len());
        assert!(chosen.rows.len() <= MOST_ROWS && chosen.charts.len() <= MOST_CHARTS);
        assert!(chosen.charts.iter().all(|position| chosen.rows.contains(position)));
    }

    #[test]
    fn what_the_reader_changed_comes_first() {
        let last = plan::plan().targets.len() - 1;
        let code = plan::plan().targets[last].code;
        assert_ne!(of_the_trend(|_| false).rows.first(), Some(&last));
        assert_eq!(of_the_trend(|changed| changed == code).rows.first(), Some(&last));
    }
}
