//! Equations of a system model: numbers, names and the few operations that its equations need.
//!
//! How an equation is written in a file is not known here.

use core::ops::{Add, Div, Mul, Sub};

/// An equation.
#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    /// A number.
    Number(f64),
    /// The value of a stock, a flow or an auxiliary, by its name.
    Variable(String),
    /// The year of the step.
    Time,
    /// a + b.
    Sum(Box<Self>, Box<Self>),
    /// a − b.
    Difference(Box<Self>, Box<Self>),
    /// a · b.
    Product(Box<Self>, Box<Self>),
    /// a / b.
    Quotient(Box<Self>, Box<Self>),
    /// e^a.
    Exponential(Box<Self>),
    /// ln a.
    Logarithm(Box<Self>),
    /// The smaller of two.
    Least(Box<Self>, Box<Self>),
    /// The greater of two.
    Greatest(Box<Self>, Box<Self>),
    /// The first where the condition holds, else the second.
    If(Box<Condition>, Box<Self>, Box<Self>),
}

/// What an equation can ask.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// a < b.
    Less(Expression, Expression),
    /// a = b, exactly: for years, which are whole.
    Equal(Expression, Expression),
}

impl Expression {
    /// e^self.
    #[must_use]
    pub fn exp(self) -> Self {
        Self::Exponential(Box::new(self))
    }

    /// ln(self).
    #[must_use]
    pub fn ln(self) -> Self {
        Self::Logarithm(Box::new(self))
    }

    /// At most `most`.
    #[must_use]
    pub fn at_most(self, most: impl Into<Self>) -> Self {
        Self::Least(Box::new(self), Box::new(most.into()))
    }

    /// At least `least`.
    #[must_use]
    pub fn at_least(self, least: impl Into<Self>) -> Self {
        Self::Greatest(Box::new(self), Box::new(least.into()))
    }

    /// `then` where `condition` holds, else `otherwise`.
    #[must_use]
    pub fn when(condition: Condition, then: impl Into<Self>, otherwise: impl Into<Self>) -> Self {
        Self::If(Box::new(condition), Box::new(then.into()), Box::new(otherwise.into()))
    }

    /// Its value in the year `time`, where `known` gives the values of names; None where it does not.
    pub fn value(&self, time: f64, known: &mut impl FnMut(&str) -> Option<f64>) -> Option<f64> {
        Some(match self {
            Self::Number(number) => *number,
            Self::Variable(name) => known(name)?,
            Self::Time => time,
            Self::Sum(a, b) => a.value(time, known)? + b.value(time, known)?,
            Self::Difference(a, b) => a.value(time, known)? - b.value(time, known)?,
            Self::Product(a, b) => a.value(time, known)? * b.value(time, known)?,
            Self::Quotient(a, b) => a.value(time, known)? / b.value(time, known)?,
            Self::Exponential(a) => libm::exp(a.value(time, known)?),
            Self::Logarithm(a) => libm::log(a.value(time, known)?),
            Self::Least(a, b) => a.value(time, known)?.min(b.value(time, known)?),
            Self::Greatest(a, b) => a.value(time, known)?.max(b.value(time, known)?),
            Self::If(condition, then, otherwise) => {
                let holds = match condition.as_ref() {
                    Condition::Less(a, b) => a.value(time, known)? < b.value(time, known)?,
                    #[expect(clippy::float_cmp, reason = "years are whole numbers")]
                    Condition::Equal(a, b) => a.value(time, known)? == b.value(time, known)?,
                };
                if holds { then } else { otherwise }.value(time, known)?
            }
        })
    }
}

impl From<f64> for Expression {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<&Self> for Expression {
    fn from(other: &Self) -> Self {
        other.clone()
    }
}

impl<T: Into<Self>> Add<T> for Expression {
    type Output = Self;
    fn add(self, other: T) -> Self {
        Self::Sum(Box::new(self), Box::new(other.into()))
    }
}

impl<T: Into<Self>> Sub<T> for Expression {
    type Output = Self;
    fn sub(self, other: T) -> Self {
        Self::Difference(Box::new(self), Box::new(other.into()))
    }
}

impl<T: Into<Self>> Mul<T> for Expression {
    type Output = Self;
    fn mul(self, other: T) -> Self {
        Self::Product(Box::new(self), Box::new(other.into()))
    }
}

impl<T: Into<Self>> Div<T> for Expression {
    type Output = Self;
    fn div(self, other: T) -> Self {
        Self::Quotient(Box::new(self), Box::new(other.into()))
    }
}
