//! What all targets share: rates of identities, the crisis, the seed.

use engine::{Change, InputError, InputField, LeverId, Mode, Problem, SHARED_CODE, Scenario, shared_levers};
use plan::ParameterRole;

use crate::support::{
    DRIVEN, TODAY, assert_close, basis, figure, lever, median, parameter, project, project_with, scenario_with,
    shared_parameter, shock,
};

#[test]
fn one_rate_moves_every_target_that_uses_it_and_no_other() {
    let growth = [shared_parameter("population_growth", 2.0)];
    for id in ["hospital_beds", "doctors", "housing_floor_area"] {
        let own = [figure(2024, 30.0), parameter(id, "additions", 100.0), DRIVEN];
        let (base, crowded) = (project(id, &own), project_with(&growth, id, &own));
        assert!(median(&crowded, 2030) < median(&base, 2030), "{id}");
        // The published population of 2022, moved to 2024 and on to 2030 by the growth in force.
        let of_2030 = |percent: f64| 1_197_617.0 * (1.0 + percent / 100.0_f64).powi(8);
        let stock = |projection: &engine::Projection, percent: f64| median(projection, 2030) * of_2030(percent);
        assert!(
            stock(&crowded, 2.0) > stock(&base, 0.9),
            "{id}: the same figure is more of them among more people"
        );
        // In trend mode nobody asks for it.
        let trend = [figure(2024, 30.0)];
        assert_eq!(project_with(&growth, id, &trend), project(id, &trend), "{id}");
    }
    for id in ["income_per_capita", "urban_population", "enterprises"] {
        assert_eq!(project_with(&growth, id, &[DRIVEN]), project(id, &[DRIVEN]), "{id}");
    }
}

#[test]
fn conversions_leave_one_stock_and_enter_the_other() {
    let converted = [shared_parameter("conversions", 500.0)];
    let enterprises = [
        basis("enterprises", "in operation"),
        parameter("enterprises", "exits", 0.0),
        DRIVEN,
    ];
    let households = [
        parameter("household_businesses", "closures", 0.0),
        parameter("household_businesses", "entries", 1000.0),
        DRIVEN,
    ];
    let gain = median(&project_with(&converted, "enterprises", &enterprises), 2026)
        - median(&project("enterprises", &enterprises), 2026);
    let loss = median(&project("household_businesses", &households), 2026)
        - median(&project_with(&converted, "household_businesses", &households), 2026);
    // From 2022 to 2026, four years of 500.
    assert_close("enterprises", gain, 2000.0);
    assert_close("household businesses", loss, 2000.0);
}

#[test]
fn the_setting_says_what_is_in_force() {
    let plan = plan::plan();
    let scenario = scenario_with(
        &[shared_parameter("inflation", 4.5), lever(LeverId::Seed, 7.0)],
        "hospital_beds",
        &[],
    );
    let setting = scenario.setting(plan, TODAY);
    assert_eq!(setting.rate(ParameterRole::Inflation), 4.5);
    assert_eq!(setting.rate(ParameterRole::PopulationGrowth), 0.9);
    assert_eq!(setting.rate(ParameterRole::Conversions), 0.0);
    assert_eq!(setting.rate(ParameterRole::Loss), 0.0, "not a shared one");
    assert_eq!(setting.seed(), 7);
    assert_eq!(engine::Setting::shipped(plan, TODAY).seed(), 20_251_231);
    assert_eq!(setting.lever(LeverId::Ceiling), 0.0, "not a shared one");
}

#[test]
fn shared_levers_are_listed_within_their_limits() {
    let scenario = scenario_with(&[shared_parameter("inflation", 4.5)], "hospital_beds", &[]);
    let levers = shared_levers(plan::plan(), scenario.shared());
    let ids: Vec<LeverId> = levers.iter().map(|lever| lever.id).collect();
    let crisis = [LeverId::CrisisProbability, LeverId::CrisisDepth, LeverId::CrisisRebound];
    assert_eq!(ids, [&[1, 2, 3].map(LeverId::Parameter)[..], &crisis].concat());
    for lever in levers {
        let range = lever.range;
        assert!(
            range.minimum <= lever.shipped && lever.shipped <= range.maximum,
            "{lever:?}"
        );
        assert_eq!(lever.is_moved, lever.id == LeverId::Parameter(2), "{lever:?}");
    }
}

#[test]
fn what_is_shipped_is_not_kept() {
    let mut scenario = Scenario::default();
    for (change, count) in [
        (shared_parameter("inflation", 4.0), 1),
        (shared_parameter("inflation", 3.0), 0),
        (lever(LeverId::CrisisDepth, -12.0), 1),
        (lever(LeverId::CrisisDepth, -7.0), 0),
        (lever(LeverId::Seed, 1.0), 1),
        (Change::Lever(LeverId::Seed, None), 0),
    ] {
        assert_eq!(scenario.apply(plan::plan(), SHARED_CODE, change), Ok(()));
        assert_eq!(scenario.change_count(), count, "{change:?}");
    }
    assert!(scenario.is_empty());
}

#[test]
fn only_shared_levers_are_taken() {
    let outside = |minimum: f64, maximum: f64| Problem::OutOfRange { minimum, maximum };
    let of = |id| InputField::Lever(id);
    for (change, field, problem) in [
        (
            Change::Mode(Some(Mode::Plan)),
            InputField::Target,
            Problem::NotApplicable,
        ),
        (Change::Basis(Some(1)), InputField::Target, Problem::NotApplicable),
        (figure(2023, 1.0), InputField::Target, Problem::NotApplicable),
        (shock(2027, 1.0), InputField::Target, Problem::NotApplicable),
        (
            lever(LeverId::Volatility, 4.0),
            of(LeverId::Volatility),
            Problem::NotApplicable,
        ),
        (
            lever(LeverId::Parameter(200), 4.0),
            of(LeverId::Parameter(200)),
            Problem::NotApplicable,
        ),
        (lever(LeverId::Seed, 1.5), of(LeverId::Seed), Problem::NotWhole),
        (
            lever(LeverId::CrisisDepth, 1.0),
            of(LeverId::CrisisDepth),
            outside(-50.0, 0.0),
        ),
        (
            lever(LeverId::CrisisProbability, 51.0),
            of(LeverId::CrisisProbability),
            outside(0.0, 50.0),
        ),
        (
            shared_parameter("inflation", f64::NAN),
            of(LeverId::Parameter(2)),
            Problem::NotANumber,
        ),
    ] {
        let mut scenario = Scenario::default();
        let refused = scenario.apply(plan::plan(), SHARED_CODE, change);
        assert_eq!(refused, Err(InputError { field, problem }), "{change:?}");
        assert!(scenario.is_empty());
    }
    // And no target takes a shared one.
    for id in [LeverId::CrisisProbability, LeverId::Seed, LeverId::Parameter(200)] {
        let refused = Scenario::default().apply(plan::plan(), 2, lever(id, 1.0));
        let error = InputError {
            field: of(id),
            problem: Problem::NotApplicable,
        };
        assert_eq!(refused, Err(error), "{id:?}");
    }
}
