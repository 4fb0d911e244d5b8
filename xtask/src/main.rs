//! `cargo xtask COMMAND`: reads the command line, runs the command and tells a failure with its cure.
//! Must not do any of the work itself.

use std::process::ExitCode;

use xtask::arguments::{self, Command};
use xtask::failure::Outcome;
use xtask::{bench, dist, lighthouse, peers, serve, setup, size, test};

fn main() -> ExitCode {
    let command = match arguments::read(std::env::args_os().skip(1).collect()) {
        Ok(command) => command,
        Err(failure) => {
            eprintln!("error: {failure}");
            return ExitCode::from(2);
        }
    };
    match execute(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nerror: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn execute(command: Command) -> Outcome<()> {
    match command {
        Command::Help => {
            print!("{}", arguments::HELP);
            Ok(())
        }
        Command::Setup => setup::all().map(|_| ()),
        Command::Serve(options) => serve::run(&options),
        Command::Dist(options) => dist::run(&setup::page()?, &options).map(|_| ()),
        Command::Size => size::run(),
        Command::Test(options) => test::run(&options),
        Command::Peers => peers::run(),
        Command::Bench => bench::run(),
        Command::Lighthouse => lighthouse::run(),
    }
}
