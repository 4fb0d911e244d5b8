//! The engine's numbers beside those of SciPy, statsmodels and PySD. The scripts in `xtask/peers` compare and judge.

use std::fs;
use std::path::{Path, PathBuf};

use super::{said, script};
use crate::child::{Toolbox, run};
use crate::failure::{Failure, Outcome};

use super::tools::Peers;

/// Fewer would mean that the folder was not found.
const SCENARIOS: usize = 4;

/// Distributions, paths and lines: what `crates/engine/examples/reference.rs` prints.
pub fn references(toolbox: &Toolbox, peers: &Peers) -> Outcome<()> {
    let lines = said(
        toolbox
            .cargo()
            .args(["run", "--quiet", "--package", "engine", "--example", "reference"]),
        "",
        "The engine's numbers could not be had",
    )?;
    let told = said(
        &mut peers.python(toolbox, "reference.py"),
        &lines,
        "The engine and SciPy or statsmodels differ",
    )?;
    print!("{told}");
    Ok(())
}

/// Every scenario of `xtask/peers/scenarios`: its model run in PySD, by the engine, and its medians.
pub fn models(toolbox: &Toolbox, peers: &Peers, folder: &Path) -> Outcome<()> {
    let scenarios = scenarios()?;
    for path in &scenarios {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        println!("  {name}");
        let text = fs::read_to_string(path).map_err(|error| Failure::file(path, &error))?;
        let kichban = |words: &[&str]| {
            let mut command = toolbox.cargo();
            command.args(["run", "--quiet", "--package", "cli", "--bin", "kichban", "--"]);
            command.args(words);
            said(&mut command, &text, "kichban does not take the scenario")
        };
        let ran = said(
            toolbox
                .cargo()
                .args(["run", "--quiet", "--package", "wire", "--example", "run_model"]),
            &text,
            "The engine does not run its model",
        )?;
        let mut command = peers.python(toolbox, "models.py");
        for (ending, content) in [
            ("xmile", kichban(&["xmile", "-"])?),
            ("txt", ran),
            ("csv", kichban(&["project", "-", "--today", "2026"])?),
        ] {
            let file = folder.join(format!("{name}.{ending}"));
            fs::write(&file, content).map_err(|error| Failure::file(&file, &error))?;
            command.arg(file);
        }
        let told = said(&mut command, "", &format!("The engine and PySD differ on `{name}`"))?;
        print!("{told}");
    }
    // The crate's tests hold every target in every mode; here other people's arithmetic is what counts.
    run(
        toolbox
            .cargo()
            .args(["test", "--quiet", "--package", "engine", "--test", "system"]),
        "The model and the projections differ",
        "The lines above name the target and the year.",
    )
}

fn scenarios() -> Outcome<Vec<PathBuf>> {
    let folder = script("scenarios");
    let entries = fs::read_dir(&folder).map_err(|error| Failure::file(&folder, &error))?;
    let mut paths = entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "json"));
    paths.sort();
    if paths.len() < SCENARIOS {
        return Err(
            Failure::new(format!("{} holds {} scenarios", folder.display(), paths.len()))
                .cure("Restore the ones that were there."),
        );
    }
    Ok(paths)
}
