//! From targets under a scenario to what is drawn: the same fits, medians and spreads as their closed forms.

use plan::{Better, Method, Rule};

use super::{MilestoneDraws, Standing};
use crate::damping::damped_years;
use crate::draws::{Common, CrisisEffect, Event, Gains, Job, JobKind, Scatter, Side, Walk, WalkYear};
use crate::drift::{COMMON_PERSISTENCE, Drift, DriftPrior};
use crate::forecast::units_needed;
use crate::forecasts::{Context, Forecasts, crisis_of};
use crate::horizon::{FIRST_YEAR, LAST_YEAR, Phase};
use crate::inputs::LeverId;
use crate::level::Level;
use crate::milestone::{MilestoneResult, MilestoneState};
use crate::model::{Fit, FitKind, unit_size};
use crate::projection::project;
use crate::rule::Threshold;
use crate::scenario::Scenario;
use crate::series::Series;
use crate::setting::Setting;
use crate::transform::Transform;
use crate::units::Units;
use crate::verdict::{Outlook, Verdict};

/// Everything a run needs.
pub(super) struct Prepared {
    pub common: Common,
    pub jobs: Vec<Job>,
    /// For each job and event, the milestone that it answers for.
    pub places: Vec<Vec<usize>>,
    pub milestones: Vec<MilestoneDraws>,
}

/// The jobs of all targets of the plan.
pub(super) fn prepare(setting: &Setting<'_>, scenario: &Scenario) -> Prepared {
    let mut prepared = Prepared {
        common: Common {
            persistence: COMMON_PERSISTENCE,
            first_year: FIRST_YEAR,
            last_year: LAST_YEAR,
            crisis_probability: setting.lever(LeverId::CrisisProbability) / 100.0,
        },
        jobs: Vec::new(),
        places: Vec::new(),
        milestones: Vec::new(),
    };
    for target in setting.plan.targets {
        let inputs = scenario.inputs(target.code);
        let projection = project(setting, target, inputs);
        let first = prepared.milestones.len();
        for (index, result) in projection.milestones.iter().enumerate() {
            let every_year = result.every_year.map(|_| setting.plan.end_year);
            prepared.milestones.push(MilestoneDraws {
                code: target.code,
                index,
                year: result.year.or(every_year),
                standing: standing(result),
            });
        }
        let context = Context {
            setting,
            target,
            inputs,
            series: &projection.series,
        };
        for (series, asked) in by_series(&projection.milestones, &projection.series) {
            let asked: Vec<(usize, &MilestoneResult)> = asked
                .into_iter()
                .map(|(index, result)| (first + index, result))
                .collect();
            if let Some((job, places)) = job(&context.with(&series), &asked) {
                prepared.jobs.push(job);
                prepared.places.push(places);
            }
        }
    }
    prepared
}

/// What figures have settled is certain; what has a probability is drawn later; the rest is unknown.
fn standing(result: &MilestoneResult) -> Standing {
    match result.verdict {
        Verdict::NotAssessed(_) => Standing::Unknown,
        // A missed year settles a bar for every year; a met one does not.
        _ if result.every_year.is_some_and(|every| every.missed > 0) => Standing::Certain(false),
        verdict if result.state == MilestoneState::Settled => Standing::Certain(verdict.outlook() == Outlook::Met),
        verdict if result.state == MilestoneState::Undated && result.every_year.is_none() => {
            Standing::Certain(verdict.outlook() == Outlook::Met)
        }
        _ => Standing::Unknown,
    }
}

