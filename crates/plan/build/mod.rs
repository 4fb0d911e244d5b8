//! From the files of `plan/` to Rust source: read, check, generate.
//!
//! Included by the build script and by the tests. It must not print, exit or know cargo, and it never stops at the
//! first problem where others can still be found.

mod check;
mod check_drivers;
mod check_observed;
mod check_priors;
mod check_targets;
mod entries;
mod folder;
mod generate;
mod generate_drivers;
mod generate_targets;
mod observed;
mod problem;
mod source;

pub use folder::{FILES, Folder};
pub use problem::Problem;

/// The Rust source of the tables.
///
/// # Errors
/// Every problem found in the data, in the order of the files.
pub fn make(folder: &Folder) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let source = source::Source::read(folder, &mut problems);
    // Checked even when some entries could not be read: what they would have defined is still known by id.
    check::check(&source, &mut problems);
    check_priors::check(&source, &mut problems);
    check_targets::check(&source, &mut problems);
    check_drivers::check(&source, &mut problems);
    check_observed::check(&source, &mut problems);
    match source.plan {
        Some(ref plan) if problems.is_empty() => Ok(generate::generate(&source, plan)),
        _ => Err(problems),
    }
}
