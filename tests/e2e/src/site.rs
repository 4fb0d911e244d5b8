//! The built page behind a server of its own, under the headers it is published with.

use std::env;
use std::path::PathBuf;

use xtask::{paths, site};

use crate::Outcome;
use crate::server::Server;

/// The page being served; the server ends when this is dropped.
pub struct Site {
    server: Server,
    base: String,
}

impl Site {
    /// Serves the built page at the root of a free port.
    pub fn serve() -> Outcome<Self> {
        Self::serve_under("/")
    }

    /// Serves the built page under `base`, a path with a slash at both ends.
    pub fn serve_under(base: &str) -> Outcome<Self> {
        let site = site::Site::read(&folder(), base)?;
        Ok(Self {
            server: Server::start(site)?,
            base: base.to_owned(),
        })
    }

    /// The address of the page with `fragment` behind its `#`; an empty fragment gives no `#`.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        let mark = if fragment.is_empty() { "" } else { "#" };
        format!("http://{}{}{mark}{fragment}", self.server.address(), self.base)
    }
}

/// Where the built page is: `KICHBAN_DIST`, as `cargo xtask test` sets it, or where `cargo xtask dist` leaves it.
#[must_use]
pub fn folder() -> PathBuf {
    env::var_os("KICHBAN_DIST").map_or_else(paths::dist, PathBuf::from)
}
