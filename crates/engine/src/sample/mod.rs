//! Samples: quantiles, and how precise a counted share is.
//!
//! Draws come in as slices; where they come from is not known here.

mod quantile;
mod share;

pub use quantile::{QuantileType, quantile, quantile_of_sorted};
pub use share::{Share, half_width, paired_difference, paired_difference_of_bits, required_draws, wilson};
