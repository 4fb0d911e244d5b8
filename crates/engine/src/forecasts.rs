//! A forecast for each year after the newest figure: the trend, the planned growth or the identity, with dated shocks.

use plan::{Method, Target};

use crate::drift::Drift;
use crate::driver;
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
pub(crate) struct Forecasts(Vec<(i16, Forecast)>);

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
        let mut forecasts = match (medians(context, fit, last), &fit.kind) {
            (Some(path), FitKind::Drift(drift, _)) => along(&method, fit, drift, &path),
            (Some(path), FitKind::Units(units, _)) => recognised(&method, fit, units, &path),
            _ => trend(),
        };
        shift(context, fit, &mut forecasts);
        if let FitKind::Drift(..) = fit.kind
            && let Some(crisis) = context.setting.crisis(method.exposure)
        {
            for (year, forecast) in &mut forecasts {
                let years = context.setting.crisis_years(fit.last_year, *year);
                if let Some(predictive) = forecast.student().filter(|_| years > 0) {
                    *forecast = Forecast::Stressed(predictive, crisis, years);
                }
            }
        }
        Self(forecasts)
    }

    pub fn in_year(&self, year: i16) -> Option<&Forecast> {
        self.iter()
            .find(|(known, _)| *known == year)
            .map(|(_, forecast)| forecast)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(i16, Forecast)> {
        self.0.iter()
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

/// Dated shocks move the location from their year on, the same distance on the transformed scale.
fn shift(context: &Context<'_>, fit: &Fit, forecasts: &mut [(i16, Forecast)]) {
    if context.inputs.shocks.is_empty() || shock_range(context.target).is_none() {
        return;
    }
    let mut shifted = 0.0;
    for (year, forecast) in forecasts {
        let Some(predictive) = forecast.student_mut() else {
            continue;
        };
        if let Some(size) = context.inputs.shocks.get(year) {
            shifted += jump(fit.transform, predictive.location + shifted, *size);
        }
        predictive.location += shifted;
    }
}

/// A jump on the transformed scale: percent on the log scale, else units, stopping short of a bound.
fn jump(transform: Transform, before: f64, size: f64) -> f64 {
    match transform {
        Transform::Log => libm::log1p(size / 100.0),
        Transform::Identity => size,
        Transform::Logit { lower, upper } => {
            let margin = 0.001 * (upper - lower);
            let after = (transform.inverse(before) + size).clamp(lower + margin, upper - margin);
            transform.forward(after).map_or(0.0, |after| after - before)
        }
    }
}
