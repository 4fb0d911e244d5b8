//! The deterministic model behind the medians as stocks, flows and auxiliaries, for programs of system dynamics.
//!
//! Steps of one year by Euler's method are exactly the engine's own recursions. Only medians: distributions and crises
//! stay outside, and of a count out of a known number it holds the expected count. How it is written is not known here.

mod builder;
mod expression;
mod identity;
mod model;
mod planned;
mod scale;
mod trend;

pub use expression::{Condition, Expression};
pub use model::{Label, RunError, Stock, SystemModel, Variable};

use plan::{Method, Target};

use crate::driver::Identity;
use crate::forecasts::{Context, medians};
use crate::horizon::LAST_YEAR;
use crate::inputs::{Inputs, Mode};
use crate::model::{Fit, FitKind, unit_size};
use crate::series::Series;
use crate::setting::Setting;
use builder::Builder;
use scale::ScaleEquations;

impl SystemModel {
    /// One model of all `targets` with a path: the auxiliary with a target's id is its projected figure, in its unit, from
    /// the year after its newest figure on; until then it stays at that figure. None where nothing is projected.
    #[must_use]
    pub fn of<'a>(
        setting: &Setting<'_>,
        targets: impl IntoIterator<Item = (&'static Target, &'a Inputs)>,
    ) -> Option<Self> {
        let projected: Vec<Projected<'a>> = targets
            .into_iter()
            .filter_map(|(target, inputs)| Projected::of(target, inputs))
            .collect();
        let start = projected.iter().map(|projected| projected.fit.last_year).min()?;
        let mut model = Self {
            start,
            stop: LAST_YEAR,
            stocks: Vec::new(),
            flows: Vec::new(),
            auxiliaries: Vec::new(),
            leaves_out_crises: false,
        };
        for projected in &projected {
            projected.add_to(&mut model, setting);
        }
        Some(model)
    }
}

/// A target with a path.
struct Projected<'a> {
    target: &'static Target,
    method: Method,
    inputs: &'a Inputs,
    series: Series,
    fit: Fit,
}

impl<'a> Projected<'a> {
    fn of(target: &'static Target, inputs: &'a Inputs) -> Option<Self> {
        let series = Series::of(target, inputs);
        let method = target.method?;
        let fit = Fit::of(target, &method, inputs, &series, &mut Vec::new())?;
        (fit.last_year < LAST_YEAR).then_some(Self {
            target,
            method,
            inputs,
            series,
            fit,
        })
    }

    fn add_to(&self, model: &mut SystemModel, setting: &Setting<'_>) {
        let is_walk = matches!(self.fit.kind, FitKind::Drift(..));
        model.leaves_out_crises |= is_walk && setting.crisis(self.method.exposure).is_some();
        let mut builder = Builder::new(model, setting, self.target, self.fit.last_year);
        let builder = &mut builder;
        let context = Context {
            setting,
            target: self.target,
            inputs: self.inputs,
            series: &self.series,
        };
        let figure = match &self.fit.kind {
            FitKind::Drift(drift, prior) => {
                let scale = ScaleEquations::of(self.fit.transform, builder);
                let location = match self.path(builder, &context) {
                    Some((path, _)) => {
                        let path = builder.auxiliary("path", path);
                        let path = builder.auxiliary("path_on_scale", scale.nearest(path));
                        builder.auxiliary("location", scale.forward(&path))
                    }
                    None => {
                        let last = self.last(builder);
                        trend::walk(builder, &scale, &last, drift, prior)
                    }
                };
                scale.inverse(self.shifted(builder, &scale, location))
            }
            FitKind::Level(level, _) => {
                let scale = ScaleEquations::of(self.fit.transform, builder);
                scale.inverse(trend::level(builder, level))
            }
            FitKind::Units(units, _) => {
                let full = if self.method.is_share {
                    100.0
                } else {
                    f64::from(units.total)
                };
                let hazard = match self.path(builder, &context) {
                    Some((path, Some(change))) => {
                        let rest = builder.auxiliary("planned_rest", Expression::Number(full) - path);
                        let share = (change / &rest).at_least(0.0).at_most(1.0);
                        Expression::when(Condition::Less(0.0.into(), rest), share, 1.0)
                    }
                    // No plan has an identity of units; were there one, its expected count would be that of the trend.
                    _ => units.hazard.into(),
                };
                let size = builder.auxiliary("unit_size", unit_size(&self.method, f64::from(units.total)));
                trend::units(builder, units, hazard) * size
            }
        };
        let unit = self.target.unit;
        builder.result(figure.at_least(unit.minimum).at_most(unit.maximum));
    }

    /// The figure of the mode in force, with its change a year where that is at hand; None for the trend.
    fn path(&self, builder: &mut Builder<'_>, context: &Context<'_>) -> Option<(Expression, Option<Expression>)> {
        // Where the identity is undefined, the projection falls back to the trend.
        medians(context, &self.fit, LAST_YEAR)?;
        match self.inputs.mode() {
            Mode::Trend => None,
            Mode::Plan => {
                let last = self.last(builder);
                let (path, change) = planned::path(builder, context, &self.method, last, self.fit.last_value);
                Some((path, Some(change)))
            }
            Mode::Driver => {
                let identity = Identity::of(context.setting, self.target, self.inputs, &self.series)?;
                let start = self.series.last()?.value;
                Some((identity::path(builder, &identity, start)?, None))
            }
        }
    }

    fn last(&self, builder: &mut Builder<'_>) -> Expression {
        let label = builder.own_label();
        builder.labelled("last_figure", self.fit.last_value, Some(label))
    }

    /// `location` with the dated shocks that lie ahead, each counting from its year on.
    fn shifted(&self, builder: &mut Builder<'_>, scale: &ScaleEquations, location: Expression) -> Expression {
        let ahead = |(year, _): &(i16, f64)| *year > self.fit.last_year && *year <= LAST_YEAR;
        let mut sizes: Option<Expression> = None;
        for (year, size) in self.inputs.shocks().filter(ahead) {
            let in_year = Condition::Equal(Expression::Time, f64::from(year).into());
            sizes = Some(Expression::when(
                in_year,
                size,
                sizes.unwrap_or(Expression::Number(0.0)),
            ));
        }
        let Some(sizes) = sizes else { return location };
        let size = builder.auxiliary("shock_size", sizes);
        let before = builder.auxiliary("location_before_shock", location + builder.part("shifted"));
        let jump = scale.jump(builder, self.method.prior.scale, &before, &size);
        let shock = builder.flow("shock", jump);
        builder.stock("shifted", 0.0, vec![shock.clone()], Vec::new(), None);
        before + Expression::Variable(shock)
    }
}
