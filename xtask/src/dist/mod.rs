//! `cargo xtask dist`: the page to publish, built by Trunk and finished here.
//!
//! Must leave a folder that any static host can serve as it is: nothing is left for a server to fill in.

mod address;
mod checks;
mod digest;
mod licences;
mod offline;
mod policy;
pub(crate) mod prerender;
mod split;
mod start;
mod styles;
mod words;
mod worker;

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::DistOptions;
use crate::child::{Toolbox, run as run_child};
use crate::failure::{Failure, Outcome};
use crate::{headers, paths};

/// Builds and finishes the page, and returns its folder.
pub fn run(toolbox: &Toolbox, options: &DistOptions) -> Outcome<PathBuf> {
    let out = match &options.out {
        Some(folder) => std::path::absolute(folder).map_err(|error| Failure::file(folder, &error))?,
        None => paths::dist(),
    };
    println!("Building the page: minutes the first time, as every crate is compiled for the browser");
    build(toolbox, options.base.as_deref(), &out)?;
    finish(toolbox, options, &out)?;
    checks::run(&out)?;
    println!("The page is in {}", out.display());
    Ok(out)
}

fn build(toolbox: &Toolbox, base: Option<&str>, out: &Path) -> Outcome<()> {
    let mut command = toolbox.command("trunk");
    command
        .args(["build", "--release", "--features", "split", "--dist"])
        .arg(out);
    if let Some(base) = base {
        command.args(["--public-url", base]);
    }
    // Trunk reads this as a truth value of its own and refuses the usual `1`.
    command.env_remove("NO_COLOR");
    run_child(
        &mut command,
        "Trunk could not build the page",
        "The lines above say why. If a tool is said to be missing or of another version, Trunk.toml and set-up disagree:\n\
         its [tools] have to name the versions that `cargo xtask setup` prints.",
    )
}

/// What only the finished files can tell (the names of the module's parts and of the worker, and the digests of the inline
/// scripts in the headers and in the page), and the plan's text.
fn finish(toolbox: &Toolbox, options: &DistOptions, out: &Path) -> Outcome<()> {
    let (page_file, headers_file) = (out.join("index.html"), out.join("_headers"));
    let page = styles::join(out, &read(&page_file)?)?;
    let (page, stem) = split::apart(toolbox, out, &page)?;
    let page = start::write_into_page(&page, &stem)?;
    let page = worker::rename(out, &page)?;
    let mut rules = policy::fill(&read(&headers_file)?, &page)?;
    // The page for frames of other pages: the same app, told what it is; see src/views/embed.rs.
    let embed = policy::write_into_page(&page, &rules)?;
    write(&out.join("embed.html"), &embed.replacen("<html", "<html data-embed", 1))?;
    let page = prerender::write_into_page(&page, plan::plan())?;
    let page = match &options.site {
        Some(site) => address::write_into_page(&page, site)?,
        None => page,
    };
    let page = policy::write_into_page(&page, &rules)?;
    if let Some(base) = &options.base {
        rules = headers::below(&rules, base);
    }
    write(&headers_file, &rules)?;
    write(&page_file, &page)?;
    licences::write(out)?;
    offline::fill(out)
}

fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| Failure::file(path, &error))
}

fn write(path: &Path, text: &str) -> Outcome<()> {
    fs::write(path, text).map_err(|error| Failure::file(path, &error))
}
