//! An identity in place of the trend: the numbers of the vectors E02 to E06 through levers and figures of the reader.

use engine::driver::{Identity, NeededFlow};
use engine::{Change, LeverId, Warning, levers};

use crate::support::{
    DRIVEN, TODAY, assert_close, assert_within, basis, drift, figure, lever, median, milestone, parameter, project,
    project_with, scenario, shared_parameter, shock, target,
};

/// Average population of 2022, as published.
const PEOPLE: f64 = 1_197_617.0;

/// What brings the target to the threshold of its milestone in `year`.
fn needed(id: &str, changes: &[Change], year: i16) -> NeededFlow {
    let projection = project(id, changes);
    let scenario = scenario(id, changes);
    let setting = scenario.setting(plan::plan(), TODAY);
    let inputs = scenario.inputs(target(id).code);
    let identity = Identity::of(&setting, target(id), inputs, &projection.series).unwrap();
    let threshold = milestone(&projection, year).threshold.unwrap();
    identity.needed(&threshold, year).unwrap()
}

#[test]
fn the_vectors_come_out_of_a_scenario() {
    let beds = 1e4 * 4000.0 / PEOPLE;
    let doctors = 1e4 * 1500.0 / PEOPLE;
    for (name, id, changes, year, expected) in [
        (
            "E02",
            "hospital_beds",
            vec![figure(2022, beds), parameter("hospital_beds", "additions", 210.0)],
            2025,
            36.618_060_929_733_95,
        ),
        (
            "E03",
            "enterprises",
            vec![
                basis("enterprises", "in operation"),
                figure(2022, 10_000.0),
                parameter("enterprises", "exits", 12.0),
                parameter("enterprises", "entries", 1459.2),
                parameter("enterprises", "returns", 415.2),
            ],
            2030,
            13_598.853_970_592_925,
        ),
        (
            "E04",
            "urban_population",
            vec![parameter(
                "urban_population",
                "growth_difference",
                1.444_901_520_306_524,
            )],
            2030,
            33.087_356_974_723_754,
        ),
        (
            "E05",
            "housing_floor_area",
            vec![
                figure(2022, 26.5),
                parameter("housing_floor_area", "additions", 1_900_000.0),
            ],
            2025,
            29.779_253_909_213_118,
        ),
        (
            "E06",
            "doctors",
            vec![figure(2022, doctors), parameter("doctors", "additions", 110.0)],
            2025,
            13.730_672_457_677_796,
        ),
    ] {
        let projection = project(id, &[&changes[..], &[DRIVEN]].concat());
        assert_within(name, median(&projection, year), expected, 1e-9);
        assert!(!projection.warnings.contains(&Warning::NoIdentity), "{name}");
        // Without the mode, nothing of it shows.
        assert!(project(id, &changes).path != projection.path, "{name}");
    }
}

#[test]
fn what_is_needed_is_said_and_reaches_the_bar() {
    let beds = [figure(2022, 1e4 * 4000.0 / PEOPLE), DRIVEN];
    let doctors = [figure(2022, 1e4 * 1500.0 / PEOPLE), DRIVEN];
    let operating = [
        basis("enterprises", "in operation"),
        figure(2017, 10_000.0),
        figure(2022, 10_000.0),
        DRIVEN,
    ];
    for (name, id, changes, year, expected) in [
        ("E02", "hospital_beds", &beds[..], 2025, Some(350.083_233_552_800_15)),
        ("E04", "urban_population", &[DRIVEN], 2025, Some(27.327_626_997_757_465)),
        ("E06", "doctors", &doctors, 2025, Some(163.646_064_615_991_18)),
        ("entries", "enterprises", &operating, 2025, None),
        (
            "connections",
            "urban_clean_water",
            &[figure(2022, 61.0), DRIVEN],
            2025,
            None,
        ),
    ] {
        let flow = needed(id, changes, year);
        if let Some(expected) = expected {
            assert_within(name, flow.value, expected, 1e-9);
        }
        let with = [changes, &[lever(LeverId::Parameter(flow.parameter.code), flow.value)]].concat();
        let result = milestone(&project(id, &with), year);
        assert_within(name, result.value.unwrap(), result.threshold.unwrap().effective(), 1e-9);
        assert_within(name, result.probability.unwrap(), 0.5, 1e-9);
    }
}

