//! All four methods on one milestone of a target: what is achieved, what cannot be assessed, and the base to measure from.
//!
//! Looks only at figures up to the milestone's year, and never at a probability: how likely it is stands in the verdict.

use plan::{Plan, Rule, Target, TargetKind};

use super::course::Course;
use super::gap_share::share_closed;
use super::result::{Assessment, Measure, MethodResult, Obstacle, Progress, ProgressMethod};
use super::subject::{Subject, by_pace};
use crate::milestone::MilestoneResult;
use crate::projection::Projection;
use crate::series::Figure;
use crate::verdict::Verdict;

/// Assesses the milestone at `milestone` of `projection`; None where it has no such milestone.
///
/// The base is the figure of the plan's base year, else the nearest one in time (the earlier of two as near), among
/// figures up to the milestone's year. The newest of these is "now", and one that meets the target makes it achieved.
/// The median is the projection's for the milestone's year. Which pace ratio is taken: growth for what grows without
/// limit and for positive figures of which fewer are better; percentage points for a share whose base and target lie
/// within 15–85 %; log odds for other shares (against the value that rounds to 100 %) and for places; points where the
/// base is not positive and for targets projected on their own scale; years met for a yearly bar.
#[must_use]
pub fn assess(plan: &Plan, target: &Target, projection: &Projection, milestone: usize) -> Option<Assessment> {
    let milestone = projection.milestones.get(milestone)?;
    Some(if target.kind == TargetKind::Deed || milestone.rule == Rule::Done {
        assess_deed(milestone)
    } else if target.kind == TargetKind::Annual {
        assess_every_year(plan, projection, milestone)
    } else {
        assess_course(plan, target, projection, milestone)
    })
}

fn assess_deed(milestone: &MilestoneResult) -> Assessment {
    let is_done = milestone.verdict == Verdict::Met;
    uniform(if is_done {
        Progress::Achieved
    } else {
        Progress::NotAssessed(Obstacle::YesOrNo)
    })
}

/// The same bar every year: the share of the plan's years with a figure that met it. A yearly bar is achieved while all
/// of them do.
fn assess_every_year(plan: &Plan, projection: &Projection, milestone: &MilestoneResult) -> Assessment {
    let Some(threshold) = milestone.threshold else {
        return uniform(Progress::NotAssessed(Obstacle::NoThreshold));
    };
    let is_of_plan =
        |figure: &&Figure| figure.year > plan.base_year && figure.year <= milestone.year.unwrap_or(i16::MAX);
    let figures: Vec<&Figure> = projection.series.figures.iter().filter(is_of_plan).collect();
    let is_met = |figure: &&Figure| threshold.is_met(figure.value, figure.decimals);
    let share = crate::score::mean(figures.iter().map(|figure| if is_met(figure) { 1.0 } else { 0.0 }));
    let progress = match (share, figures.len()) {
        (None, _) => Progress::NotAssessed(Obstacle::NoFigure),
        (Some(share), _) if share >= 1.0 => Progress::Achieved,
        (Some(_), 1) => Progress::NotAssessed(Obstacle::OneFigure),
        (Some(share), _) => by_pace(share),
    };
    let mut assessment = uniform(Progress::NotAssessed(Obstacle::EveryYear));
    let [years_met, ..] = &mut assessment.methods;
    *years_met = MethodResult {
        progress,
        number: share,
        measure: Measure::YearsMet,
        ..*years_met
    };
    Assessment {
        headroom: figures.last().map(|figure| threshold.headroom(figure.value)),
        ..concluded(assessment)
    }
}

fn assess_course(plan: &Plan, target: &Target, projection: &Projection, milestone: &MilestoneResult) -> Assessment {
    let Some(threshold) = milestone.threshold else {
        return uniform(Progress::NotAssessed(Obstacle::NoThreshold));
    };
    let until = milestone.year.unwrap_or(i16::MAX);
    let figures: Vec<&Figure> = projection
        .series
        .figures
        .iter()
        .filter(|figure| figure.year <= until)
        .collect();
    let (Some(now), Some(base)) = (figures.last(), base_figure(&figures, plan.base_year)) else {
        return uniform(Progress::NotAssessed(Obstacle::NoFigure));
    };
    let course = milestone.year.map(|deadline| Course {
        base_year: base.year,
        base: base.value,
        year: now.year,
        value: now.value,
        deadline,
        target: threshold.value,
        better: threshold.better,
    });
    let assessment = match course {
        _ if threshold.is_met(now.value, now.decimals) => uniform(Progress::Achieved),
        None => uniform(Progress::NotAssessed(Obstacle::NoDeadline)),
        Some(_) if figures.len() < 2 => uniform(Progress::NotAssessed(Obstacle::OneFigure)),
        Some(course) => Subject {
            target,
            threshold,
            course,
            base,
            now,
            figures: &figures,
            median: median(milestone),
        }
        .assess(),
    };
    let is_short = threshold.headroom(base.value) < 0.0;
    Assessment {
        course,
        closed: share_closed(base.value, now.value, threshold.value).filter(|_| is_short),
        headroom: Some(threshold.headroom(now.value)),
        ..assessment
    }
}

/// The figure of `year`, else the nearest one; the earlier of two as near.
fn base_figure<'a>(figures: &[&'a Figure], year: i16) -> Option<&'a Figure> {
    let distance = |figure: &&&Figure| (i32::from(figure.year) - i32::from(year)).abs();
    figures.iter().min_by_key(distance).copied()
}

/// The median of the milestone's year, where it is judged by a forecast.
fn median(milestone: &MilestoneResult) -> Option<f64> {
    milestone
        .value
        .filter(|_| milestone.forecast.is_some() && milestone.value_year == milestone.year)
}

/// Every method with the same answer and no number.
pub(super) fn uniform(progress: Progress) -> Assessment {
    let methods = ProgressMethod::ALL.map(|method| MethodResult {
        method,
        progress,
        number: None,
        measure: match method {
            ProgressMethod::GrowthRatio => Measure::CompoundGrowth,
            ProgressMethod::ExpectedRatio => Measure::ExpectedShare,
            ProgressMethod::AnticipatedProgress => Measure::AnticipatedIndex,
            ProgressMethod::GapShare => Measure::MedianShare,
        },
    });
    concluded(Assessment {
        methods,
        primary: None,
        disagreement: false,
        course: None,
        closed: None,
        headroom: None,
        is_near_bound: false,
        ratios: Vec::new(),
    })
}

/// The assessment with its primary method and whether methods disagree.
pub(super) fn concluded(assessment: Assessment) -> Assessment {
    let mut assessed = assessment.methods.iter().filter(|result| result.progress.is_assessed());
    let first = assessed.next();
    Assessment {
        primary: first.map(|first| first.method),
        disagreement: first.is_some_and(|first| assessed.any(|other| other.progress != first.progress)),
        ..assessment
    }
}
