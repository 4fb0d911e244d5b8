//! What can be wrong with the numbers of a chart. It must not word anything for a reader: the page does that.

use core::fmt;

/// A chart that cannot be drawn, and the field that stands in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartError {
    /// Nothing observed, projected or asked for within the years of the chart.
    Empty,
    /// The first year is not before the last.
    Years { first: i16, last: i16 },
    /// A number that is not finite.
    NotFinite { field: &'static str },
    /// A number so large that neighbouring values have no place of their own (beyond 10^15).
    TooLarge { field: &'static str },
    /// A pair the wrong way round, such as a lower bound above the upper one.
    Order { field: &'static str },
    /// The years of a list do not follow one another as they should at this year.
    Sequence { field: &'static str, year: i16 },
    /// A width or height too small for axes, or absurdly large.
    Size { field: &'static str },
    /// An id that is not a letter followed by letters, digits, `-` or `_`.
    Id,
}

impl fmt::Display for ChartError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => write!(out, "nothing to draw within the years of the chart"),
            Self::Years { first, last } => write!(out, "first_year {first} is not before last_year {last}"),
            Self::NotFinite { field } => write!(out, "{field} is not a finite number"),
            Self::TooLarge { field } => write!(out, "{field} is beyond 10^15"),
            Self::Order { field } => write!(out, "{field} is the wrong way round"),
            Self::Sequence { field, year } => write!(out, "{field} is out of sequence at {year}"),
            Self::Size { field } => write!(out, "{field} is no size for a chart"),
            Self::Id => write!(out, "id is not a letter followed by letters, digits, - or _"),
        }
    }
}

impl core::error::Error for ChartError {}
