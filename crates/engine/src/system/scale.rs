//! The scales as equations: to the transformed scale, back, and what holds a path on it.

use plan::Scale;

use super::builder::Builder;
use super::expression::{Condition, Expression};
use crate::forecasts::LEAST_OF_LOG;
use crate::transform::Transform;

/// A scale with its bounds as expressions.
pub(super) struct ScaleEquations {
    transform: Transform,
    lower: Expression,
    upper: Expression,
}

impl ScaleEquations {
    /// The equations of `transform`; the bounds of a share become auxiliaries.
    pub fn of(transform: Transform, builder: &mut Builder<'_>) -> Self {
        let (lower, upper) = match transform {
            Transform::Logit { lower, upper } => (
                builder.auxiliary("lower_bound", lower),
                builder.auxiliary("upper_bound", upper),
            ),
            Transform::Identity | Transform::Log => (Expression::Number(0.0), Expression::Number(0.0)),
        };
        Self {
            transform,
            lower,
            upper,
        }
    }

    /// z of y, which must lie on the scale.
    pub fn forward(&self, y: &Expression) -> Expression {
        match self.transform {
            Transform::Identity => y.clone(),
            Transform::Log => y.clone().ln(),
            Transform::Logit { .. } => ((y.clone() - &self.lower) / (self.upper.clone() - y)).ln(),
        }
    }

    /// y of z.
    pub fn inverse(&self, z: Expression) -> Expression {
        match self.transform {
            Transform::Identity => z,
            Transform::Log => z.exp(),
            Transform::Logit { .. } => {
                let width = self.upper.clone() - &self.lower;
                self.lower.clone() + width / (Expression::Number(1.0) + (Expression::Number(0.0) - z).exp())
            }
        }
    }

    /// y, moved inside where it lies off the scale, as [`Transform::nearest`] does.
    pub fn nearest(&self, y: Expression) -> Expression {
        match self.transform {
            Transform::Identity => y,
            Transform::Log => {
                let least = self.transform.nearest(0.0);
                Expression::when(Condition::Less(0.0.into(), y.clone()), y, least)
            }
            Transform::Logit { lower, upper } => {
                let below = Condition::Less(y.clone(), self.upper.clone());
                let above = Condition::Less(self.lower.clone(), y.clone());
                let inside = Expression::when(above, y, self.transform.nearest(lower));
                Expression::when(below, inside, self.transform.nearest(upper))
            }
        }
    }

    /// How far a certain jump of `size` moves z from `before`, as the forecasts have it: percent where the target is
    /// projected on the log scale and units elsewhere, short of a bound and never back.
    pub fn jump(&self, builder: &mut Builder<'_>, scale: Scale, before: &Expression, size: &Expression) -> Expression {
        let is_percent = scale == Scale::Log;
        let factor = Expression::Number(1.0) + size.clone() / 100.0;
        if is_percent && self.transform == Transform::Log {
            return factor.ln();
        }
        let value = builder.auxiliary("before_shock", self.inverse(before.clone()));
        let after = if is_percent {
            value.clone() * factor
        } else {
            value.clone() + size
        };
        let inside = match self.transform {
            Transform::Identity => return after - value,
            Transform::Log => after.at_least(value.at_most(LEAST_OF_LOG)),
            Transform::Logit { lower, upper } => {
                let margin = 0.001 * (upper - lower);
                let least = value.clone().at_most(self.lower.clone() + margin);
                let greatest = value.at_least(self.upper.clone() - margin);
                after.at_least(least).at_most(greatest)
            }
        };
        let inside = builder.auxiliary("after_shock", inside);
        let moved = self.forward(&inside) - before;
        Expression::when(Condition::Equal(size.clone(), 0.0.into()), 0.0, moved)
    }
}
