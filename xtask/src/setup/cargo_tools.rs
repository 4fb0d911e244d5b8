//! Trunk and wasm-bindgen, built from source by `cargo install` into a folder named after their version.
//! Must not use another version than the one that is pinned: both refuse, or worse, misread their input.

use std::fs;
use std::path::Path;

use super::{installing, there};
use crate::child::{Toolbox, run, version};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// The newest Trunk that builds on our Rust.
pub const TRUNK_VERSION: &str = "0.21.14";

/// Reads what wasm_split_helpers in Cargo.lock marks.
const SPLIT_VERSION: &str = "0.2.4";

/// Finds or installs Trunk.
pub fn trunk(toolbox: &mut Toolbox) -> Outcome<()> {
    install(
        toolbox,
        &Tool {
            package: "trunk",
            programs: &["trunk"],
            version: TRUNK_VERSION,
            says_version: true,
            // Its TLS is for downloading tools, which are here already; without it Trunk compiles in half the time.
            options: &["--locked", "--no-default-features"],
            optimisation: "0",
            wait: "builds the page; compiled once, about two minutes on two cores",
        },
    )
}

/// Finds or installs wasm-bindgen and its test runner.
pub fn wasm_bindgen(toolbox: &mut Toolbox) -> Outcome<()> {
    let version = wasm_bindgen_version()?;
    install(
        toolbox,
        &Tool {
            package: "wasm-bindgen-cli",
            programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
            version: &version,
            says_version: true,
            // Not `--locked`: its own lock file names a crate version that not every registry mirror serves.
            options: &[],
            // It reads the whole module, which takes ten times as long without any optimisation.
            optimisation: "1",
            wait: "joins wasm and JavaScript; compiled once, about two minutes on two cores",
        },
    )?;
    // Trunk.toml pins the same number for whoever runs Trunk without us; Cargo.lock decides.
    toolbox.set("TRUNK_TOOLS_WASM_BINDGEN", version);
    Ok(())
}

/// Finds or installs what takes the page's module apart.
pub fn wasm_split(toolbox: &mut Toolbox) -> Outcome<()> {
    install(
        toolbox,
        &Tool {
            package: "wasm_split_cli_support",
            programs: &["wasm-split-cli"],
            version: SPLIT_VERSION,
            says_version: false,
            options: &["--locked", "--features", "build-binary"],
            optimisation: "1",
            wait: "takes the page's module apart; compiled once, half a minute on two cores",
        },
    )
}

/// The wasm-bindgen version in Cargo.lock. The command-line tool must be the same to the last digit.
pub fn wasm_bindgen_version() -> Outcome<String> {
    let path = paths::root().join("Cargo.lock");
    let text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
    locked_version(&text, "wasm-bindgen").ok_or_else(|| {
        Failure::new("Cargo.lock does not name wasm-bindgen")
            .cure("Run `cargo metadata --format-version 1` to renew it.")
    })
}

fn locked_version(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| line.trim() != name).skip(1);
    lines
        .next()?
        .trim()
        .strip_prefix("version = \"")?
        .strip_suffix('"')
        .map(str::to_owned)
}

struct Tool<'a> {
    package: &'a str,
    programs: &'a [&'a str],
    version: &'a str,
    /// Whether `--version` says it. Where it does not, only the folder named after the version is trusted.
    says_version: bool,
    options: &'a [&'a str],
    optimisation: &'a str,
    wait: &'a str,
}

impl Tool<'_> {
    fn label(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// Whether every program of the tool is in `folder`, in the right version.
    fn is_in(&self, folder: &Path) -> bool {
        self.programs.iter().all(|program| {
            paths::in_folder(folder, program)
                .is_some_and(|path| !self.says_version || version(&path).is_some_and(|found| found == self.version))
        })
    }
}

fn install(toolbox: &mut Toolbox, tool: &Tool) -> Outcome<()> {
    let own = paths::folder_on_path(tool.programs);
    if let Some(folder) = own.filter(|folder| tool.says_version && tool.is_in(folder)) {
        there(&tool.label(), "on PATH");
        toolbox.add_folder(&folder);
        return Ok(());
    }
    let root = paths::tools()?.join(format!("{}-{}", tool.package, tool.version));
    let bin = root.join("bin");
    if tool.is_in(&bin) {
        there(&tool.label(), &bin.display().to_string());
        toolbox.add_folder(&bin);
        return Ok(());
    }
    installing(&tool.label(), tool.wait);
    let mut command = toolbox.cargo();
    command
        .args(["install", tool.package, "--version", tool.version])
        .args(tool.options)
        .arg("--root")
        .arg(&root);
    // Their own release profiles optimise for minutes what then runs for a second.
    command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", tool.optimisation);
    command
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
    run(
        &mut command,
        &format!("{} could not be installed", tool.label()),
        &format!(
            "The lines above say why. It is compiled from the crate registry, so it needs a network and a C linker.\n\
             Or put {} {} on PATH by other means, and run this again.",
            tool.programs.join(" and "),
            tool.version
        ),
    )?;
    toolbox.add_folder(&bin);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_after_the_name_is_read() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
