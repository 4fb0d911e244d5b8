//! What is wrong with an input, as a value that a person can act on: which field, which limit.
//!
//! No sentences here: the page words them in the reader's language.

use crate::inputs::LeverId;

/// An input that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputError {
    /// Which field was wrong.
    pub field: InputField,
    /// What was wrong with it.
    pub problem: Problem,
}

/// The fields a reader can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputField {
    /// The target named by its code.
    Target,
    /// Trend or Plan mode.
    Mode,
    /// A lever.
    Lever(LeverId),
    /// The choice among several definitions of the same figure.
    Basis,
    /// The year of an observation.
    ObservationYear,
    /// The value of an observation.
    ObservationValue,
    /// The year of a threshold typed by hand.
    ThresholdYear,
    /// A threshold typed by hand: the compared area's figure, or a number the plan leaves open.
    ThresholdValue,
    /// The year of a shock.
    ShockYear,
    /// The size of a shock.
    ShockValue,
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Problem {
    /// Not a finite number.
    NotANumber,
    /// Outside the limits, both inclusive, in the field's own unit.
    OutOfRange {
        /// Least value allowed.
        minimum: f64,
        /// Greatest value allowed.
        maximum: f64,
    },
    /// The same year stands twice.
    YearTwice {
        /// The year.
        year: i16,
    },
    /// No target has this code.
    UnknownTarget,
    /// The target has no figures on this basis.
    UnknownBasis,
    /// The target has no such field.
    NotApplicable,
    /// A whole number is needed.
    NotWhole,
    /// Nothing to compute with.
    Empty,
    /// Values that must increase do not.
    NotIncreasing,
}

impl InputError {
    pub(crate) const fn new(field: InputField, problem: Problem) -> Self {
        Self { field, problem }
    }
}

/// Checks that `value` is a finite number within `minimum..=maximum`.
///
/// # Errors
/// [`Problem::NotANumber`] or [`Problem::OutOfRange`] for `field`.
pub(crate) fn check_range(field: InputField, value: f64, minimum: f64, maximum: f64) -> Result<(), InputError> {
    if !value.is_finite() {
        return Err(InputError::new(field, Problem::NotANumber));
    }
    if value < minimum || value > maximum {
        return Err(InputError::new(field, Problem::OutOfRange { minimum, maximum }));
    }
    Ok(())
}
