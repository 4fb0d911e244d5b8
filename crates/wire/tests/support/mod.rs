//! Scenarios for tests: named changes, and random ones that the engine takes.
#![allow(dead_code, reason = "each test file uses some of it")]

use engine::{Change, LeverId, Mode, Phase, Scenario, bases, levers};
use plan::{Plan, Target};
use proptest::collection::vec;
use proptest::prelude::*;
use wire::{Saved, clean_name, clean_notes};

pub fn plan() -> &'static Plan {
    plan::plan()
}

pub fn target(id: &str) -> &'static Target {
    plan()
        .targets
        .iter()
        .find(|target| target.id == id)
        .expect("a target of the plan")
}

pub fn lever(id: LeverId, value: f64) -> Change {
    Change::Lever(id, Some(value))
}

/// A scenario of changes that must all be taken.
pub fn scenario(changes: &[(&str, Change)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, change) in changes {
        let taken = scenario.apply(plan(), target(id).code, *change);
        assert_eq!(taken, Ok(()), "{id}: {change:?}");
    }
    scenario
}

pub fn saved(name: &str, notes: &str, changes: &[(&str, Change)]) -> Saved {
    Saved {
        name: name.to_string(),
        notes: notes.to_string(),
        scenario: scenario(changes),
    }
}

/// A scenario that uses every kind of change.
pub fn every_kind() -> Saved {
    saved(
        "Kịch bản lạc quan – ước vọng 2030",
        "Tăng trưởng theo nghị quyết.\nSố liệu 2023: ước.",
        &[
            ("income_per_capita", Change::Mode(Some(Mode::Plan))),
            ("income_per_capita", Change::Basis(Some(2))),
            ("income_per_capita", lever(LeverId::Growth(Phase::First), 8.5)),
            ("income_per_capita", lever(LeverId::Growth(Phase::Second), 9.0)),
            ("income_per_capita", lever(LeverId::Growth(Phase::After), 0.1 + 0.2)),
            ("income_per_capita", lever(LeverId::ReferenceRate, 7.25)),
            ("income_per_capita", lever(LeverId::ReferenceWeight, 12.5)),
            ("income_per_capita", lever(LeverId::Volatility, 4.5)),
            ("income_per_capita", observation(2023, 66.0)),
            ("income_per_capita", observation(2000, 1.0 / 3.0)),
            ("hospital_beds", observation(2024, 41.3)),
        ],
    )
}

pub fn observation(year: i16, value: f64) -> Change {
    Change::Observation {
        year,
        value: Some(value),
    }
}

/// One lever moved on each of `count` targets, to a value that a slider gives.
pub fn many_levers(count: usize) -> Scenario {
    let mut scenario = Scenario::default();
    for target in plan().targets {
        let Some(lever) = levers(&scenario.setting(plan(), 2026), target, scenario.inputs(target.code))
            .into_iter()
            .next()
        else {
            continue;
        };
        let value = ((lever.range.minimum + lever.range.maximum) / 2.0 * 100.0).round() / 100.0 + 0.25;
        let taken = scenario.apply(plan(), target.code, Change::Lever(lever.id, Some(value)));
        assert_eq!(taken, Ok(()), "{}", target.id);
        if scenario.change_count() == count {
            return scenario;
        }
    }
    panic!("only {} targets have levers", scenario.change_count());
}

/// Random names, notes and changes over the shipped plan, as they are saved.
pub fn any_saved() -> impl Strategy<Value = Saved> {
    (
        vec(any::<char>(), 0..100),
        vec(any::<char>(), 0..300),
        vec(step(), 0..60),
    )
        .prop_map(|(name, notes, steps)| {
            let mut scenario = Scenario::default();
            for step in &steps {
                step.take(&mut scenario);
            }
            Saved {
                name: clean_name(&String::from_iter(name)),
                notes: clean_notes(&String::from_iter(notes)),
                scenario,
            }
        })
}

/// One random change.
#[derive(Debug, Clone)]
struct Step {
    target: prop::sample::Index,
    kind: u8,
    choice: prop::sample::Index,
    fraction: f64,
    is_rounded: bool,
    year: i16,
}

fn step() -> impl Strategy<Value = Step> {
    (
        any::<prop::sample::Index>(),
        0..8_u8,
        any::<prop::sample::Index>(),
        0.0..=1.0,
        any::<bool>(),
        2000..=2035_i16,
    )
        .prop_map(|(target, kind, choice, fraction, is_rounded, year)| Step {
            target,
            kind,
            choice,
            fraction,
            is_rounded,
            year,
        })
}

impl Step {
    /// Makes the change; a kind that the target does not have makes none.
    fn take(&self, scenario: &mut Scenario) {
        let target = self.target.get(plan().targets);
        let unit = target.unit;
        let change = match self.kind {
            0 => Change::Mode(Some(Mode::Plan)),
            1 => {
                let bases = bases(target);
                if bases.is_empty() {
                    return;
                }
                Change::Basis(Some(self.choice.get(&bases).code))
            }
            2 => observation(self.year, self.between(unit.minimum, unit.maximum)),
            3 => Change::Threshold {
                year: [2025, 2030][self.choice.index(2)],
                value: Some(self.between(unit.minimum, unit.maximum)),
            },
            _ => {
                let levers = levers(&scenario.setting(plan(), 2026), target, scenario.inputs(target.code));
                if levers.is_empty() {
                    return;
                }
                let lever = self.choice.get(&levers);
                let value = self.between(lever.range.minimum, lever.range.maximum);
                // Units are counted in whole numbers.
                let is_count = lever.id == LeverId::Units;
                Change::Lever(lever.id, Some(if is_count { value.round() } else { value }))
            }
        };
        let taken = scenario.apply(plan(), target.code, change);
        let is_optional = matches!(change, Change::Mode(_) | Change::Threshold { .. });
        assert!(taken.is_ok() || is_optional, "{}: {change:?}: {taken:?}", target.id);
    }

    fn between(&self, minimum: f64, maximum: f64) -> f64 {
        let value = minimum + self.fraction * (maximum - minimum);
        let value = if self.is_rounded {
            (value * 10.0).round() / 10.0
        } else {
            value
        };
        value.clamp(minimum, maximum)
    }
}
