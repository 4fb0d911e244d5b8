//! Firefox, found or installed, for the stories that every browser has to bear out; its driver is one of [`cargo_tools`].
//! Must not download a browser by itself.

use super::{cargo_tools, debian, installing, there};
use crate::child::{Toolbox, version};
use crate::failure::{Failure, Outcome};
use crate::paths;

const BROWSERS: [&str; 2] = ["firefox", "firefox-esr"];
const CURE: &str = "Install Firefox and put it on PATH.\n\
                    `cargo xtask test --fast` runs what needs no browser.";

/// Finds or installs both.
pub fn install(toolbox: &mut Toolbox) -> Outcome<()> {
    let find = || BROWSERS.iter().find_map(|name| paths::on_path(name));
    let browser = match find() {
        Some(browser) => browser,
        None => {
            installing("Firefox", "for the stories in a second browser, under a minute");
            debian::install(toolbox, &["firefox-esr"], "Firefox", CURE)?;
            find().ok_or_else(|| Failure::new("Firefox is still not on PATH").cure(CURE))?
        }
    };
    there(
        &format!("Firefox {}", version(&browser).unwrap_or_default()),
        &browser.display().to_string(),
    );
    cargo_tools::geckodriver(toolbox)
}
