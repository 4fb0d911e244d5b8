//! The estimators, paces, schedules and distributions on any points.

use engine::damping::{damped_years, shock_variance};
use engine::distribution::StudentT;
use engine::schedule::Schedule;
use engine::trend_line::TrendLine;
use engine::{Drift, DriftPrior, InputField, Level, LevelPrior, Predictive, Problem, Threshold, Transform, pace};
use plan::{Better, Rule};
use proptest::collection::{btree_map, vec};
use proptest::num::f64::{NORMAL, ZERO};
use proptest::prelude::*;

const DRIFT: DriftPrior = DriftPrior {
    reference_rate: 0.0,
    reference_weight: 4.0,
    volatility_weight: 3.0,
    volatility: 0.05,
    damping: 0.9,
    persistence: 0.3,
    long_run_weight: 16.0,
    exposure: 0.4,
};

const LEVEL: LevelPrior = LevelPrior {
    reference_level: 0.0,
    reference_weight: 1.0,
    volatility_weight: 3.0,
    volatility: 0.4,
};

const PERCENT: Transform = Transform::Logit {
    lower: 0.0,
    upper: 100.0,
};

/// Years that increase, anywhere in their type, with values of a size that figures have.
fn points() -> impl Strategy<Value = Vec<(i16, f64)>> {
    btree_map(any::<i16>(), -1e9..1e9, 1..12).prop_map(|points| points.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_walk_is_fitted_to_any_points(points in points(), h in 1_u16..70) {
        let walk = Drift::fit(&points, DRIFT).unwrap();
        prop_assert!(walk.variance > 0.0 && walk.variance.is_finite());
        prop_assert!(walk.sum_of_squares >= 0.0);
        let forecast = walk.predict(h);
        prop_assert!(forecast.scale > 0.0 && forecast.location.is_finite());
        prop_assert!(forecast.scale >= walk.predict(h - 1).scale, "the further, the wider");
        let rates = [walk.observed_rate, DRIFT.reference_rate];
        prop_assert!(rates[0].min(rates[1]) <= walk.rate && walk.rate <= rates[0].max(rates[1]), "shrunken between both");
    }

    #[test]
    fn a_level_is_fitted_to_any_values(values in vec(-1e9..1e9, 1..12)) {
        let level = Level::fit(&values, LEVEL).unwrap();
        prop_assert!(level.variance > 0.0 && level.level.is_finite() && level.predict().scale > 0.0);
    }

    #[test]
    fn a_line_is_fitted_to_three_points_and_more(points in points(), year in any::<i16>()) {
        match TrendLine::fit(&points) {
            Ok(line) => prop_assert!(line.predict(year).1 >= 0.0),
            Err(error) => prop_assert!(points.len() < 3 && error.problem == Problem::Empty),
        }
    }

    #[test]
    fn a_year_twice_or_out_of_order_is_refused_by_name(points in points(), place in any::<prop::sample::Index>(), z in -1e9..1e9) {
        let index = place.index(points.len());
        let year = points[index].0;
        let mut twice = points.clone();
        twice.insert(index, (year, z));
        let found = Drift::fit(&twice, DRIFT).unwrap_err();
        prop_assert_eq!((found.field, found.problem), (InputField::ObservationYear, Problem::YearTwice { year }));
        prop_assert_eq!(TrendLine::fit(&twice).unwrap_err().problem, Problem::YearTwice { year });
        let mut backwards = points.clone();
        backwards.reverse();
        if points.len() > 1 {
            prop_assert_eq!(Drift::fit(&backwards, DRIFT).unwrap_err().problem, Problem::NotIncreasing);
        }
        let mut broken = points.clone();
        broken[index].1 = f64::NAN;
        let found = Drift::fit(&broken, DRIFT).unwrap_err();
        prop_assert_eq!((found.field, found.problem), (InputField::ObservationValue, Problem::NotANumber));
    }

    #[test]
    fn a_schedule_passes_through_its_points_and_never_overshoots(points in btree_map(-3000_i32..3000, -1e9..1e9, 1..10), share in 0.0..1.0) {
        let points: Vec<(f64, f64)> = points.into_iter().map(|(x, y)| (f64::from(x), y)).collect();
        let path = Schedule::new(&points).unwrap();
        for pair in points.windows(2) {
            let ((x0, y0), (x1, y1)) = (pair[0], pair[1]);
            let value = path.value(x0 + share * (x1 - x0));
            let hair = 1e-9 * y0.abs().max(y1.abs());
            prop_assert!(y0.min(y1) - hair <= value && value <= y0.max(y1) + hair, "{value} between {y0} and {y1}");
        }
        let (first, last) = (points[0], points[points.len() - 1]);
        prop_assert_eq!((path.value(first.0 - 1.0), path.value(last.0 + 1.0)), (first.1, last.1));
        let mut twice = points.clone();
        twice.push(last);
        prop_assert_eq!(Schedule::new(&twice).unwrap_err().problem, Problem::NotIncreasing);
    }

    #[test]
    fn paces_are_finite_or_undefined(from in NORMAL | ZERO, to in NORMAL | ZERO, years in -5.0..50.0_f64, rate in NORMAL | ZERO, h in 0_u16..50) {
        let found = [
            pace::compound(from, to, years),
            pace::linear(from, to, years),
            pace::on_scale(PERCENT, from, to, years),
            pace::gap_closing(from, to, 100.0, years),
            pace::damped(Transform::Log, from, to, h, 0.9),
            pace::second_phase(from, rate, years, to, years),
            pace::log_growth_for_probability(from, to, years, 1.0, 0.1),
            pace::attainment(Transform::Log, from, 2020.0, rate, to),
        ];
        for (index, value) in found.into_iter().enumerate() {
            prop_assert!(value.is_none_or(f64::is_finite), "pace {index}: {value:?}");
        }
    }

    #[test]
    fn a_pace_leads_where_it_is_asked_to(from in 0.1..1e6, to in 0.1..1e6, years in 1_u8..20) {
        let years = f64::from(years);
        let growth = pace::compound(from, to, years).unwrap();
        prop_assert!((from * (1.0 + growth).powf(years) / to - 1.0).abs() < 1e-9);
        let step = pace::linear(from, to, years).unwrap();
        prop_assert!((from + step * years - to).abs() < 1e-9 * to.max(from));
    }

    #[test]
    fn student_s_t_is_a_distribution(degrees in 0.5..500.0, t in NORMAL | ZERO, other in -50.0..50.0, p in 1e-9..1.0_f64) {
        let student = StudentT::new(degrees);
        let (below, above) = (student.cdf(t), student.survival(t));
        prop_assert!((0.0..=1.0).contains(&below) && (below + above - 1.0).abs() < 1e-12, "{t}: {below} and {above}");
        prop_assert!(student.cdf(f64::min(t, other)) <= student.cdf(f64::max(t, other)));
        let size = student.quantile(p);
        prop_assert!((student.cdf(size) - p).abs() < 1e-10, "{p} -> {size}");
    }

    #[test]
    fn a_probability_and_its_complement_make_one(location in -6.0..6.0, scale in 1e-6..10.0, value in 0.1..98.9, degrees in 3.0..40.0) {
        let unit = plan::plan().target("literacy").unwrap().unit;
        let (forecast, student) = (Predictive { location, scale, degrees }, StudentT::new(degrees));
        let at = |rule, better| Threshold::new(rule, better, unit, None).unwrap().probability(&forecast, &student, PERCENT);
        let (reached, short) = (at(Rule::AtLeast(value), Better::Higher), at(Rule::Below(value), Better::Lower));
        prop_assert!((reached + short - 1.0).abs() < 1e-12, "{reached} and {short}");
    }

    #[test]
    fn a_transform_undoes_itself(y in 0.001..99.999) {
        for transform in [Transform::Identity, Transform::Log, PERCENT] {
            let back = transform.inverse(transform.forward(y).unwrap());
            prop_assert!((back - y).abs() < 1e-11, "{transform:?}: {y} -> {back}");
        }
    }

    #[test]
    fn damping_and_persistence_stay_between_their_ends(h in 1_u16..100, share in 0.0..0.999) {
        let years = f64::from(h);
        let damped = damped_years(h, share);
        prop_assert!((0.0..=years).contains(&damped));
        let variance = shock_variance(h, share);
        prop_assert!(years <= variance && variance <= years * years * (1.0 + 1e-12));
    }
}
