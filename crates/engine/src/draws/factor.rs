//! The common factor: what all targets share in a year.
//!
//! f is a first-order autoregression with unit variance: f = ξ in its first year and f_t = ρ f_{t−1} + √(1 − ρ²) ξ_t after
//! it. Its first year is fixed by the plan's data and not by a target, so that a calendar year's factor is the same for
//! every target. Must not know a target.

use super::FACTOR_ID;
use super::source::Source;

/// The factor's assumptions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Factor {
    /// The calendar year it starts in; before the first year that any target draws.
    pub first_year: i16,
    /// ρ_f in [0, 1): correlation of one year's factor with the next.
    pub persistence: f64,
}

impl Default for Factor {
    /// From 2016 on, the first year any series of the plan can be continued from; ρ_f = ½ (an assumption).
    fn default() -> Self {
        Self {
            first_year: 2016,
            persistence: 0.5,
        }
    }
}

/// The factor of every draw and year.
pub(crate) struct FactorPaths {
    first_year: i16,
    /// A row a year, padded to whole blocks.
    rows: Vec<Vec<f64>>,
}

impl FactorPaths {
    /// The factor up to `last_year`.
    pub fn draw<const N: usize>(factor: &Factor, last_year: i16, draws: u32, key: [u32; 2]) -> Self {
        let persistence = fraction(factor.persistence);
        let years = factor.first_year..=last_year;
        let mut rows = vec![Vec::with_capacity(draws as usize + N); years.clone().count()];
        let mut source = Source::<N>::new(0, key);
        let (mut state, mut shock) = ([0.0; N], [0.0; N]);
        for first_draw in (0..draws).step_by(N) {
            source.move_to(first_draw);
            for (year, row) in years.clone().zip(&mut rows) {
                source.yearly(FACTOR_ID, year, &mut shock);
                if year == factor.first_year {
                    state = shock;
                } else {
                    persist(&mut state, &shock, persistence);
                }
                row.extend_from_slice(&state);
            }
        }
        Self {
            first_year: factor.first_year,
            rows,
        }
    }

    /// f of a year for a block that starts at `first_draw`, a multiple of `N`; None before the factor's first year.
    pub fn block<const N: usize>(&self, year: i16, first_draw: u32) -> Option<&[f64; N]> {
        row_of_block(&self.rows, self.first_year, year, first_draw)
    }
}

/// The part of a year's row that belongs to a block.
pub(crate) fn row_of_block<const N: usize>(
    rows: &[Vec<f64>],
    first_year: i16,
    year: i16,
    first_draw: u32,
) -> Option<&[f64; N]> {
    let index = usize::try_from(i32::from(year) - i32::from(first_year)).ok()?;
    rows.get(index)?.as_chunks().0.get(first_draw as usize / N)
}

/// The nearest number from 0 to 1; 0 for what is no number.
pub(crate) fn fraction(value: f64) -> f64 {
    if value > 0.0 { value.min(1.0) } else { 0.0 }
}

/// One step of an autoregression with unit variance: ρ · state + √(1 − ρ²) · shock.
pub(crate) fn persist(state: &mut [f64], shock: &[f64], persistence: f64) {
    let rest = (1.0 - persistence * persistence).max(0.0).sqrt();
    persist_lanes(state, shock, persistence, rest);
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn persist_lanes(state: &mut [f64], shock: &[f64], persistence: f64, rest: f64) {
    for (state, shock) in state.iter_mut().zip(shock) {
        *state = persistence * *state + rest * shock;
    }
}
