//! The draws of a level: yearly figures that scatter around one level without a trend.
//!
//! s² = ν s_n²/χ²_ν, μ = μ_n + s ξ/√κ_n, and in each year z = μ + s ε. All years of a draw share μ and s, so that the
//! probability of meeting a bar in every one of them exceeds the product (vector D15).

use super::auxiliary::{ERRORS, spread};
use super::block::Block;
use super::job::is_usable;
use super::source::Source;

/// A level and its years.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Yearly {
    /// First year drawn.
    pub first_year: i16,
    /// Last year drawn.
    pub last_year: i16,
    /// μ_n: the level on the transformed scale.
    pub level: f64,
    /// κ_n > 0: observations behind it.
    pub weight: f64,
    /// s_n ≥ 0: standard deviation of one year around the level.
    pub scale: f64,
    /// ν: degrees of freedom behind s_n; None where s is taken as known.
    pub degrees: Option<u32>,
}

impl Yearly {
    pub(crate) fn is_usable(&self) -> bool {
        let level_error = 1.0 / self.weight;
        level_error > 0.0 && [self.level, self.scale, level_error].into_iter().all(is_usable)
    }

    pub(crate) fn draw<const N: usize>(&self, indicator: u32, source: &mut Source<N>, block: &mut Block<N>) {
        let (mut s, mut level, mut shock) = ([0.0; N], [0.0; N], [0.0; N]);
        spread(source, indicator, self.scale, self.degrees, &mut s);
        source.auxiliary(indicator, ERRORS, &mut level);
        let level_error = 1.0 / self.weight.sqrt();
        for (year, row, is_wanted) in block.rows_mut() {
            if is_wanted {
                source.yearly(indicator, year, &mut shock);
                let draws = s.iter().zip(level.iter().zip(&shock));
                for (z, (s, (error, shock))) in row.iter_mut().zip(draws) {
                    *z = self.level + s * (error * level_error + shock);
                }
            }
        }
    }
}
