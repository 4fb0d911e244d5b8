//! What a draw may meet: a bar in one year, or in every year of several.

use super::block::Block;
use super::hits::Hits;

/// On which side of the bar an event lies. The bar itself counts for both; a continuous value never lies on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the bar or above.
    AtLeast,
    /// At the bar or below.
    AtMost,
}

/// The years an event is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// One year.
    In(i16),
    /// Every year from the first to the last. Years outside the job's, such as those with a figure, are not looked at.
    Every {
        /// First year.
        from: i16,
        /// Last year.
        until: i16,
    },
}

/// A bar that a path meets or not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Event {
    /// The years.
    pub when: When,
    /// The bar on the job's transformed scale; ±∞ where the scale does not reach it.
    pub bar: f64,
    /// The side that counts.
    pub side: Side,
}

impl When {
    /// The year that decides.
    pub(crate) const fn last(self) -> i16 {
        match self {
            Self::In(year) | Self::Every { until: year, .. } => year,
        }
    }
}

impl Event {
    /// Whether the year's value decides the event.
    pub(crate) fn looks_at(&self, year: i16) -> bool {
        match self.when {
            When::In(only) => only == year,
            When::Every { from, until } => from <= year && year <= until,
        }
    }

    /// Whether `value` is on the right side.
    #[inline]
    pub(crate) fn is_met(&self, value: f64) -> bool {
        match self.side {
            Side::AtLeast => value >= self.bar,
            Side::AtMost => value <= self.bar,
        }
    }

    /// Appends the block's draws to the hits: met in every row looked at, and not met where there is no such row.
    pub(crate) fn judge<const N: usize>(&self, block: &Block<N>, hits: &mut Hits) {
        let (from, until) = match self.when {
            When::In(year) => (year, year),
            When::Every { from, until } => (from, until),
        };
        let mut met = [u64::MAX; N];
        let mut looked = false;
        for row in (from..=until).filter_map(|year| block.row(year)) {
            looked = true;
            match self.side {
                Side::AtLeast => keep_at_least(&mut met, row, self.bar),
                Side::AtMost => keep_at_most(&mut met, row, self.bar),
            }
        }
        if !looked {
            met = [0; N];
        }
        hits.append(&met);
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn keep_at_least(met: &mut [u64], row: &[f64], bar: f64) {
    for (met, value) in met.iter_mut().zip(row) {
        *met = if *value >= bar { *met } else { 0 };
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn keep_at_most(met: &mut [u64], row: &[f64], bar: f64) {
    for (met, value) in met.iter_mut().zip(row) {
        *met = if *value <= bar { *met } else { 0 };
    }
}
