//! The plan as data: types, and static tables made from `plan/` when this crate is built.
//!
//! Bad data fails the build (see `build.rs`). This crate must not compute projections, and must not read anything when it runs.

mod types;

pub use types::*;
