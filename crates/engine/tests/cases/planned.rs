//! Plan mode: the median follows what is typed, and by default what the plan asks.

use engine::distribution::StudentT;
use engine::{Attainment, Change, LeverId, Phase, damping, levers};
use plan::Scale;

use crate::support::{
    PLANNED, TODAY, assert_close, drift, figure, growth, lever, median, milestone, project, scenario, target,
};

#[test]
fn compound_growth_is_followed_exactly_and_changes_with_the_phases() {
    let typed = [
        growth(Phase::First, 8.5),
        growth(Phase::Second, 9.0),
        growth(Phase::After, 6.25),
        PLANNED,
    ];
    let projection = project("income_per_capita", &typed);
    let mut expected = 62.28;
    for year in 2023..=2035 {
        expected *= match year {
            ..=2025 => 1.085,
            2026..=2030 => 1.09,
            _ => 1.0625,
        };
        assert_close(&year.to_string(), median(&projection, year), expected);
    }
}

#[test]
fn units_a_year_are_added_on_the_other_scales() {
    let life = project(
        "life_expectancy",
        &[growth(Phase::First, 0.2), growth(Phase::Second, 0.1), PLANNED],
    );
    assert_close("years of life in 2025", median(&life, 2025), 75.0);
    assert_close("years of life in 2030", median(&life, 2030), 75.5);
    let waste = project("solid_waste_treated", &[growth(Phase::First, 2.0), PLANNED]);
    assert_close("share in 2025", median(&waste, 2025), 83.0);
    assert_close("then it rests", median(&waste, 2035), 83.0);
    let rank = project("e_government_rank", &[growth(Phase::First, -0.5), PLANNED]);
    assert_close("places", median(&rank, 2025), 16.5);
}

#[test]
fn the_spread_is_that_of_the_data_and_of_eight_years_behind_the_growth() {
    let projection = project("hospital_beds", &[PLANNED]);
    let walk = drift(&projection);
    let size = StudentT::new(walk.degrees).quantile(0.975);
    for (h, point) in (1_u16..).zip(&projection.path) {
        let years = f64::from(h);
        // λ = 0.4: 16 % of the shocks are the common one.
        let shocks = 0.16 * damping::shock_variance(h, 0.5) + 0.84 * damping::shock_variance(h, 0.3);
        let spread = shocks + years * years / 8.0;
        let scale = (walk.variance * spread).sqrt();
        assert_close(
            &point.year.to_string(),
            (point.bands[2].upper / point.median).ln(),
            size * scale,
        );
        assert_close(
            &point.year.to_string(),
            (point.median / point.bands[2].lower).ln(),
            size * scale,
        );
    }
}

/// Whether the growth shipped for the phase that ends in `year` stands at a limit of its lever.
fn is_limited(id: &str, changes: &[Change], year: i16) -> bool {
    let plan = plan::plan();
    let scenario = scenario(id, changes);
    let phase = Phase::of(year, plan.end_year);
    levers(
        &scenario.setting(plan, TODAY),
        target(id),
        scenario.inputs(target(id).code),
    )
    .iter()
    .filter(|lever| lever.id <= LeverId::Growth(phase))
    .any(|lever| lever.value <= lever.range.minimum || lever.value >= lever.range.maximum)
}

