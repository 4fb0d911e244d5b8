//! Projections held against a target's own past.

use engine::Setting;
use engine::backtest::{BackTest, backtest, backtest_elsewhere, backtest_series};
use engine::{Change, LeverId, Phase};

use crate::support::{PLANNED, assert_close, figure, growth, lever, project, scenario, target};

fn tested(id: &str, changes: &[Change]) -> Option<BackTest> {
    let target = target(id);
    backtest(target, scenario(id, changes).inputs(target.code))
}

#[test]
fn four_figures_make_six_forecasts() {
    let test = tested("urban_population", &[]).unwrap();
    let found: Vec<(i16, usize, i16)> = test
        .forecasts
        .iter()
        .map(|forecast| (forecast.origin, forecast.figures, forecast.year))
        .collect();
    assert_eq!(
        found,
        [
            (2017, 1, 2019),
            (2017, 1, 2020),
            (2017, 1, 2022),
            (2019, 2, 2020),
            (2019, 2, 2022),
            (2020, 3, 2022)
        ]
    );
    assert_eq!(test.overall.forecasts, 6);
    let horizons: Vec<(u16, usize)> = test
        .by_horizon
        .iter()
        .map(|(h, scores)| (*h, scores.forecasts))
        .collect();
    assert_eq!(horizons, [(1, 1), (2, 2), (3, 2), (5, 1)]);
}

#[test]
fn three_figures_make_no_test_and_neither_does_a_deed() {
    assert_eq!(tested("life_expectancy", &[]), None);
    let deed = plan::plan()
        .targets
        .iter()
        .find(|target| target.method.is_none())
        .unwrap();
    let done = [2020, 2021, 2022, 2023].map(|year| figure(year, 1.0));
    assert_eq!(tested(deed.id, &done), None);
}

#[test]
fn each_forecast_is_the_projection_that_stood_in_its_origin() {
    let test = tested("urban_population", &[]).unwrap();
    // The last forecast rests on every figure but the newest: take that one away and project.
    let last = test.forecasts.last().unwrap();
    let target = target("urban_population");
    let mut copy = *target;
    let earlier: Vec<plan::Observation> = target
        .observations
        .iter()
        .filter(|observation| observation.year < last.year)
        .copied()
        .collect();
    copy.observations = earlier.leak();
    let projection = engine::project(
        &Setting::shipped(plan::plan(), 2026),
        Box::leak(Box::new(copy)),
        engine::Inputs::NONE,
    );
    let point = projection.path.iter().find(|point| point.year == last.year).unwrap();
    assert_eq!((point.median, point.bands), (last.median, last.bands));
}

#[test]
fn scores_are_means_over_the_forecasts_that_have_them() {
    let test = tested("urban_population", &[]).unwrap();
    let forecasts = &test.forecasts;
    let mean = |numbers: Vec<f64>| numbers.iter().sum::<f64>() / numbers.len() as f64;
    let errors: Vec<f64> = forecasts
        .iter()
        .map(|forecast| (forecast.outcome - forecast.median).abs())
        .collect();
    assert_close("error", test.overall.mean_absolute_error, mean(errors));
    // One figure has no change to scale an error by.
    assert!(
        forecasts
            .iter()
            .all(|forecast| forecast.scaled_error.is_some() == (forecast.figures > 1))
    );
    let scaled: Vec<f64> = forecasts.iter().filter_map(|forecast| forecast.scaled_error).collect();
    assert_close("MASE", test.overall.scaled_error.unwrap(), mean(scaled));
    for band in 0..3 {
        let count = forecasts.iter().filter(|forecast| forecast.is_covered[band]).count();
        assert_eq!(test.overall.covered[band], count);
    }
    let [half, most, nearly_all] = test.overall.covered;
    assert!(half <= most && most <= nearly_all);
    assert!(test.overall.crps.unwrap() > 0.0);
    assert!((0.0..=1.0).contains(&test.overall.brier.unwrap()));
}

#[test]
fn without_a_threshold_there_is_no_brier_score() {
    let figures = [2018, 2019, 2020, 2021].map(|year| figure(year, 98.0 + 0.1 * f64::from(year - 2018)));
    assert_eq!(tested("literacy", &figures).unwrap().overall.brier, None);
}

#[test]
fn typed_growth_plays_no_part_and_a_wider_spread_holds_more() {
    let planned = tested("urban_population", &[PLANNED, growth(Phase::First, 5.0)]);
    assert_eq!(planned, tested("urban_population", &[]));
    let wide = engine::levers(
        &Setting::shipped(plan::plan(), 2026),
        target("urban_population"),
        engine::Inputs::NONE,
    );
    let widest = wide
        .iter()
        .find(|lever| lever.id == LeverId::Volatility)
        .unwrap()
        .range
        .maximum;
    let test = tested("urban_population", &[lever(LeverId::Volatility, widest)]).unwrap();
    assert_eq!(test.overall.covered[2], test.overall.forecasts);
}

#[test]
fn a_figure_on_its_bound_can_be_covered() {
    let figures = [(2018, 99.0), (2019, 99.5), (2020, 100.0), (2021, 100.0)].map(|(year, value)| figure(year, value));
    let mut changes = figures.to_vec();
    changes.push(lever(LeverId::Volatility, 60.0));
    let test = tested("solid_waste_treated", &changes).unwrap();
    let last = test.forecasts.last().unwrap();
    assert_eq!(last.outcome, 100.0);
    assert!(last.is_covered[2], "{last:?}");
    let projection = project("solid_waste_treated", &changes);
    assert_eq!(projection.series.figures.len(), 4);
}

#[test]
fn a_series_is_tested_with_the_family_of_its_kind() {
    let tests = |id: &str| {
        let series = plan::OTHER_SERIES.iter().find(|series| series.id == id).unwrap();
        backtest_series(series).map(|test| test.overall.forecasts)
    };
    // Six figures, each forecast from every earlier one.
    assert_eq!(tests("grdp_per_capita"), Some(15));
    // No family is of its kind; three figures only.
    assert_eq!(tests("grdp_current"), None);
    assert_eq!(tests("under5_mortality"), None);
}

#[test]
fn figures_of_another_area_are_tested_like_the_target_itself() {
    let target = target("urban_population");
    let statistical = target.observations.chunk_by(|one, other| one.basis == other.basis);
    let longest = statistical.max_by_key(|figures| figures.len()).unwrap();
    let elsewhere = backtest_elsewhere(target, longest).unwrap();
    let own = tested("urban_population", &[]).unwrap();
    assert_eq!(elsewhere.overall.covered, own.overall.covered);
    assert_eq!(elsewhere.overall.brier, None);
}
