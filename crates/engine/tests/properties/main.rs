//! What holds for every target under any sequence of changes, and for the mathematics on any points.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

mod any;
mod draws;
mod ensembles;
mod events;
mod identities;
mod mathematics;
mod projections;
mod questions;
mod solving;
