//! A running browser of either kind: opening addresses, running scripts, waiting, pictures, what the console said.
//! Must not know the page.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

use crate::driver::Driver;
use crate::{Kind, Outcome, Site, Start, View, chromium, firefox};

/// Long enough for a busy machine; a condition that holds is seen at once.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks at a condition.
const PAUSE: Duration = Duration::from_millis(20);

/// A running browser; it is closed when it is dropped.
pub struct Browser {
    start: Start,
    // Before the process that carries its commands out.
    session: WebDriver,
    _driver: Driver,
    left: Vec<Site>,
}

impl Browser {
    /// Starts one with an empty profile, which its driver makes and takes away.
    pub async fn start(start: Start) -> Outcome<Self> {
        Self::start_in(start, None).await
    }

    /// Starts one with the profile in the folder `profile`, where all that it keeps stays.
    pub async fn start_in(start: Start, profile: Option<&Path>) -> Outcome<Self> {
        let driver = Driver::start(start.kind)?;
        let wanted = match start.kind {
            Kind::Chromium => chromium::wanted(start, profile)?,
            Kind::Firefox => firefox::wanted(start, profile)?,
        };
        let session = WebDriver::new(driver.address(), wanted).await?;
        let browser = Self {
            start,
            session,
            _driver: driver,
            left: Vec::new(),
        };
        if start.kind == Kind::Firefox {
            firefox::watch(&browser.session).await?;
        }
        browser.look_through(start.view).await?;
        Ok(browser)
    }

    /// How it was started.
    #[must_use]
    pub fn started_as(&self) -> Start {
        self.start
    }

    /// The session, for what has no name here.
    #[must_use]
    pub fn session(&self) -> &WebDriver {
        &self.session
    }

    /// Sends a command of the DevTools protocol, which Chromium alone speaks.
    pub async fn command(&self, name: &str, parameters: Value) -> Outcome<Value> {
        chromium::command(&self.session, name, parameters).await
    }

    /// Gives the page a window of another size. Firefox makes none as narrow as a phone.
    pub async fn look_through(&self, view: View) -> Outcome {
        match self.start.kind {
            Kind::Chromium => chromium::look_through(&self.session, view).await,
            Kind::Firefox => firefox::look_through(&self.session, view).await,
        }
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

    /// The page on paper, as a PDF in the size the page asks for. Chromium only.
    pub async fn paper(&self) -> Outcome<Vec<u8>> {
        let answer = self
            .command("Page.printToPDF", json!({ "preferCSSPageSize": true }))
            .await?;
        let text = answer["data"].as_str().ok_or("the paper has no data")?;
        Ok(STANDARD.decode(text)?)
    }

    /// A picture of what is seen, or of the whole page, as PNG. Chromium only.
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

    /// The addresses that were asked for over the network since the last call, by any page and in any way, but for those of
    /// sites that were left.
    pub async fn requests(&self) -> Outcome<Vec<String>> {
        let mut addresses = match self.start.kind {
            Kind::Chromium => chromium::requests(&self.session).await?,
            Kind::Firefox => firefox::requests(&self.session).await?,
        };
        // These stay inside the browser; the last is its own new tab.
        let inside = ["data:", "about:", "chrome:"];
        addresses.retain(|address| !inside.iter().any(|scheme| address.starts_with(scheme)));
        let left: Vec<String> = self.left.iter().map(|site| site.address("")).collect();
        addresses.retain(|address| !left.iter().any(|site| address.starts_with(site)));
        Ok(addresses)
    }

    /// What the console said since the last call, warnings and worse: errors, refusals by the policy, missing files.
    pub async fn complaints(&self) -> Outcome<Vec<String>> {
        match self.start.kind {
            Kind::Chromium => chromium::complaints(&self.session).await,
            Kind::Firefox => firefox::complaints(&self.session).await,
        }
    }

    /// Leaves the page of `site` and its tabs and forgets what was said, so that another story can begin. What was kept stays,
    /// but belongs to an address that no other story has: the site is served as long as the browser runs, also for what
    /// the page had begun to fetch and a browser still fetches for it (Firefox starts service workers of pages that are
    /// gone).
    pub async fn leave(&mut self, site: Site) -> Outcome {
        let mut windows = self.session.windows().await?.into_iter();
        let first = windows.next().ok_or("the browser has no window")?;
        for other in windows {
            self.session.switch_to_window(other).await?;
            self.session.close_window().await?;
        }
        self.session.switch_to_window(first).await?;
        self.session.goto("about:blank").await?;
        self.left.push(site);
        self.requests().await?;
        self.complaints().await?;
        Ok(())
    }

    /// Closes it as a reader does, and waits until all is written.
    pub async fn close(self) -> Outcome {
        Ok(self.session.quit().await?)
    }

    /// Ends its process in the middle of whatever it does, as a crash or an empty battery would.
    pub async fn kill(self) -> Outcome {
        let name = match self.start.kind {
            Kind::Chromium => "goog:processID",
            Kind::Firefox => "moz:processID",
        };
        let process = self.session.handle().capabilities().get(name);
        let process = process.and_then(Value::as_u64).ok_or("the driver names no process")?;
        let killed = Command::new("kill").args(["-KILL", &process.to_string()]).status()?;
        if !killed.success() {
            return Err(format!("process {process} cannot be killed").into());
        }
        // There is nobody left to close; asking would wait in vain.
        self.session.leak()?;
        Ok(())
    }
}
