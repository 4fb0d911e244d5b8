//! Scenarios for tests: named changes, and random ones that the engine takes.
#![allow(dead_code, reason = "each test file uses some of it")]

pub mod seen;

use engine::{Change, LeverId, Mode, Phase, SHARED_CODE, Scenario, bases, lever_limits, levers, shared_levers};
use plan::{Plan, Target};
use proptest::collection::vec;
use proptest::prelude::*;
use wire::{Day, Saved, Seen, clean_name, clean_notes};

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

/// Stands for what all targets share where a target's id is asked for.
pub const SHARED: &str = "shared";

/// A rate or flow by its id: of a target's identity, or a shared one.
pub fn parameter(id: &str, name: &str, value: f64) -> Change {
    let shared = plan().shared.iter();
    let mut known: Vec<_> = if id == SHARED {
        shared.collect()
    } else {
        target(id).drivers.iter().flat_map(|driver| driver.parameters).collect()
    };
    known.retain(|parameter| parameter.id == name);
    lever(LeverId::Parameter(known.first().expect("a parameter").code), value)
}

pub fn shock(year: i16, value: f64) -> Change {
    Change::Shock {
        year,
        value: Some(value),
    }
}

/// A scenario of changes that must all be taken.
pub fn scenario(changes: &[(&str, Change)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, change) in changes {
        let code = if *id == SHARED { SHARED_CODE } else { target(id).code };
        let taken = scenario.apply(plan(), code, *change);
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

/// What came after the first links: identities, shared rates, shocks, units and the dates of deeds.
pub fn later_kinds() -> Saved {
    saved(
        "Động lực, khủng hoảng, cú sốc",
        "",
        &[
            (SHARED, parameter(SHARED, "population_growth", 1.2)),
            (SHARED, parameter(SHARED, "inflation", 4.5)),
            (SHARED, parameter(SHARED, "conversions", 250.0)),
            (SHARED, lever(LeverId::CrisisProbability, 5.0)),
            (SHARED, lever(LeverId::CrisisDepth, -12.5)),
            (SHARED, lever(LeverId::CrisisRebound, 40.0)),
            (SHARED, lever(LeverId::Seed, 4_294_967_295.0)),
            ("income_per_capita", Change::Mode(Some(Mode::Driver))),
            (
                "income_per_capita",
                parameter("income_per_capita", "wages_earnings", 6.5),
            ),
            (
                "income_per_capita",
                parameter("income_per_capita", "other_earnings", 2.0),
            ),
            ("income_per_capita", shock(2027, -7.5)),
            ("income_per_capita", shock(2030, 2.0)),
            ("hospital_beds", Change::Mode(Some(Mode::Driver))),
            ("hospital_beds", parameter("hospital_beds", "additions", 210.0)),
            ("urban_population", shock(2028, 6.25)),
            ("advanced_rural_communes", lever(LeverId::Units, 105.0)),
            ("advanced_rural_communes", lever(LeverId::Hazard, 8.5)),
            ("ring_roads_all", lever(LeverId::Earliest, 2027.0)),
            ("ring_roads_all", lever(LeverId::Likeliest, 2028.25)),
            ("ring_roads_all", lever(LeverId::Latest, 2031.5)),
            ("ring_roads_4_5", lever(LeverId::Hazard, 15.0)),
        ],
    )
}

/// What the author of a link to a scenario saw on 24 November 2026.
pub fn seen(scenario: &Scenario) -> Seen {
    seen::on(Day::from_iso("2026-11-24").expect("a day"), scenario, plan())
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
        0..14_u8,
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
        let (code, change) = match self.kind {
            0 => (target.code, Change::Mode(Some(Mode::Plan))),
            8 => (target.code, Change::Mode(Some(Mode::Driver))),
            9 => {
                let levers = shared_levers(plan(), scenario.shared());
                let lever = self.choice.get(&levers);
                (
                    SHARED_CODE,
                    self.moved(lever.id, lever.range.minimum, lever.range.maximum),
                )
            }
            10 => (SHARED_CODE, self.moved(LeverId::Seed, 0.0, 4_294_967_295.0)),
            11 | 12 => {
                // A deed's levers have no shipped value, so that no list holds them.
                let ids = [LeverId::Earliest, LeverId::Likeliest, LeverId::Latest, LeverId::Hazard];
                let id = *self.choice.get(&ids);
                let Some(limits) = lever_limits(target, id) else { return };
                (target.code, self.moved(id, limits.minimum, limits.maximum))
            }
            13 => {
                let value = Some(self.between(-10.0, 10.0));
                (
                    target.code,
                    Change::Shock {
                        year: self.year.max(2020),
                        value,
                    },
                )
            }
            1 => {
                let bases = bases(target);
                if bases.is_empty() {
                    return;
                }
                (target.code, Change::Basis(Some(self.choice.get(&bases).code)))
            }
            2 => (
                target.code,
                observation(self.year, self.between(unit.minimum, unit.maximum)),
            ),
            3 => {
                let value = Some(self.between(unit.minimum, unit.maximum));
                let year = [2025, 2030][self.choice.index(2)];
                (target.code, Change::Threshold { year, value })
            }
            _ => {
                let levers = levers(&scenario.setting(plan(), 2026), target, scenario.inputs(target.code));
                if levers.is_empty() {
                    return;
                }
                let lever = self.choice.get(&levers);
                (
                    target.code,
                    self.moved(lever.id, lever.range.minimum, lever.range.maximum),
                )
            }
        };
        let taken = scenario.apply(plan(), code, change);
        let is_optional = matches!(
            change,
            Change::Mode(_) | Change::Threshold { .. } | Change::Shock { .. }
        );
        assert!(taken.is_ok() || is_optional, "{}: {change:?}: {taken:?}", target.id);
    }

    /// A lever at a place within its limits; what is counted is whole.
    fn moved(&self, id: LeverId, minimum: f64, maximum: f64) -> Change {
        let value = self.between(minimum, maximum);
        let is_counted = matches!(id, LeverId::Units | LeverId::Seed);
        Change::Lever(id, Some(if is_counted { value.floor() } else { value }))
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
