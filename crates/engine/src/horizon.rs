//! The years the page draws, and the phases in which a reader types growth.

/// First year drawn.
pub const FIRST_YEAR: i16 = 2015;
/// Last year drawn and projected.
pub const LAST_YEAR: i16 = 2035;
/// Years between the plan's two horizons (2025 and 2030).
const SECOND_PHASE_YEARS: i16 = 5;

/// A stretch of years with one growth rate in Plan mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Up to the plan's end (2025).
    First,
    /// The five years of its orientation (2026–2030).
    Second,
    /// Everything later.
    After,
}

impl Phase {
    /// All phases, in order.
    pub const ALL: [Self; 3] = [Self::First, Self::Second, Self::After];

    /// The phase that growth into `year` belongs to, in a plan that ends in `end_year`.
    #[must_use]
    pub const fn of(year: i16, end_year: i16) -> Self {
        if year <= end_year {
            Self::First
        } else if year <= end_year + SECOND_PHASE_YEARS {
            Self::Second
        } else {
            Self::After
        }
    }

    /// Last year of the phase.
    #[must_use]
    pub const fn last_year(self, end_year: i16) -> i16 {
        match self {
            Self::First => end_year,
            Self::Second => end_year + SECOND_PHASE_YEARS,
            Self::After => LAST_YEAR,
        }
    }

    /// First year of the phase, given the plan's base year and end year.
    #[must_use]
    pub const fn first_year(self, base_year: i16, end_year: i16) -> i16 {
        match self {
            Self::First => base_year + 1,
            Self::Second => end_year + 1,
            Self::After => end_year + SECOND_PHASE_YEARS + 1,
        }
    }
}
