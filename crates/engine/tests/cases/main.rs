//! Named cases on the plan as it is shipped: every edge of the methods, every state, kind, rule and refusal.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

mod backtests;
mod crises;
mod deeds;
mod edges;
mod ensembles;
mod every_year;
mod feasible;
mod figures;
mod identities;
mod inputs;
mod kinds;
mod levers;
mod outside_the_plan;
mod planned;
mod presets;
mod progress;
mod questions;
mod rules;
mod scores;
mod shared;
mod shocks;
mod states;
mod support;
mod units;
