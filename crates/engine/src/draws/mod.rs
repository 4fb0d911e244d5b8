//! Random draws that any machine repeats: addressed by seed, draw, indicator and year, in no order.
//!
//! Layout `philox4x32-10/1`: key = seed (low word, high word); counter = (draw, indicator, year, stream). A block of four
//! words gives two numbers in (0, 1), from words 0 and 1 and from words 2 and 3. The yearly shock of an indicator is the
//! first number of stream 0 in its calendar year; what does not belong to a year takes the blocks of year 0, streams 1, 2,
//! 3, …, both numbers of each. The common factor is the indicator [`COMMON`]; whether a crisis strikes in a year is the
//! first number of its stream 1. So an added indicator, another order or other slices change no draw.
//!
//! Must not know a plan: `crate::ensemble` turns targets into the jobs that are drawn here.

mod block;
mod factor;
mod hits;
mod philox;
mod simulation;
mod walk;

pub use factor::{Common, CommonYears};
pub use hits::Hits;
pub use philox::{Key, philox4x32, unit};
pub use simulation::{Drawn, Event, Job, JobKind, Side, Simulation, YearQuantiles};
pub use walk::{CrisisEffect, Gains, Scatter, Walk, WalkYear};

/// Name of the layout, kept with every result.
pub const RANDOM_ID: &str = "philox4x32-10/1";
/// The indicator that stands for what all share.
pub const COMMON: u32 = u32::MAX;
/// Draws at rest: at worst ± 1 percentage point at 95 %.
pub const DRAWS_AT_REST: u32 = 10_000;
/// Draws while a lever moves.
pub const DRAWS_IN_MOTION: u32 = 2_048;
