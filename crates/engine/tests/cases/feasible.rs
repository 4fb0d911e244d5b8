//! What is asked beside every change of equal length on record.

use engine::feasibility::{Feasibility, feasibility};
use engine::{Change, Pace, PaceUnit};

use crate::support::{assert_close, figure, milestone, project, target};

fn beside_record(id: &str, year: i16, changes: &[Change]) -> Option<Feasibility> {
    let projection = project(id, changes);
    let required = milestone(&projection, year).required.unwrap();
    let last = projection.series.last().unwrap().year;
    feasibility(target(id), &projection.series, required, year.abs_diff(last))
}

/// Rates that fall: below 5 by 2030.
const FALLING: [Change; 4] = [
    figure(2018, 10.0),
    figure(2020, 9.0),
    figure(2022, 8.1),
    figure(2024, 8.0),
];

#[test]
fn spans_as_long_as_what_is_asked() {
    let found = beside_record("underweight_under5", 2030, &FALLING).unwrap();
    assert_eq!((found.years, found.span_years), (6, 6));
    let [change] = found.record[..] else {
        panic!("{found:?}")
    };
    assert_eq!((change.from_year, change.to_year), (2018, 2024));
    assert_close("change", change.change, 100.0 * ((0.8_f64).powf(1.0 / 6.0) - 1.0));
    // 8 → 5 in six years is a steeper fall than 10 → 8 was.
    assert!(found.required.value < change.change);
    assert!(found.is_faster_than_any);
    assert_close("share", found.share_at_least, 0.0);
}

#[test]
fn a_fall_is_compared_with_falls() {
    let series = project("underweight_under5", &FALLING).series;
    let required = Pace {
        value: -4.0,
        unit: PaceUnit::PercentPerYear,
    };
    let found = feasibility(target("underweight_under5"), &series, required, 2).unwrap();
    let years: Vec<i16> = found.record.iter().map(|change| change.from_year).collect();
    assert_eq!(years, [2018, 2020, 2022]);
    assert_close("share", found.share_at_least, 2.0 / 3.0);
    assert!(!found.is_faster_than_any);
}

#[test]
fn a_short_record_gives_its_longest_spans_and_a_coarse_one_its_shortest() {
    let series = project("underweight_under5", &FALLING).series;
    let required = Pace {
        value: -1.0,
        unit: PaceUnit::PercentPerYear,
    };
    for (years, span_years, changes) in [(9, 6, 1), (5, 4, 2), (3, 2, 3), (1, 2, 3)] {
        let found = feasibility(target("underweight_under5"), &series, required, years).unwrap();
        assert_eq!(
            (found.span_years, found.record.len()),
            (span_years, changes),
            "{years} years"
        );
    }
}

#[test]
fn a_pace_that_equals_the_record_is_in_it() {
    let series = project("hospital_beds", &[figure(2020, 30.0), figure(2021, 33.0)]).series;
    let required = Pace {
        value: 10.0,
        unit: PaceUnit::PercentPerYear,
    };
    let found = feasibility(target("hospital_beds"), &series, required, 1).unwrap();
    assert_close("share", found.share_at_least, 1.0);
}

#[test]
fn shares_are_compared_by_points() {
    let found = beside_record("urban_population", 2025, &[]).unwrap();
    assert_eq!(found.required.unit, PaceUnit::UnitsPerYear);
    assert_eq!(found.span_years, 3);
    let [from_2017, from_2019] = found.record[..] else {
        panic!("{found:?}")
    };
    assert_close("2017–2020", from_2017.change, (29.97 - 23.3) / 3.0);
    assert_close("2019–2022", from_2019.change, (30.58 - 25.56) / 3.0);
    assert!(found.is_faster_than_any);
}

#[test]
fn without_two_figures_there_is_no_record() {
    let series = project("solid_waste_treated", &[]).series;
    let required = Pace {
        value: 1.0,
        unit: PaceUnit::UnitsPerYear,
    };
    assert_eq!(feasibility(target("solid_waste_treated"), &series, required, 3), None);
    let percent = Pace {
        unit: PaceUnit::PercentPerYear,
        ..required
    };
    let urban = project("urban_population", &[]).series;
    assert_eq!(
        feasibility(target("urban_population"), &urban, percent, 3),
        None,
        "another unit"
    );
}

#[test]
fn the_best_on_record_goes_in_the_better_direction() {
    let series = project("underweight_under5", &FALLING).series;
    let required = Pace {
        value: -4.0,
        unit: PaceUnit::PercentPerYear,
    };
    let falling = target("underweight_under5");
    let found = feasibility(falling, &series, required, 2).unwrap();
    // 10 → 9 → 8.1 → 8: the first two fell alike, the last hardly.
    assert_close(
        "best",
        found.best(falling).unwrap().change,
        100.0 * (0.9_f64.sqrt() - 1.0),
    );
    assert_eq!(found.best(target("hospital_beds")).unwrap().from_year, 2022);
}
