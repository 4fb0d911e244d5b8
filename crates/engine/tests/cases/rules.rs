//! Every rule of the plan, just short of the value, exactly at it and past it.

use engine::{RangeState, Threshold, Verdict};
use plan::{Better, Rule};

use crate::support::{figure, milestone, project, target};

use Verdict::{Exceeded, Met, Missed, Within};

#[test]
fn figures_of_the_year_against_each_rule() {
    for (rule, id, year, value, verdict) in [
        ("at least", "hospital_beds", 2025, 39.9, Missed),
        ("at least", "hospital_beds", 2025, 40.0, Met),
        ("at least", "hospital_beds", 2025, 40.1, Met),
        ("above", "land_certificates", 2025, 94.9, Missed),
        ("above", "land_certificates", 2025, 95.0, Missed),
        ("above", "land_certificates", 2025, 95.1, Met),
        ("below", "underweight_under5", 2025, 7.1, Missed),
        ("below", "underweight_under5", 2025, 7.0, Missed),
        ("below", "underweight_under5", 2025, 6.9, Met),
        ("below", "maternal_mortality", 2030, 0.7, Missed),
        ("below", "maternal_mortality", 2030, 0.69, Met),
        ("about", "enterprises", 2025, 14_999.0, Missed),
        ("about", "enterprises", 2025, 15_000.0, Met),
        ("range", "income_per_capita", 2025, 79.99, Missed),
        ("range", "income_per_capita", 2025, 80.0, Within),
        ("range", "income_per_capita", 2025, 85.0, Within),
        ("range", "income_per_capita", 2025, 85.01, Exceeded),
        ("rank", "e_government_rank", 2025, 16.0, Missed),
        ("rank", "e_government_rank", 2025, 15.0, Met),
    ] {
        let projection = project(id, &[figure(year, value)]);
        assert_eq!(milestone(&projection, year).verdict, verdict, "{rule}: {id} {value}");
    }
}

#[test]
fn a_published_figure_settles_the_count_of_enterprises() {
    let result = milestone(&project("enterprises", &[]), 2025);
    assert_eq!((result.verdict, result.value), (Met, Some(17_000.0)));
    assert_eq!(result.headroom, Some(2_000.0));
}

/// A threshold on a count of post offices, where nothing rounds to full.
fn plain(rule: Rule, better: Better) -> Threshold {
    Threshold::new(rule, better, target("postal_points").unit, None).unwrap()
}

#[test]
fn rules_that_the_plan_could_use() {
    let at_most = plain(Rule::AtMost(5.0), Better::Lower);
    for (value, is_met) in [(4.9, true), (5.0, true), (5.1, false)] {
        assert_eq!(at_most.is_met(value, 1), is_met, "at most 5: {value}");
    }
    let about = plain(Rule::About(5.0), Better::Lower);
    for (value, is_met) in [(4.9, true), (5.0, true), (5.1, false)] {
        assert_eq!(about.is_met(value, 1), is_met, "about 5, lower is better: {value}");
    }
    assert_eq!(
        Threshold::new(Rule::Done, Better::Higher, target("ring_roads_all").unit, None),
        None
    );
    assert_eq!(
        Threshold::new(Rule::Beats, Better::Higher, target("literacy").unit, None),
        None
    );
}

#[test]
fn figures_are_held_against_a_value_at_the_digits_they_are_given() {
    let below = plain(Rule::Below(7.0), Better::Lower);
    // 6.96 given with one digit says 7.0; with two digits it says less.
    assert!(!below.is_met(6.96, 1));
    assert!(below.is_met(6.96, 2));
    let at_least = plain(Rule::AtLeast(40.0), Better::Higher);
    assert!(at_least.is_met(39.96, 1));
    assert!(!at_least.is_met(39.96, 2));
}

#[test]
fn only_a_share_asked_to_be_full_rounds_to_it() {
    let percent = target("literacy").unit;
    for (name, rule, better, effective) in [
        ("100 % asked", Rule::AtLeast(100.0), Better::Higher, 99.5),
        ("about 100 %", Rule::About(100.0), Better::Higher, 99.5),
        ("99 % asked", Rule::AtLeast(99.0), Better::Higher, 99.0),
        ("more than 100 %", Rule::Above(100.0), Better::Higher, 100.0),
        ("at most 100 %", Rule::AtMost(100.0), Better::Lower, 100.0),
    ] {
        let threshold = Threshold::new(rule, better, percent, None).unwrap();
        assert_eq!(threshold.effective(), effective, "{name}");
    }
    let count = plain(Rule::AtLeast(100_000.0), Better::Higher);
    assert_eq!(count.effective(), 100_000.0, "a count at its unit's maximum");
}

#[test]
fn a_range_has_three_parts_and_other_rules_none() {
    let range = plain(Rule::Range { from: 80.0, to: 85.0 }, Better::Higher);
    for (value, state) in [
        (79.9, RangeState::Below),
        (80.0, RangeState::Within),
        (85.0, RangeState::Within),
        (85.1, RangeState::Exceeds),
    ] {
        assert_eq!(range.range_state(value), Some(state), "{value}");
    }
    assert_eq!(plain(Rule::AtLeast(80.0), Better::Higher).range_state(80.0), None);
}