/// The milestones to be drawn, grouped by the figures they may look at: those up to the milestone's year.
fn by_series<'a>(
    milestones: &'a [MilestoneResult],
    series: &Series,
) -> Vec<(Series, Vec<(usize, &'a MilestoneResult)>)> {
    let last = series.last().map(|figure| figure.year);
    let mut groups: Vec<(Series, Vec<(usize, &MilestoneResult)>)> = vec![(series.clone(), Vec::new())];
    for (index, result) in milestones.iter().enumerate() {
        let is_earlier = result.year.zip(last).is_some_and(|(year, last)| year <= last);
        if is_earlier && result.rule != Rule::Done {
            let until = result.year.map_or_else(|| series.clone(), |year| series.until(year));
            groups.push((until, vec![(index, result)]));
        } else if let Some((_, group)) = groups.first_mut() {
            group.push((index, result));
        }
    }
    groups
}

/// The job of one target, with the milestone each of its events answers for; None where there is nothing to draw.
fn job(context: &Context<'_>, asked: &[(usize, &MilestoneResult)]) -> Option<(Job, Vec<usize>)> {
    let indicator = u32::from(context.target.code);
    let (kind, transform, events) = match context.target.method {
        None => deed(asked)?,
        Some(method) => {
            let fit = Fit::of(context.target, &method, context.inputs, context.series, &mut Vec::new())?;
            let (kind, events) = match &fit.kind {
                FitKind::Drift(drift, prior) => {
                    let walk = walk(context, &method, &fit, drift, prior);
                    (JobKind::Walk(walk), dated_events(asked, fit.transform))
                }
                FitKind::Level(level, _) => scatter(context, level, fit.transform, asked),
                FitKind::Units(units, _) => gains(context, &method, &fit, units, asked),
            };
            (kind, fit.transform, events)
        }
    };
    let (places, events) = events.into_iter().unzip();
    let job = Job {
        indicator,
        kind,
        events,
        transform,
    };
    Some((job, places))
}

type Events = Vec<(usize, Event)>;

/// One event a milestone that is open or unreported.
fn dated_events(asked: &[(usize, &MilestoneResult)], transform: Transform) -> Events {
    open_milestones(asked)
        .map(|(place, year, threshold)| {
            let bar = transform.forward_or_infinite(threshold.effective());
            (place, event(year, bar, threshold))
        })
        .collect()
}

fn open_milestones<'a>(
    asked: &'a [(usize, &'a MilestoneResult)],
) -> impl Iterator<Item = (usize, i16, Threshold)> + 'a {
    let is_open = |result: &MilestoneResult| {
        matches!(result.state, MilestoneState::Open | MilestoneState::Unreported) && result.probability.is_some()
    };
    asked
        .iter()
        .filter(move |(_, result)| is_open(result))
        .filter_map(|(place, result)| Some((*place, result.year?, result.threshold?)))
}

fn event(year: i16, bar: f64, threshold: Threshold) -> Event {
    Event {
        years: vec![year],
        bar,
        side: side(threshold),
    }
}

const fn side(threshold: Threshold) -> Side {
    match threshold.better {
        Better::Higher => Side::AtLeast,
        Better::Lower => Side::AtMost,
    }
}

/// Locations from the forecasts, shocks and all; how the uncertain rate counts, by the mode in force.
fn walk(context: &Context<'_>, method: &Method, fit: &Fit, drift: &Drift, prior: &DriftPrior) -> Walk {
    let forecasts = Forecasts::of(context, fit);
    let is_trend = forecasts.is_trend;
    let years = forecasts.iter().filter_map(|(year, forecast)| {
        let h = u16::try_from(year - fit.last_year).ok()?;
        let years = f64::from(h);
        let (rate_spread, long_run_spread) = if is_trend {
            let damped = damped_years(h, prior.damping);
            (
                damped / libm::sqrt(drift.weight),
                (years - damped) / libm::sqrt(prior.long_run_weight),
            )
        } else {
            (years / libm::sqrt(method.prior.plan_weight), 0.0)
        };
        Some(WalkYear {
            year: *year,
            location: forecast.student()?.location,
            rate_spread,
            long_run_spread,
        })
    });
    let crisis = crisis_of(context, method, fit).map(|crisis| CrisisEffect {
        shift: crisis.shift(),
        rebound: crisis.rebound(),
        from_year: context.setting.today_year.max(fit.last_year + 1),
    });
    Walk {
        years: years.collect(),
        scale: libm::sqrt(drift.variance),
        degrees: whole(drift.degrees),
        exposure: prior.exposure,
        persistence: prior.persistence,
        crisis,
    }
}

