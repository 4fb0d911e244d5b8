//! The judgement on each milestone of a target: settled, unreported, open or undated.

mod deed;
mod every_year;

use plan::{Rule, Scale, Target, TargetKind};

use crate::distribution::StudentT;
use crate::drift::Predictive;
use crate::forecasts::{Context, Forecasts};
use crate::inputs::Mode;
use crate::model::Fit;
use crate::pace::{self, Pace, PaceUnit};
use crate::projection::PathPoint;
use crate::rule::{RangeState, Threshold};
use crate::series::{Figure, Series};
use crate::verdict::{Likelihood, Reason, Verdict};

pub(crate) use deed::has_ordered_dates;
pub use every_year::EveryYear;

/// How far short of a threshold a median may stay and still reach it, relative to the threshold: rounding on the way to
/// the transformed scale and back, not a margin.
const ROUNDING: f64 = 1e-9;
/// Years for which a median is followed before a milestone is called out of reach at this pace.
const FAR_YEARS: i16 = 65;

/// Where a milestone stands in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MilestoneState {
    /// A figure of its year exists and judges it.
    Settled,
    /// Its year has passed and no figure exists: estimated.
    Unreported,
    /// Its year is still to come.
    Open,
    /// The plan gives no year.
    Undated,
}

/// When the median gets there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attainment {
    /// The newest figure already meets it.
    Already,
    /// First year in which the median meets it.
    InYear(i16),
    /// Later than the page's horizon.
    AfterHorizon,
    /// Not at this pace.
    Never,
}

/// The pace over the figures on record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecentPace {
    /// Year of the first figure.
    pub from_year: i16,
    /// Year of the newest figure.
    pub to_year: i16,
    /// The pace between them.
    pub pace: Pace,
}

/// The judgement on one milestone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MilestoneResult {
    /// Its year, if the plan gives one.
    pub year: Option<i16>,
    /// Its rule.
    pub rule: Rule,
    /// Its numbers; None while a number is missing, and for deeds.
    pub threshold: Option<Threshold>,
    /// Where it stands in time.
    pub state: MilestoneState,
    /// The judgement.
    pub verdict: Verdict,
    /// Probability of meeting it (fraction), where it is not settled.
    pub probability: Option<f64>,
    /// The figure or median it is judged by, in the target's unit.
    pub value: Option<f64>,
    /// Year of that figure or median.
    pub value_year: Option<i16>,
    /// How far that value lies past the threshold in the better direction, in the target's unit.
    pub headroom: Option<f64>,
    /// Pace from the newest figure before it that just reaches it.
    pub required: Option<Pace>,
    /// When the median reaches it.
    pub attainment: Option<Attainment>,
    /// The forecast behind the probability, on the transformed scale.
    pub forecast: Option<Predictive>,
    /// For a bar that holds every year: the years of the plan taken together.
    pub every_year: Option<EveryYear>,
}

impl MilestoneResult {
    /// Whether its year is past and it is judged without a figure of that year.
    #[must_use]
    pub fn is_estimate(&self) -> bool {
        self.state == MilestoneState::Unreported && self.probability.is_some()
    }
}

/// Judges every milestone of the target.
pub(crate) fn judge(
    context: &Context<'_>,
    fit: Option<&Fit>,
    forecasts: &Forecasts,
    path: &[PathPoint],
) -> Vec<MilestoneResult> {
    let target = context.target;
    let asked = target.milestones.iter().map(|milestone| {
        let typed = milestone
            .year
            .and_then(|year| context.inputs.thresholds.get(&year).copied());
        (
            milestone.year,
            milestone.rule,
            Threshold::of(target, milestone.rule, typed),
        )
    });
    let typed = (target.kind == TargetKind::Unset)
        .then(|| context.inputs.thresholds())
        .into_iter()
        .flatten()
        .map(|(year, value)| {
            let rule = Rule::AtLeast(value);
            (Some(year), rule, Threshold::of(target, rule, None))
        });
    asked
        .chain(typed)
        .map(|(year, rule, threshold)| judge_one(context, year, rule, threshold, fit, forecasts, path))
        .collect()
}

