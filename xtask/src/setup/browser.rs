//! Chromium and its driver, found or installed, for the tests that need a real browser.
//! Must not download a browser by itself: the system's package keeps browser and driver in step.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{debian, installing, there};
use crate::child::{Toolbox, output, version};
use crate::failure::{Failure, Outcome};
use crate::paths;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: [&str; 2] = ["chromedriver", "chromium.chromedriver"];
/// The fonts have Vietnamese letters; without them every picture of the page shows boxes.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-core"];
const CURE: &str = "Install Chromium or Chrome and the chromedriver of the same version, and put both on PATH.\n\
                    `cargo xtask test --fast` runs what needs no browser.";

/// Finds or installs both and tells the children where they are: `CHROMEDRIVER` for wasm-bindgen's runner,
/// `KICHBAN_CHROMIUM` beside it for the end-to-end tests, `CHROME_PATH` for Lighthouse.
pub fn install(toolbox: &mut Toolbox) -> Outcome<()> {
    let (browser, driver) = match find() {
        Some(pair) if has_fonts() => pair,
        Some(pair) if !debian::can_install() => pair,
        _ => {
            installing("Chromium and its driver", "for the tests in a browser, under a minute");
            debian::install(toolbox, &PACKAGES, "Chromium with its driver", CURE)?;
            find().ok_or_else(|| Failure::new("Chromium or its driver is still not on PATH").cure(CURE))?
        }
    };
    let (browser_version, driver_version) = (version(&browser), version(&driver));
    if major(browser_version.as_deref()) != major(driver_version.as_deref()) {
        return Err(Failure::new(format!(
            "The browser is {} and its driver {}: they do not work together",
            browser_version.unwrap_or_default(),
            driver_version.unwrap_or_default()
        ))
        .cure(CURE));
    }
    there(
        &format!("Chromium {}", browser_version.unwrap_or_default()),
        &browser.display().to_string(),
    );
    toolbox.set("CHROMEDRIVER", driver);
    toolbox.set("CHROME_PATH", &browser);
    toolbox.set("KICHBAN_CHROMIUM", browser);
    Ok(())
}

fn find() -> Option<(PathBuf, PathBuf)> {
    let named = std::env::var_os("CHROMEDRIVER")
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    let driver = named.or_else(|| DRIVERS.iter().find_map(|name| paths::on_path(name)))?;
    let browser = BROWSERS
        .iter()
        .find_map(|name| paths::on_path(name))
        .or_else(application)?;
    Some((browser, driver))
}

/// On macOS a browser is an application and not on PATH.
fn application() -> Option<PathBuf> {
    let paths = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ];
    paths
        .iter()
        .map(Path::new)
        .find(|path| cfg!(target_os = "macos") && path.is_file())
        .map(Path::to_path_buf)
}

/// Where nobody can tell, the fonts are taken to be there.
fn has_fonts() -> bool {
    output(Command::new("fc-list").arg(":lang=vi")).is_none_or(|fonts| !fonts.is_empty())
}

fn major(version: Option<&str>) -> Option<&str> {
    version?.split('.').next()
}
