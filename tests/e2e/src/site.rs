//! The built page behind a server of its own, under the headers it is published with.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

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
        Ok(Self {
            server: Server::start(read(base)?)?,
            base: base.to_owned(),
        })
    }

    /// Serves nothing from now on, as where there is no network.
    pub fn go_away(&self) {
        self.server.serve(None);
    }

    /// Serves the page in `folder` from now on, at the same address.
    pub fn publish(&self, folder: &Path) -> Outcome {
        self.server.serve(Some(Arc::new(site::Site::read(folder, &self.base)?)));
        Ok(())
    }

    /// The address of the page with `fragment` behind its `#`; an empty fragment gives no `#`.
    #[must_use]
    pub fn address(&self, fragment: &str) -> String {
        let mark = if fragment.is_empty() { "" } else { "#" };
        format!("http://{}{}{mark}{fragment}", self.server.address(), self.base)
    }
}

/// The built page below `base`, read and compressed once for all stories: a folder does not change while they are told.
fn read(base: &str) -> Outcome<Arc<site::Site>> {
    static READ: Mutex<BTreeMap<String, Arc<site::Site>>> = Mutex::new(BTreeMap::new());
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(site) = read.get(base) {
        return Ok(Arc::clone(site));
    }
    let site = Arc::new(site::Site::read(&folder(), base)?);
    read.insert(base.to_owned(), Arc::clone(&site));
    Ok(site)
}

/// Where the built page is: `KICHBAN_DIST`, as `cargo xtask test` sets it, or where `cargo xtask dist` leaves it.
#[must_use]
pub fn folder() -> PathBuf {
    env::var_os("KICHBAN_DIST").map_or_else(paths::dist, PathBuf::from)
}
