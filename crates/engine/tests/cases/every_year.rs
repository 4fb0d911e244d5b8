//! A bar that holds every year: vector D15 through figures of the reader, and how years are counted.

use engine::{Change, EveryYear, LeverId};

use crate::support::{assert_within, figure, lever, project};

fn every_year(id: &str, changes: &[Change]) -> EveryYear {
    project(id, changes).milestones[0].every_year.unwrap()
}

#[test]
fn the_vector_comes_out_of_figures() {
    let changes = [
        figure(2022, 88.0),
        figure(2023, 90.5),
        lever(LeverId::ReferenceLevel, 85.0),
    ];
    let result = project("crime_clearance", &changes).milestones[0];
    assert_within("one year", result.probability.unwrap(), 0.977_198_679_051_379_8, 1e-6);
    let years = result.every_year.unwrap();
    assert_eq!((years.met, years.missed, years.left, years.later), (3, 0, 2, 5));
    assert_within(
        "five years",
        years.later_probability.unwrap(),
        0.910_030_335_146_654_8,
        1e-6,
    );
    // Two years are likelier than five, and less so than one.
    let two = years.probability.unwrap();
    assert!(
        two < result.probability.unwrap() && two > years.later_probability.unwrap(),
        "{two}"
    );
}

#[test]
fn years_are_met_missed_or_left() {
    for (changes, expected) in [
        (vec![], (1, 0, 4, 5)),
        (vec![figure(2022, 74.9)], (1, 1, 3, 5)),
        (vec![figure(2022, 75.0), figure(2026, 80.0)], (2, 0, 3, 4)),
        (vec![figure(2019, 80.0), figure(2020, 70.0)], (1, 0, 4, 5)),
        (vec![figure(2031, 80.0)], (1, 0, 4, 5)),
    ] {
        let years = every_year("crime_clearance", &changes);
        assert_eq!(
            (years.met, years.missed, years.left, years.later),
            expected,
            "{changes:?}"
        );
    }
}

#[test]
fn no_year_left_is_certain_whatever_happened() {
    let all = |last: f64| {
        let figures = (2021..=2030).map(|year| figure(year, if year == 2030 { last } else { 90.0 }));
        every_year("crime_clearance", &figures.collect::<Vec<_>>())
    };
    // A miss of the second horizon does not count for the first.
    for (last, missed) in [(90.0, 0), (70.0, 0)] {
        let years = all(last);
        assert_eq!((years.met, years.missed, years.left, years.later), (5, missed, 0, 0));
        assert_eq!((years.probability, years.later_probability), (Some(1.0), Some(1.0)));
    }
}

#[test]
fn bounds_have_a_probability_too() {
    for value in [0.0, 100.0] {
        let years = every_year("serious_crime_clearance", &[figure(2021, value)]);
        let probability = years.probability.unwrap();
        assert!((0.0..=1.0).contains(&probability), "{value}: {probability}");
    }
    // More years never make it likelier.
    let years = every_year("serious_crime_clearance", &[]);
    assert_eq!(years.left, 4);
    assert!(years.later_probability < years.probability);
}

#[test]
fn others_have_none() {
    for id in [
        "hospital_beds",
        "new_rural_districts",
        "ring_roads_all",
        "art_performances",
    ] {
        let none = project(id, &[])
            .milestones
            .iter()
            .all(|result| result.every_year.is_none());
        assert!(none, "{id}");
    }
}
