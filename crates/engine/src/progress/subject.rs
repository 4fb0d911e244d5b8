//! The four methods on one target that is neither achieved nor yearly nor a deed: which scale suits it, and what each says.
//!
//! Only numbers that [`super::assess()`] has found; it decides what is not assessed at all.

use plan::{Scale, Target, TargetKind};

use super::anticipated::{AnticipatedCategory, anticipate};
use super::assess::{concluded, uniform};
use super::course::Course;
use super::expected::{ExpectedCategory, expected_ratio};
use super::gap_share::share_closed;
use super::pace_ratio::{PaceCategory, growth_ratio, points_ratio, ratio_on_scale};
use super::result::{Assessment, Measure, MethodResult, Obstacle, PaceRatio, Progress, ProgressMethod};
use crate::rule::Threshold;
use crate::series::Figure;
use crate::transform::Transform;

/// Between these shares (percent) a percentage point is worth about the same everywhere; outside, odds are compared.
const MIDDLE: core::ops::RangeInclusive<f64> = 15.0..=85.0;

/// A target that is not achieved, with two figures and a deadline.
pub(super) struct Subject<'a> {
    pub target: &'a Target,
    pub threshold: Threshold,
    pub course: Course,
    pub base: &'a Figure,
    pub now: &'a Figure,
    /// Figures up to the deadline, by year.
    pub figures: &'a [&'a Figure],
    pub median: Option<f64>,
}

impl Subject<'_> {
    /// All four methods.
    pub fn assess(&self) -> Assessment {
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
        } else if self.target.unit.is_percent && !is_middle && self.has_odds() {
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
                    base: self.base.inside(scale),
                    value: self.now.inside(scale),
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

    /// Whether base, newest figure and target all lie where odds are defined.
    fn has_odds(&self) -> bool {
        self.odds().is_some_and(|scale| {
            let numbers = [
                self.base.inside(scale),
                self.now.inside(scale),
                self.threshold.effective(),
            ];
            numbers.iter().all(|number| scale.forward(*number).is_some())
        })
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
            .map(|figure| (figure.year, figure.inside(scale)))
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
        // What the deadline's own figure closed since the base cannot be said where it is the base.
        let is_only_base = self.now.year >= deadline && self.course.years_elapsed() <= 0.0;
        let answer = self.gap().and_then(|()| {
            if is_only_base {
                return Err(Obstacle::NothingSinceBase);
            }
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

/// The common class of a pace ratio.
pub(super) fn by_pace(ratio: f64) -> Progress {
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
