//! The plan as data: types, and static tables made from `plan/` when this crate is built.
//!
//! Bad data fails the build (see `build.rs`). This crate must not compute projections, and must not read anything when it runs.

mod tables;
mod types;

pub use tables::{BASES, OTHER_SERIES, PLAN};
pub use types::*;

/// The plan that this build carries.
#[must_use]
pub const fn plan() -> &'static Plan {
    &PLAN
}
