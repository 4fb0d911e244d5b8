//! Every edge case of the methods that the shipped plan can meet.

use engine::{Attainment, MilestoneState, PaceUnit, Reason, Transform, Verdict, Warning, pace};

use crate::support::{
    PLANNED, assert_close, assert_within, drift, figure, level, median, milestone, project, project_in, threshold,
};

const PERCENT: Transform = Transform::Logit {
    lower: 0.0,
    upper: 100.0,
};

#[test]
fn no_figure_gives_no_probability_and_no_fan() {
    let projection = project("full_vaccination", &[]);
    assert_eq!(projection.path, []);
    assert_eq!(projection.equation, None);
    assert_eq!(projection.recent, None);
    assert_eq!(projection.warnings, []);
    for result in &projection.milestones {
        assert_eq!(result.verdict, Verdict::NotAssessed(Reason::NoObservation));
        assert_eq!(
            (result.probability, result.value, result.required, result.attainment),
            (None, None, None, None)
        );
    }
}

#[test]
fn one_figure_gives_what_was_believed_before() {
    let projection = project_in(2022, "solid_waste_treated", &[]);
    assert_eq!(projection.warnings, [Warning::OneFigure]);
    assert_eq!(projection.recent, None);
    let walk = drift(&projection);
    assert_close("rate", walk.rate, 0.03);
    assert_close("degrees", walk.degrees, 3.0);
    assert_close("variance", walk.variance, 0.09);
    assert_close("weight", walk.weight, 20.0);
    assert!(milestone(&projection, 2025).probability.is_some());
}

#[test]
fn two_figures_are_one_change() {
    let projection = project_in(2022, "doctors", &[]);
    assert!(projection.warnings.contains(&Warning::TwoFigures));
    let walk = drift(&projection);
    assert_close("observed rate", walk.observed_rate, (14.0_f64 / 13.0).ln());
    assert_close("sum of squares", walk.sum_of_squares, 0.0);
    assert_close("weight", walk.weight, 5.0);
    assert_close("degrees", walk.degrees, 4.0);
}

#[test]
fn missing_years_need_no_filling() {
    // The shipped figures of 2017, 2019 and 2022 are those of vector B05.
    let projection = project("life_expectancy", &[]);
    let walk = drift(&projection);
    assert_close("observed rate", walk.observed_rate, 0.06);
    assert_close("rate", walk.rate, 0.07);
    assert_within("variance", walk.variance, 0.0151667, 1e-6);
    assert_within("median", median(&projection, 2025), 74.63805, 1e-6);
    // B05 has 0.175830 without a common shock; a part of the shocks that is less persistent narrows the spread.
    let probability = milestone(&projection, 2025).probability.unwrap();
    assert_within("probability", probability, 0.174956, 1e-6);
}

#[test]
fn zero_on_the_log_scale_falls_back_to_a_line_and_says_so() {
    let projection = project("maternal_mortality", &[figure(2020, 0.5), figure(2023, 0.0)]);
    assert!(projection.warnings.contains(&Warning::LinearFallback));
    assert_eq!(
        projection.equation.map(|(transform, _)| transform),
        Some(Transform::Identity)
    );
    assert_close("last", drift(&projection).last, 0.0);
    let result = milestone(&projection, 2030);
    assert!(result.probability.is_some_and(|p| p > 0.0 && p < 1.0));
    let recent = projection.recent.unwrap().pace;
    assert_eq!(recent.unit, PaceUnit::UnitsPerYear);
    assert_close("recent pace", recent.value, -0.5 / 3.0);
    let planned = project("maternal_mortality", &[figure(2023, 0.0), PLANNED]);
    assert!(planned.path.iter().all(|point| point.median == 0.0));
}

#[test]
fn a_share_at_its_bound_moves_inside_by_half_its_last_digit() {
    for (name, value, inside) in [("full", 100.0, 99.5), ("none", 0.0, 0.5)] {
        let projection = project("solid_waste_treated", &[figure(2024, value)]);
        assert!(projection.warnings.contains(&Warning::AtBound), "{name}");
        assert_close(name, drift(&projection).last, PERCENT.forward(inside).unwrap());
        assert_eq!(
            projection.series.last().unwrap().value,
            value,
            "{name}: shown as it is given"
        );
    }
    // Published as "100", without a digit after the point.
    let projection = project("serious_crime_clearance", &[]);
    assert!(projection.warnings.contains(&Warning::AtBound));
    let (bar, figure) = (PERCENT.forward(95.0).unwrap(), PERCENT.forward(99.5).unwrap());
    assert_close("level", level(&projection).level, 0.5 * (bar + figure));
}

#[test]
fn a_hundred_percent_counts_from_half_a_percent_less() {
    for (value, verdict) in [
        (99.5, Verdict::Met),
        (99.49, Verdict::Missed),
        (99.4, Verdict::Missed),
        (100.0, Verdict::Met),
    ] {
        let projection = project("solid_waste_treated", &[figure(2025, value)]);
        assert_eq!(milestone(&projection, 2025).verdict, verdict, "{value}");
    }
    // The forecast is held against the same 99.5: a median there is as likely as not.
    let projection = project("solid_waste_treated", &[PLANNED]);
    let result = milestone(&projection, 2025);
    assert_within("median", result.value.unwrap(), 99.5, 1e-12);
    assert_within("probability", result.probability.unwrap(), 0.5, 1e-9);
}

