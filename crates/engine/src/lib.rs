//! Projections of a plan's targets: observations, assumptions and today's year in, medians, fans, verdicts and paces out.
//!
//! Pure: no serde, no clock, no randomness of the system, no browser, no text of a user. Elementary functions come from
//! `libm`, so that the same scenario gives the same bits natively and in wasm. Nothing here panics on data; input that
//! cannot be used comes back as an [`InputError`] that names the field and the limit, and doubts travel as [`Warning`]s.

pub mod backtest;
pub mod between;
pub mod board;
pub mod damping;
pub mod distribution;
pub mod draws;
mod drift;
pub mod driver;
pub mod ensemble;
mod error;
pub mod event;
pub mod feasibility;
mod forecast;
mod forecasts;
pub mod holt;
mod horizon;
mod inputs;
mod level;
mod lever;
mod milestone;
mod model;
mod outcomes;
pub mod pace;
mod path;
mod preset;
pub mod progress;
mod projection;
pub mod question;
mod rule;
pub mod sample;
mod scenario;
pub mod schedule;
pub mod score;
pub mod sensitivity;
mod series;
mod setting;
pub mod solve;
pub mod system;
mod transform;
pub mod trend_line;
mod units;
mod verdict;

pub use drift::{COMMON_PERSISTENCE, Drift, DriftPrior, Predictive};
pub use error::{InputError, InputField, Problem};
pub use horizon::{FIRST_YEAR, LAST_YEAR, Phase};
pub use inputs::{Change, Inputs, LeverId, Mode};
pub use level::{Level, LevelPrior};
pub use lever::{Lever, LeverUnit, SHIPPED_SEED, lever_limits, levers, odds_in_points, shared_levers, shock_range};
pub use milestone::{Attainment, EveryYear, MilestoneResult, MilestoneState, RecentPace};
pub use model::LONG_RUN_FACTOR;
pub use outcomes::outcomes;
pub use pace::{Pace, PaceUnit};
pub use preset::Preset;
pub use projection::{Band, Equation, PathPoint, Projection, Warning, project};
pub use rule::{CEILING_TOLERANCE, RangeState, Threshold};
pub use scenario::{FIRST_INPUT_YEAR, SHARED_CODE, Scenario};
pub use series::{Figure, Origin, Series, bases};
pub use setting::Setting;
pub use transform::Transform;
pub use units::{Units, UnitsPrior};
pub use verdict::{Likelihood, Outlook, Reason, Verdict};

/// Version of the mathematics: raised whenever the same scenario gives another figure.
pub const ENGINE_VERSION: &str = "2";
