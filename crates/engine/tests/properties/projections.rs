//! Projections: total, finite, ordered, independent of one another and repeatable.

use engine::backtest::backtest;
use engine::feasibility::feasibility;
use engine::progress::{Progress, assess};
use engine::{Change, Equation, LeverId, Mode, Phase, Projection, Setting, Threshold, Transform};
use plan::{Better, Scale, Target};
use proptest::prelude::*;

use crate::any::{calm_scenario, draws, log_target, project, scenario, target};

/// Every number that a page could show.
fn numbers(projection: &Projection) -> Vec<f64> {
    let mut numbers = Vec::new();
    for figure in &projection.series.figures {
        numbers.extend([figure.value, figure.half_digit()]);
    }
    for point in &projection.path {
        numbers.push(point.median);
        numbers.extend(point.bands.iter().flat_map(|band| [band.lower, band.upper]));
    }
    for result in &projection.milestones {
        numbers.extend(
            result
                .probability
                .into_iter()
                .chain(result.value)
                .chain(result.headroom),
        );
        numbers.extend(result.required.map(|pace| pace.value));
        numbers.extend(result.threshold.map(|threshold| threshold.effective()));
        numbers.extend(
            result
                .forecast
                .into_iter()
                .flat_map(|forecast| [forecast.location, forecast.scale]),
        );
        let every = result.every_year.into_iter();
        numbers.extend(every.flat_map(|every| every.probability.into_iter().chain(every.later_probability)));
    }
    numbers.extend(projection.recent.map(|recent| recent.pace.value));
    match projection.equation {
        Some((_, Equation::Drift(drift, prior))) => {
            numbers.extend([
                drift.last,
                drift.observed_rate,
                drift.sum_of_squares,
                drift.weight,
                drift.rate,
            ]);
            numbers.extend([drift.degrees, drift.variance, prior.reference_rate, prior.volatility]);
        }
        Some((_, Equation::Level(level, prior))) => {
            numbers.extend([
                level.level,
                level.weight,
                level.degrees,
                level.variance,
                prior.reference_level,
            ]);
        }
        Some((_, Equation::Units(units, prior))) => {
            numbers.extend([units.hazard, units.gained, units.watched, prior.hazard, prior.weight]);
        }
        None => {}
    }
    numbers
}

fn bits(projection: &Projection) -> Vec<u64> {
    numbers(projection).into_iter().map(f64::to_bits).collect()
}

