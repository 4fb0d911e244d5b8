//! From targets under a scenario to what is drawn: the same fits, medians and spreads as their closed forms.

use plan::{Better, Method, Rule};

use super::{MilestoneDraws, Standing};
use crate::damping::damped_years;
use crate::draws::{Crisis, Deed, Event, Factor, Job, Model, Side, Units as Counted, Walk, WalkYear, When, Yearly};
use crate::drift::{COMMON_PERSISTENCE, Drift, DriftPrior};
use crate::forecast::units_needed;
use crate::forecasts::{Context, Forecasts, crisis_of};
use crate::horizon::{LAST_YEAR, Phase};
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
    pub factor: Factor,
    pub crisis: Option<Crisis>,
    pub jobs: Vec<Job>,
    /// For each job, what one step of its values is worth in the target's unit: a unit's size for counts, else 1.
    pub sizes: Vec<f64>,
    /// For each job and event, the milestone that it answers for.
    pub places: Vec<Vec<usize>>,
    pub milestones: Vec<MilestoneDraws>,
}

/// The jobs of all targets of the plan.
pub(super) fn prepare(setting: &Setting<'_>, scenario: &Scenario) -> Prepared {
    let share = |id: LeverId| setting.lever(id) / 100.0;
    let crisis = Crisis {
        probability: share(LeverId::CrisisProbability),
        rebound: share(LeverId::CrisisRebound),
    };
    let mut prepared = Prepared {
        factor: Factor {
            persistence: COMMON_PERSISTENCE,
            ..Factor::default()
        },
        crisis: (crisis.probability > 0.0).then_some(crisis),
        jobs: Vec::new(),
        sizes: Vec::new(),
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
                prepared.sizes.push(size_of(&job, target.method.as_ref()));
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
        // A missed year settles a bar for every year; a met one does not, unless no year is left.
        _ if result
            .every_year
            .is_some_and(|every| every.missed == 0 && every.left == 0) =>
        {
            Standing::Certain(true)
        }
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
    let (model, transform, events) = match context.target.method {
        None => deed(asked)?,
        Some(method) => {
            let fit = Fit::of(context.target, &method, context.inputs, context.series, &mut Vec::new())?;
            let (model, events) = match &fit.kind {
                FitKind::Drift(drift, prior) => {
                    let walk = walk(context, &method, &fit, drift, prior);
                    (Model::Walk(walk), dated_events(asked, fit.transform))
                }
                FitKind::Level(level, _) => scatter(context, level, fit.transform, asked),
                FitKind::Units(units, _) => gains(context, &method, &fit, units, asked),
            };
            (model, fit.transform, events)
        }
    };
    let (places, events) = events.into_iter().unzip();
    let job = Job {
        indicator,
        model,
        events,
        transform,
    };
    Some((job, places))
}

fn size_of(job: &Job, method: Option<&Method>) -> f64 {
    match (&job.model, method) {
        (Model::Units(units), Some(method)) => unit_size(method, f64::from(units.of)),
        _ => 1.0,
    }
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
        when: When::In(year),
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
        let (rate_error, long_run_error) = if is_trend {
            let damped = damped_years(h, prior.damping);
            (
                damped / libm::sqrt(drift.weight),
                (years - damped) / libm::sqrt(prior.long_run_weight),
            )
        } else {
            (years / libm::sqrt(method.prior.plan_weight), 0.0)
        };
        Some(WalkYear {
            location: forecast.student()?.location,
            rate_error,
            long_run_error,
        })
    });
    Walk {
        first_year: fit.last_year + 1,
        years: years.collect(),
        scale: libm::sqrt(drift.variance),
        degrees: whole(drift.degrees),
        exposure: prior.exposure,
        persistence: prior.persistence,
        crisis_shift: crisis_of(context, method, fit).map_or(0.0, |crisis| crisis.shift()),
        crisis_from: context.setting.today_year,
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

/// Yearly bars. The years of a draw differ by chance alone, so that as many years as have no figure stand for them, up to
/// the end of the first horizon.
fn scatter(
    context: &Context<'_>,
    level: &Level,
    transform: Transform,
    asked: &[(usize, &MilestoneResult)],
) -> (Model, Events) {
    let plan = context.setting.plan;
    let horizon = Phase::First.last_year(plan.end_year);
    let events = asked.iter().filter_map(|(place, result)| {
        let every = result.every_year.filter(|every| every.missed == 0 && every.left > 0)?;
        let threshold = result.threshold?;
        let event = Event {
            when: When::Every {
                from: horizon - i16::try_from(every.left).ok()? + 1,
                until: horizon,
            },
            bar: transform.forward_or_infinite(threshold.effective()),
            side: side(threshold),
        };
        Some((*place, event))
    });
    let yearly = Yearly {
        first_year: Phase::First.first_year(plan.base_year, plan.end_year),
        last_year: LAST_YEAR,
        level: level.level,
        weight: level.weight,
        scale: libm::sqrt(level.variance),
        degrees: whole(level.degrees),
    };
    (Model::Yearly(yearly), events.collect())
}

/// Units: each year's hazard from the probabilities that the forecasts have reached by then.
fn gains(
    context: &Context<'_>,
    method: &Method,
    fit: &Fit,
    units: &Units,
    asked: &[(usize, &MilestoneResult)],
) -> (Model, Events) {
    let forecasts = Forecasts::of(context, fit);
    let mut before = 0.0;
    let hazards = forecasts.iter().filter_map(|(_, forecast)| {
        let reached = forecast.share_gained()?;
        let hazard = if before < 1.0 {
            (reached - before) / (1.0 - before)
        } else {
            0.0
        };
        before = reached;
        Some(hazard.clamp(0.0, 1.0))
    });
    let counted = Counted {
        first_year: fit.last_year + 1,
        done: units.reached,
        of: units.total,
        hazards: hazards.collect(),
    };
    let size = unit_size(method, f64::from(units.total));
    let events = open_milestones(asked).map(|(place, year, threshold)| {
        let bar = units_needed(&threshold, size);
        (place, event(year, bar, threshold))
    });
    (Model::Units(counted), events.collect())
}

/// A deed whose dates the reader has said: the probabilities of its milestones' years, and no more in between.
fn deed(asked: &[(usize, &MilestoneResult)]) -> Option<(Model, Transform, Events)> {
    let dated = || {
        let asked = asked.iter();
        asked.filter_map(|(place, result)| Some((*place, result.year?, result.probability?)))
    };
    let first_year = dated().map(|(_, year, _)| year).min()?;
    let last_year = dated().map(|(_, year, _)| year).max()?;
    let by = |year: i16| {
        let until = dated().filter(|(_, known, _)| *known <= year);
        until.map(|(_, _, probability)| probability).fold(0.0, f64::max)
    };
    let deed = Deed {
        first_year,
        done_by: (first_year..=last_year).map(by).collect(),
    };
    let events = dated().map(|(place, year, _)| {
        let event = Event {
            when: When::In(year),
            bar: Deed::BAR,
            side: Side::AtLeast,
        };
        (place, event)
    });
    Some((Model::Deed(deed), Transform::Identity, events.collect()))
}
