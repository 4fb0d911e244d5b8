//! Certain, dated jumps: they move the median, never the spread.

use engine::{Change, InputError, InputField, Problem, Scenario, Warning};

use crate::support::{DRIVEN, PLANNED, assert_close, assert_within, figure, median, milestone, project, shock, target};

#[test]
fn a_shock_moves_medians_by_its_size_from_its_year_on() {
    for (name, id, changes, size, factor, summand) in [
        ("income, trend", "income_per_capita", vec![], -10.0, 0.9, 0.0),
        ("income, plan", "income_per_capita", vec![PLANNED], 25.0, 1.25, 0.0),
        ("income, identity", "income_per_capita", vec![DRIVEN], -60.0, 0.4, 0.0),
        ("life", "life_expectancy", vec![], -1.5, 1.0, -1.5),
    ] {
        let shocked = project(id, &[&changes[..], &[shock(2027, size)]].concat());
        for calm in &project(id, &changes).path {
            let expected = if calm.year < 2027 {
                calm.median
            } else {
                factor * calm.median + summand
            };
            assert_close(&format!("{name} {}", calm.year), median(&shocked, calm.year), expected);
        }
    }
}

#[test]
fn a_reclassification_moves_the_urban_share_by_its_points() {
    for (name, changes) in [("trend", vec![]), ("identity", vec![DRIVEN]), ("plan", vec![PLANNED])] {
        let calm = project("urban_population", &changes);
        let shocked = project("urban_population", &[&changes[..], &[shock(2028, 6.0)]].concat());
        assert_close(name, median(&shocked, 2027), median(&calm, 2027));
        assert_close(name, median(&shocked, 2028), median(&calm, 2028) + 6.0);
        // Later years keep the distance in odds.
        let odds = |share: f64| (share / (100.0 - share)).ln();
        let step = odds(median(&shocked, 2028)) - odds(median(&calm, 2028));
        assert_within(
            name,
            odds(median(&shocked, 2034)) - odds(median(&calm, 2034)),
            step,
            1e-9,
        );
    }
}

#[test]
fn two_shocks_add_up_on_the_scale() {
    let both = project("income_per_capita", &[shock(2027, -10.0), shock(2029, 20.0)]);
    let calm = project("income_per_capita", &[]);
    assert_close("between", median(&both, 2028), 0.9 * median(&calm, 2028));
    assert_close("after", median(&both, 2030), 0.9 * 1.2 * median(&calm, 2030));
    let points = project("urban_population", &[shock(2027, 5.0), shock(2028, 3.0)]);
    let first = project("urban_population", &[shock(2027, 5.0)]);
    assert_close("points", median(&points, 2028), median(&first, 2028) + 3.0);
}

#[test]
fn the_spread_stays_as_it_is() {
    let (calm, shocked) = (
        project("income_per_capita", &[]),
        project("income_per_capita", &[shock(2027, -10.0)]),
    );
    let forecast = |projection| milestone(projection, 2030).forecast.unwrap();
    assert_eq!(forecast(&shocked).scale, forecast(&calm).scale);
    assert_close(
        "location",
        forecast(&shocked).location,
        forecast(&calm).location + 0.9_f64.ln(),
    );
}

#[test]
fn a_shock_stops_short_of_a_bound_and_never_leads_back() {
    let full = project("solid_waste_treated", &[figure(2024, 99.96), shock(2026, 40.0)]);
    let calm = project("solid_waste_treated", &[figure(2024, 99.96)]);
    assert!(median(&full, 2026) >= median(&calm, 2026), "{}", median(&full, 2026));
    let near = project("solid_waste_treated", &[figure(2024, 98.0), shock(2026, 40.0)]);
    assert_within("99.9", median(&near, 2026), 99.9, 1e-9);
    let none = project("solid_waste_treated", &[figure(2024, 0.0), shock(2026, -40.0)]);
    let calm = project("solid_waste_treated", &[figure(2024, 0.0)]);
    assert!(median(&none, 2026) <= median(&calm, 2026));
    let back = project("solid_waste_treated", &[figure(2024, 98.0), shock(2026, -99.0)]);
    assert_within("0.1", median(&back, 2026), 0.1, 1e-9);
}

#[test]
fn percent_stay_percent_where_a_zero_left_the_log_scale() {
    let figures = [figure(2020, 0.4), figure(2022, 0.0), figure(2024, 0.5)];
    let calm = project("maternal_mortality", &figures);
    let shocked = project("maternal_mortality", &[&figures[..], &[shock(2027, 50.0)]].concat());
    assert!(calm.warnings.contains(&Warning::LinearFallback));
    assert_close("half more", median(&shocked, 2027), 1.5 * median(&calm, 2027));
}

#[test]
fn a_shock_in_a_year_with_figures_is_named_and_moves_nothing() {
    let calm = project("income_per_capita", &[]);
    let shocked = project("income_per_capita", &[shock(2021, -30.0), shock(2022, -10.0)]);
    assert_eq!(shocked.path, calm.path);
    for year in [2021, 2022] {
        assert!(shocked.warnings.contains(&Warning::ShockInFigures { year }), "{year}");
    }
    let later = project("income_per_capita", &[shock(2023, -30.0)]);
    assert!(
        !later
            .warnings
            .iter()
            .any(|warning| matches!(warning, Warning::ShockInFigures { .. }))
    );
}

#[test]
fn only_what_drifts_takes_a_shock() {
    let outside = |minimum: f64, maximum: f64| Problem::OutOfRange { minimum, maximum };
    for (id, year, value, field, problem) in [
        (
            "crime_clearance",
            2027,
            1.0,
            InputField::ShockValue,
            Problem::NotApplicable,
        ),
        (
            "new_rural_districts",
            2027,
            1.0,
            InputField::ShockValue,
            Problem::NotApplicable,
        ),
        (
            "ring_roads_all",
            2027,
            1.0,
            InputField::ShockValue,
            Problem::NotApplicable,
        ),
        (
            "income_per_capita",
            2019,
            1.0,
            InputField::ShockYear,
            outside(2020.0, 2035.0),
        ),
        (
            "income_per_capita",
            2036,
            1.0,
            InputField::ShockYear,
            outside(2020.0, 2035.0),
        ),
        (
            "income_per_capita",
            2027,
            -61.0,
            InputField::ShockValue,
            outside(-60.0, 100.0),
        ),
        (
            "life_expectancy",
            2027,
            11.0,
            InputField::ShockValue,
            outside(-10.0, 10.0),
        ),
        (
            "urban_population",
            2027,
            101.0,
            InputField::ShockValue,
            outside(-100.0, 100.0),
        ),
        (
            "urban_population",
            2027,
            f64::NAN,
            InputField::ShockValue,
            Problem::NotANumber,
        ),
    ] {
        let refused = Scenario::default().apply(plan::plan(), target(id).code, shock(year, value));
        assert_eq!(refused, Err(InputError { field, problem }), "{id} {year} {value}");
    }
}

#[test]
fn no_shock_is_not_kept() {
    let mut scenario = Scenario::default();
    for change in [
        shock(2027, 0.0),
        shock(2028, 3.0),
        Change::Shock {
            year: 2028,
            value: None,
        },
    ] {
        scenario.apply(plan::plan(), 1, change).unwrap();
    }
    assert!(scenario.is_empty());
}
