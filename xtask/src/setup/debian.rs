//! Packages of Debian and its relatives, installed where we may.
//! Must not ask for a password: without the right to install it says what to type.

use std::process::Command;

use crate::child::{Toolbox, output, run};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// Installs `packages`, or fails with `cure`. `what` names the thing the packages bring.
pub fn install(toolbox: &Toolbox, packages: &[&str], what: &str, cure: &str) -> Outcome<()> {
    let Some(prefix) = right_to_install() else {
        let mut failure = Failure::new(format!("{what} is missing and cannot be installed from here")).cure(cure);
        if paths::on_path("apt-get").is_some() {
            failure.cure = format!("{cure}\nOn this system: sudo apt-get install {}", packages.join(" "));
        }
        return Err(failure);
    };
    let apt = |arguments: &[&str]| {
        let mut words = prefix.iter().chain(["apt-get"].iter()).chain(arguments).copied();
        let mut command = toolbox.command(words.next().unwrap_or("apt-get"));
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    // Fresh images ship without package lists; then nothing at all can be found.
    run(
        &mut apt(&["update", "-q"]),
        "The package lists could not be updated",
        &format!("Without a network nothing can be installed.\n{cure}"),
    )?;
    let arguments = [&["install", "-q", "-y", "--no-install-recommends"], packages].concat();
    run(&mut apt(&arguments), &format!("{what} could not be installed"), cure)
}

/// Whether packages can be installed without asking anybody.
pub fn can_install() -> bool {
    right_to_install().is_some()
}

/// The words before `apt-get`, if there is an apt-get that we may run.
fn right_to_install() -> Option<&'static [&'static str]> {
    paths::on_path("apt-get")?;
    if output(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    output(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n"] as &[&str])
}