/// The pace over the whole series; None with fewer than two figures.
pub(crate) fn recent_pace(target: &Target, series: &Series) -> Option<RecentPace> {
    let (first, last) = (series.figures.first()?, series.figures.last()?);
    let pace = pace_between(target, first.value, last.value, f64::from(last.year - first.year))?;
    Some(RecentPace {
        from_year: first.year,
        to_year: last.year,
        pace,
    })
}

fn judge_one(
    context: &Context<'_>,
    year: Option<i16>,
    rule: Rule,
    threshold: Option<Threshold>,
    fit: Option<&Fit>,
    forecasts: &Forecasts,
    path: &[PathPoint],
) -> MilestoneResult {
    let figure = year.and_then(|year| context.series.in_year(year));
    let state = match year {
        None => MilestoneState::Undated,
        Some(_) if figure.is_some() && rule != Rule::Done => MilestoneState::Settled,
        Some(year) if year < context.setting.today_year => MilestoneState::Unreported,
        Some(_) => MilestoneState::Open,
    };
    let blank = MilestoneResult {
        year,
        rule,
        threshold,
        state,
        verdict: Verdict::NotAssessed(missing(context, threshold)),
        probability: None,
        value: None,
        value_year: None,
        headroom: None,
        required: None,
        attainment: None,
        forecast: None,
        every_year: None,
    };
    if rule == Rule::Done {
        return deed::judge(context, blank);
    }
    let Some(threshold) = threshold else { return blank };
    let result = match (state, figure, year) {
        (MilestoneState::Settled, Some(figure), _) => by_figure(blank, threshold, figure, Verdict::Missed),
        (MilestoneState::Undated, ..) => judge_undated(context, blank, threshold, fit),
        (_, _, Some(year)) => judge_estimate(context, blank, threshold, year, fit, forecasts),
        _ => blank,
    };
    MilestoneResult {
        required: year.and_then(|year| required(context, threshold, year)),
        attainment: fit.and_then(|fit| attainment(context, threshold, fit, path)),
        ..result
    }
}

fn missing(context: &Context<'_>, threshold: Option<Threshold>) -> Reason {
    if threshold.is_none() && context.target.kind == TargetKind::Versus {
        Reason::NoComparison
    } else if context.series.figures.is_empty() {
        Reason::NoObservation
    } else {
        Reason::NoThreshold
    }
}

/// Judged by a published or entered figure.
fn by_figure(blank: MilestoneResult, threshold: Threshold, figure: &Figure, otherwise: Verdict) -> MilestoneResult {
    let verdict = match threshold.range_state(figure.value) {
        Some(RangeState::Within) => Verdict::Within,
        Some(RangeState::Exceeds) => Verdict::Exceeded,
        Some(RangeState::Below) | None if threshold.is_met(figure.value, figure.decimals) => Verdict::Met,
        _ => otherwise,
    };
    MilestoneResult {
        verdict,
        value: Some(figure.value),
        value_year: Some(figure.year),
        headroom: Some(threshold.headroom(figure.value)),
        ..blank
    }
}

/// No year given: the newest figure judges; a bar for every year also gets its probability in any one year.
fn judge_undated(
    context: &Context<'_>,
    blank: MilestoneResult,
    threshold: Threshold,
    fit: Option<&Fit>,
) -> MilestoneResult {
    let Some(last) = context.series.last() else {
        return blank;
    };
    let judged = by_figure(blank, threshold, last, Verdict::NotYet);
    let yearly = fit
        .filter(|_| context.target.kind == TargetKind::Annual)
        .and_then(|fit| {
            let student = StudentT::new(fit.degrees());
            let forecast = context
                .target
                .method
                .and_then(|method| fit.predict(&method, 1).student())?;
            Some((threshold.probability(&forecast, &student, fit.transform), forecast))
        });
    MilestoneResult {
        probability: yearly.map(|(probability, _)| probability),
        forecast: yearly.map(|(_, forecast)| forecast),
        every_year: fit.and_then(|fit| every_year::judge(context, threshold, fit)),
        ..judged
    }
}