/// A scenario with one more change, where the target takes it.
fn with(target: &Target, base: &engine::Scenario, changes: &[Change]) -> engine::Scenario {
    let mut scenario = base.clone();
    for change in changes {
        scenario
            .apply(plan::plan(), target.code, *change)
            .expect("taken by this target");
    }
    scenario
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_number_is_finite_and_every_probability_is_one(target in target(), draws in draws(), today in 2015_i16..=2035) {
        let projection = project(target, &scenario(target, &draws), today);
        for number in numbers(&projection) {
            prop_assert!(number.is_finite(), "{}: {projection:?}", target.id);
        }
        for result in &projection.milestones {
            prop_assert!(result.probability.is_none_or(|p| (0.0..=1.0).contains(&p)), "{}: {result:?}", target.id);
        }
        let asked = target.milestones.len();
        prop_assert!(projection.milestones.len() >= asked);
    }

    #[test]
    fn bands_are_nested_around_the_median_and_stay_in_bounds(target in target(), draws in draws()) {
        let projection = project(target, &scenario(target, &draws), 2026);
        for point in &projection.path {
            let [half, most, nearly_all] = point.bands;
            let ordered = [
                nearly_all.lower, most.lower, half.lower, point.median, half.upper, most.upper, nearly_all.upper,
            ];
            prop_assert!(ordered.is_sorted(), "{} {}: {ordered:?}", target.id, point.year);
            if let Some((Transform::Logit { lower, upper }, _)) = projection.equation {
                prop_assert!(lower <= nearly_all.lower && nearly_all.upper <= upper, "{} {point:?}", target.id);
            }
        }
        let years: Vec<i16> = projection.path.iter().map(|point| point.year).collect();
        prop_assert!(years.windows(2).all(|pair| pair[1] == pair[0] + 1), "{years:?}");
    }

    #[test]
    fn levers_stand_within_their_limits(target in target(), draws in draws(), today in 2015_i16..=2035) {
        let scenario = scenario(target, &draws);
        let levers = engine::levers(&scenario.setting(plan::plan(), today), target, scenario.inputs(target.code));
        for lever in levers {
            let range = lever.range;
            prop_assert!(range.minimum <= lever.shipped && lever.shipped <= range.maximum, "{} {lever:?}", target.id);
            prop_assert!(range.minimum <= lever.value && lever.value <= range.maximum, "{} {lever:?}", target.id);
        }
    }

    #[test]
    fn the_same_question_gets_the_same_bits(target in target(), draws in draws(), today in 2015_i16..=2035) {
        let scenario = scenario(target, &draws);
        let (first, second) = (project(target, &scenario, today), project(target, &scenario, today));
        prop_assert_eq!(bits(&first), bits(&second));
        prop_assert_eq!(first, second);
    }

    #[test]
    fn wider_volatility_never_narrows_a_band(target in target(), draws in draws(), places in (0.0..1.0, 0.0..1.0)) {
        let base = calm_scenario(target, &draws);
        let levers = engine::levers(&base.setting(plan::plan(), 2026), target, base.inputs(target.code));
        let Some(lever) = levers.iter().find(|lever| lever.id == LeverId::Volatility) else { return Ok(()) };
        let at = |place: f64| {
            let value = lever.range.minimum + place * (lever.range.maximum - lever.range.minimum);
            let change = Change::Lever(LeverId::Volatility, Some(value));
            project(target, &with(target, &base, &[change]), 2026)
        };
        let (calm, wild) = (at(f64::min(places.0, places.1)), at(f64::max(places.0, places.1)));
        for (calm, wild) in calm.path.iter().zip(&wild.path) {
            for (inner, outer) in calm.bands.iter().zip(&wild.bands) {
                let hair = 1e-12 * inner.upper.abs();
                prop_assert!(outer.lower <= inner.lower + hair && inner.upper <= outer.upper + hair, "{} {}", target.id, calm.year);
            }
        }
    }

    #[test]
    fn more_growth_gives_no_lower_median_and_no_worse_chance(
        target in log_target(), draws in draws(), phase in 0_usize..3, places in (0.0..1.0, 0.0..1.0),
    ) {
        let base = scenario(target, &draws);
        let phase = Phase::ALL[phase];
        let range = target.method.unwrap().prior.growth_range;
        let at = |place: f64| {
            // The other phases are held, because what they ship follows from this one.
            let others = Phase::ALL.into_iter().filter(|other| *other != phase);
            let mut changes = vec![Change::Mode(Some(Mode::Plan))];
            changes.extend(others.map(|other| Change::Lever(LeverId::Growth(other), Some(2.0))));
            let value = range.minimum + place * (range.maximum - range.minimum);
            changes.push(Change::Lever(LeverId::Growth(phase), Some(value)));
            project(target, &with(target, &base, &changes), 2026)
        };
        let (less, more) = (at(f64::min(places.0, places.1)), at(f64::max(places.0, places.1)));
        // A figure of zero leaves the log scale, where growth in percent has nothing to grow from.
        for (less, more) in less.path.iter().zip(&more.path) {
            let hair = 1e-9 * more.median.abs();
            prop_assert!(less.median <= more.median + hair, "{} {}: {} above {}", target.id, less.year, less.median, more.median);
        }
        for (less, more) in less.milestones.iter().zip(&more.milestones) {
            if let (Some(less), Some(more)) = (less.probability, more.probability) {
                let is_no_worse = match target.better { Better::Higher => less <= more + 1e-12, Better::Lower => less >= more - 1e-12 };
                prop_assert!(is_no_worse, "{}: {less} and {more}", target.id);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 25, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changing_one_target_changes_no_other(changed in target(), draws in draws()) {
        let scenario = scenario(changed, &draws);
        let setting = Setting { shared: scenario.shared(), ..Setting::shipped(plan::plan(), 2026) };
        for other in plan::plan().targets.iter().filter(|other| other.code != changed.code) {
            let alone = engine::project(&setting, other, engine::Inputs::NONE);
            prop_assert_eq!(bits(&project(other, &scenario, 2026)), bits(&alone), "{}", other.id);
        }
    }
}

#[test]
fn every_scale_is_among_the_targets() {
    for scale in [Scale::Log, Scale::Identity, Scale::Logit] {
        let mut methods = plan::plan().targets.iter().filter_map(|target| target.method);
        assert!(methods.any(|method| method.prior.scale == scale), "{scale:?}");
    }
}

#[test]
fn a_target_that_rests_where_it_is_asked_to_be_is_as_likely_as_not() {
    // One figure exactly at what is asked and no drift: the median stands at the threshold.
    let mut checked = 0;
    for target in plan::plan()
        .targets
        .iter()
        .filter(|target| target.observations.is_empty())
        // Units never fall back: where they are asked to be, they certainly are.
        .filter(|target| {
            target
                .method
                .is_none_or(|method| method.prior.model != plan::Model::Units)
        })
    {
        for milestone in target.milestones {
            let (Some(year), Some(threshold)) = (milestone.year, Threshold::of(target, milestone.rule, Some(18.0)))
            else {
                continue;
            };
            for years in 1..5 {
                let mut changes = vec![Change::Observation {
                    year: year - years,
                    value: Some(threshold.effective()),
                }];
                if target
                    .method
                    .is_some_and(|method| method.prior.model == plan::Model::Drift)
                {
                    changes.push(Change::Lever(LeverId::ReferenceRate, Some(0.0)));
                }
                if target.kind == plan::TargetKind::Versus {
                    changes.push(Change::Threshold {
                        year,
                        value: Some(18.0),
                    });
                }
                let projection = project(target, &with(target, &engine::Scenario::default(), &changes), 2026);
                let result = projection
                    .milestones
                    .iter()
                    .find(|result| result.year == Some(year))
                    .unwrap();
                let probability = result.probability.unwrap();
                assert!((probability - 0.5).abs() < 1e-12, "{} {year}: {probability}", target.id);
                checked += 1;
            }
        }
    }
    assert!(checked > 60, "{checked}");
}

proptest! {
    #[test]
    fn assessments_tests_and_records_hold_only_finite_numbers(target in target(), draws in draws(), today in 2015_i16..=2035) {
        let scenario = scenario(target, &draws);
        let projection = project(target, &scenario, today);
        let mut numbers = Vec::new();
        for (index, milestone) in projection.milestones.iter().enumerate() {
            let assessment = assess(plan::plan(), target, &projection, index).unwrap();
            numbers.extend(assessment.methods.iter().filter_map(|result| result.number));
            numbers.extend(assessment.ratios.iter().map(|ratio| ratio.ratio));
            numbers.extend(assessment.closed.into_iter().chain(assessment.headroom));
            for result in assessment.methods {
                let is_achieved = result.progress == Progress::Achieved;
                prop_assert!(result.number.is_some() || is_achieved || !result.progress.is_assessed(), "{result:?}");
            }
            if let (Some(required), Some(year)) = (milestone.required, milestone.year) {
                let found = feasibility(target, &projection.series, required, year.abs_diff(2020));
                if let Some(found) = found {
                    numbers.push(found.share_at_least);
                    numbers.extend(found.record.iter().map(|change| change.change));
                    prop_assert_eq!(found.is_faster_than_any, found.share_at_least == 0.0);
                }
            }
        }
        if let Some(test) = backtest(target, scenario.inputs(target.code)) {
            for scores in test.by_horizon.iter().map(|(_, scores)| scores).chain([&test.overall]) {
                numbers.extend([scores.mean_absolute_error, scores.mean_error]);
                numbers.extend([scores.interval_score, scores.scaled_error, scores.crps, scores.brier].iter().flatten());
                prop_assert!(scores.covered.is_sorted() && scores.covered[2] <= scores.forecasts);
            }
            let by_horizon: usize = test.by_horizon.iter().map(|(_, scores)| scores.forecasts).sum();
            prop_assert_eq!(by_horizon, test.overall.forecasts);
        }
        prop_assert!(numbers.iter().all(|number| number.is_finite()), "{}: {numbers:?}", target.id);
    }
}
