//! What differs between two scenarios, and what lies between them.

use engine::between::{Difference, between, differences};
use engine::{Change, LeverId, Mode, Phase, Scenario};

use crate::support::{TODAY, figure, scenario, target};

const INCOME: &str = "income_per_capita";

fn growth(value: f64) -> Change {
    Change::Lever(LeverId::Growth(Phase::Second), Some(value))
}

fn halfway(before: &Scenario, after: &Scenario, share: f64) -> Scenario {
    between(plan::plan(), TODAY, before, after, share)
}

#[test]
fn differences_are_what_one_has_and_the_other_has_not() {
    let before = scenario(INCOME, &[growth(5.0), figure(2024, 60.0)]);
    let after = scenario(INCOME, &[growth(7.0), Change::Mode(Some(Mode::Plan))]);
    let code = target(INCOME).code;
    let found = differences(&before, &after);
    let expected = [
        (growth(5.0), growth(7.0)),
        (
            figure(2024, 60.0),
            Change::Observation {
                year: 2024,
                value: None,
            },
        ),
        (Change::Mode(None), Change::Mode(Some(Mode::Plan))),
    ];
    assert_eq!(
        found,
        expected.map(|(before, after)| Difference { code, before, after })
    );
    assert_eq!(differences(&after, &after), []);
}

#[test]
fn a_lever_moves_evenly_and_a_mode_turns_halfway() {
    let before = scenario(INCOME, &[growth(4.0)]);
    let after = scenario(INCOME, &[growth(8.0), Change::Mode(Some(Mode::Plan))]);
    assert_eq!(halfway(&before, &after, 0.0), before);
    assert_eq!(halfway(&before, &after, 1.0), after);
    assert_eq!(halfway(&before, &after, 0.25), scenario(INCOME, &[growth(5.0)]));
    assert_eq!(
        halfway(&before, &after, 0.75),
        scenario(INCOME, &[growth(7.0), Change::Mode(Some(Mode::Plan))])
    );
}

#[test]
fn a_lever_that_was_as_shipped_starts_from_there() {
    let weight = |value| Change::Lever(LeverId::ReferenceWeight, Some(value));
    let shipped = engine::levers(
        &Scenario::default().setting(plan::plan(), TODAY),
        target(INCOME),
        engine::Inputs::NONE,
    );
    let shipped = shipped
        .iter()
        .find(|lever| lever.id == LeverId::ReferenceWeight)
        .unwrap()
        .shipped;
    let after = scenario(INCOME, &[weight(shipped + 8.0)]);
    assert_eq!(
        halfway(&Scenario::default(), &after, 0.5),
        scenario(INCOME, &[weight(shipped + 4.0)])
    );
    assert_eq!(
        halfway(&after, &Scenario::default(), 0.25),
        scenario(INCOME, &[weight(shipped + 6.0)])
    );
}

#[test]
fn a_shock_grows_and_a_figure_appears() {
    let shock = |value| Change::Shock {
        year: 2028,
        value: Some(value),
    };
    let after = scenario(INCOME, &[shock(-10.0), figure(2024, 60.0)]);
    assert_eq!(
        halfway(&Scenario::default(), &after, 0.4),
        scenario(INCOME, &[shock(-4.0)])
    );
    assert_eq!(
        halfway(&Scenario::default(), &after, 0.6),
        scenario(INCOME, &[shock(-6.0), figure(2024, 60.0)])
    );
}

#[test]
fn a_share_that_is_no_number_changes_nothing_that_is_not_there() {
    let after = scenario(INCOME, &[growth(8.0)]);
    assert_eq!(halfway(&Scenario::default(), &after, f64::NAN), after);
}
