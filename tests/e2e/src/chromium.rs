//! What is Chromium's own: its flags and settings, its DevTools protocol, its logs.

use serde_json::{Value, json};
use std::path::Path;
use thirtyfour::cdp::Cdp;
use thirtyfour::{Capabilities, ChromeCapabilities, ChromiumLikeCapabilities as _, LoggingPrefsLogLevel, WebDriver};

use crate::{Outcome, Start, Storage, View};

/// As in `webdriver.json`: no window, no calls home, no leftovers of an earlier run.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// What to ask of chromedriver. Without a `profile` it makes an empty one and takes it away.
pub(crate) fn wanted(start: Start, profile: Option<&Path>) -> Outcome<Capabilities> {
    let mut wanted = ChromeCapabilities::new();
    for flag in FLAGS {
        wanted.add_arg(flag)?;
    }
    if let Some(profile) = profile {
        wanted.add_arg(&format!("--user-data-dir={}", profile.display()))?;
    }
    match start.storage {
        Storage::Usual => {}
        Storage::Refused => {
            // 2 is "block": the setting people find under "on-device site data".
            let settings = json!({ "profile.default_content_setting_values.cookies": 2 });
            wanted.add_experimental_option("prefs", settings)?;
        }
        Storage::Absent => return Err("Chromium has no setting that takes storage away".into()),
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    if start.records_requests {
        wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    }
    Ok(wanted.into())
}

/// Sends a command of the DevTools protocol.
pub(crate) async fn command(session: &WebDriver, name: &str, parameters: Value) -> Outcome<Value> {
    Ok(Cdp::new(session.handle().clone()).send_raw(name, parameters).await?)
}

pub(crate) async fn look_through(session: &WebDriver, view: View) -> Outcome {
    // Not the window's own size: Chromium makes none narrower than 500 pixels.
    let metrics = json!({
        "width": view.width,
        "height": view.height,
        "deviceScaleFactor": 1,
        "mobile": view.is_phone,
    });
    command(session, "Emulation.setDeviceMetricsOverride", metrics).await?;
    Ok(())
}

pub(crate) async fn requests(session: &WebDriver) -> Outcome<Vec<String>> {
    let mut addresses = Vec::new();
    for entry in session.get_log("performance").await? {
        let event: Value = serde_json::from_str(&entry.message)?;
        let event = &event["message"];
        if event["method"] == "Network.requestWillBeSent"
            && let Some(address) = event["params"]["request"]["url"].as_str()
        {
            addresses.push(address.to_owned());
        }
    }
    Ok(addresses)
}

pub(crate) async fn complaints(session: &WebDriver) -> Outcome<Vec<String>> {
    let log = session.browser_log().await?;
    let bad = log
        .into_iter()
        .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
    Ok(bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
}
