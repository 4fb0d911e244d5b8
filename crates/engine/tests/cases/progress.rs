//! Progress so far: which scale suits which target, what is achieved, and why something is not assessed.

use engine::progress::{Assessment, Measure, Obstacle, Progress, ProgressMethod, assess};
use engine::{Change, Projection};

use crate::support::{TODAY, assert_close, figure, project, scenario, target, threshold};

use Progress::{Achieved, NotAssessed, OnTrack, Reversing, Slow, Stalled};

fn assessed(id: &str, year: Option<i16>, changes: &[Change]) -> Assessment {
    let projection = project(id, changes);
    of(id, year, &projection)
}

fn of(id: &str, year: Option<i16>, projection: &Projection) -> Assessment {
    let index = projection
        .milestones
        .iter()
        .position(|milestone| milestone.year == year)
        .unwrap();
    assess(plan::plan(), target(id), projection, index).unwrap()
}

fn classes(assessment: &Assessment) -> [Progress; 4] {
    assessment.methods.map(|result| result.progress)
}

#[test]
fn each_kind_of_target_has_its_own_pace_ratio() {
    for (name, id, year, changes, measure) in [
        (
            "income grows without limit",
            "income_per_capita",
            2030,
            vec![figure(2020, 55.0), figure(2023, 66.0)],
            Measure::CompoundGrowth,
        ),
        (
            "a share in the middle",
            "urban_population",
            2025,
            vec![figure(2020, 30.0), figure(2023, 35.0)],
            Measure::Points,
        ),
        (
            "a share near 100 %",
            "solid_waste_treated",
            2025,
            vec![figure(2020, 80.0), figure(2023, 90.0)],
            Measure::LogOdds,
        ),
        (
            "a share near 0 %",
            "advanced_rural_communes",
            2025,
            vec![figure(2020, 2.0), figure(2023, 9.0)],
            Measure::LogOdds,
        ),
        (
            "fewer is better",
            "underweight_under5",
            2025,
            vec![figure(2020, 9.0), figure(2023, 8.0)],
            Measure::CompoundGrowth,
        ),
        ("years of life", "life_expectancy", 2030, vec![], Measure::Points),
        (
            "a place in a ranking",
            "e_government_rank",
            2025,
            vec![],
            Measure::RankLogOdds,
        ),
        (
            "a base of zero",
            "doctors",
            2025,
            vec![figure(2020, 0.0), figure(2021, 4.0)],
            Measure::Points,
        ),
    ] {
        let assessment = assessed(id, Some(year), &changes);
        assert_eq!(assessment.primary_result().measure, measure, "{name}");
        assert_eq!(assessment.primary, Some(ProgressMethod::GrowthRatio), "{name}");
        assert_eq!(assessment.ratios[0].measure, measure, "{name}");
        assert_eq!(assessment.is_near_bound, measure == Measure::LogOdds, "{name}");
    }
}

#[test]
fn methods_may_put_one_target_in_different_classes() {
    // 80 → 90 % in three of five years: by points nearly in time, by odds far from it.
    let assessment = assessed(
        "solid_waste_treated",
        Some(2025),
        &[figure(2020, 80.0), figure(2023, 90.0)],
    );
    let ratio = |measure| {
        let found = assessment.ratios.iter().find(|ratio| ratio.measure == measure);
        found.unwrap().ratio
    };
    assert_close("points", ratio(Measure::Points), (10.0 / 3.0) / (20.0 / 5.0));
    let odds = |share: f64| (share / (100.0 - share)).ln();
    let expected = (odds(90.0) - odds(80.0)) / 3.0 / ((odds(99.5) - odds(80.0)) / 5.0);
    assert_close("odds", ratio(Measure::LogOdds), expected);
    assert_eq!(assessment.primary_result().progress, Stalled);
    assert_eq!(assessment.methods[1].progress, Slow);
    assert!(assessment.disagreement);
    assert_close("closed", assessment.closed.unwrap(), 0.5);
}

#[test]
fn a_figure_that_meets_the_target_makes_it_achieved_by_every_method() {
    let assessment = assessed("hospital_beds", Some(2025), &[figure(2023, 41.5)]);
    assert_eq!(classes(&assessment), [Achieved; 4]);
    assert!(assessment.methods.iter().all(|result| result.number.is_none()));
    assert!(!assessment.disagreement);
    assert_close("headroom", assessment.headroom.unwrap(), 1.5);
}

#[test]
fn one_figure_that_meets_the_target_is_enough_and_one_that_does_not_is_too_few() {
    let met = assessed("solid_waste_treated", Some(2025), &[figure(2021, 99.6)]);
    assert_eq!(classes(&met), [Achieved; 4]);
    let short = assessed("solid_waste_treated", Some(2025), &[]);
    assert_eq!(classes(&short), [NotAssessed(Obstacle::OneFigure); 4]);
    assert_eq!(short.primary, None);
    assert_eq!(short.primary_result().number, None);
}

