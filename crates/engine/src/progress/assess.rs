//! All four methods on one milestone of a target: which scale suits it, and what each method says.
//!
//! Looks only at figures up to the milestone's year, and never at a probability: how likely it is stands in the verdict.

use plan::{Plan, Rule, Scale, Target, TargetKind};

use super::anticipated::{AnticipatedCategory, anticipate};
use super::course::Course;
use super::expected::{ExpectedCategory, expected_ratio};
use super::gap_share::share_closed;
use super::pace_ratio::{PaceCategory, growth_ratio, points_ratio, ratio_on_scale};
use super::result::{Assessment, Measure, MethodResult, Obstacle, PaceRatio, Progress, ProgressMethod};
use crate::milestone::MilestoneResult;
use crate::projection::Projection;
use crate::rule::Threshold;
use crate::series::Figure;
use crate::transform::Transform;
use crate::verdict::Verdict;

/// Between these shares (percent) a percentage point is worth about the same everywhere; outside, odds are compared.
const MIDDLE: core::ops::RangeInclusive<f64> = 15.0..=85.0;

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
    let for_all = if threshold.is_met(now.value, now.decimals) {
        Some(Progress::Achieved)
    } else if course.is_none() {
        Some(Progress::NotAssessed(Obstacle::NoDeadline))
    } else if figures.len() < 2 {
        Some(Progress::NotAssessed(Obstacle::OneFigure))
    } else {
        None
    };
    let known = |assessment: Assessment| Assessment {
        course,
        closed: share_closed(base.value, now.value, threshold.value).filter(|_| threshold.headroom(base.value) < 0.0),
        headroom: Some(threshold.headroom(now.value)),
        ..assessment
    };
    match (for_all, course) {
        (Some(progress), _) => known(uniform(progress)),
        (None, None) => known(uniform(Progress::NotAssessed(Obstacle::NoDeadline))),
        (None, Some(course)) => {
            let subject = Subject {
                target,
                threshold,
                course,
                base,
                now,
                figures: &figures,
                median: median(milestone),
            };
            known(subject.assess())
        }
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

/// A target that is not achieved, with two figures and a deadline.
struct Subject<'a> {
    target: &'a Target,
    threshold: Threshold,
    course: Course,
    base: &'a Figure,
    now: &'a Figure,
    /// Figures up to the deadline, by year.
    figures: &'a [&'a Figure],
    median: Option<f64>,
}

