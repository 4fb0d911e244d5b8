//! What the author saw: it travels in the link, and a reader's page says what differs and why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use engine::board::Tally;
use engine::{Change, LeverId, Likelihood, Mode, Outlook, Scenario, Verdict, project};
use plan::Plan;
use proptest::prelude::*;
use support::{any_saved, every_kind, later_kinds, lever, many_levers, plan, saved, seen};
use wire::{Day, Difference, Headline, MadeWith, Moved, Saved, Seen, link};

fn day(text: &str) -> Day {
    Day::from_iso(text).unwrap()
}

fn headline(scenario: &Scenario, today: i16) -> Headline {
    seen::headline(scenario, plan(), today)
}

fn through_link(saved: &Saved, seen: &Seen) -> Seen {
    let text = link::encode(saved, Some(seen), plan()).unwrap();
    let opened = link::decode(&text, plan()).unwrap();
    assert_eq!((&opened.value, opened.problems.as_slice()), (saved, &[][..]));
    assert_eq!(link::encode(&opened.value, opened.seen.as_ref(), plan()).unwrap(), text);
    opened.seen.unwrap()
}

#[test]
fn the_record_comes_back_and_leaves_the_scenario_alone() {
    for saved in [Saved::default(), every_kind(), later_kinds()] {
        let seen = seen(&saved.scenario);
        assert_eq!(through_link(&saved, &seen), seen);
        assert_eq!(
            link::decode(&link::encode(&saved, None, plan()).unwrap(), plan())
                .unwrap()
                .seen,
            None
        );
    }
}

#[test]
fn counts_are_those_of_the_board() {
    let scenario = every_kind().scenario;
    let headline = headline(&scenario, 2026);
    let years: Vec<i16> = headline.horizons.iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [2025, 2030]);
    for (year, tally) in &headline.horizons {
        let setting = scenario.setting(plan(), 2026);
        let mut counted = [0; 5];
        for target in plan().targets {
            let projection = project(&setting, target, scenario.inputs(target.code));
            for milestone in projection
                .milestones
                .iter()
                .filter(|milestone| milestone.year == Some(*year))
            {
                counted[milestone.verdict.outlook() as usize] += 1;
            }
        }
        assert_eq!(*tally, Tally::from_counts(counted), "{year}");
        assert!(tally.total() > 15 && tally.count(Outlook::AtRisk) > 0, "{tally:?}");
    }
    let changed: Vec<u8> = headline.changed.iter().map(|target| target.code).collect();
    assert_eq!(changed, [1, 2]);
}

#[test]
fn a_percent_never_has_another_word_than_its_judgement() {
    let mut result = project(
        &Scenario::default().setting(plan(), 2026),
        &plan().targets[0],
        engine::Inputs::NONE,
    )
    .milestones[0];
    for (probability, percent) in [
        (0.0, 0),
        (0.099_999_999_999_999_99, 9),
        (0.1, 10),
        (0.33_f64.next_down(), 32),
        (0.33, 33),
        (0.657, 65),
        (0.66_f64.next_down(), 65),
        (0.66, 66),
        (0.9_f64.next_down(), 89),
        (0.9, 90),
        (1.0, 100),
    ] {
        result.verdict = Verdict::Expected(Likelihood::of(probability));
        result.probability = Some(probability);
        let judged = wire::Judged::of(&result);
        assert_eq!(judged.percent, Some(percent), "{probability}");
        assert_eq!(
            result.verdict,
            Verdict::Expected(Likelihood::of(f64::from(percent) / 100.0))
        );
    }
}

#[test]
fn a_link_with_its_record_is_short() {
    let one = saved("", "", &[("income_per_capita", lever(LeverId::ReferenceRate, 7.5))]);
    let thirty = Saved {
        scenario: many_levers(30),
        ..Saved::default()
    };
    for (what, saved, limit) in [
        ("one lever", one, 120),
        ("thirty levers of thirty targets", thirty, 460),
    ] {
        let length = link::encode(&saved, Some(&seen(&saved.scenario)), plan())
            .unwrap()
            .len();
        println!("{what}, with what its author saw: {length} characters");
        assert!(length <= limit, "{what}: {length}");
    }
}

/// What differs between `then`, seen in 2026 with `made_with`, and `scenario` now.
fn compare(then: &Seen, scenario: &Scenario, made_with: &MadeWith, today: &str) -> Option<Difference> {
    let today = day(today);
    then.compare(&headline(scenario, today.year()), made_with, plan(), today)
}

