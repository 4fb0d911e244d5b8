//! Python and Node with the pinned packages, kept in the tools' folder under the digest of what is pinned.
//! Must not install Python or Node themselves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest as _, Sha256};

use super::script;
use crate::child::{Toolbox, output, run, version};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// Today's numpy, SciPy and pandas begin here.
const OLDEST_PYTHON: (u32, u32) = (3, 11);
/// The oldest Node that is still maintained.
const OLDEST_NODE: u32 = 20;
/// Stands in a folder once everything in it is installed.
const MARK: &str = "installed";

/// The interpreters that see the packages.
#[derive(Debug)]
pub struct Peers {
    python: PathBuf,
    node: PathBuf,
    /// Where Node finds its packages: beside the scripts it runs.
    node_folder: PathBuf,
}

impl Peers {
    /// Runs a script of `xtask/peers` in Python.
    pub fn python(&self, toolbox: &Toolbox, name: &str) -> Command {
        let mut command = toolbox.command(&self.python);
        command.arg(script(name)).env("PYTHONIOENCODING", "utf-8");
        command
    }

    /// Runs a script of `xtask/peers` in Node.
    pub fn node(&self, toolbox: &Toolbox, name: &str) -> Outcome<Command> {
        // Node looks for packages upwards from the script, wherever it is started.
        let copy = self.node_folder.join(name);
        fs::copy(script(name), &copy).map_err(|error| Failure::file(&script(name), &error))?;
        let mut command = toolbox.command(&self.node);
        command.arg(copy);
        Ok(command)
    }
}

/// Finds Python and Node, and installs the packages where they are not yet.
pub fn install(toolbox: &Toolbox) -> Outcome<Peers> {
    // Both first: whoever lacks one learns it before waiting for the other's packages.
    let (python, node) = (python()?, node()?);
    let (venv, node_folder) = (folder("requirements.txt", "python")?, folder("package.json", "node")?);
    install_python(toolbox, &python, &venv)?;
    install_node(toolbox, &node_folder)?;
    Ok(Peers {
        python: in_venv(&venv),
        node,
        node_folder,
    })
}

fn python() -> Outcome<PathBuf> {
    let (major, minor) = OLDEST_PYTHON;
    let cure = format!("Install Python {major}.{minor} or newer with its venv module, and put it on PATH.");
    let found = ["python3", "python"].iter().find_map(|name| paths::on_path(name));
    let program = found.ok_or_else(|| Failure::new("There is no Python on PATH").cure(&cure))?;
    let does_not_run = || Failure::new(format!("{} does not run", program.display())).cure(&cure);
    let version = version(&program).ok_or_else(does_not_run)?;
    if numbers(&version) < OLDEST_PYTHON {
        return Err(Failure::new(format!("Python is {version}, older than {major}.{minor}")).cure(cure));
    }
    Ok(program)
}

fn node() -> Outcome<PathBuf> {
    let cure = format!("Install Node {OLDEST_NODE} or newer with npm, and put both on PATH.");
    let (Some(program), Some(_)) = (paths::on_path("node"), paths::on_path("npm")) else {
        return Err(Failure::new("There is no Node with npm on PATH").cure(cure));
    };
    let does_not_run = || Failure::new(format!("{} does not run", program.display())).cure(&cure);
    let version = output(Command::new(&program).arg("--version")).ok_or_else(does_not_run)?;
    if numbers(version.trim_start_matches('v')).0 < OLDEST_NODE {
        return Err(Failure::new(format!("Node is {version}, older than {OLDEST_NODE}")).cure(cure));
    }
    Ok(program)
}

/// The first two numbers of a version.
fn numbers(version: &str) -> (u32, u32) {
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0));
    (parts.next().unwrap_or(0), parts.next().unwrap_or(0))
}

/// The folder for what the file `pins` asks for.
fn folder(pins: &str, name: &str) -> Outcome<PathBuf> {
    let path = script(pins);
    let text = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let digest = Sha256::digest(&text);
    let short = digest
        .iter()
        .take(4)
        .map(|byte| format!("{byte:02x}"))
        .collect::<String>();
    Ok(paths::tools()?.join(format!("peers-{name}-{short}")))
}

fn install_python(toolbox: &Toolbox, python: &Path, venv: &Path) -> Outcome<()> {
    if !is_missing(venv, "PySD, SciPy, statsmodels") {
        return Ok(());
    }
    // Without `--clear` what an interrupted installation left behind would stay.
    run(
        toolbox.command(python).args(["-m", "venv", "--clear"]).arg(venv),
        "Python could not make a virtual environment",
        "Install Python's venv module; Debian has it in the package python3-venv.",
    )?;
    run(
        toolbox
            .command(in_venv(venv))
            .args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
            ])
            .arg(script("requirements.txt")),
        "pip could not install the packages of xtask/peers/requirements.txt",
        "The lines above say why; it needs a network.",
    )?;
    mark(venv)
}

fn install_node(toolbox: &Toolbox, folder: &Path) -> Outcome<()> {
    if !is_missing(folder, "Squiggle") {
        return Ok(());
    }
    fs::create_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    let pins = script("package.json");
    fs::copy(&pins, folder.join("package.json")).map_err(|error| Failure::file(&pins, &error))?;
    run(
        toolbox
            .command("npm")
            // A lock file would name the hosts of one registry.
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--loglevel",
                "error",
                "--prefix",
            ])
            .arg(folder),
        "npm could not install the packages of xtask/peers/package.json",
        "The lines above say why; it needs a network.",
    )?;
    mark(folder)
}

/// Says where the packages are, or that they are installed now.
fn is_missing(folder: &Path, what: &str) -> bool {
    let is_there = folder.join(MARK).is_file();
    if is_there {
        println!("    {what:<28} {}", folder.display());
    } else {
        println!("    {what:<28} missing, installing: a minute or two");
    }
    !is_there
}

fn mark(folder: &Path) -> Outcome<()> {
    let path = folder.join(MARK);
    fs::write(&path, "").map_err(|error| Failure::file(&path, &error))
}

fn in_venv(venv: &Path) -> PathBuf {
    if cfg!(windows) {
        venv.join("Scripts").join("python.exe")
    } else {
        venv.join("bin").join("python")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_number() {
        assert!(numbers("3.9.18") < OLDEST_PYTHON);
        assert!(numbers("3.11.0") >= OLDEST_PYTHON);
        assert!(numbers("4.0") > OLDEST_PYTHON);
        assert_eq!(numbers(""), (0, 0));
    }
}