impl Subject<'_> {
    fn assess(&self) -> Assessment {
        let measure = self.measure();
        let assessment = Assessment {
            methods: [
                self.by_pace_ratio(measure),
                self.by_expected_ratio(),
                self.by_anticipation(measure),
                self.by_median(),
            ],
            is_near_bound: measure == Measure::LogOdds,
            ratios: self.ratios(measure),
            ..uniform(Progress::NotAssessed(Obstacle::NoFigure))
        };
        concluded(assessment)
    }

    /// Which pace ratio suits the target.
    fn measure(&self) -> Measure {
        let Course {
            base, target, value, ..
        } = self.course;
        let is_positive = base > 0.0 && target > 0.0 && value > 0.0;
        let is_middle = MIDDLE.contains(&base) && MIDDLE.contains(&target);
        let scale = self.target.method.map(|method| method.prior.scale);
        if self.target.kind == TargetKind::Rank {
            Measure::RankLogOdds
        } else if self.threshold.better == plan::Better::Lower && is_positive {
            Measure::CompoundGrowth
        } else if self.target.unit.is_percent && !is_middle && self.ratio(Measure::LogOdds).is_some() {
            Measure::LogOdds
        } else if self.target.unit.is_percent || scale == Some(Scale::Identity) || !is_positive {
            Measure::Points
        } else {
            Measure::CompoundGrowth
        }
    }

    /// The pace ratio on the scale of `measure`; None where that scale does not hold the numbers.
    fn ratio(&self, measure: Measure) -> Option<f64> {
        match measure {
            Measure::CompoundGrowth => growth_ratio(&self.course),
            Measure::Points => points_ratio(&self.course),
            Measure::LogOdds | Measure::RankLogOdds => {
                let scale = self.odds()?;
                let course = Course {
                    base: inside(self.base, scale),
                    value: inside(self.now, scale),
                    target: self.threshold.effective(),
                    ..self.course
                };
                ratio_on_scale(&course, scale)
            }
            _ => None,
        }
    }

    /// The scale of odds of a share or a place; None for other targets.
    fn odds(&self) -> Option<Transform> {
        let (unit, method) = (self.target.unit, self.target.method);
        match (self.target.kind, method) {
            (TargetKind::Rank, Some(method)) => Some(Transform::Logit {
                lower: method.lower,
                upper: method.upper,
            }),
            _ if unit.is_percent => Some(Transform::Logit {
                lower: unit.minimum,
                upper: unit.maximum,
            }),
            _ => None,
        }
    }

    fn ratios(&self, primary: Measure) -> Vec<PaceRatio> {
        if self.course.years_elapsed() <= 0.0 {
            return Vec::new();
        }
        let others = match self.target.kind {
            TargetKind::Rank => &[Measure::Points][..],
            _ => &[Measure::CompoundGrowth, Measure::Points, Measure::LogOdds],
        };
        let others = others.iter().filter(|measure| **measure != primary);
        core::iter::once(&primary)
            .chain(others)
            .filter_map(|measure| {
                let ratio = self.ratio(*measure)?;
                Some(PaceRatio {
                    measure: *measure,
                    ratio,
                })
            })
            .collect()
    }

    fn by_pace_ratio(&self, measure: Measure) -> MethodResult {
        let answer = if self.course.years_elapsed() <= 0.0 {
            Err(Obstacle::NothingSinceBase)
        } else {
            self.ratio(measure).ok_or(Obstacle::OutsideScale)
        };
        self.result(ProgressMethod::GrowthRatio, measure, answer, by_pace)
    }

    fn by_expected_ratio(&self) -> MethodResult {
        let answer = if self.target.kind == TargetKind::Rank {
            Err(Obstacle::RankHasNoGrowth)
        } else if self.course.years_elapsed() <= 0.0 {
            Err(Obstacle::NothingSinceBase)
        } else {
            self.gap()
                .and_then(|()| expected_ratio(&self.course).ok_or(Obstacle::NoGrowth))
        };
        self.result(ProgressMethod::ExpectedRatio, Measure::ExpectedShare, answer, by_share)
    }

    /// All figures before the deadline carry the line, those before the base too: it describes the trend, and only the
    /// gap starts at the base.
    fn by_anticipation(&self, measure: Measure) -> MethodResult {
        let Course {
            base,
            target,
            deadline,
            better,
            ..
        } = self.course;
        let scale = match measure {
            Measure::LogOdds | Measure::RankLogOdds => self.odds().unwrap_or(Transform::Identity),
            _ => Transform::Identity,
        };
        let points: Vec<(i16, f64)> = self
            .figures
            .iter()
            .map(|figure| (figure.year, inside(figure, scale)))
            .collect();
        let answer = if self.now.year >= deadline {
            Err(Obstacle::DeadlineReached)
        } else {
            self.gap().and_then(|()| {
                anticipate(&points, base, target, deadline, better, scale)
                    .map(|anticipated| anticipated.index)
                    .ok_or(Obstacle::OutsideScale)
            })
        };
        let classify = |index| match AnticipatedCategory::of(index) {
            AnticipatedCategory::Maintain => Progress::OnTrack,
            AnticipatedCategory::Accelerate => Progress::Slow,
            AnticipatedCategory::Reverse => Progress::Reversing,
        };
        self.result(
            ProgressMethod::AnticipatedProgress,
            Measure::AnticipatedIndex,
            answer,
            classify,
        )
    }

    /// The deadline's own figure stands in for the median once it is in.
    fn by_median(&self) -> MethodResult {
        let Course {
            base, target, deadline, ..
        } = self.course;
        let end = if self.now.year >= deadline {
            Some(self.now.value)
        } else {
            self.median
        };
        let answer = self.gap().and_then(|()| {
            end.and_then(|end| share_closed(base, end, target))
                .ok_or(Obstacle::NoMedian)
        });
        self.result(ProgressMethod::GapShare, Measure::MedianShare, answer, by_share)
    }

    /// Whether there was a gap to close at the base.
    fn gap(&self) -> Result<(), Obstacle> {
        if self.threshold.headroom(self.base.value) < 0.0 {
            Ok(())
        } else {
            Err(Obstacle::NoGapAtBase)
        }
    }

    /// A target that its deadline's own figure missed is on track no more, however little was missing.
    fn result(
        &self,
        method: ProgressMethod,
        measure: Measure,
        answer: Result<f64, Obstacle>,
        classify: impl Fn(f64) -> Progress,
    ) -> MethodResult {
        let progress = match answer.map(classify) {
            Ok(Progress::OnTrack) if self.now.year >= self.course.deadline => Progress::Slow,
            Ok(progress) => progress,
            Err(obstacle) => Progress::NotAssessed(obstacle),
        };
        MethodResult {
            method,
            progress,
            number: answer.ok(),
            measure,
        }
    }
}

/// The figure, moved inside the scale by half its last digit where it stands on a bound.
fn inside(figure: &Figure, scale: Transform) -> f64 {
    match scale {
        Transform::Logit { lower, upper } => {
            let margin = figure.half_digit().min(0.25 * (upper - lower));
            if figure.value == lower {
                lower + margin
            } else if figure.value == upper {
                upper - margin
            } else {
                figure.value
            }
        }
        _ => figure.value,
    }
}

fn by_pace(ratio: f64) -> Progress {
    match PaceCategory::of(ratio) {
        PaceCategory::OnTrack => Progress::OnTrack,
        PaceCategory::Moderate => Progress::Slow,
        PaceCategory::Limited => Progress::Stalled,
        PaceCategory::Deterioration => Progress::Reversing,
    }
}

/// The lowest class of the share holds both stagnation and regression; its sign tells them apart.
fn by_share(share: f64) -> Progress {
    match ExpectedCategory::of(share) {
        ExpectedCategory::OnTrack => Progress::OnTrack,
        ExpectedCategory::Fair => Progress::Slow,
        ExpectedCategory::Stagnation if share < 0.0 => Progress::Reversing,
        ExpectedCategory::Stagnation => Progress::Stalled,
    }
}

/// Every method with the same answer and no number.
fn uniform(progress: Progress) -> Assessment {
    let measures = [
        Measure::CompoundGrowth,
        Measure::ExpectedShare,
        Measure::AnticipatedIndex,
        Measure::MedianShare,
    ];
    let mut measures = measures.into_iter();
    let methods = ProgressMethod::ALL.map(|method| MethodResult {
        method,
        progress,
        number: None,
        measure: measures.next().unwrap_or(Measure::CompoundGrowth),
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
fn concluded(assessment: Assessment) -> Assessment {
    let mut assessed = assessment.methods.iter().filter(|result| result.progress.is_assessed());
    let first = assessed.next();
    Assessment {
        primary: first.map(|first| first.method),
        disagreement: first.is_some_and(|first| assessed.any(|other| other.progress != first.progress)),
        ..assessment
    }
}
