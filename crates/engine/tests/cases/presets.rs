//! Scenarios to begin with do what their names say.

use engine::{Change, LeverId, Mode, Preset, levers, project};
use plan::{Better, Scale};

use crate::support::TODAY;

#[test]
fn the_trend_changes_nothing() {
    assert!(Preset::Trend.scenario(plan::plan(), TODAY).is_empty());
}

#[test]
fn as_written_puts_every_target_that_can_into_plan_mode_and_nothing_else() {
    let plan = plan::plan();
    let scenario = Preset::AsWritten.scenario(plan, TODAY);
    let changes: Vec<_> = scenario.changes().collect();
    assert!(changes.len() >= 20, "{}", changes.len());
    assert!(
        changes
            .iter()
            .all(|(_, change)| *change == Change::Mode(Some(Mode::Plan)))
    );
}

#[test]
fn slow_is_half_of_the_pace_that_the_plan_asks_for() {
    let plan = plan::plan();
    let slow = Preset::Slow.scenario(plan, TODAY);
    // What the plan asks for after 2025 depends on how far one has come by then: on the plan's own path.
    let asked = Preset::AsWritten.scenario(plan, TODAY);
    let mut seen = 0;
    for (code, change) in slow.changes() {
        let Change::Lever(id @ LeverId::Growth(_), Some(value)) = change else {
            continue;
        };
        let target = plan.target_by_code(code).expect("a target");
        let offered = levers(&asked.setting(plan, TODAY), target, asked.inputs(code));
        let lever = offered.iter().find(|lever| lever.id == id).expect("offered");
        let distance = (value - lever.shipped / 2.0).abs();
        assert!(
            distance <= lever.range.step * 0.5 + 1e-9,
            "{}: {value} of {}",
            target.id,
            lever.shipped
        );
        seen += 1;
    }
    assert!(seen >= 20, "{seen}");
}

#[test]
fn a_crisis_lowers_what_follows_the_economy_from_next_year_on_and_never_helps() {
    let plan = plan::plan();
    let crisis = Preset::Crisis.scenario(plan, TODAY);
    let none = engine::Scenario::default();
    let mut worse = 0;
    for target in plan.targets {
        let with = project(&crisis.setting(plan, TODAY), target, crisis.inputs(target.code));
        let without = project(&none.setting(plan, TODAY), target, none.inputs(target.code));
        for (a, b) in with.path.iter().zip(&without.path) {
            let gain = if target.better == Better::Lower {
                b.median - a.median
            } else {
                a.median - b.median
            };
            assert!(gain <= 1e-9, "{} {}", target.id, a.year);
            assert!(a.year > TODAY || gain.abs() < 1e-12, "{} {}", target.id, a.year);
            worse += usize::from(gain < 0.0 && a.year == TODAY + 1);
        }
        let is_log = target.method.is_some_and(|method| method.prior.scale == Scale::Log);
        assert!(is_log || crisis.inputs(target.code).is_empty(), "{}", target.id);
    }
    assert!(worse >= 3, "{worse}");
}
