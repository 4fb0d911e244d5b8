//! `cargo xtask serve`: builds the page and serves it on this machine.
//! Must not be used to publish: it listens to 127.0.0.1 only.

use std::sync::Arc;

use crate::arguments::{DistOptions, ServeOptions};
use crate::child::{Toolbox, run as run_child};
use crate::failure::Outcome;
use crate::server::Server;
use crate::site::Site;
use crate::{dist, paths, setup};

/// Ports tried after the one that was asked for.
const TRIES: u16 = 10;

/// Builds, serves and returns only when something fails.
pub fn run(options: &ServeOptions) -> Outcome<()> {
    let toolbox = setup::page()?;
    if options.dev {
        return develop(&toolbox, options);
    }
    let base = (options.base != "/").then(|| options.base.clone());
    dist::run(
        &toolbox,
        &DistOptions {
            base,
            ..DistOptions::default()
        },
    )?;
    let server = first_free(&options.base, options.port)?;
    println!("\nKịch Bản is at\n\n    {}\n\nCtrl-C stops it.", server.url());
    server.wait();
    Ok(())
}

fn first_free(base: &str, port: u16) -> Outcome<Server> {
    let site = Arc::new(Site::read(&paths::dist(), base)?);
    site.compress();
    let last = port.saturating_add(TRIES);
    let mut tried = port;
    loop {
        match Server::start(Arc::clone(&site), tried) {
            Err(failure) if tried < last => {
                println!("{}; trying the next one", failure.problem);
                tried += 1;
            }
            result => return result,
        }
    }
}

fn develop(toolbox: &Toolbox, options: &ServeOptions) -> Outcome<()> {
    let port = options.port.to_string();
    run_child(
        toolbox
            .command("trunk")
            .args(["serve", "--port", &port, "--public-url", &options.base]),
        "trunk serve ended",
        "If the port is taken, choose another with --port.",
    )
}
