//! What an author saw: made of a scenario, and as a line of `tests/links`.
#![allow(dead_code, reason = "each test file uses some of it")]

use engine::{Outlook, Scenario};
use plan::{Plan, Target};
use wire::{Day, Headline, Seen};

/// The headline of a scenario when today lies in `today`.
pub fn headline(scenario: &Scenario, plan: &Plan, today: i16) -> Headline {
    let setting = scenario.setting(plan, today);
    let project = |target: &'static Target| engine::project(&setting, target, scenario.inputs(target.code));
    let projections: Vec<_> = plan.targets.iter().map(project).collect();
    Headline::of(plan, scenario, &projections)
}

/// What the author of a link to a scenario saw on a day.
pub fn on(date: Day, scenario: &Scenario, plan: &Plan) -> Seen {
    let headline = headline(scenario, plan, date.year());
    Seen { date, headline }
}

/// `= 2026-11-24; 2025: 1 4 4 8 19; …; target 1: Expected(Even) 42 %, …; #0badcafe`
pub fn line(seen: &Seen) -> String {
    let mut parts = vec![format!("= {}", seen.date.to_iso())];
    for (year, tally) in &seen.headline.horizons {
        let counts = Outlook::ALL.map(|outlook| tally.count(outlook).to_string());
        parts.push(format!("{year}: {}", counts.join(" ")));
    }
    for target in &seen.headline.changed {
        let judged = target.milestones.iter().map(|judged| match judged.percent {
            Some(percent) => format!("{:?} {percent} %", judged.verdict),
            None => format!("{:?}", judged.verdict),
        });
        parts.push(format!(
            "target {}: {}",
            target.code,
            judged.collect::<Vec<_>>().join(", ")
        ));
    }
    parts.push(format!("#{:08x}", seen.headline.hash));
    parts.join("; ")
}
