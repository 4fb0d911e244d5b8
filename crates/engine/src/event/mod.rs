//! Probabilities of events: several targets at once, every year, crises, deeds by a date.
//!
//! Closed forms and deterministic quadrature only: no draws. Everything is on the transformed scale, where a threshold is
//! a plain number, and knows no target.

mod crisis;
mod every_year;
mod factor;
mod hazard;
mod pert;
mod quadrature;

pub use crisis::{Crisis, Shifts};
pub use every_year::{every_year_at_least, every_year_at_most};
pub use factor::{FactorEvent, all_of, every_year_correlated};
pub use hazard::{cumulative_hazard, done_by};
pub use pert::Pert;
