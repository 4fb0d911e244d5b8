//! Trend mode as equations: a stock on the transformed scale whose drift decays towards the reference rate.
//!
//! z(t + 1) = z(t) + m0 + φ e(t), e(t + 1) = φ e(t), e(0) = m_n − m0: the closed form z_n + m0 (h − D_h) + m_n D_h, step
//! by step.

use super::builder::Builder;
use super::expression::Expression;
use super::scale::ScaleEquations;
use crate::drift::{Drift, DriftPrior};
use crate::level::Level;
use crate::units::Units;

/// The walk's median on the transformed scale, from the newest figure `last`.
pub(super) fn walk(
    builder: &mut Builder<'_>,
    scale: &ScaleEquations,
    last: &Expression,
    drift: &Drift,
    prior: &DriftPrior,
) -> Expression {
    let reference = builder.auxiliary("reference_rate", prior.reference_rate);
    let weight = builder.auxiliary("reference_weight", prior.reference_weight);
    let observed = builder.auxiliary("observed_rate", drift.observed_rate);
    let years = builder.auxiliary("observed_years", drift.weight - prior.reference_weight);
    let damping = builder.auxiliary("damping", prior.damping);
    let rate = builder.auxiliary(
        "fitted_rate",
        (weight.clone() * &reference + years.clone() * observed) / (weight + years),
    );
    let excess = builder.part("excess_rate");
    let faded = builder.flow("excess_faded", excess.clone() * (Expression::Number(1.0) - &damping));
    builder.stock("excess_rate", rate - &reference, Vec::new(), vec![faded], None);
    let moved = builder.flow("drift", reference + damping * excess);
    builder.stock("location", scale.forward(last), vec![moved], Vec::new(), None);
    builder.part("location")
}

/// The level that yearly figures scatter around, on the transformed scale.
pub(super) fn level(builder: &mut Builder<'_>, level: &Level) -> Expression {
    builder.auxiliary("level", level.level)
}

/// The expected number of units that are there when each one left gets there with `hazard` a year.
pub(super) fn units(builder: &mut Builder<'_>, units: &Units, hazard: Expression) -> Expression {
    let total = builder.auxiliary("units", f64::from(units.total));
    let hazard = builder.auxiliary("hazard", hazard);
    let reached = builder.part("reached");
    let gained = builder.flow("gained", (total - reached) * hazard);
    builder.stock("reached", f64::from(units.reached), vec![gained], Vec::new(), None);
    builder.part("reached")
}
