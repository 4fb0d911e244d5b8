//! axe-core, which looks for what bars people from a page. Its licence, the MPL 2.0, concerns its own files: they are
//! fetched for the tests and are no part of the page.

use std::path::PathBuf;

use super::npm::{self, Package};
use crate::child::Toolbox;
use crate::failure::Outcome;

const PACKAGE: Package = Package {
    name: "axe-core",
    version: "4.14.1",
    file: "axe.min.js",
    wait: "looks for barriers; some seconds",
    cure: "`cargo xtask test --fast` runs what needs no browser.",
};

/// Finds or installs it.
pub fn install(toolbox: &Toolbox) -> Outcome<()> {
    npm::install(toolbox, &PACKAGE).map(|_| ())
}

/// The script, to be run in a page.
pub fn script() -> Outcome<PathBuf> {
    PACKAGE.file()
}
