//! Other programs: started with the installed tools on PATH, watched, and turned into a [`Failure`] when they fail.
//! Must not decide what to run or install.

use std::env;
use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Failure, Outcome};
use crate::paths;

/// What set-up found or installed: folders for PATH and variables for the programs that need them.
#[derive(Debug, Clone, Default)]
pub struct Toolbox {
    folders: Vec<PathBuf>,
    variables: Vec<(String, OsString)>,
}

impl Toolbox {
    /// Puts `folder` before everything else on the children's PATH.
    pub fn add_folder(&mut self, folder: &Path) {
        if !self.folders.iter().any(|known| known == folder) {
            self.folders.push(folder.to_path_buf());
        }
    }

    /// Sets a variable for every child.
    pub fn set(&mut self, name: &str, value: impl Into<OsString>) {
        self.variables.push((name.to_owned(), value.into()));
    }

    /// A command in the repository's root that sees the tools.
    pub fn command(&self, program: impl Into<PathBuf>) -> Command {
        let program = self.resolve(program.into());
        let mut command = Command::new(program);
        command.current_dir(paths::root());
        // `cargo run` describes xtask to its child. Build scripts further down would take that for
        // themselves and be built again whenever it differs.
        for (name, _) in env::vars_os() {
            let text = name.to_string_lossy();
            if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") || text == "CARGO_PRIMARY_PACKAGE"
            {
                command.env_remove(&name);
            }
        }
        let old = env::var_os("PATH").unwrap_or_default();
        let all = self.folders.iter().cloned().chain(env::split_paths(&old));
        if let Ok(path) = env::join_paths(all) {
            command.env("PATH", path);
        }
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command
    }

    /// Cargo, the one that runs us.
    pub fn cargo(&self) -> Command {
        self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
    }

    fn resolve(&self, program: PathBuf) -> PathBuf {
        if program.components().count() > 1 {
            return program;
        }
        let name = program.to_string_lossy();
        self.folders
            .iter()
            .find_map(|folder| paths::in_folder(folder, &name))
            .or_else(|| paths::on_path(&name))
            .unwrap_or(program)
    }
}

/// Runs `command` with its output visible and fails when it does. `problem` says what did not work.
pub fn run(command: &mut Command, problem: &str, cure: &str) -> Outcome<()> {
    println!("    $ {}", line(command));
    // No child may wait for an answer: continuous integration has nobody to give one.
    let status = command.stdin(Stdio::null()).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::new(format!("{problem} ({status})")).cure(cure)),
        Err(error) => {
            Err(Failure::new(format!("{problem}: {} could not be started: {error}", name(command))).cure(cure))
        }
    }
}

/// What `command` prints, without showing it; `None` when it is missing or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// What `command` prints when it reads `input`; its complaints stay visible. Fails when it does.
pub fn piped(command: &mut Command, input: &str, problem: &str, cure: &str) -> Outcome<String> {
    let program = name(command);
    let wrong = |error: &std::io::Error| Failure::new(format!("{problem}: {program}: {error}")).cure(cure);
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.map_err(|error| wrong(&error))?;
    // Dropped at the end of the block, so that the child sees the end of its input. A child that has read enough may
    // have closed it.
    if let Some(mut pipe) = child.stdin.take() {
        let _ = pipe.write_all(input.as_bytes());
    }
    let output = child.wait_with_output().map_err(|error| wrong(&error))?;
    if !output.status.success() {
        print!("{}", String::from_utf8_lossy(&output.stdout));
        return Err(Failure::new(format!("{problem} ({})", output.status)).cure(cure));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The first number with dots in what `program --version` prints, such as `0.21.14`.
pub fn version(program: &Path) -> Option<String> {
    let text = output(Command::new(program).arg("--version"))?;
    text.split_whitespace()
        .find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .map(str::to_owned)
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program());
    program
        .file_stem()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned()
}

fn line(command: &Command) -> String {
    let words = command.get_args().map(|argument| argument.to_string_lossy());
    std::iter::once(name(command).into())
        .chain(words)
        .collect::<Vec<_>>()
        .join(" ")
}
