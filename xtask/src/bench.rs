//! `cargo xtask bench`.
use crate::failure::Outcome;
/// Runs.
pub fn run() -> Outcome<()> {
    Ok(())
}
