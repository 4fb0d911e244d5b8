//! What it takes when no closed form answers: bracketed roots, least effort over several levers, order statistics.

mod effort;
mod least_distance;
mod least_effort;
mod least_miss;
mod linear;
mod nonlinear;
mod order_statistic;
mod root;

pub use effort::EffortLever;
pub use least_effort::{LeastEffort, Row, least_effort};
pub use nonlinear::{NonlinearEffort, least_effort_nonlinear};
pub use order_statistic::{ShiftForProbability, shift_for_probability};
pub use root::{Root, root};
