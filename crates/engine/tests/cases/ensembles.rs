//! All targets drawn together: agreement with the closed forms, independence of what else is drawn, joint counts.

use engine::ensemble::{Ensemble, EnsembleRun, Standing};
use engine::{Change, LeverId, Mode, SHARED_CODE, Scenario, project};
use plan::Plan;

use crate::support::{TODAY, figure, lever, target, threshold};

const DRAWS: u32 = 10_000;

fn drawn(scenario: &Scenario, draws: u32) -> Ensemble {
    EnsembleRun::new(plan::plan(), scenario, TODAY, draws, None).finish()
}

fn scenario(changes: &[(u8, Change)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (code, change) in changes {
        scenario.apply(plan::plan(), *code, *change).unwrap();
    }
    scenario
}

fn code(id: &str) -> u8 {
    target(id).code
}

/// Scenarios that between them use every kind of draw.
fn scenarios() -> Vec<(&'static str, Scenario)> {
    let beds = code("hospital_beds");
    let roads = code("ring_roads_all");
    let plan_mode = |code: u8| (code, Change::Mode(Some(Mode::Plan)));
    vec![
        ("as shipped", Scenario::default()),
        (
            "planned",
            scenario(&[
                plan_mode(code("income_per_capita")),
                plan_mode(beds),
                plan_mode(code("advanced_rural_communes")),
            ]),
        ),
        (
            "figures of the reader",
            scenario(&[
                (code("full_vaccination"), figure(2023, 96.5)),
                (code("crime_clearance"), figure(2022, 80.0)),
                (code("underweight_under5"), figure(2024, 7.4)),
                (code("social_insurance"), figure(2024, 41.0)),
                (code("social_insurance"), threshold(2030, 60.0)),
            ]),
        ),
        (
            "identity and shock",
            scenario(&[
                (beds, Change::Mode(Some(Mode::Driver))),
                (
                    code("urban_population"),
                    Change::Shock {
                        year: 2027,
                        value: Some(12.0),
                    },
                ),
            ]),
        ),
        (
            "crises that half come back",
            scenario(&[
                (SHARED_CODE, lever(LeverId::CrisisProbability, 10.0)),
                (SHARED_CODE, lever(LeverId::CrisisRebound, 50.0)),
            ]),
        ),
        (
            "crises where less is better, also off the log scale",
            scenario(&[
                (SHARED_CODE, lever(LeverId::CrisisProbability, 20.0)),
                (SHARED_CODE, lever(LeverId::CrisisDepth, -40.0)),
                (code("underweight_under5"), figure(2024, 5.5)),
                (code("maternal_mortality"), figure(2022, 0.0)),
                (code("maternal_mortality"), figure(2024, 0.6)),
            ]),
        ),
        (
            "more units than were said to be",
            scenario(&[
                (code("advanced_rural_districts"), figure(2024, 1.0)),
                (code("advanced_rural_districts"), lever(LeverId::Units, 2.0)),
            ]),
        ),
        (
            "a deed by its dates",
            scenario(&[
                (roads, lever(LeverId::Earliest, 2027.0)),
                (roads, lever(LeverId::Likeliest, 2029.5)),
                (roads, lever(LeverId::Latest, 2034.0)),
            ]),
        ),
    ]
}

#[test]
fn every_share_of_draws_agrees_with_its_closed_form() {
    let plan: &Plan = plan::plan();
    let mut compared = 0;
    for (name, scenario) in scenarios() {
        let ensemble = drawn(&scenario, DRAWS);
        for milestone in &ensemble.milestones {
            let Standing::Drawn(hits) = &milestone.standing else {
                continue;
            };
            let target = plan.target_by_code(milestone.code).unwrap();
            let projection = project(&scenario.setting(plan, TODAY), target, scenario.inputs(target.code));
            let result = projection.milestones[milestone.index];
            let closed = match result.every_year {
                Some(every) => every.probability.unwrap(),
                None => result.probability.unwrap(),
            };
            // Four standard errors, and a hit or two where the closed form is all but certain.
            let error = (closed * (1.0 - closed) / f64::from(DRAWS)).sqrt();
            let off = (hits.share() - closed).abs();
            assert!(
                off <= 4.0 * error + 2e-4,
                "{name}, {} {:?}: {} and {closed}",
                target.id,
                result.year,
                hits.share()
            );
            compared += 1;
        }
    }
    assert!(compared >= 140, "{compared}");
}

#[test]
fn what_is_not_drawn_is_settled_or_unknown_as_on_the_board() {
    let plan = plan::plan();
    let scenario = Scenario::default();
    for milestone in drawn(&scenario, 64).milestones {
        let target = plan.target_by_code(milestone.code).unwrap();
        let result =
            project(&scenario.setting(plan, TODAY), target, scenario.inputs(target.code)).milestones[milestone.index];
        let outlook = result.verdict.outlook();
        match milestone.standing {
            Standing::Certain(met) => assert_eq!(met, outlook == engine::Outlook::Met, "{}", target.id),
            Standing::Unknown => assert_eq!(outlook, engine::Outlook::Unknown, "{}", target.id),
            Standing::Drawn(_) => assert!(result.probability.is_some(), "{}", target.id),
        }
    }
}

#[test]
fn moving_one_target_leaves_the_draws_of_all_others_bit_for_bit() {
    let before = drawn(&Scenario::default(), 2_048);
    let moved = code("income_per_capita");
    let after = drawn(
        &scenario(&[
            (moved, lever(LeverId::ReferenceRate, 11.0)),
            // One more target is drawn, from an earlier year on than all others.
            (code("full_vaccination"), figure(2009, 93.0)),
        ]),
        2_048,
    );
    let mut compared = 0;
    for milestone in &before.milestones {
        if [moved, code("full_vaccination")].contains(&milestone.code) {
            continue;
        }
        let same = after
            .milestones
            .iter()
            .find(|other| (other.code, other.index) == (milestone.code, milestone.index));
        assert_eq!(same, Some(milestone));
        compared += usize::from(matches!(milestone.standing, Standing::Drawn(_)));
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn the_first_draws_of_many_are_the_draws_of_few() {
    let (few, many) = (drawn(&Scenario::default(), 640), drawn(&Scenario::default(), 2_048));
    for (few, many) in few.milestones.iter().zip(&many.milestones) {
        if let (Standing::Drawn(few), Standing::Drawn(many)) = (&few.standing, &many.standing) {
            assert_eq!(few.words(), &many.words()[..10]);
        }
    }
}

#[test]
fn another_seed_gives_other_draws_and_the_same_seed_the_same() {
    let seeded = |seed: f64| drawn(&scenario(&[(SHARED_CODE, lever(LeverId::Seed, seed))]), 640);
    assert_eq!(seeded(7.0), seeded(7.0));
    assert_ne!(seeded(7.0).milestones, seeded(8.0).milestones);
    assert_eq!(drawn(&Scenario::default(), 640).seed, 20_251_231);
}

#[test]
fn four_times_the_draws_halve_the_error() {
    let scenario = Scenario::default();
    let plan = plan::plan();
    let spread = |draws: u32| {
        let mut squares = 0.0;
        let mut count = 0.0;
        for seed in 0..12_u8 {
            let mut seeded = scenario.clone();
            seeded
                .apply(plan, SHARED_CODE, lever(LeverId::Seed, f64::from(seed)))
                .unwrap();
            for milestone in drawn(&seeded, draws).milestones {
                let Standing::Drawn(hits) = milestone.standing else {
                    continue;
                };
                let target = plan.target_by_code(milestone.code).unwrap();
                let result = project(&scenario.setting(plan, TODAY), target, scenario.inputs(target.code)).milestones
                    [milestone.index];
                let Some(closed) = result.probability.filter(|_| result.every_year.is_none()) else {
                    continue;
                };
                squares += (hits.share() - closed).powi(2);
                count += 1.0;
            }
        }
        (squares / count).sqrt()
    };
    let ratio = spread(512) / spread(2_048);
    assert!((1.6..2.5).contains(&ratio), "{ratio}");
}

#[test]
fn counts_of_milestones_add_up() {
    let ensemble = drawn(&Scenario::default(), DRAWS);
    for year in [2025, 2030] {
        let joint = ensemble.joint(|milestone| milestone.year == Some(year));
        assert_eq!(joint.at_least.len(), joint.judged + 1);
        assert_eq!(joint.at_least[0], 1.0);
        assert!(joint.at_least.is_sorted_by(|fewer, more| fewer >= more));
        let mut expected = 0.0;
        for milestone in ensemble
            .milestones
            .iter()
            .filter(|milestone| milestone.year == Some(year))
        {
            expected += match &milestone.standing {
                Standing::Certain(met) => f64::from(u8::from(*met)),
                Standing::Drawn(hits) => hits.share(),
                Standing::Unknown => 0.0,
            };
        }
        assert!(
            (joint.expected - expected).abs() < 1e-9,
            "{} and {expected}",
            joint.expected
        );
        // One settled as missed: all cannot be met.
        assert!(joint.settled_missed == 0 || joint.at_least[joint.judged] == 0.0);
    }
}

#[test]
fn targets_that_share_shocks_are_met_together_more_often_than_by_chance() {
    let ensemble = drawn(&Scenario::default(), DRAWS);
    let pair = [("income_per_capita", 2030), ("enterprises", 2025)];
    let both = ensemble.joint(|milestone| {
        pair.iter()
            .any(|(id, year)| (milestone.code, milestone.year) == (code(id), Some(*year)))
    });
    assert!(both.judged <= 2);
    let shares: f64 = ensemble
        .milestones
        .iter()
        .filter(|milestone| {
            pair.iter()
                .any(|(id, year)| (milestone.code, milestone.year) == (code(id), Some(*year)))
        })
        .map(|milestone| match &milestone.standing {
            Standing::Drawn(hits) => hits.share(),
            Standing::Certain(met) => f64::from(u8::from(*met)),
            Standing::Unknown => 1.0,
        })
        .product();
    assert!(both.at_least[both.judged] >= shares - 0.02);
}

#[test]
fn the_chosen_target_s_quantiles_are_those_of_its_fan() {
    let plan = plan::plan();
    for id in [
        "income_per_capita",
        "school_attendance",
        "life_expectancy",
        "new_rural_districts",
        "crime_clearance",
    ] {
        let target = target(id);
        let ensemble = EnsembleRun::new(plan, &Scenario::default(), TODAY, DRAWS, Some(target.code)).finish();
        let fan = project(&Scenario::default().setting(plan, TODAY), target, engine::Inputs::NONE).path;
        assert!(!ensemble.chosen.is_empty(), "{id}");
        for year in &ensemble.chosen {
            let Some(point) = fan.iter().find(|point| point.year == year.year) else {
                continue;
            };
            // Counts move by whole units.
            let unit = if id == "new_rural_districts" {
                100.0 / 9.0 / 0.06
            } else {
                0.0
            };
            let width = (point.bands[1].upper - point.bands[1].lower).max(unit * 1.01);
            for (value, closed) in [
                (year.values[3], point.median),
                (year.values[1], point.bands[1].lower),
                (year.values[5], point.bands[1].upper),
            ] {
                assert!(
                    (value - closed).abs() < 0.06 * width,
                    "{id} {}: {value} and {closed}",
                    year.year
                );
            }
        }
    }
}