#[test]
fn the_same_results_are_the_same_whatever_has_moved_on() {
    let scenario = later_kinds().scenario;
    let older = MadeWith {
        data_version: "2024-01-31".to_string(),
        engine_version: "0".to_string(),
    };
    let then = seen(&scenario);
    assert_eq!(compare(&then, &scenario, &MadeWith::now(plan()), "2026-12-31"), None);
    assert_eq!(compare(&then, &scenario, &older, "2026-12-31"), None);
}

#[test]
fn what_differs_is_named_with_its_reasons() {
    let scenario = saved("", "", &[("income_per_capita", lever(LeverId::ReferenceRate, 7.5))]).scenario;
    let then = seen(&scenario);
    let mut now = scenario.clone();
    let plan_mode = Change::Mode(Some(Mode::Plan));
    now.apply(plan(), 1, plan_mode).unwrap();
    now.apply(plan(), 1, lever(LeverId::Growth(engine::Phase::Second), 18.0))
        .unwrap();
    let current = MadeWith::now(plan());
    let difference = compare(&then, &now, &current, "2026-11-24").unwrap();
    assert_eq!((difference.reasons.as_slice(), difference.is_small), (&[][..], false));
    assert_eq!(difference.targets.len(), 1);
    assert_eq!(difference.targets[0].code, 1);
    let (before, after) = difference.targets[0].milestones[1];
    assert!(before.unwrap().percent < after.unwrap().percent, "{before:?} {after:?}");
    // Another target that the scenario leaves alone: counts may differ, the target is not named.
    let older = MadeWith {
        data_version: "2024-01-31".to_string(),
        engine_version: "0".to_string(),
    };
    let difference = compare(&then, &now, &older, "2031-01-01").unwrap();
    let reasons = [
        Moved::Data {
            from: "2024-01-31".to_string(),
        },
        Moved::Engine { from: "0".to_string() },
        Moved::Year { from: 2026 },
    ];
    assert_eq!(difference.reasons, reasons);
    // A link whose target this page leaves out.
    let difference = compare(&then, &Scenario::default(), &current, "2026-11-24").unwrap();
    assert_eq!(difference.targets[0].milestones[0].1, None);
}

#[test]
fn the_year_is_a_reason_and_small_moves_are_told_apart() {
    let scenario = Scenario::default();
    let then = Seen {
        date: day("2021-06-01"),
        headline: headline(&scenario, 2021),
    };
    // What a year changes by itself depends on the data; whatever it is, the year is the reason.
    let mut moved = headline(&scenario, 2026);
    moved.horizons[0].1.add(Outlook::Met);
    let difference = then
        .compare(&moved, &MadeWith::now(plan()), plan(), day("2026-01-01"))
        .unwrap();
    assert_eq!(difference.reasons, [Moved::Year { from: 2021 }]);
    assert_eq!(difference.horizons[0].year, 2025);
    // A single probability, a thousandth apart, in a target that the scenario leaves alone.
    let mut now = then.headline.clone();
    now.hash ^= 1;
    let difference = then.compare(&now, &MadeWith::now(plan()), plan(), then.date).unwrap();
    assert!(difference.is_small);
}

#[test]
fn another_plan_s_years_are_named() {
    let then = seen(&Scenario::default());
    let mut now = then.headline.clone();
    now.horizons.remove(0);
    now.horizons.push((2035, Tally::default()));
    let difference = then.compare(&now, &MadeWith::now(plan()), plan(), then.date).unwrap();
    let years: Vec<_> = difference
        .horizons
        .iter()
        .map(|horizon| (horizon.year, horizon.then.is_some(), horizon.now.is_some()))
        .collect();
    assert_eq!(years, [(2025, true, false), (2035, false, true)]);
}

#[test]
fn equal_scenarios_day_and_results_give_equal_links() {
    for saved in [every_kind(), later_kinds()] {
        let mut backwards = Saved {
            scenario: Scenario::default(),
            ..saved.clone()
        };
        let changes: Vec<_> = saved.scenario.changes().collect();
        for (code, change) in changes.into_iter().rev() {
            backwards.scenario.apply(plan(), code, change).unwrap();
        }
        let setting = backwards.scenario.setting(plan(), 2026);
        let mut projections: Vec<_> = plan()
            .targets
            .iter()
            .map(|target| project(&setting, target, backwards.scenario.inputs(target.code)))
            .collect();
        projections.reverse();
        let again = Seen {
            date: day("2026-11-24"),
            headline: Headline::of(plan(), &backwards.scenario, &projections),
        };
        let text = |saved: &Saved, seen: &Seen, plan: &Plan| link::encode(saved, Some(seen), plan);
        assert_eq!(
            text(&backwards, &again, plan()),
            text(&saved, &seen(&saved.scenario), plan())
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_records_come_back(saved in any_saved()) {
        let seen = seen(&saved.scenario);
        prop_assert_eq!(through_link(&saved, &seen), seen);
    }
}