#[test]
fn progress_is_measured_from_the_plan_s_year_or_the_nearest_one() {
    for (name, years, base_year) in [
        ("its own figure", &[2018, 2020, 2023][..], 2020),
        ("a year before", &[2016, 2019, 2022, 2023], 2019),
        ("a year after", &[2016, 2021, 2023], 2021),
        ("as near on both sides", &[2018, 2022, 2023], 2018),
        ("only earlier figures", &[2015, 2017], 2017),
    ] {
        let changes: Vec<Change> = years
            .iter()
            .map(|year| figure(*year, 9.0 - 0.1 * f64::from(*year - 2015)))
            .collect();
        let course = assessed("underweight_under5", Some(2030), &changes).course.unwrap();
        assert_eq!(
            (course.base_year, course.year),
            (base_year, *years.last().unwrap()),
            "{name}"
        );
    }
}

#[test]
fn nothing_since_the_base_leaves_what_looks_at_all_figures() {
    let assessment = assessed(
        "underweight_under5",
        Some(2030),
        &[figure(2016, 12.0), figure(2020, 10.0)],
    );
    let nothing = NotAssessed(Obstacle::NothingSinceBase);
    assert_eq!(classes(&assessment)[..2], [nothing, nothing]);
    assert_eq!(assessment.primary, Some(ProgressMethod::AnticipatedProgress));
    assert!(assessment.primary_result().number.unwrap() > 0.0);
    assert!(assessment.ratios.is_empty());
    assert_eq!(assessment.closed, Some(0.0));
}

#[test]
fn a_base_in_the_deadline_s_own_year_leaves_nothing_to_assess() {
    let assessment = assessed("hospital_beds", Some(2025), &[figure(2025, 39.0)]);
    // Published figures of 2020 and 2021 stand; without them the nearest to 2020 is the deadline's own.
    assert_eq!(assessment.course.unwrap().base_year, 2020);
    let assessment = assessed(
        "underweight_under5",
        Some(2025),
        &[figure(2010, 9.0), figure(2025, 8.0)],
    );
    let nothing = NotAssessed(Obstacle::NothingSinceBase);
    let reached = NotAssessed(Obstacle::DeadlineReached);
    assert_eq!(classes(&assessment), [nothing, nothing, reached, nothing]);
    assert_eq!(assessment.primary, None);
}

#[test]
fn standing_still_has_no_sign() {
    let assessment = assessed(
        "underweight_under5",
        Some(2030),
        &[figure(2020, 9.0), figure(2023, 9.0)],
    );
    let ratio = assessment.methods[0].number.unwrap();
    assert!(ratio == 0.0 && ratio.is_sign_positive());
    assert!(assessment.closed.is_some_and(f64::is_sign_positive));
    assert_eq!(classes(&assessment)[..2], [Stalled, Stalled]);
}

#[test]
fn the_wrong_way_is_the_wrong_way_by_every_method() {
    let assessment = assessed(
        "underweight_under5",
        Some(2030),
        &[figure(2020, 8.0), figure(2021, 9.0), figure(2022, 10.5)],
    );
    assert_eq!(classes(&assessment), [Reversing; 4]);
    assert!(!assessment.disagreement);
    assert!(assessment.closed.unwrap() < 0.0);
}

#[test]
fn a_base_past_the_target_leaves_no_gap_to_share() {
    let assessment = assessed("hospital_beds", Some(2025), &[figure(2020, 42.0), figure(2021, 39.0)]);
    let no_gap = NotAssessed(Obstacle::NoGapAtBase);
    assert_eq!(classes(&assessment), [Reversing, no_gap, no_gap, no_gap]);
    assert_eq!(assessment.closed, None);
}

#[test]
fn the_median_of_the_deadline_gives_the_share_it_closes() {
    let projection = project("income_per_capita", &[figure(2020, 55.0), figure(2023, 66.0)]);
    let assessment = of("income_per_capita", Some(2030), &projection);
    let median = crate::support::median(&projection, 2030);
    let [.., share] = assessment.methods;
    let course = assessment.course.unwrap();
    assert_close(
        "share",
        share.number.unwrap(),
        (median - course.base) / (130.0 - course.base),
    );
    assert_eq!(share.measure, Measure::MedianShare);
}