#[test]
fn income_is_the_sum_of_its_sources_scaled_to_the_newest_figure() {
    // Base by source, growth of earners and of real earnings in percent: vector E01, with its inflation of 3 %.
    let sources = [
        (2488.8, 1.5, 5.0),
        (490.8, -3.0, 3.0),
        (219.6, 2.0, 4.5),
        (705.1, 2.0, 4.0),
        (355.9, 2.5, 4.5),
        (327.0, 0.0, 3.0),
    ];
    let total: f64 = sources.iter().map(|(base, ..)| base).sum();
    for inflation in [3.0, 4.5] {
        let shared = [shared_parameter("inflation", inflation)];
        let projection = project_with(&shared, "income_per_capita", &[figure(2022, 62.28), DRIVEN]);
        for years in 1..=13 {
            let factor = |percent: f64| (1.0 + percent / 100.0_f64).powi(years);
            let sum: f64 = sources
                .iter()
                .map(|(base, earners, earnings)| base * factor(*earners) * factor(*earnings))
                .sum();
            let expected = 62.28 * sum / total * factor(inflation);
            let year = 2022 + i16::try_from(years).unwrap();
            assert_close(&year.to_string(), median(&projection, year), expected);
        }
    }
}

#[test]
fn what_keeps_the_figure_is_shipped_and_keeps_it_for_a_year() {
    for (id, changes) in [
        ("hospital_beds", vec![]),
        ("doctors", vec![]),
        ("housing_floor_area", vec![figure(2022, 26.5)]),
        ("household_businesses", vec![]),
        ("rural_clean_water", vec![]),
        ("urban_clean_water", vec![]),
    ] {
        let changes = [&changes[..], &[DRIVEN]].concat();
        let projection = project(id, &changes);
        let last = projection.series.last().unwrap().value;
        let next = projection.path.first().unwrap().median;
        // Rounded up to the lever's step.
        assert!(next >= last - 1e-9 && next < 1.01 * last, "{id}: {last} then {next}");
    }
}

#[test]
fn connections_drop_out_of_those_that_are_connected() {
    // c(t + 1) = [c(t)(1 − 0.02) + 3]/1.01, in percent of households that grow by 1 %.
    let changes = [
        figure(2024, 80.0),
        parameter("rural_clean_water", "drop_outs", 2.0),
        parameter("rural_clean_water", "new_connections", 3.0),
        parameter("rural_clean_water", "household_growth", 1.0),
        DRIVEN,
    ];
    let projection = project("rural_clean_water", &changes);
    let (mut connected, mut households) = (80.0, 1.0);
    for year in 2025..=2035 {
        connected = connected * 0.98 + 3.0;
        households *= 1.01;
        assert_close(&year.to_string(), median(&projection, year), connected / households);
    }
}

#[test]
fn a_path_stops_short_of_the_bound_and_stays_there() {
    let full = [parameter("rural_clean_water", "new_connections", 20.0), DRIVEN];
    let projection = project("rural_clean_water", &full);
    assert_close("full in 2026", median(&projection, 2026), 99.9);
    assert_close("full in 2035", median(&projection, 2035), 99.9);
    let capped = [
        parameter("urban_clean_water", "new_connections", 20.0),
        lever(LeverId::Ceiling, 90.0),
        DRIVEN,
    ];
    assert_close(
        "the ceiling",
        median(&project("urban_clean_water", &capped), 2035),
        89.91,
    );
    let emptied = [
        parameter("household_businesses", "closures", 40.0),
        parameter("household_businesses", "entries", 0.0),
        DRIVEN,
    ];
    let shared = [shared_parameter("conversions", 2000.0)];
    let projection = project_with(&shared, "household_businesses", &emptied);
    let medians: Vec<f64> = projection.path.iter().map(|point| point.median).collect();
    assert!(medians.windows(2).all(|pair| pair[1] <= pair[0]), "{medians:?}");
    assert!(medians.last().unwrap() < &0.5, "none is left: {medians:?}");
}

