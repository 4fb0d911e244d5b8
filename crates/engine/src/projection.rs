//! One target under one scenario: figures, fan, milestones, pace and doubts.
//!
//! [`project`] is total: any target with any inputs gives a projection, if only one that says why nothing can be said.

use plan::{Target, TargetKind};

use crate::distribution::StudentT;
use crate::drift::{Drift, DriftPrior};
use crate::driver;
use crate::forecast::Forecast;
use crate::forecasts::{Context, Forecasts};
use crate::inputs::{Inputs, Mode};
use crate::level::{Level, LevelPrior};
use crate::milestone::{self, MilestoneResult, RecentPace};
use crate::model::{Fit, FitKind};
use crate::series::Series;
use crate::setting::Setting;
use crate::transform::Transform;
use crate::units::{Units, UnitsPrior};

/// Figures older than this many years before today are called old.
const OLD_AFTER_YEARS: i16 = 3;
/// Upper ends of the middle 50, 80 and 95 %.
pub(crate) const BAND_ENDS: [f64; 3] = [0.75, 0.90, 0.975];

/// A band of the fan, in the target's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// Lower quantile.
    pub lower: f64,
    /// Upper quantile.
    pub upper: f64,
}

/// One projected year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PathPoint {
    /// The year.
    pub year: i16,
    /// Median, in the target's unit.
    pub median: f64,
    /// The middle 50, 80 and 95 %.
    pub bands: [Band; 3],
}

/// What a reader should know beside the figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Warning {
    /// One figure only: the spread is assumed, not seen.
    OneFigure,
    /// Two figures: one change on record.
    TwoFigures,
    /// The newest figure is old.
    OldFigures {
        /// Its year.
        last_year: i16,
    },
    /// There are figures on other definitions, not joined to these.
    OtherBases,
    /// A figure stands on a bound and was moved inside by half its last digit.
    AtBound,
    /// A figure lies beyond what the unit allows; the bound is ignored.
    BeyondBound,
    /// The log scale does not hold zero; projected on a linear scale.
    LinearFallback,
    /// The chosen ceiling lies below a figure and is ignored.
    CeilingBelowFigures {
        /// The ceiling.
        ceiling: f64,
    },
    /// The two newest figures lie further apart than the assumptions call likely: the count may have been widened.
    Jump {
        /// The year after the jump.
        year: i16,
    },
    /// No identity holds for figures of this definition, or it divides by a population that is not known; the trend
    /// stands in.
    NoIdentity,
    /// A shock lies in a year that has a figure already, which holds whatever happened.
    ShockInFigures {
        /// Its year.
        year: i16,
    },
    /// A deed's earliest, likeliest and latest date are not in this order: no probability follows from them.
    DatesOutOfOrder,
    /// The number of units in all is smaller than a figure, and raised to it.
    UnitsBelowFigures {
        /// The number in all that was set aside.
        units: f64,
    },
}

/// The numbers that went into the fan, for the page's equation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Equation {
    /// Random walk with damped drift.
    Drift(Drift, DriftPrior),
    /// Level with yearly scatter.
    Level(Level, LevelPrior),
    /// Units out of a known number.
    Units(Units, UnitsPrior),
}

/// A target under a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    /// Code of the target.
    pub code: u8,
    /// Mode in force.
    pub mode: Mode,
    /// The figures it rests on.
    pub series: Series,
    /// Years after the newest figure, to the horizon; empty without a figure and for deeds.
    pub path: Vec<PathPoint>,
    /// One result a milestone, in the plan's order; thresholds typed for a target whose number the plan leaves open follow.
    pub milestones: Vec<MilestoneResult>,
    /// Pace over the figures on record.
    pub recent: Option<RecentPace>,
    /// The scale and the fitted numbers.
    pub equation: Option<(Transform, Equation)>,
    /// Doubts.
    pub warnings: Vec<Warning>,
}

