//! `kichban`: what a scenario says, on the command line. Reads the command line, runs the command, tells what is wrong.
//!
//! The only part of the project that reads the system's clock beside the page. Must not compute or word a figure itself.

mod arguments;
mod check;
mod clock;
mod input;
mod output;
mod project;
mod seen;
mod targets;
mod words;
mod xmile;

use std::process::ExitCode;

use arguments::Command;

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ending {
    /// Everything was taken.
    Fine,
    /// An input was not taken, or not in whole; standard error says what and why.
    Problems,
}

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args_os().skip(1).collect()) {
        Ok(command) => command,
        Err(wrong) => {
            eprintln!("error: {wrong}\n\n`kichban --help` shows what it takes.");
            return ExitCode::from(2);
        }
    };
    let ending = match command {
        Command::Help => output::print(arguments::HELP),
        Command::Version => output::print(&words::versions(plan::plan())),
        Command::Targets => output::print(&targets::list(plan::plan())),
        Command::Project(options) => project::run(&options),
        Command::Xmile(options) => xmile::run(&options),
        Command::Check(options) => check::run(&options),
    };
    match ending {
        Ending::Fine => ExitCode::SUCCESS,
        Ending::Problems => ExitCode::from(1),
    }
}
