//! Packages of npm in a pinned version, each in a folder of the tools named after it.
//! Must not leave a lock file behind: it would name the hosts of one registry.

use std::fs;
use std::path::PathBuf;

use super::{debian, installing, there};
use crate::child::{Toolbox, run};
use crate::failure::{Failure, Outcome};
use crate::paths;

/// A package and what it is for.
#[derive(Debug, Clone, Copy)]
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// A file of the package, for there is none before it is installed.
    pub file: &'static str,
    /// What it does, and how long it takes to come.
    pub wait: &'static str,
    /// What else can be done where npm cannot install it.
    pub cure: &'static str,
}

impl Package {
    /// The folder it is installed into.
    pub fn root(&self) -> Outcome<PathBuf> {
        Ok(paths::tools()?.join(format!("{}-{}", self.name, self.version)))
    }

    /// Where its file is once it is installed.
    pub fn file(&self) -> Outcome<PathBuf> {
        Ok(self.root()?.join("node_modules").join(self.name).join(self.file))
    }
}

/// Finds or installs `package` and says where its file is.
pub fn install(toolbox: &Toolbox, package: &Package) -> Outcome<PathBuf> {
    let label = format!("{} {}", package.name, package.version);
    let (root, file) = (package.root()?, package.file()?);
    if file.is_file() {
        there(&label, &root.display().to_string());
        return Ok(file);
    }
    installing(&label, package.wait);
    if paths::on_path("npm").is_none() {
        debian::install(toolbox, &["npm"], "npm", package.cure)?;
    }
    fs::create_dir_all(&root).map_err(|error| Failure::file(&root, &error))?;
    run(
        toolbox
            .command("npm")
            .args([
                "install",
                "--no-audit",
                "--no-fund",
                "--no-package-lock",
                "--loglevel",
                "error",
                "--prefix",
            ])
            .arg(&root)
            .arg(format!("{}@{}", package.name, package.version)),
        &format!("npm could not install `{}`", package.name),
        &format!("The lines above say why; it needs a network. {}", package.cure),
    )?;
    if file.is_file() {
        return Ok(file);
    }
    Err(Failure::new(format!("npm installed {label}, but it has no {}", package.file)).cure(package.cure))
}
