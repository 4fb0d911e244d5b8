//! The draws of a deed: something that is done at one date or not yet.
//!
//! The date comes from one uniform u by inversion: done by the end of a year where u < P(done by then). Values are 1 when
//! done and 0 before; the bar between them is [`Deed::BAR`].

use super::auxiliary::ERRORS;
use super::block::Block;
use super::job::is_usable;
use super::source::Source;

/// A deed's dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Deed {
    /// First year of the table.
    pub first_year: i16,
    /// Probability (fraction) of being done by the end of each year from the first on; a fall is read as no rise.
    pub done_by: Vec<f64>,
}

impl Deed {
    /// The bar of an event that asks whether it is done.
    pub const BAR: f64 = 0.5;

    pub(crate) fn is_usable(&self) -> bool {
        self.done_by.iter().all(|probability| is_usable(*probability))
    }

    pub(crate) fn draw<const N: usize>(&self, indicator: u32, source: &mut Source<N>, block: &mut Block<N>) {
        let mut uniforms = [0.0; N];
        source.uniforms(indicator, 0, ERRORS, &mut uniforms);
        let mut reached = 0.0_f64;
        for ((_, row, _), probability) in block.rows_mut().zip(&self.done_by) {
            reached = reached.max(*probability);
            for (z, u) in row.iter_mut().zip(&uniforms) {
                *z = if *u < reached { 1.0 } else { 0.0 };
            }
        }
    }
}