/// No figure of its year: the forecast judges, made from the figures up to that year.
fn judge_estimate(
    context: &Context<'_>,
    blank: MilestoneResult,
    threshold: Threshold,
    year: i16,
    fit: Option<&Fit>,
    forecasts: &Forecasts,
) -> MilestoneResult {
    let Some(fit) = fit else { return blank };
    let earlier;
    let (fit, forecast) = match forecasts.in_year(year) {
        Some(forecast) => (*fit, forecast),
        None => {
            // Figures younger than the milestone must not be read back into it.
            let series = context.series.until(year);
            let refit = context
                .target
                .method
                .as_ref()
                .and_then(|method| Fit::of(context.target, method, context.inputs, &series, &mut Vec::new()));
            let Some(refit) = refit else {
                return MilestoneResult {
                    verdict: Verdict::NotAssessed(Reason::NoFigureBefore),
                    ..blank
                };
            };
            earlier = Forecasts::of(&context.with(&series), &refit);
            match earlier.in_year(year) {
                Some(forecast) => (refit, forecast),
                None => return blank,
            }
        }
    };
    let student = StudentT::new(fit.degrees());
    let probability = forecast.probability(&threshold, &student, fit.transform);
    let unit = context.target.unit;
    let median = forecast.median(fit.transform).clamp(unit.minimum, unit.maximum);
    MilestoneResult {
        verdict: Verdict::Expected(Likelihood::of(probability)),
        probability: Some(probability),
        value: Some(median),
        value_year: Some(year),
        headroom: Some(threshold.headroom(median)),
        forecast: forecast.student(),
        ..blank
    }
}

/// Pace from the newest figure before `year` that just reaches the threshold.
fn required(context: &Context<'_>, threshold: Threshold, year: i16) -> Option<Pace> {
    let from = context.series.figures.iter().rev().find(|figure| figure.year < year)?;
    pace_between(context.target, from.value, threshold.value, f64::from(year - from.year))
}

/// Compound growth where the target grows by percent, else units a year.
pub(crate) fn pace_between(target: &Target, from: f64, to: f64, years: f64) -> Option<Pace> {
    let by_percent = target.method.is_some_and(|method| method.prior.scale == Scale::Log);
    if by_percent && let Some(growth) = pace::compound(from, to, years) {
        return Some(Pace {
            value: growth * 100.0,
            unit: PaceUnit::PercentPerYear,
        });
    }
    pace::linear(from, to, years).map(|value| Pace {
        value,
        unit: PaceUnit::UnitsPerYear,
    })
}

/// When the median meets the threshold: in a drawn year, later, or not at this pace.
fn attainment(context: &Context<'_>, threshold: Threshold, fit: &Fit, path: &[PathPoint]) -> Option<Attainment> {
    let last = context.series.last()?;
    if threshold.is_met(last.value, last.decimals) {
        return Some(Attainment::Already);
    }
    // Compared on the continuous scale: a median is no published figure and is not rounded.
    let bar = threshold.effective();
    let hair = ROUNDING * bar.abs();
    let is_met = |median: f64| match threshold.better {
        plan::Better::Higher => median >= bar - hair,
        plan::Better::Lower => median <= bar + hair,
    };
    if let Some(point) = path.iter().find(|point| is_met(point.median)) {
        return Some(Attainment::InYear(point.year));
    }
    Some(if is_met(far_median(context, fit)?) {
        Attainment::AfterHorizon
    } else {
        Attainment::Never
    })
}

/// The median so many years after the newest figure that a threshold it does not meet is out of reach at this pace.
fn far_median(context: &Context<'_>, fit: &Fit) -> Option<f64> {
    let method = context.target.method?;
    let is_calm = context.setting.crisis(method.exposure).is_none();
    if context.inputs.mode() == Mode::Trend && context.inputs.shocks.is_empty() && is_calm {
        // The same in one step.
        let forecast = fit.predict(&method, FAR_YEARS.unsigned_abs());
        return Some(forecast.median(fit.transform));
    }
    let far = fit.last_year.saturating_add(FAR_YEARS);
    let forecasts = Forecasts::until(context, fit, far);
    forecasts.in_year(far).map(|forecast| forecast.median(fit.transform))
}