/// Projects `target` under `inputs`.
#[must_use]
pub fn project(setting: &Setting<'_>, target: &'static Target, inputs: &Inputs) -> Projection {
    let series = Series::of(target, inputs);
    let mut warnings = Vec::new();
    let fit = match (target.kind, target.method.as_ref()) {
        (TargetKind::Deed, _) | (_, None) => None,
        (_, Some(method)) => Fit::of(target, method, inputs, &series, &mut warnings),
    };
    let context = Context {
        setting,
        target,
        inputs,
        series: &series,
    };
    let forecasts = fit.as_ref().map(|fit| Forecasts::of(&context, fit)).unwrap_or_default();
    let student = fit.as_ref().map(|fit| StudentT::new(fit.degrees()));
    let path = match (&fit, &student) {
        (Some(fit), Some(student)) => fan(&forecasts, fit.transform, student, target),
        _ => Vec::new(),
    };
    if let Some(fit) = &fit {
        add_data_warnings(target, &series, setting.today_year, &mut warnings);
        add_input_warnings(&context, fit, &mut warnings);
    }
    if !milestone::has_ordered_dates(inputs) {
        warnings.push(Warning::DatesOutOfOrder);
    }
    let milestones = milestone::judge(&context, fit.as_ref(), &forecasts, &path);
    Projection {
        code: target.code,
        mode: inputs.mode(),
        recent: milestone::recent_pace(target, &series),
        equation: fit.map(|fit| {
            let equation = match fit.kind {
                FitKind::Drift(drift, prior) => Equation::Drift(drift, prior),
                FitKind::Level(level, prior) => Equation::Level(level, prior),
                FitKind::Units(units, prior) => Equation::Units(units, prior),
            };
            (fit.transform, equation)
        }),
        series,
        path,
        milestones,
        warnings,
    }
}

/// The years of the fan.
fn fan(forecasts: &Forecasts, transform: Transform, student: &StudentT, target: &Target) -> Vec<PathPoint> {
    let sizes = BAND_ENDS.map(|p| student.quantile(p));
    forecasts
        .iter()
        .map(|(year, forecast)| path_point(*year, forecast, transform, sizes, target))
        .collect()
}

/// Median and bands of one year's forecast, given the quantiles of [`BAND_ENDS`]. The log and the linear scale know no
/// upper bound, but the unit does: there is no share above 100 %.
pub(crate) fn path_point(
    year: i16,
    forecast: &Forecast,
    transform: Transform,
    sizes: [f64; 3],
    target: &Target,
) -> PathPoint {
    let within = |value: f64| value.clamp(target.unit.minimum, target.unit.maximum);
    let above = forecast.quantiles(transform, BAND_ENDS, sizes);
    let below = forecast.quantiles(transform, BAND_ENDS.map(|p| 1.0 - p), sizes.map(|size| -size));
    let mut bands = [Band { lower: 0.0, upper: 0.0 }; 3];
    for (band, (lower, upper)) in bands.iter_mut().zip(below.into_iter().zip(above)) {
        *band = Band {
            lower: within(lower),
            upper: within(upper),
        };
    }
    PathPoint {
        year,
        median: within(forecast.median(transform)),
        bands,
    }
}

/// What the reader set that cannot take effect.
fn add_input_warnings(context: &Context<'_>, fit: &Fit, warnings: &mut Vec<Warning>) {
    if context.inputs.mode() == Mode::Driver && driver::path(context, fit.last_year).is_none() {
        warnings.push(Warning::NoIdentity);
    }
    let past = context.inputs.shocks.keys().filter(|year| **year <= fit.last_year);
    warnings.extend(past.map(|year| Warning::ShockInFigures { year: *year }));
}

fn add_data_warnings(target: &Target, series: &Series, today_year: i16, warnings: &mut Vec<Warning>) {
    match series.figures.len() {
        1 => warnings.push(Warning::OneFigure),
        2 => warnings.push(Warning::TwoFigures),
        _ => {}
    }
    if crate::series::bases(target).len() > 1 {
        warnings.push(Warning::OtherBases);
    }
    if let Some(last) = series.last()
        && today_year.saturating_sub(last.year) > OLD_AFTER_YEARS
    {
        warnings.push(Warning::OldFigures { last_year: last.year });
    }
    if let Some(year) = jump_year(target, series) {
        warnings.push(Warning::Jump { year });
    }
}

/// The year of the newest change, where it is more than three times the volatility assumed for the years it took.
fn jump_year(target: &Target, series: &Series) -> Option<i16> {
    let method = target.method?;
    let [.., before, last] = series.figures.as_slice() else {
        return None;
    };
    if method.prior.model == plan::Model::Units {
        return None;
    }
    let transform = match method.prior.scale {
        plan::Scale::Identity => Transform::Identity,
        plan::Scale::Log => Transform::Log,
        plan::Scale::Logit => return None,
    };
    let change = transform.forward(last.value)? - transform.forward(before.value)?;
    let usual = method.prior.volatility * libm::sqrt(f64::from(last.year - before.year));
    let drift = match method.prior.scale {
        plan::Scale::Log => libm::log1p(method.prior.reference_rate / 100.0),
        _ => method.prior.reference_rate,
    } * f64::from(last.year - before.year);
    ((change - drift).abs() > 3.0 * usual).then_some(last.year)
}
