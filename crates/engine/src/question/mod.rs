//! Questions about one milestone of a target that take many projections: what matters, and what it would take.
//!
//! Every answer comes from [`crate::project`] with other inputs; nothing here has a model of its own.

mod assumption;
mod goal;
mod spread;
mod tornado;
mod trial;

pub use assumption::{Assumption, assumptions};
pub use goal::{Goal, GoalAnswer, LeastEffortAnswer, goal_seek, least_effort_answer};
pub use spread::{SpreadShares, spread_shares};
pub use tornado::{Bar, Tornado, tornado};
