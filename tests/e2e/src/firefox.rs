//! What is Firefox's own: its preferences, its window, and its own scripts, which alone know what it asked for and
//! complained about.

use std::path::Path;

use http::Method;
use serde_json::{Value, json};
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{Capabilities, FirefoxCapabilities, RequestData, SessionId, WebDriver};

use crate::{Outcome, Start, Storage, View};

/// Starts writing down: every request with whether it is Firefox's own (asked by no page), and what pages and workers say
/// to the console, which their own processes have to pass on.
const WATCH: &str = r#"
const requests = window.storyRequests = [];
Services.obs.addObserver(subject => {
    const channel = subject.QueryInterface(Ci.nsIHttpChannel);
    const { browsingContextID, triggeringPrincipal } = channel.loadInfo;
    if (browsingContextID || !triggeringPrincipal.isSystemPrincipal) requests.push(channel.URI.spec);
}, "http-on-opening-request");
const said = window.storySaid = [];
Services.ppmm.addMessageListener("story:said", message => said.push(message.data));
const passOn = `
    const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(Ci.nsIConsoleAPIStorage);
    const system = Cc["@mozilla.org/systemprincipal;1"].createInstance(Ci.nsIPrincipal);
    storage.addLogEventListener(event => {
        if (["error", "warn", "assert"].includes(event.level)) {
            const words = Array.from(event.arguments ?? [], word => String(word)).join(" ");
            sendAsyncMessage("story:said", event.level + ": " + words);
        }
    }, system);`;
Services.ppmm.loadProcessScript("data:text/javascript," + encodeURIComponent(passOn), true);
Services.console.reset();
"#;

const REQUESTS: &str = "return window.storyRequests.splice(0);";

/// What was said to the console, then errors and warnings that Firefox itself reports about pages.
const COMPLAINTS: &str = r#"
const reported = Services.console.getMessageArray().flatMap(message => {
    try { message.QueryInterface(Ci.nsIScriptError); } catch { return []; }
    if (message.isFromChromeContext || message.flags & Ci.nsIScriptError.infoFlag) return [];
    // What a page is told by an exception, once more for the developer: it asked for storage that the settings refuse.
    if (message.category === "cookieBlockedAll") return [];
    // The reader left while something ran or was loaded; Firefox ends it and says so.
    if (/^Script terminated by timeout|^NS_BINDING_ABORTED/.test(message.errorMessage)) return [];
    return [`${message.category}: ${message.errorMessage} (${message.sourceName}:${message.lineNumber})`];
});
Services.console.reset();
return [...window.storySaid.splice(0), ...reported];
"#;

/// What to ask of geckodriver. Without a `profile` it makes an empty one and takes it away.
pub(crate) fn wanted(start: Start, profile: Option<&Path>) -> Outcome<Capabilities> {
    let mut wanted = FirefoxCapabilities::new();
    wanted.set_headless()?;
    if let Some(profile) = profile {
        wanted.add_arg("-profile")?;
        wanted.add_arg(&profile.display().to_string())?;
    }
    let mut preferences = FirefoxPreferences::new();
    // No studies: asking for them is a call home that takes seconds off the first page.
    preferences.set("app.normandy.enabled", false)?;
    match start.storage {
        Storage::Usual => {}
        // 2 is "all cookies", which takes all site data along.
        Storage::Refused => preferences.set("network.cookie.cookieBehavior", 2)?,
        Storage::Absent => preferences.set("dom.storage.enabled", false)?,
    }
    wanted.set_preferences(preferences)?;
    Ok(wanted.into())
}

/// Call once when the browser has started.
pub(crate) async fn watch(session: &WebDriver) -> Outcome {
    run_as_firefox(session, WATCH).await.map(|_| ())
}

pub(crate) async fn look_through(session: &WebDriver, view: View) -> Outcome {
    const SIZE: &str = "return [innerWidth, innerHeight, outerWidth - innerWidth, outerHeight - innerHeight];";
    let wanted = [u64::from(view.width), u64::from(view.height)];
    let size: [u64; 4] = serde_json::from_value(session.execute(SIZE, vec![]).await?.json().clone())?;
    if size[..2] == wanted {
        return Ok(());
    }
    let [width, height] = [wanted[0] + size[2], wanted[1] + size[3]].map(u32::try_from);
    session.set_window_rect(0, 0, width?, height?).await?;
    let size: [u64; 4] = serde_json::from_value(session.execute(SIZE, vec![]).await?.json().clone())?;
    if size[..2] != wanted {
        return Err(format!("Firefox makes no window of {wanted:?}, but of {:?}", &size[..2]).into());
    }
    Ok(())
}

pub(crate) async fn requests(session: &WebDriver) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(run_as_firefox(session, REQUESTS).await?)?)
}

pub(crate) async fn complaints(session: &WebDriver) -> Outcome<Vec<String>> {
    Ok(serde_json::from_value(run_as_firefox(session, COMPLAINTS).await?)?)
}

/// What `script` returns when Firefox runs it with its own rights, outside of any page.
async fn run_as_firefox(session: &WebDriver, script: &str) -> Outcome<Value> {
    session.handle().cmd(Context("chrome")).await?;
    let told = session.execute(script, vec![]).await;
    session.handle().cmd(Context("content")).await?;
    Ok(told?.json().clone())
}

/// Whose scripts are meant from now on: `chrome` is Firefox itself, `content` the page.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
