//! Every kind of target.

use engine::{MilestoneState, Reason, Transform, Verdict, Warning};
use plan::TargetKind;

use crate::support::{assert_close, assert_within, figure, level, milestone, project, project_in, target, threshold};

#[test]
fn a_bar_for_every_year_is_met_now_and_has_a_chance_in_any_year() {
    let projection = project("crime_clearance", &[]);
    let [result] = projection.milestones.as_slice() else {
        panic!("one milestone")
    };
    assert_eq!((result.state, result.verdict), (MilestoneState::Undated, Verdict::Met));
    assert!(result.probability.unwrap() > 0.5);
    let medians: Vec<f64> = projection.path.iter().map(|point| point.median).collect();
    assert!(
        medians.windows(2).all(|pair| pair[0] == pair[1]),
        "a level has no trend: {medians:?}"
    );
}

#[test]
fn the_level_starts_from_the_plan_s_own_bar() {
    // One figure (92.1 %) against the bar (75 %), each worth one year.
    let projection = project("crime_clearance", &[]);
    let logit = |y: f64| (y / (100.0 - y)).ln();
    let fitted = level(&projection);
    assert_close("level", fitted.level, 0.5 * (logit(75.0) + logit(92.1)));
    assert_close("weight", fitted.weight, 2.0);
    assert_close("degrees", fitted.degrees, 4.0);
    let disagreement = logit(92.1) - logit(75.0);
    assert_close(
        "variance",
        fitted.variance,
        (3.0 * 0.16 + 0.5 * disagreement * disagreement) / 4.0,
    );
}

#[test]
fn a_yearly_bar_with_years_is_settled_year_by_year() {
    let projection = project("art_performances", &[figure(2024, 3.0), figure(2025, 1.9)]);
    assert_eq!(milestone(&projection, 2025).verdict, Verdict::Missed);
    let later = milestone(&projection, 2030);
    assert_eq!(later.state, MilestoneState::Open);
    assert!(later.probability.is_some());
    let none = project("art_performances", &[figure(2024, 0.0)]);
    assert!(none.warnings.contains(&Warning::LinearFallback));
}

#[test]
fn a_place_among_the_first_fifteen_counts_up_to_fifteen_and_a_half() {
    for (place, verdict) in [(15.0, Verdict::Met), (16.0, Verdict::Missed), (1.0, Verdict::Met)] {
        let projection = project("e_government_rank", &[figure(2025, place)]);
        assert_eq!(milestone(&projection, 2025).verdict, verdict, "{place}");
    }
    let projection = project("e_government_rank", &[]);
    assert_eq!(
        projection.equation.map(|(scale, _)| scale),
        Some(Transform::Logit {
            lower: 0.5,
            upper: 63.5
        })
    );
    let result = milestone(&projection, 2025);
    assert_close("effective", result.threshold.unwrap().effective(), 15.5);
    assert!(
        result.probability.is_some_and(|p| p > 0.2 && p < 0.8),
        "a rank is nearly unforecastable"
    );
    assert_close("places a year", result.required.unwrap().value, -1.0);
}

#[test]
fn a_comparison_waits_for_the_other_area_s_figure() {
    for year in [2025, 2030] {
        let result = milestone(&project("literacy", &[]), year);
        assert_eq!(result.verdict, Verdict::NotAssessed(Reason::NoComparison));
        assert_eq!(
            (result.threshold, result.probability, result.required),
            (None, None, None)
        );
    }
    let with = project("literacy", &[threshold(2025, 98.9)]);
    assert!(matches!(milestone(&with, 2025).verdict, Verdict::Expected(_)));
    assert_eq!(
        milestone(&with, 2030).verdict,
        Verdict::NotAssessed(Reason::NoComparison)
    );
    for (name, id, own, other, verdict) in [
        ("higher is better", "literacy", 99.3, 99.2, Verdict::Met),
        ("equal is not better", "literacy", 99.2, 99.2, Verdict::Missed),
        ("lower", "literacy", 99.1, 99.2, Verdict::Missed),
        ("99.6 is no more than 100", "literacy", 99.6, 100.0, Verdict::Missed),
        ("lower is better", "stunting_under5", 17.9, 18.0, Verdict::Met),
        ("equal is not lower", "stunting_under5", 18.0, 18.0, Verdict::Missed),
        ("higher than the other", "stunting_under5", 18.1, 18.0, Verdict::Missed),
    ] {
        let projection = project(id, &[figure(2025, own), threshold(2025, other)]);
        assert_eq!(milestone(&projection, 2025).verdict, verdict, "{name}");
    }
    let nothing_known = project("stunting_under5", &[threshold(2025, 18.0)]);
    assert_eq!(
        milestone(&nothing_known, 2025).verdict,
        Verdict::NotAssessed(Reason::NoObservation)
    );
}