#[test]
fn a_share_at_a_bound_still_has_an_identity() {
    // It moves from where the walk around it starts, half a digit inside.
    for (value, inside, difference) in [(0.0, 0.5_f64, 1.4), (100.0, 99.5, 1.4)] {
        let typed = parameter("urban_population", "growth_difference", difference);
        let projection = project("urban_population", &[figure(2024, value), typed, DRIVEN]);
        assert!(!projection.warnings.contains(&Warning::NoIdentity), "{value}");
        let logit = (inside / (100.0 - inside)).ln() + difference / 100.0;
        assert_close("next year", median(&projection, 2025), 100.0 / (1.0 + (-logit).exp()));
    }
    for (id, value) in [("rural_clean_water", 100.0), ("rural_clean_water", 0.0)] {
        let projection = project(id, &[figure(2024, value), DRIVEN]);
        assert!(
            projection
                .path
                .iter()
                .all(|point| (0.0..=100.0).contains(&point.median)),
            "{id} {value}"
        );
    }
    // No beds at all: a linear scale, on which what is added shows.
    let none = project(
        "hospital_beds",
        &[
            figure(2022, 0.0),
            parameter("hospital_beds", "additions", 120.0),
            DRIVEN,
        ],
    );
    assert_close("beds of 2023", median(&none, 2023), 1e4 * 120.0 / (PEOPLE * 1.009));
}

#[test]
fn population_before_the_first_figure_is_moved_by_the_growth_in_force() {
    // 1,090,400 in 2015, 0.9 % a year; only a figure of 2010 that nothing follows.
    let mut changes = vec![parameter("housing_floor_area", "additions", 500_000.0), DRIVEN];
    changes.push(figure(2010, 20.0));
    let projection = project("housing_floor_area", &changes);
    let people = 1_090_400.0 / 1.009_f64.powi(5);
    let expected = (20.0 * people * 0.992 + 500_000.0) / (people * 1.009);
    assert_close("2011", median(&projection, 2011), expected);
}

#[test]
fn without_a_population_the_trend_stands_in_and_says_so() {
    let nobody = plan::Plan {
        population: &[],
        ..*plan::plan()
    };
    let changes = [DRIVEN];
    let scenario = scenario("hospital_beds", &changes);
    let found = engine::project(
        &scenario.setting(&nobody, TODAY),
        target("hospital_beds"),
        scenario.inputs(target("hospital_beds").code),
    );
    assert!(found.warnings.contains(&Warning::NoIdentity));
    assert_eq!(found.path, project("hospital_beds", &[]).path);
}

#[test]
fn an_identity_of_another_definition_does_not_hold() {
    let changes = [basis("household_businesses", "individual establishments"), DRIVEN];
    assert!(
        !project("household_businesses", &changes)
            .warnings
            .contains(&Warning::NoIdentity)
    );
    for name in ["in operation", "registered so far"] {
        let changes = [basis("enterprises", name), DRIVEN];
        assert!(
            !project("enterprises", &changes).warnings.contains(&Warning::NoIdentity),
            "{name}"
        );
    }
    // Each definition has its own levers.
    let ids = |name: &str| {
        let scenario = scenario("enterprises", &[basis("enterprises", name), DRIVEN]);
        let levers = levers(
            &scenario.setting(plan::plan(), TODAY),
            target("enterprises"),
            scenario.inputs(6),
        );
        let parameters = levers.iter().filter(|lever| matches!(lever.id, LeverId::Parameter(_)));
        parameters.map(|lever| lever.id).collect::<Vec<_>>()
    };
    assert_eq!(ids("in operation"), [1, 2, 3].map(LeverId::Parameter));
    assert_eq!(ids("registered so far"), [4, 5].map(LeverId::Parameter));
}

#[test]
fn the_spread_around_an_identity_is_that_of_a_plan() {
    let driven = project("hospital_beds", &[DRIVEN]);
    let walk = drift(&driven);
    let planned = project("hospital_beds", &[crate::support::PLANNED]);
    for (driven, planned) in driven.path.iter().zip(&planned.path) {
        let width = |point: &engine::PathPoint| (point.bands[1].upper / point.median).ln();
        assert_close(&driven.year.to_string(), width(driven), width(planned));
    }
    assert_eq!(walk.degrees, drift(&planned).degrees);
}

#[test]
fn shocks_come_on_top_of_an_identity() {
    let calm = project("urban_population", &[DRIVEN]);
    let shocked = project("urban_population", &[DRIVEN, shock(2027, 4.0)]);
    assert_close("before", median(&shocked, 2026), median(&calm, 2026));
    assert_close("then", median(&shocked, 2027), median(&calm, 2027) + 4.0);
}
