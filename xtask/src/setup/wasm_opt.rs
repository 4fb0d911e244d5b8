//! wasm-opt, which takes a fifth off the module: the one on PATH when it is new enough, else npm's build of it.
//! Must not fall back to an old one: below [`OLDEST`] it rejects what today's rustc emits.

use std::path::Path;

use super::npm::{self, Package};
use super::there;
use crate::child::{Toolbox, version};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// The npm package `binaryen` in this version carries a wasm-opt that runs on Node.
pub const NPM_VERSION: u32 = 132;

const PACKAGE: Package = Package {
    name: "binaryen",
    version: "132.0.0",
    file: "package.json",
    wait: "its wasm-opt shrinks the page; some seconds",
    cure: "Or put wasm-opt 123 or newer (of Binaryen) on PATH.",
};

/// The oldest version that knows every feature rustc switches on.
/// <https://github.com/rust-lang/rust/issues/141080>
pub const OLDEST: u32 = 123;

/// Finds or installs wasm-opt.
pub fn install(toolbox: &mut Toolbox) -> Outcome<()> {
    if let Some(program) = paths::on_path("wasm-opt")
        && let Some(number) = number(&program)
        && number >= OLDEST
    {
        there(&format!("wasm-opt {number}"), "on PATH");
        use_version(toolbox, number);
        return Ok(());
    }
    npm::install(toolbox, &PACKAGE)?;
    let bin = PACKAGE.root()?.join("node_modules").join(".bin");
    if paths::in_folder(&bin, "wasm-opt").and_then(|program| number(&program)) != Some(NPM_VERSION) {
        return Err(Failure::new(format!(
            "npm installed binaryen {NPM_VERSION}, but its wasm-opt does not run"
        ))
        .cure("Node may be too old: update it, or put wasm-opt 123 or newer on PATH."));
    }
    toolbox.add_folder(&bin);
    use_version(toolbox, NPM_VERSION);
    Ok(())
}

/// Trunk takes a tool only if its version is the one asked for.
fn use_version(toolbox: &mut Toolbox, number: u32) {
    toolbox.set("TRUNK_TOOLS_WASM_OPT", format!("version_{number}"));
}

/// `wasm-opt version 132 (version_132)`; builds between releases print `132-20-g…`.
fn number(program: &Path) -> Option<u32> {
    version(program)?
        .split(|letter: char| !letter.is_ascii_digit())
        .next()?
        .parse()
        .ok()
}