/// Degrees of freedom are a prior's whole number and a count.
fn whole(degrees: f64) -> Option<u32> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 1 and some hundred"
    )]
    let whole = libm::round(degrees.clamp(1.0, 1000.0)) as u32;
    Some(whole)
}

/// Yearly bars: all years of the first horizon without a figure, and those of the second for whoever looks later.
fn scatter(
    context: &Context<'_>,
    level: &Level,
    transform: Transform,
    asked: &[(usize, &MilestoneResult)],
) -> (JobKind, Events) {
    let plan = context.setting.plan;
    let years = Phase::First.first_year(plan.base_year, plan.end_year)..=LAST_YEAR;
    let unknown = |year: &i16| context.series.in_year(*year).is_none();
    let horizon = Phase::First.last_year(plan.end_year);
    let events = asked.iter().filter_map(|(place, result)| {
        let every = result.every_year.filter(|every| every.missed == 0)?;
        let threshold = result.threshold?;
        // With no year left, the figures have met it in every year: an event without a year holds in every draw.
        let years: Vec<i16> = years.clone().filter(|year| *year <= horizon && unknown(year)).collect();
        (years.len() == usize::from(every.left)).then(|| {
            let bar = transform.forward_or_infinite(threshold.effective());
            (
                *place,
                Event {
                    years,
                    bar,
                    side: side(threshold),
                },
            )
        })
    });
    let events = events.collect();
    let scatter = Scatter {
        years: years.clone().filter(unknown).collect(),
        level: level.level,
        weight: level.weight,
        degrees: whole(level.degrees).unwrap_or(1),
        scale: libm::sqrt(level.variance),
    };
    (JobKind::Scatter(scatter), events)
}

/// Units: each year's hazard from the probabilities that the forecasts have reached by then.
fn gains(
    context: &Context<'_>,
    method: &Method,
    fit: &Fit,
    units: &Units,
    asked: &[(usize, &MilestoneResult)],
) -> (JobKind, Events) {
    let forecasts = Forecasts::of(context, fit);
    let mut before = 0.0;
    let hazards = forecasts.iter().filter_map(|(year, forecast)| {
        let reached = forecast.share_gained()?;
        let hazard = if before < 1.0 {
            (reached - before) / (1.0 - before)
        } else {
            0.0
        };
        before = reached;
        Some((*year, hazard.clamp(0.0, 1.0)))
    });
    let kind = JobKind::Gains(Gains {
        reached: units.reached,
        left: units.total.saturating_sub(units.reached),
        size: unit_size(method, f64::from(units.total)),
        hazards: hazards.collect(),
    });
    let size = unit_size(method, f64::from(units.total));
    let events = open_milestones(asked).map(|(place, year, threshold)| {
        // A hair below, so that the same whole number of units passes however its worth is rounded.
        let bar = (units_needed(&threshold, size) - 1e-6) * size;
        (place, event(year, bar, threshold))
    });
    (kind, events.collect())
}

/// A deed whose dates the reader has said.
fn deed(asked: &[(usize, &MilestoneResult)]) -> Option<(JobKind, Transform, Events)> {
    let dated = asked
        .iter()
        .filter_map(|(place, result)| Some((*place, result.year?, result.probability?)));
    let mut by_year: Vec<(i16, f64)> = dated
        .clone()
        .map(|(_, year, probability)| (year, probability))
        .collect();
    by_year.sort_by_key(|(year, _)| *year);
    let events: Events = dated
        .map(|(place, year, _)| {
            let event = Event {
                years: vec![year],
                bar: 0.0,
                side: Side::AtLeast,
            };
            (place, event)
        })
        .collect();
    (!events.is_empty()).then_some((JobKind::Date(by_year), Transform::Identity, events))
}
