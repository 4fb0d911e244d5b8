//! Crises, a stress test that a reader turns on: mixtures over how many strike, as vector D08 has them.

use engine::distribution::StudentT;
use engine::{Attainment, Change, LeverId, Projection};
use plan::Better;

use crate::support::{
    DRIVEN, PLANNED, assert_within, figure, lever, milestone, project, project_with, scenario_with, target,
};

fn crisis(probability: f64, depth: f64, rebound: f64) -> [Change; 3] {
    [
        lever(LeverId::CrisisProbability, probability),
        lever(LeverId::CrisisDepth, depth),
        lever(LeverId::CrisisRebound, rebound),
    ]
}

/// Bin(j; n, q) for j from 0 to n.
fn masses(n: i32, q: f64) -> Vec<f64> {
    let choose = |j: i32| (0..j).fold(1.0, |product, i| product * f64::from(n - i) / f64::from(j - i));
    (0..=n).map(|j| choose(j) * q.powi(j) * (1.0 - q).powi(n - j)).collect()
}

#[test]
fn the_probability_is_the_mean_over_how_many_strike() {
    // Exposure 0.6 takes the whole depth, 0.4 two thirds; today 2026, so five years may be struck until 2030.
    for (id, changes, share, sign) in [
        ("income_per_capita", vec![], 1.0, 1.0),
        ("income_per_capita", vec![PLANNED], 1.0, 1.0),
        ("income_per_capita", vec![DRIVEN], 1.0, 1.0),
        ("hospital_beds", vec![PLANNED], 2.0 / 3.0, 1.0),
        ("full_vaccination", vec![figure(2022, 90.0)], 1.0 / 3.0, 1.0),
        // Fewer is better: a crisis makes it more.
        ("underweight_under5", vec![figure(2022, 8.0)], 1.0 / 3.0, -1.0),
    ] {
        let calm = milestone(&project(id, &changes), 2030);
        let struck = milestone(&project_with(&crisis(5.0, -6.0, 0.0), id, &changes), 2030);
        let forecast = calm.forecast.unwrap();
        let student = StudentT::new(forecast.degrees);
        let bar = calm.threshold.unwrap().effective();
        let bar = if id == "full_vaccination" {
            (bar / (100.0 - bar)).ln()
        } else {
            bar.ln()
        };
        let shift = 0.94_f64.ln() * share;
        let parts = (0..).zip(masses(5, 0.05)).map(|(j, mass)| {
            let margin = (forecast.location - bar) * sign + f64::from(j) * shift;
            mass * student.cdf(margin / forecast.scale)
        });
        assert_within(id, struck.probability.unwrap(), parts.sum(), 1e-12);
        assert!(struck.probability < calm.probability, "{id}");
        // Figure and pace say what they said.
        assert_eq!(
            (struck.required, struck.forecast),
            (calm.required, calm.forecast),
            "{id}"
        );
    }
}

#[test]
fn quantiles_have_their_share_below_them() {
    for (probability, depth, rebound) in [
        (5.0, -7.0, 0.0),
        (50.0, -50.0, 0.0),
        (30.0, -20.0, 50.0),
        (50.0, -40.0, 100.0),
    ] {
        let shared = crisis(probability, depth, rebound);
        for (id, sign) in [("income_per_capita", 1.0), ("underweight_under5", -1.0)] {
            let figures = [figure(2024, 40.0)];
            let calm = project(id, &figures);
            let forecast = milestone(&calm, 2030).forecast.unwrap();
            let student = StudentT::new(forecast.degrees);
            let exposure = target(id).method.unwrap().exposure / 0.6;
            let delta = sign * (1.0 + depth / 100.0_f64).ln() * exposure;
            let r = rebound / 100.0;
            let q = probability / 100.0;
            // Five years: three older ones, the one before the last and the last.
            let below = |z: f64| {
                let mut sum = 0.0;
                for (j, mass) in (0..).zip(masses(3, q)) {
                    for (before, p) in [(0.0, 1.0 - q), (1.0 - 0.5 * r, q)] {
                        for (last, own) in [(0.0, 1.0 - q), (1.0, q)] {
                            let shift = delta * (f64::from(j) * (1.0 - r) + before + last);
                            sum += mass * p * own * student.cdf((z - shift - forecast.location) / forecast.scale);
                        }
                    }
                }
                sum
            };
            let struck = project_with(&shared, id, &figures);
            let point = struck.path.iter().find(|point| point.year == 2030).unwrap();
            for (what, value, p) in [
                ("median", point.median, 0.5),
                ("low", point.bands[2].lower, 0.025),
                ("high", point.bands[1].upper, 0.9),
            ] {
                assert_within(&format!("{id} {what} {probability}"), below(value.ln()), p, 1e-9);
            }
        }
    }
}