#[test]
fn a_deadline_that_was_missed_is_on_track_no_more() {
    let assessment = assessed("hospital_beds", Some(2025), &[figure(2020, 30.0), figure(2025, 39.9)]);
    let reached = NotAssessed(Obstacle::DeadlineReached);
    assert_eq!(classes(&assessment), [Slow, Slow, reached, Slow]);
    assert_close("share closed", assessment.methods[3].number.unwrap(), 0.99);
    // The same figure a year early is on track.
    let early = assessed("hospital_beds", Some(2025), &[figure(2020, 30.0), figure(2024, 39.9)]);
    assert_eq!(classes(&early)[0], OnTrack);
}

#[test]
fn figures_younger_than_the_milestone_play_no_part() {
    let figures = [figure(2020, 30.0), figure(2023, 34.0)];
    let without = assessed("hospital_beds", Some(2025), &figures);
    let with = assessed(
        "hospital_beds",
        Some(2025),
        &[&figures[..], &[figure(2027, 60.0)]].concat(),
    );
    assert_eq!(without.methods[..3], with.methods[..3]);
    assert_eq!(without.course, with.course);
}

#[test]
fn a_place_has_odds_but_no_growth() {
    let assessment = assessed("e_government_rank", Some(2025), &[]);
    let odds = |place: f64| ((place - 0.5) / (63.5 - place)).ln();
    let expected = (odds(18.0) - odds(55.0)) / 2.0 / ((odds(15.5) - odds(55.0)) / 5.0);
    assert_close("odds", assessment.methods[0].number.unwrap(), expected);
    assert_eq!(classes(&assessment)[0], OnTrack);
    assert_eq!(classes(&assessment)[1], NotAssessed(Obstacle::RankHasNoGrowth));
}

#[test]
fn a_yearly_bar_counts_the_years_that_met_it() {
    let id = "crime_clearance";
    let cases: [(&str, &[Change], Progress, Option<f64>); 5] = [
        ("as published", &[], Achieved, Some(1.0)),
        (
            "only before the plan",
            &[figure(2021, 60.0), figure(2020, 90.0)],
            NotAssessed(Obstacle::OneFigure),
            Some(0.0),
        ),
        (
            "two of three",
            &[figure(2022, 70.0), figure(2023, 80.0)],
            Slow,
            Some(2.0 / 3.0),
        ),
        ("one of two", &[figure(2022, 70.0)], Stalled, Some(0.5)),
        (
            "none of two",
            &[figure(2021, 70.0), figure(2022, 70.0)],
            Stalled,
            Some(0.0),
        ),
    ];
    for (name, changes, progress, number) in cases {
        let assessment = assessed(id, None, changes);
        let [years, others @ ..] = assessment.methods;
        assert_eq!((years.progress, years.number), (progress, number), "{name}");
        assert_eq!(years.measure, Measure::YearsMet, "{name}");
        let every_year = NotAssessed(Obstacle::EveryYear);
        assert!(others.iter().all(|other| other.progress == every_year), "{name}");
    }
}

#[test]
fn deeds_missing_numbers_and_missing_years_say_why() {
    let all = |assessment: Assessment, progress: Progress| assert_eq!(classes(&assessment), [progress; 4]);
    let deed = plan::plan()
        .targets
        .iter()
        .find(|target| target.kind == plan::TargetKind::Deed)
        .unwrap();
    let year = deed.milestones[0].year;
    all(assessed(deed.id, year, &[]), NotAssessed(Obstacle::YesOrNo));
    all(assessed(deed.id, year, &[figure(2024, 1.0)]), Achieved);
    all(
        assessed("literacy", Some(2025), &[]),
        NotAssessed(Obstacle::NoThreshold),
    );
    all(
        assessed("underweight_under5", Some(2025), &[]),
        NotAssessed(Obstacle::NoFigure),
    );
    let undated = plan::plan()
        .targets
        .iter()
        .find(|target| target.kind == plan::TargetKind::Number && target.milestones[0].year.is_none())
        .unwrap();
    all(
        assessed(undated.id, None, &[figure(2022, 50.0), figure(2023, 60.0)]),
        NotAssessed(Obstacle::NoDeadline),
    );
}

#[test]
fn a_typed_comparison_is_assessed_like_any_number() {
    let assessment = assessed("literacy", Some(2025), &[threshold(2025, 99.5)]);
    assert!(assessment.primary.is_some());
    assert_eq!(assessment.primary_result().measure, Measure::LogOdds);
}

#[test]
fn a_milestone_that_is_not_there_is_not_assessed() {
    let projection = engine::project(
        &engine::Setting::shipped(plan::plan(), TODAY),
        target("hospital_beds"),
        scenario("hospital_beds", &[]).inputs(target("hospital_beds").code),
    );
    assert_eq!(assess(plan::plan(), target("hospital_beds"), &projection, 9), None);
}
