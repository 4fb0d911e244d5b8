//! `cargo xtask size`: what a reader downloads before the page can be used, beside its budget.
//! Must not measure anything but the finished page.
use crate::failure::Outcome;
/// Measures `dist`.
pub fn run() -> Outcome<()> {
    Ok(())
}
