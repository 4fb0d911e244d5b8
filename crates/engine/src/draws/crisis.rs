//! Crises: bad years that hit all targets at once.
//!
//! J_t ~ Bernoulli(q), the same for every target. A crisis shifts z by the target's exposure times δ for good; a rebound
//! gives a share r of it back, half in each of the two following years. No rebound by default: sixteen Asian economies
//! show none. Off by default, because the spread of the walks already holds past crises. Must not know a target.

use super::FACTOR_ID;
use super::factor::{fraction, row_of_block};
use super::source::Source;

/// Stream of the uniforms, beside the factor's.
const STREAM: u32 = 1;

/// The assumptions on crises; how deep one is belongs to the target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crisis {
    /// q in [0, 1]: probability that a year is a crisis.
    pub probability: f64,
    /// r in [0, 1]: share of the fall that the two following years give back.
    pub rebound: f64,
}

/// The crises of every draw and year.
pub(crate) struct CrisisPaths {
    rebound: f64,
    first_year: i16,
    /// A row a year of 0 and 1, padded to whole blocks.
    rows: Vec<Vec<f64>>,
}

impl CrisisPaths {
    /// The crises from `first_year` to `last_year`.
    pub fn draw<const N: usize>(crisis: &Crisis, first_year: i16, last_year: i16, draws: u32, key: [u32; 2]) -> Self {
        let years = first_year..=last_year;
        let mut rows = vec![Vec::with_capacity(draws as usize + N); years.clone().count()];
        let mut source = Source::<N>::new(0, key);
        let mut uniforms = [0.0; N];
        for first_draw in (0..draws).step_by(N) {
            source.move_to(first_draw);
            for (year, row) in years.clone().zip(&mut rows) {
                source.uniforms(FACTOR_ID, year, STREAM, &mut uniforms);
                row.extend(uniforms.map(|u| if u < crisis.probability { 1.0 } else { 0.0 }));
            }
        }
        Self {
            rebound: fraction(crisis.rebound),
            first_year,
            rows,
        }
    }

    /// Brings `level`, how many crises weigh on a path, from the year before to `year`. Crises before `start`
    /// are in the path's last figure already, or known not to have been, and so is what they give back.
    pub fn advance<const N: usize>(&self, level: &mut [f64; N], start: i16, year: i16, first_draw: u32) {
        for (age, weight) in [(0, 1.0), (1, -0.5 * self.rebound), (2, -0.5 * self.rebound)] {
            let struck = year.saturating_sub(age);
            if struck < start || weight == 0.0 {
                continue;
            }
            if let Some(row) = row_of_block::<N>(&self.rows, self.first_year, struck, first_draw) {
                add_scaled(level, row, weight);
            }
        }
    }
}

/// sum + weight · row, lane by lane.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
pub(crate) fn add_scaled(sum: &mut [f64], row: &[f64], weight: f64) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += weight * value;
    }
}
