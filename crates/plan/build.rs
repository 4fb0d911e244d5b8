//! Turns `plan/` at the repository root into static tables when this crate is built; bad data fails the build.
//!
//! The work is in `build/`, which the tests include too. This file only talks to cargo.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

#[path = "build/mod.rs"]
mod data;

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=build");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plan");
    for file in data::FILES {
        println!("cargo:rerun-if-changed={}", folder.join(file).display());
    }
    let Some(out) = std::env::var_os("OUT_DIR").map(PathBuf::from) else {
        println!("cargo:error=OUT_DIR is not set: this program is run by cargo");
        return ExitCode::FAILURE;
    };
    let code = match data::Folder::read(&folder).and_then(|folder| data::make(&folder)) {
        Ok(code) => code,
        Err(problems) => {
            for problem in problems {
                println!("cargo:error=plan/{problem}");
            }
            return ExitCode::FAILURE;
        }
    };
    match std::fs::write(out.join("plan.rs"), code) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            println!("cargo:error=the tables cannot be written: {error}");
            ExitCode::FAILURE
        }
    }
}