#[test]
fn a_base_past_the_target_is_reported_with_its_chance_to_stay() {
    let projection = project("rural_clean_water", &[]);
    let result = milestone(&projection, 2025);
    assert_eq!(result.state, MilestoneState::Unreported);
    assert_eq!(result.attainment, Some(Attainment::Already));
    assert!(result.probability.unwrap() > 0.9);
    assert!(result.headroom.unwrap() > 13.0);
    let required = result.required.unwrap();
    assert_close("the pace that just keeps it", required.value, 70.0 - 84.01);
}

#[test]
fn a_trend_the_wrong_way_still_has_a_required_pace() {
    let projection = project("hospital_beds", &[figure(2022, 37.0), figure(2023, 31.0)]);
    assert!(projection.recent.unwrap().pace.value < 0.0);
    let result = milestone(&projection, 2030);
    assert_eq!(result.attainment, Some(Attainment::Never));
    let required = result.required.unwrap();
    assert_eq!(required.unit, PaceUnit::PercentPerYear);
    assert_close(
        "required",
        required.value,
        100.0 * pace::compound(31.0, 45.0, 7.0).unwrap(),
    );
}

#[test]
fn a_deadline_that_passed_with_a_figure_is_judged_by_it() {
    let projection = project("hospital_beds", &[figure(2025, 41.0)]);
    let result = milestone(&projection, 2025);
    assert_eq!((result.state, result.verdict), (MilestoneState::Settled, Verdict::Met));
    assert_eq!((result.value, result.value_year), (Some(41.0), Some(2025)));
    assert_eq!(result.probability, None);
}

#[test]
fn a_deadline_that_passed_without_a_figure_is_estimated() {
    let result = milestone(&project("hospital_beds", &[]), 2025);
    assert_eq!(result.state, MilestoneState::Unreported);
    assert!(result.probability.is_some());
    assert!(matches!(result.verdict, Verdict::Expected(_)));
}

#[test]
fn figures_after_a_deadline_do_not_leak_into_its_estimate() {
    for (mode, changes) in [("trend", vec![]), ("plan", vec![PLANNED])] {
        for (id, later) in [
            ("hospital_beds", 80.0),
            ("full_vaccination", 60.0),
            ("income_per_capita", 200.0),
        ] {
            let mut changes = changes.clone();
            if id == "full_vaccination" {
                changes.push(figure(2022, 90.0));
            }
            let before = milestone(&project(id, &changes), 2025);
            changes.push(figure(2026, later));
            let after = milestone(&project(id, &changes), 2025);
            assert_eq!(
                (before.value, before.probability, before.required),
                (after.value, after.probability, after.required),
                "{id} in {mode} mode"
            );
        }
    }
}

#[test]
fn the_second_horizon_starts_from_the_newest_figure() {
    let projection = project("hospital_beds", &[figure(2026, 41.0)]);
    assert_eq!(projection.path.first().unwrap().year, 2027);
    let required = milestone(&projection, 2030).required.unwrap();
    assert_close(
        "required",
        required.value,
        100.0 * pace::compound(41.0, 45.0, 4.0).unwrap(),
    );
    assert_eq!(drift(&projection).last_year, 2026);
}

#[test]
fn only_younger_figures_say_so() {
    let projection = project("land_certificates", &[figure(2026, 97.0)]);
    let result = milestone(&projection, 2025);
    assert_eq!(result.verdict, Verdict::NotAssessed(Reason::NoFigureBefore));
    assert_eq!((result.probability, result.value), (None, None));
    let projection = project("social_insurance", &[threshold(2020, 30.0), figure(2019, 33.0)]);
    assert!(milestone(&projection, 2020).probability.is_some());
}

#[test]
fn doubts_about_the_figures_travel_beside_them() {
    for (name, id, changes, warning) in [
        ("old", "postal_points", vec![], Warning::OldFigures { last_year: 2019 }),
        ("other definitions", "income_per_capita", vec![], Warning::OtherBases),
        ("a jump", "hospital_beds", vec![], Warning::Jump { year: 2021 }),
    ] {
        let projection = project(id, &changes);
        assert!(
            projection.warnings.contains(&warning),
            "{name}: {:?}",
            projection.warnings
        );
    }
    let fresh = project("postal_points", &[figure(2023, 170.0)]);
    assert_eq!(fresh.warnings, [Warning::TwoFigures]);
}

#[test]
fn a_share_on_the_log_scale_never_passes_its_whole() {
    let projection = project("underweight_under5", &[figure(2024, 97.0)]);
    let highest = projection
        .path
        .iter()
        .map(|point| point.bands[2].upper)
        .fold(0.0, f64::max);
    assert_eq!(highest, 100.0);
}
