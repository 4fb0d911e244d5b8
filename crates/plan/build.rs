//! Turns `plan/` at the repository root into static tables when this crate is built; bad data fails the build.
//!
//! The work is in `build/`, which the tests include too. This file only talks to cargo.

use std::path::{Path, PathBuf};

#[path = "build/mod.rs"]
mod data;

/// Ends in success whatever happens: an error told to cargo fails the build all the same, and is then shown as a plain
/// line instead of in the output of a program that broke.
fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plan");
    for file in data::FILES {
        println!("cargo::rerun-if-changed={}", folder.join(file).display());
    }
    match data::Folder::read(&folder).and_then(|folder| data::make(&folder)) {
        Ok(code) => write(&code),
        Err(problems) => {
            for problem in problems {
                println!("cargo::error=plan/{problem}");
            }
        }
    }
}

fn write(code: &str) {
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo::error=OUT_DIR is not set: this program is run by cargo");
        return;
    };
    if let Err(error) = std::fs::write(out.join("plan.rs"), code) {
        println!("cargo::error=the tables cannot be written: {error}");
    }
}
