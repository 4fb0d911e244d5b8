//! `cargo xtask lighthouse`: the page in `dist` behind nginx with `docs/nginx.conf`, looked at by Lighthouse as on a phone.
//! Must not judge: a busy machine fails nobody's change.

mod answers;
mod nginx;

use std::fs;
use std::path::{Path, PathBuf};

use crate::child::{Toolbox, run as run_child};
use crate::failure::{Failure, Outcome};
use crate::{paths, setup, site};

/// The highest, as a host reaches that compresses ahead of time.
const QUALITY: u32 = 11;
/// Compressing less than this costs more than it spares.
const LEAST_BYTES: usize = 1024;

/// Where Debian puts what lets nginx send a file's compressed form.
pub const BROTLI_MODULE: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const CATEGORIES: &str = "performance,accessibility,best-practices,seo";
/// As in `webdriver.json`.
const FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                     --disable-component-update --disable-sync";

/// Serves the page, has it looked at and prints the report.
pub fn run() -> Outcome<()> {
    let (toolbox, lighthouse) = setup::lighthouse()?;
    let folder = paths::target().join("lighthouse");
    let page = copy(&folder.join("page"))?;
    println!("\n==> The page in dist, behind nginx with docs/nginx.conf");
    let server = nginx::Server::start(&toolbox, &folder, &page)?;
    answers::check(server.port(), &page)?;
    println!("    every file is answered with the headers of _headers");
    let report = folder.join("report.json");
    look(&toolbox, &lighthouse, server.port(), &report)?;
    let script = paths::root().join("xtask/lighthouse/report.mjs");
    run_child(
        toolbox.command("node").arg(script).arg(&report),
        "The report could not be read",
        "Lighthouse may have changed its form; the lines above say what is missing.",
    )
}

/// A copy of `dist` with the compressed form of each file beside it.
fn copy(folder: &Path) -> Outcome<PathBuf> {
    let dist = paths::dist();
    if folder.is_dir() {
        fs::remove_dir_all(folder).map_err(|error| Failure::file(folder, &error))?;
    }
    let names = site::names(&dist).map_err(|failure| failure.cure("Build the page first: cargo xtask dist"))?;
    for name in names {
        let (from, to) = (dist.join(&name), folder.join(&name));
        let bytes = fs::read(&from).map_err(|error| Failure::file(&from, &error))?;
        if let Some(parent) = to.parent() {
            fs::create_dir_all(parent).map_err(|error| Failure::file(parent, &error))?;
        }
        fs::write(&to, &bytes).map_err(|error| Failure::file(&to, &error))?;
        if bytes.len() >= LEAST_BYTES
            && name != "_headers"
            && let Some(form) = site::brotli(&bytes, QUALITY)
        {
            let to = folder.join(format!("{name}.br"));
            fs::write(&to, form).map_err(|error| Failure::file(&to, &error))?;
        }
    }
    Ok(folder.to_path_buf())
}

fn look(toolbox: &Toolbox, lighthouse: &Path, port: u16, report: &Path) -> Outcome<()> {
    println!("\n==> Lighthouse, mobile");
    run_child(
        toolbox
            .command("node")
            .arg(lighthouse)
            .arg(format!("http://127.0.0.1:{port}/"))
            .args(["--quiet", "--no-enable-error-reporting", "--output=json"])
            .arg(format!("--output-path={}", report.display()))
            .arg(format!("--only-categories={CATEGORIES}"))
            .arg(format!("--chrome-flags={FLAGS}")),
        "Lighthouse failed",
        "The lines above say why. It needs Node 18.16 or newer and Chromium.",
    )
}
