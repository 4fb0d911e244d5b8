//! `cargo xtask peers`: the engine's figures against what programs of others say to the same input.
//!
//! Not part of the tests: it needs Python, Node and half a gigabyte of packages. Must not judge times, only figures.

mod draws;
mod figures;
mod tools;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::child::{Toolbox, piped};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// Runs every comparison; the first that fails ends it.
pub fn run() -> Outcome<()> {
    println!("Set-up");
    let toolbox = Toolbox::default();
    let peers = tools::install(&toolbox)?;
    let folder = paths::target().join("peers");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(&folder, &error))?;
    println!("\n==> Distributions, paths and lines beside SciPy and statsmodels");
    figures::references(&toolbox, &peers)?;
    println!("\n==> Models and medians beside PySD");
    figures::models(&toolbox, &peers, &folder)?;
    println!("\n==> 10,000 draws beside numpy and Squiggle");
    draws::compare(&toolbox, &peers)
}

/// A file of `xtask/peers`.
fn script(name: &str) -> PathBuf {
    paths::root().join("xtask").join("peers").join(name)
}

/// What `command` prints, fed with `input`.
fn said(command: &mut Command, input: &str, problem: &str) -> Outcome<String> {
    piped(command, input, problem, "The lines above say why.")
}