#[test]
fn shipped_growth_is_what_the_plan_asks_and_then_the_median_meets_it() {
    let mut checked = 0;
    let first_figures = [
        vec![],
        vec![figure(2023, 1.0)],
        vec![figure(2023, 12.0)],
        vec![figure(2023, 30.0)],
    ];
    for target in plan::plan().targets.iter().filter(|target| takes_plan_mode(target)) {
        for figures in &first_figures {
            let changes = [figures.as_slice(), &[PLANNED]].concat();
            let Some(changes) = (target.unit.minimum <= 1.0 || figures.is_empty()).then_some(changes) else {
                continue;
            };
            let projection = project(target.id, &changes);
            let Some(last) = projection.series.last() else { continue };
            for result in &projection.milestones {
                let (Some(year), Some(threshold)) = (result.year, result.threshold) else {
                    continue;
                };
                if year <= last.year || is_limited(target.id, &changes, year) {
                    continue;
                }
                let name = format!("{} {year} from {}", target.id, last.value);
                let by = match result.attainment {
                    Some(Attainment::Already) => last.year,
                    Some(Attainment::InYear(by)) => by,
                    other => panic!("{name}: {other:?}"),
                };
                assert!(by <= year, "{name}: only in {by}");
                let past = threshold.headroom(result.value.unwrap()) + (threshold.value - threshold.effective()).abs();
                assert!(past >= -1e-9 * threshold.value, "{name}: short by {past}");
                assert!(
                    result.probability.unwrap() >= 0.5 - 1e-9,
                    "{name}: {:?}",
                    result.probability
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 45, "{checked} milestones");
}

fn takes_plan_mode(target: &plan::Target) -> bool {
    target
        .method
        .is_some_and(|method| method.prior.model == plan::Model::Drift)
}

#[test]
fn growth_beyond_the_lever_s_limit_is_not_counted_on_later() {
    // From 40 million in 2024 the 80 of 2025 are out of reach of the lever (25 % a year); the second phase must start from the
    // 50 that are reached, not from the 80 that were asked.
    let projection = project("income_per_capita", &[figure(2024, 40.0), PLANNED]);
    assert_close("2025", median(&projection, 2025), 50.0);
    let growth = median(&projection, 2027) / median(&projection, 2026);
    assert_close("2030", median(&projection, 2030), 50.0 * growth.powi(5));
    assert!(median(&projection, 2030) >= 130.0);
}

#[test]
fn a_share_stops_half_a_point_before_its_bounds() {
    let up = project(
        "solid_waste_treated",
        &[growth(Phase::First, 20.0), growth(Phase::Second, 20.0), PLANNED],
    );
    assert_close("full", median(&up, 2030), 99.5);
    let down = project(
        "solid_waste_treated",
        &[growth(Phase::First, -10.0), growth(Phase::Second, -10.0), PLANNED],
    );
    assert_close("none", median(&down, 2035), 0.5);
    let near = project("literacy", &[figure(2023, 99.8), growth(Phase::Second, 1.0), PLANNED]);
    assert_close("a start closer than that stays", median(&near, 2030), 99.8);
    let rank = project("e_government_rank", &[growth(Phase::First, -10.0), PLANNED]);
    assert_close("first place", median(&rank, 2030), 1.0);
}

#[test]
fn a_ceiling_stops_a_planned_share_as_well() {
    let typed = [
        lever(LeverId::Ceiling, 90.0),
        growth(Phase::First, 6.0),
        growth(Phase::Second, 6.0),
        PLANNED,
    ];
    let projection = project("solid_waste_treated", &typed);
    assert_close("2022", median(&projection, 2022), 81.0);
    assert_close("2023", median(&projection, 2023), 87.0);
    for year in 2024..=2035 {
        assert_close(&year.to_string(), median(&projection, year), 89.5);
    }
}

#[test]
fn growth_that_gets_there_after_the_page_s_horizon_says_so() {
    let slow = [
        growth(Phase::First, 2.0),
        growth(Phase::Second, 2.0),
        growth(Phase::After, 2.0),
        PLANNED,
    ];
    let projection = project("income_per_capita", &slow);
    assert!(median(&projection, 2035) < 130.0);
    assert_eq!(milestone(&projection, 2030).attainment, Some(Attainment::AfterHorizon));
    let never = [
        growth(Phase::First, 2.0),
        growth(Phase::Second, 2.0),
        growth(Phase::After, 0.0),
        PLANNED,
    ];
    let projection = project("income_per_capita", &never);
    assert_eq!(milestone(&projection, 2030).attainment, Some(Attainment::Never));
}

#[test]
fn without_a_milestone_growth_rests() {
    for target in plan::plan().targets.iter().filter(|target| takes_plan_mode(target)) {
        let changes = [figure(2023, target.unit.maximum.min(50.0)), PLANNED];
        let scenario = scenario(target.id, &changes);
        let levers = levers(
            &scenario.setting(plan::plan(), TODAY),
            target,
            scenario.inputs(target.code),
        );
        let after = levers
            .iter()
            .find(|lever| lever.id == LeverId::Growth(Phase::After))
            .unwrap();
        let prior = target.method.unwrap().prior;
        let expected = if prior.scale == Scale::Logit {
            0.0
        } else {
            prior.reference_rate
        };
        assert_eq!(after.shipped, expected, "{}", target.id);
    }
}

#[test]
fn a_milestone_already_met_asks_for_no_growth() {
    let projection = project("rural_clean_water", &[PLANNED]);
    assert_close("2025", median(&projection, 2025), 84.01);
}