#[test]
fn nobody_can_be_expected_to_beat_the_bound() {
    let higher = milestone(&project("literacy", &[threshold(2030, 100.0)]), 2030);
    assert_eq!(higher.probability, Some(0.0));
    let lower = milestone(
        &project("stunting_under5", &[figure(2024, 18.0), threshold(2030, 0.0)]),
        2030,
    );
    assert_eq!(lower.probability, Some(0.0));
}

#[test]
fn a_deed_is_done_in_time_late_or_unreported() {
    use MilestoneState::{Open, Settled, Unreported};
    let unknown = Verdict::NotAssessed(Reason::NotReported);
    for (name, today, changes, state, verdict, year) in [
        (
            "in its year",
            2026,
            vec![figure(2025, 1.0)],
            Settled,
            Verdict::Met,
            Some(2025),
        ),
        (
            "early",
            2024,
            vec![figure(2023, 1.0)],
            Settled,
            Verdict::Met,
            Some(2023),
        ),
        (
            "late",
            2026,
            vec![figure(2026, 1.0)],
            Settled,
            Verdict::Missed,
            Some(2026),
        ),
        ("nobody has said", 2026, vec![], Unreported, unknown, None),
        ("still to come", 2024, vec![], Open, unknown, None),
        (
            "reported as not done",
            2026,
            vec![figure(2025, 0.0)],
            Unreported,
            unknown,
            None,
        ),
        (
            "not done, then done late",
            2026,
            vec![figure(2025, 0.0), figure(2026, 1.0)],
            Settled,
            Verdict::Missed,
            Some(2026),
        ),
    ] {
        let projection = project_in(today, "ring_roads_1_2_3", &changes);
        let result = milestone(&projection, 2025);
        assert_eq!(
            (result.state, result.verdict, result.value_year),
            (state, verdict, year),
            "{name}"
        );
        assert_eq!((result.probability, result.threshold), (None, None), "{name}");
        assert_eq!(projection.path, [], "{name}: nothing to draw");
    }
}

#[test]
fn a_number_left_open_waits_for_the_reader() {
    let projection = project("social_insurance", &[]);
    assert_eq!(projection.milestones, []);
    assert!(!projection.path.is_empty(), "its figure is projected all the same");
    let typed = project("social_insurance", &[threshold(2030, 60.0), threshold(2025, 45.0)]);
    let years: Vec<_> = typed.milestones.iter().map(|result| result.year).collect();
    assert_eq!(years, [Some(2025), Some(2030)]);
    assert_eq!(milestone(&typed, 2025).state, MilestoneState::Unreported);
    assert_eq!(milestone(&typed, 2030).state, MilestoneState::Open);
    let met = project("social_insurance", &[threshold(2025, 45.0), figure(2025, 45.0)]);
    assert_eq!(milestone(&met, 2025).verdict, Verdict::Met);
}

#[test]
fn a_measured_number_has_a_median_between_its_bands() {
    let projection = project("urban_population", &[]);
    assert_eq!(target("urban_population").kind, TargetKind::Number);
    assert_eq!(projection.path.len(), 13, "2023 to 2035");
    let result = milestone(&projection, 2025);
    let point = projection.path.iter().find(|point| point.year == 2025).unwrap();
    assert_eq!(result.value, Some(point.median));
    assert_within("headroom", result.headroom.unwrap(), point.median - 50.0, 1e-12);
    assert!(result.probability.unwrap() < 0.1);
}
