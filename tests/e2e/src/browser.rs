//! A browser with a fresh profile: opening addresses, running scripts, waiting, pictures, what the console said.
//! Must not know the page.

use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;
use thirtyfour::{ChromeCapabilities, ChromiumLikeCapabilities as _, LoggingPrefsLogLevel, WebDriver};

use crate::driver::Driver;
use crate::{Outcome, View, WIDE};

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

/// Long enough for a busy machine; a condition that holds is seen at once.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at a condition.
const PAUSE: Duration = Duration::from_millis(20);

/// How a browser starts.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// Its window.
    pub view: View,
    /// Whether its settings forbid every site to keep anything.
    pub blocks_storage: bool,
    /// Whether every request is written down; it costs time that a benchmark must not measure.
    pub records_requests: bool,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            view: WIDE,
            blocks_storage: false,
            records_requests: true,
        }
    }
}

/// A running browser; it is closed when it is dropped.
pub struct Browser {
    // Before the process that carries its commands out.
    session: WebDriver,
    _driver: Driver,
}

impl Browser {
    /// Starts one with an empty profile, which chromedriver makes and takes away.
    pub async fn start(start: Start) -> Outcome<Self> {
        let driver = Driver::start()?;
        let mut wanted = ChromeCapabilities::new();
        for flag in FLAGS {
            wanted.add_arg(flag)?;
        }
        if start.blocks_storage {
            // 2 is "block": the setting people find under "on-device site data".
            let settings = json!({ "profile.default_content_setting_values.cookies": 2 });
            wanted.add_experimental_option("prefs", settings)?;
        }
        wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
        if start.records_requests {
            wanted.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
        }
        let session = WebDriver::new(driver.address(), wanted).await?;
        let browser = Self {
            session,
            _driver: driver,
        };
        browser.look_through(start.view).await?;
        Ok(browser)
    }

    /// The session, for what has no name here.
    #[must_use]
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Sends a command of the DevTools protocol.
    pub async fn command(&self, name: &str, parameters: Value) -> Outcome<Value> {
        let tools = Cdp::new(self.session.handle().clone());
        Ok(tools.send_raw(name, parameters).await?)
    }

    /// Gives the page a window of another size.
    pub async fn look_through(&self, view: View) -> Outcome {
        // Not the window's own size: Chromium makes none narrower than 500 pixels.
        let metrics = json!({
            "width": view.width,
            "height": view.height,
            "deviceScaleFactor": 1,
            "mobile": view.is_phone,
        });
        self.command("Emulation.setDeviceMetricsOverride", metrics).await?;
        Ok(())
    }

    /// Loads `address`, even where it differs from the present one in its fragment only.
    pub async fn load(&self, address: &str) -> Outcome {
        self.session.goto("about:blank").await?;
        Ok(self.session.goto(address).await?)
    }

    /// Runs `script` in every page from now on, before anything of the page itself.
    pub async fn run_before_pages(&self, script: &str) -> Outcome {
        let parameters = json!({ "source": script });
        self.command("Page.addScriptToEvaluateOnNewDocument", parameters)
            .await?;
        Ok(())
    }

    /// What `script`, the body of a function, returns.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.session.execute(script, arguments).await?.json().clone())
    }

    /// What `script` hands to its last argument, a function, some time later.
    pub async fn run_to_the_end(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.session.execute_async(script, arguments).await?.json().clone())
    }

    /// Waits until the expression `condition` is true.
    pub async fn wait_until(&self, condition: &str, arguments: Vec<Value>) -> Outcome {
        let script = format!("return Boolean({condition});");
        let start = Instant::now();
        while self.run(&script, arguments.clone()).await? != json!(true) {
            if start.elapsed() > PATIENCE {
                return Err(format!("waited {PATIENCE:?} in vain for {condition} with {arguments:?}").into());
            }
            tokio::time::sleep(PAUSE).await;
        }
        Ok(())
    }

    /// A picture of what is seen, or of the whole page, as PNG.
    pub async fn picture(&self, whole_page: bool) -> Outcome<Vec<u8>> {
        let mut parameters = json!({ "format": "png" });
        if whole_page {
            let size = self
                .run(
                    "const all = document.documentElement; return [all.scrollWidth, all.scrollHeight];",
                    vec![],
                )
                .await?;
            parameters["captureBeyondViewport"] = json!(true);
            parameters["clip"] = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "scale": 1 });
        }
        let answer = self.command("Page.captureScreenshot", parameters).await?;
        let text = answer["data"].as_str().ok_or("the picture has no data")?;
        Ok(STANDARD.decode(text)?)
    }

    /// The addresses that were asked for over the network since the last call, by any page and in any way.
    pub async fn requests(&self) -> Outcome<Vec<String>> {
        let mut addresses = Vec::new();
        for entry in self.session.get_log("performance").await? {
            let event: Value = serde_json::from_str(&entry.message)?;
            let event = &event["message"];
            if event["method"] == "Network.requestWillBeSent"
                && let Some(address) = event["params"]["request"]["url"].as_str()
            {
                addresses.push(address.to_owned());
            }
        }
        // `data:` and `about:` stay inside the browser.
        addresses.retain(|address| !address.starts_with("data:") && !address.starts_with("about:"));
        Ok(addresses)
    }

    /// What the console said since the last call, warnings and worse: errors, refusals by the policy, missing files.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        let log = self.session.browser_log().await?;
        let bad = log
            .into_iter()
            .filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));
        Ok(bad.map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }
}
