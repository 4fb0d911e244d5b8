//! The Rust side of set-up: the wasm target, rustup's components and the crates' sources.
//! Must not choose a toolchain: whichever runs `cargo xtask` is the one that is completed.

use std::path::Path;

use super::{installing, there};
use crate::child::{Toolbox, output, run};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Completes the toolchain with the wasm target and `components`, and fetches every crate of Cargo.lock.
pub fn toolchain(toolbox: &mut Toolbox, components: &[&str]) -> Outcome<()> {
    if target_is_there(toolbox) {
        there(WASM, "in the toolchain");
    } else {
        installing(WASM, "the standard library for the browser, some seconds");
        rustup(
            toolbox,
            &["target", "add", WASM],
            "Install the wasm32-unknown-unknown standard library with the package that brought rustc.",
        )?;
    }
    for component in components {
        let command = if *component == "rustfmt" { "fmt" } else { *component };
        if output(toolbox.cargo().args([command, "--version"])).is_some() {
            there(component, "in the toolchain");
        } else {
            installing(component, "needed by the tests, some seconds");
            rustup(
                toolbox,
                &["component", "add", component],
                "Install it with the package that brought rustc.",
            )?;
        }
    }
    fetch(toolbox)
}

/// Trunk builds offline, so that nothing is downloaded behind one's back; the sources have to be there before.
fn fetch(toolbox: &Toolbox) -> Outcome<()> {
    run(
        toolbox.cargo().args(["fetch", "--locked", "--quiet"]),
        "The sources of the crates in Cargo.lock could not be fetched",
        "Without a network, run this once where there is one. If cargo says that the lock file needs an update,\n\
         run `cargo metadata --format-version 1` and commit Cargo.lock.",
    )
}

fn target_is_there(toolbox: &Toolbox) -> bool {
    let sysroot = output(toolbox.command("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|folder| Path::new(&folder).join("lib/rustlib").join(WASM).join("lib").is_dir())
}

fn rustup(toolbox: &Toolbox, arguments: &[&str], cure_without: &str) -> Outcome<()> {
    let wanted = arguments.last().copied().unwrap_or_default();
    if paths::on_path("rustup").is_none() {
        return Err(Failure::new(format!(
            "{wanted} is missing, and this Rust was not installed by rustup"
        ))
        .cure(format!("{cure_without}\nOr install Rust through rustup.")));
    }
    run(
        toolbox.command("rustup").args(arguments),
        &format!("rustup could not add {wanted}"),
        &format!(
            "With a network, try `rustup {}` by hand; the lines above say what it met.",
            arguments.join(" ")
        ),
    )
}
