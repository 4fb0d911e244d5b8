//! A forecast for each year after the newest figure: the trend, the planned growth or the identity, with dated shocks.

use plan::{Method, Scale, Target};

use crate::drift::Drift;
use crate::driver;
use crate::event::Crisis;
use crate::forecast::Forecast;
use crate::horizon::LAST_YEAR;
use crate::inputs::{Inputs, Mode};
use crate::lever::shock_range;
use crate::model::{Fit, FitKind};
use crate::path::planned_path;
use crate::series::Series;
use crate::setting::Setting;
use crate::transform::Transform;
use crate::units::Units;

/// Least value after a shock on the log scale, which does not hold 0.
pub(crate) const LEAST_OF_LOG: f64 = 1e-3;

/// Everything a projection of one target looks at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    pub setting: &'a Setting<'a>,
    pub target: &'a Target,
    pub inputs: &'a Inputs,
    pub series: &'a Series,
}

impl<'a> Context<'a> {
    /// The same with other figures.
    pub const fn with<'b>(&'b self, series: &'b Series) -> Context<'b>
    where
        'a: 'b,
    {
        Context { series, ..*self }
    }
}

/// Forecasts by year.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Forecasts {
    years: Vec<(i16, Forecast)>,
    /// Whether the trend made them: no growth typed, no identity in force.
    pub is_trend: bool,
}

impl Forecasts {
    /// Forecasts to the horizon.
    pub fn of(context: &Context<'_>, fit: &Fit) -> Self {
        Self::until(context, fit, LAST_YEAR)
    }

    /// Forecasts to the year `last`.
    pub fn until(context: &Context<'_>, fit: &Fit, last: i16) -> Self {
        let Some(method) = context.target.method else {
            return Self::default();
        };
        let trend = || {
            (fit.last_year + 1..=last)
                .map(|year| (year, fit.predict(&method, horizon(fit, year))))
                .collect()
        };
        let path = medians(context, fit, last);
        let is_trend = path.is_none();
        let mut forecasts = match (path, &fit.kind) {
            (Some(path), FitKind::Drift(drift, _)) => along(&method, fit, drift, &path),
            (Some(path), FitKind::Units(units, _)) => recognised(&method, fit, units, &path),
            _ => trend(),
        };
        shift(context, fit, &mut forecasts);
        stress(context, &method, fit, &mut forecasts);
        Self {
            years: forecasts,
            is_trend,
        }
    }

    pub fn in_year(&self, year: i16) -> Option<&Forecast> {
        self.iter()
            .find(|(known, _)| *known == year)
            .map(|(_, forecast)| forecast)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(i16, Forecast)> {
        self.years.iter()
    }
}

/// The path of medians that the reader's growth or the identity draws; None where the trend is in force.
pub(crate) fn medians(context: &Context<'_>, fit: &Fit, last: i16) -> Option<Vec<(i16, f64)>> {
    let from = (fit.last_year, fit.last_value);
    match context.inputs.mode() {
        Mode::Trend => None,
        Mode::Plan => {
            let Context {
                setting,
                target,
                inputs,
                series,
            } = *context;
            Some(planned_path(setting.plan, target, inputs, series, from, last))
        }
        Mode::Driver => driver::path(context, last),
    }
}

fn horizon(fit: &Fit, year: i16) -> u16 {
    u16::try_from(year - fit.last_year).unwrap_or(0)
}

/// The spread of the walk around a given path: what was typed is as credible as so many years of history.
fn along(method: &Method, fit: &Fit, drift: &Drift, path: &[(i16, f64)]) -> Vec<(i16, Forecast)> {
    path.iter()
        .map(|(year, value)| {
            // A path that leaves the scale, as a share that an identity brings to 100 %, stays just inside.
            let nearest = fit.transform.nearest(*value);
            let location = fit.transform.forward(nearest).unwrap_or(drift.last);
            let forecast = drift.predict_planned(location, horizon(fit, *year), method.prior.plan_weight);
            (*year, Forecast::Student(forecast))
        })
        .collect()
}

/// Units that follow a path on average: each year's hazard is the growth over what is left.
fn recognised(method: &Method, fit: &Fit, units: &Units, path: &[(i16, f64)]) -> Vec<(i16, Forecast)> {
    let full = if method.is_share { 100.0 } else { f64::from(units.total) };
    let mut before = fit.last_value;
    let mut left = 1.0;
    path.iter()
        .map(|(year, value)| {
            let rest = full - before;
            let hazard = if rest > 0.0 { (value - before) / rest } else { 1.0 };
            left *= 1.0 - hazard.clamp(0.0, 1.0);
            before = *value;
            (*year, fit.units(method, units, 1.0 - left))
        })
        .collect()
}

/// What a crisis does to the figure on the scale of its fit; None where the reader has not turned them on.
pub(crate) fn crisis_of(context: &Context<'_>, method: &Method, fit: &Fit) -> Option<Crisis> {
    let crisis = context.setting.crisis(method.exposure)?;
    // The shift is one of the logarithm; where figures left that scale for their own, it is a share of the newest one.
    let is_fallback = fit.transform == Transform::Identity && method.prior.scale != Scale::Identity;
    let factor = if is_fallback { fit.last_value.abs() } else { 1.0 };
    Some(crisis.against(context.target.better).scaled(factor))
}

/// Crises, where the reader turned them on, may strike in any year that has not passed.
fn stress(context: &Context<'_>, method: &Method, fit: &Fit, forecasts: &mut [(i16, Forecast)]) {
    let (FitKind::Drift(..), Some(crisis)) = (&fit.kind, crisis_of(context, method, fit)) else {
        return;
    };
    for (year, forecast) in forecasts {
        let years = context.setting.crisis_years(fit.last_year, *year);
        if let Some(predictive) = forecast.student().filter(|_| years > 0) {
            *forecast = Forecast::Stressed(predictive, crisis.shifts(years));
        }
    }
}

/// Dated shocks move the location from their year on, the same distance on the transformed scale.
fn shift(context: &Context<'_>, fit: &Fit, forecasts: &mut [(i16, Forecast)]) {
    let (false, Some(method)) = (context.inputs.shocks.is_empty(), context.target.method) else {
        return;
    };
    if shock_range(context.target).is_none() {
        return;
    }
    let mut shifted = 0.0;
    for (year, forecast) in forecasts {
        let Some(predictive) = forecast.student_mut() else {
            continue;
        };
        if let Some(size) = context.inputs.shocks.get(year) {
            shifted += jump(fit.transform, method.prior.scale, predictive.location + shifted, *size);
        }
        predictive.location += shifted;
    }
}

/// A jump on the transformed scale. Its size is percent where the target is projected on the log scale and units
/// elsewhere, also where figures at a bound made another scale stand in. It stops short of a bound, and never leads back.
fn jump(transform: Transform, scale: Scale, before: f64, size: f64) -> f64 {
    let value = transform.inverse(before);
    let after = match scale {
        Scale::Log => value * (1.0 + size / 100.0),
        Scale::Logit | Scale::Identity => value + size,
    };
    let (least, greatest) = match transform {
        Transform::Identity => return after - value,
        Transform::Log if scale == Scale::Log => return libm::log1p(size / 100.0),
        Transform::Log => (LEAST_OF_LOG, f64::INFINITY),
        Transform::Logit { lower, upper } => {
            let margin = 0.001 * (upper - lower);
            (lower + margin, upper - margin)
        }
    };
    let inside = after.max(least.min(value)).min(greatest.max(value));
    transform.forward(inside).map_or(0.0, |after| after - before)
}
