//! Every state of a milestone, with the judgement it may carry.

use engine::Outlook;
use engine::board::Tally;
use engine::{Likelihood, MilestoneState, Reason, Verdict};

use crate::support::{figure, milestone, project, project_in};

#[test]
fn a_dated_milestone_is_settled_unreported_or_open() {
    use MilestoneState::{Open, Settled, Unreported};
    for (name, today, changes, state) in [
        ("today before the year", 2024, vec![], Open),
        ("today in the year", 2025, vec![], Open),
        ("today after the year", 2026, vec![], Unreported),
        ("today long after", 2035, vec![], Unreported),
        ("a figure of the year", 2026, vec![figure(2025, 39.0)], Settled),
        (
            "a figure of the year, in that year",
            2025,
            vec![figure(2025, 39.0)],
            Settled,
        ),
        (
            "only figures of other years",
            2026,
            vec![figure(2024, 39.0), figure(2026, 39.0)],
            Unreported,
        ),
    ] {
        let result = milestone(&project_in(today, "hospital_beds", &changes), 2025);
        assert_eq!(result.state, state, "{name}");
        assert_eq!(result.probability.is_none(), state == Settled, "{name}");
    }
}

#[test]
fn settled_means_no_estimate() {
    let result = milestone(&project("hospital_beds", &[figure(2025, 39.9)]), 2025);
    assert_eq!(result.verdict, Verdict::Missed);
    assert_eq!(result.probability, None);
    assert!(result.headroom.is_some_and(|headroom| (headroom + 0.1).abs() < 1e-12));
}

#[test]
fn an_undated_milestone_is_judged_by_the_newest_figure() {
    for (name, id, changes, verdict) in [
        ("met", "school_attendance", vec![], Verdict::Met),
        (
            "not yet",
            "school_attendance",
            vec![figure(2023, 97.0)],
            Verdict::NotYet,
        ),
        (
            "no figure",
            "village_parks",
            vec![],
            Verdict::NotAssessed(Reason::NoObservation),
        ),
    ] {
        let projection = project(id, &changes);
        let [result] = projection.milestones.as_slice() else {
            panic!("{name}: one milestone")
        };
        assert_eq!(
            (result.state, result.verdict),
            (MilestoneState::Undated, verdict),
            "{name}"
        );
        assert_eq!(result.probability, None, "{name}");
        assert_eq!(result.required, None, "{name}: no year, no pace");
    }
}

#[test]
fn a_probability_has_its_word() {
    use Likelihood::{Even, Likely, Unlikely, VeryLikely, VeryUnlikely};
    for (probability, word) in [
        (0.0, VeryUnlikely),
        (0.0999, VeryUnlikely),
        (0.10, Unlikely),
        (0.3299, Unlikely),
        (0.33, Even),
        (0.5, Even),
        (0.6599, Even),
        (0.66, Likely),
        (0.8999, Likely),
        (0.90, VeryLikely),
        (1.0, VeryLikely),
    ] {
        assert_eq!(Likelihood::of(probability), word, "{probability}");
    }
}

#[test]
fn the_board_counts_every_milestone_of_a_year_once() {
    let projections: Vec<_> = plan::plan()
        .targets
        .iter()
        .map(|target| project(target.id, &[]))
        .collect();
    for year in [Some(2025), Some(2030), None] {
        let tally = Tally::of(&projections, year);
        let milestones = plan::plan().targets.iter().flat_map(|target| target.milestones);
        assert_eq!(
            tally.total(),
            milestones.filter(|milestone| milestone.year == year).count()
        );
        let counted: usize = Outlook::ALL.into_iter().map(|outlook| tally.count(outlook)).sum();
        assert_eq!(counted, tally.total(), "{year:?}");
    }
}
