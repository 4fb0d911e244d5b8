//! Before the app and without it: the targets can be read, nothing jumps when it starts, and what goes wrong is said.

use std::fs;

use e2e::{Outcome, PHONE, Page, Start, View, WIDE, built_page};
use serde_json::json;

/// Within so many bytes of `index.html`, not compressed, stands the text of every target.
const FIRST_BYTES: usize = 40_000;

/// Compiling never ends, so that what stands before the app can be looked at.
const NEVER_STARTS: &str =
    "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => undefined);";

/// A story in a browser of its own: what is done to it here (scripts before the page, files that do not come) stays with it.
fn apart(view: View, story: impl AsyncFn(&Page) -> Outcome) {
    let start = Start {
        view,
        ..Start::default()
    };
    e2e::story("", start, async |site, _| {
        story(&Page::open(site, "", start).await?).await
    });
}

#[test]
fn every_target_stands_in_the_first_bytes() -> Outcome {
    let bytes = fs::read(built_page().join("index.html"))?;
    let first = String::from_utf8_lossy(&bytes[..bytes.len().min(FIRST_BYTES)]).into_owned();
    for target in plan::plan().targets {
        let name = target.name.vi.replace('&', "&amp;").replace('<', "&lt;");
        assert!(
            first.contains(&name),
            "{} comes later than byte {FIRST_BYTES}",
            target.id
        );
        assert!(
            first.contains(&format!("#/t/{}\"", target.id)),
            "{} has no link",
            target.id
        );
    }
    Ok(())
}

#[test]
fn without_javascript_the_targets_are_read() {
    apart(WIDE, async |page| {
        let off = json!({ "value": true });
        page.browser()
            .command("Emulation.setScriptExecutionDisabled", off)
            .await?;
        page.visit_only("").await?;
        assert_eq!(page.count("#targets tbody tr").await?, 45);
        assert!(page.text("#loading").await?.contains("cần JavaScript"));
        assert_eq!(page.text("#loading-message").await?, "", "nobody is told to wait");
        Ok(())
    });
}

fn the_heading_stays(view: View) {
    apart(view, async |page| {
        let after = heading_top(page).await?;
        page.browser().run_before_pages(NEVER_STARTS).await?;
        page.visit_only("").await?;
        page.present("#loading progress").await?;
        let before = heading_top(page).await?;
        assert!(
            (before - after).abs() < 4.0,
            "the heading goes from {before} to {after}"
        );
        page.says("#loading-message", "Đang").await
    });
}

#[test]
fn the_heading_stays_where_it_is_on_a_laptop() {
    the_heading_stays(WIDE);
}

#[test]
fn the_heading_stays_where_it_is_on_a_phone() {
    the_heading_stays(PHONE);
}

async fn heading_top(page: &Page) -> Outcome<f64> {
    let top = "return document.querySelector('h1').getBoundingClientRect().top;";
    let top = page.browser().run(top, vec![]).await?;
    Ok(top.as_f64().ok_or("no heading")?)
}

#[test]
fn a_module_that_does_not_come_is_said() {
    apart(WIDE, async |page| {
        page.browser().command("Network.enable", json!({})).await?;
        let urls = json!({ "urls": ["*app*_bg.wasm"] });
        page.browser().command("Network.setBlockedURLs", urls).await?;
        page.visit_only("").await?;
        page.present("html[data-start=failed]").await?;
        page.says("#loading-message", "Không tải được").await?;
        page.absent("#loading progress").await?;
        assert_eq!(page.count("#targets tbody tr").await?, 45);
        let complaints = page.browser().complaints().await?;
        assert!(
            complaints.iter().any(|complaint| complaint.contains("Failed to fetch")),
            "{complaints:?}"
        );
        Ok(())
    });
}

#[test]
fn an_old_browser_is_told_so() {
    apart(WIDE, async |page| {
        page.browser()
            .run_before_pages("WebAssembly.validate = () => false;")
            .await?;
        page.browser().run_before_pages(NEVER_STARTS).await?;
        page.visit_only("").await?;
        page.says("#loading-message", "quá cũ").await
    });
}
