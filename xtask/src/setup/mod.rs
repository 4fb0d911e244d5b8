//! Set-up: everything a fresh machine with only Rust lacks, installed once and kept by version.
//!
//! The other commands call this first, so a second run has to cost seconds. Must not change anything outside the
//! tools' folder, rustup's toolchain and, where asked for a browser or Node, the system's packages.

mod browser;
mod cargo_tools;
mod debian;
mod rust;
mod wasm_opt;

pub use cargo_tools::{TRUNK_VERSION, wasm_bindgen_version};
pub use wasm_opt::NPM_VERSION as BINARYEN_VERSION;

use crate::child::Toolbox;
use crate::failure::Outcome;

/// For formatting, lints and native tests.
pub fn native() -> Outcome<Toolbox> {
    let mut toolbox = Toolbox::default();
    heading();
    rust::toolchain(&mut toolbox, &["rustfmt", "clippy"])?;
    Ok(toolbox)
}

/// For building the page.
pub fn page() -> Outcome<Toolbox> {
    let mut toolbox = Toolbox::default();
    heading();
    rust::toolchain(&mut toolbox, &[])?;
    page_tools(&mut toolbox)?;
    Ok(toolbox)
}

/// For everything: the page, the lints and the tests in a browser.
pub fn all() -> Outcome<Toolbox> {
    let mut toolbox = Toolbox::default();
    heading();
    rust::toolchain(&mut toolbox, &["rustfmt", "clippy"])?;
    page_tools(&mut toolbox)?;
    browser::install(&mut toolbox)?;
    Ok(toolbox)
}

fn page_tools(toolbox: &mut Toolbox) -> Outcome<()> {
    // The slow ones last: whoever lacks npm or the network learns it before waiting for Trunk.
    wasm_opt::install(toolbox)?;
    cargo_tools::wasm_split(toolbox)?;
    cargo_tools::wasm_bindgen(toolbox)?;
    cargo_tools::trunk(toolbox)
}

fn heading() {
    println!("Set-up");
}

/// One line for a thing that is there already.
fn there(what: &str, place: &str) {
    println!("    {what:<28} {place}");
}

/// One line before a thing is installed, with the reason for the wait.
fn installing(what: &str, why: &str) {
    println!("    {what:<28} missing, installing it: {why}");
}
