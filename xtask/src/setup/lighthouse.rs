//! nginx with brotli, and Lighthouse: what `cargo xtask lighthouse` alone needs.
//! Must not touch the machine's own nginx beyond installing it.

use std::path::{Path, PathBuf};

use super::npm::{self, Package};
use super::{debian, installing, there};
use crate::child::Toolbox;
use crate::failure::Outcome;
use crate::lighthouse::BROTLI_MODULE;
use crate::paths;

/// The newest that runs on Node 20.
const LIGHTHOUSE: Package = Package {
    name: "lighthouse",
    version: "12.8.2",
    file: "cli/index.js",
    wait: "loads the page as a phone would; half a minute",
    cure: "It is only needed for this command.",
};

const PACKAGES: [&str; 2] = ["nginx-light", "libnginx-mod-http-brotli-static"];

/// Finds or installs both; says where the command-line program of Lighthouse is.
pub fn install(toolbox: &mut Toolbox) -> Outcome<PathBuf> {
    let has_module = || Path::new(BROTLI_MODULE).is_file();
    if find().is_none() || !has_module() {
        installing("nginx with brotli", "serves the page as a host would; some seconds");
        let cure =
            format!("Install nginx with its brotli module at {BROTLI_MODULE}; Debian and its relatives have both.");
        debian::install(toolbox, &PACKAGES, "nginx", &cure)?;
    }
    if let Some(nginx) = find() {
        there("nginx", &nginx.display().to_string());
        // Debian keeps it where only root looks.
        if let Some(folder) = nginx.parent() {
            toolbox.add_folder(folder);
        }
    }
    npm::install(toolbox, &LIGHTHOUSE)
}

fn find() -> Option<PathBuf> {
    let usual = Path::new("/usr/sbin/nginx");
    paths::on_path("nginx").or_else(|| usual.is_file().then(|| usual.to_path_buf()))
}