fn bits(projection: &Projection) -> Vec<u64> {
    projection.path.iter().map(|point| point.median.to_bits()).collect()
}

#[test]
fn without_a_probability_or_a_depth_nothing_changes() {
    let calm = project("income_per_capita", &[]);
    for shared in [crisis(0.0, -30.0, 0.0), crisis(10.0, 0.0, 0.0)] {
        assert_eq!(bits(&project_with(&shared, "income_per_capita", &[])), bits(&calm));
    }
    // Ranks have no part in it, nor have units, levels and deeds.
    for id in [
        "e_government_rank",
        "new_rural_districts",
        "crime_clearance",
        "ring_roads_all",
    ] {
        assert_eq!(
            project_with(&crisis(20.0, -30.0, 0.0), id, &[]),
            project(id, &[]),
            "{id}"
        );
    }
}

#[test]
fn the_past_is_not_struck() {
    let shared = crisis(20.0, -30.0, 0.0);
    let calm = project("income_per_capita", &[]);
    let struck = project_with(&shared, "income_per_capita", &[]);
    for (calm, struck) in calm.path.iter().zip(&struck.path) {
        // From this year on one may strike; figures say what happened before.
        assert_eq!(calm.median > struck.median, calm.year >= 2026, "{}", calm.year);
    }
    // A figure after today is the newest there is: years up to it are known.
    let newer = [figure(2029, 90.0)];
    let (calm, struck) = (
        project("income_per_capita", &newer),
        project_with(&shared, "income_per_capita", &newer),
    );
    assert_eq!(struck.path.first().unwrap().year, 2030);
    let years = scenario_with(&shared, "income_per_capita", &newer);
    let setting = years.setting(plan::plan(), 2026);
    assert_eq!(
        (setting.crisis_years(2029, 2030), setting.crisis_years(2029, 2028)),
        (1, 0)
    );
    assert!(struck.path[0].median < calm.path[0].median);
}

#[test]
fn what_is_made_good_comes_back() {
    let at = |rebound: f64| project_with(&crisis(50.0, -30.0, rebound), "income_per_capita", &[]);
    let (kept, half, all) = (at(0.0), at(50.0), at(100.0));
    let calm = project("income_per_capita", &[]);
    for year in 4..13 {
        let medians = [&kept, &half, &all, &calm].map(|projection| projection.path[year].median);
        assert!(medians.is_sorted(), "{medians:?}");
    }
}

#[test]
fn a_better_direction_is_never_what_a_crisis_brings() {
    let shared = crisis(30.0, -40.0, 0.0);
    for target in plan::plan().targets.iter().filter(|target| target.method.is_some()) {
        let (calm, struck) = (project(target.id, &[]), project_with(&shared, target.id, &[]));
        for (calm, struck) in calm.path.iter().zip(&struck.path) {
            let is_worse = match target.better {
                Better::Higher => struck.median <= calm.median,
                Better::Lower => struck.median >= calm.median,
            };
            assert!(is_worse, "{} {}", target.id, calm.year);
        }
    }
    let zero = [figure(2020, 0.4), figure(2022, 0.0), figure(2024, 0.5)];
    let struck = project_with(&shared, "maternal_mortality", &zero);
    assert!(struck.path.iter().all(|point| point.median.is_finite()));
}

#[test]
fn crises_may_put_a_bar_out_of_reach() {
    let growth = [lever(LeverId::ReferenceRate, 3.0)];
    let calm = milestone(&project("income_per_capita", &growth), 2030);
    assert_eq!(calm.attainment, Some(Attainment::AfterHorizon));
    let struck = milestone(
        &project_with(&crisis(50.0, -30.0, 0.0), "income_per_capita", &growth),
        2030,
    );
    assert_eq!(struck.attainment, Some(Attainment::Never));
}
