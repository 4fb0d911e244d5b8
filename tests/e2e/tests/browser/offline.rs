//! After the first visit the page works without a network; a newer version is offered, not forced, and the two never mix.
//!
//! Never by the driver's own reload: Firefox's goes past every service worker.

use std::fs;

use e2e::{Folder, Outcome, Page, Start, built_page, story_everywhere};

const SCREEN: &str = "/t/hospital_beds";
const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn after_the_first_visit_everything_works_without_a_network() {
    story_everywhere("", Start::default(), async |site, page| {
        is_kept(page).await?;
        site.go_away();
        page.visit("").await?;
        assert_eq!(page.rows().await?.len(), 45);
        // A screen that was never opened, and what the worker has to say.
        page.go(SCREEN).await?;
        page.present(FIELD).await?;
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        page.go("/method").await?;
        page.present("main.method").await?;
        page.visit("").await?;
        page.present(".joint b").await?;
        assert_eq!(page.count("tr[data-target=hospital_beds] .changed").await?, 1);
        Ok(())
    });
}

#[test]
fn a_newer_version_is_offered_and_not_forced() {
    story_everywhere(SCREEN, Start::default(), async |site, page| {
        is_kept(page).await?;
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        let folder = newer()?;
        site.publish(folder.path())?;
        page.visit(SCREEN).await?;
        assert_eq!(mark(page).await?, "");
        is_offered(page).await?;
        // Still the older one, also after another load.
        reload_as_a_reader(page).await?;
        assert_eq!(mark(page).await?, "");
        is_offered(page).await?;
        page.click(".notice.newer button").await?;
        page.browser()
            .wait_until("document.querySelector('meta[name=newer]')", vec![])
            .await?;
        page.holds(FIELD, "7,5").await?;
        assert_eq!(page.count(".notice.newer").await?, 0);
        Ok(())
    });
}

#[test]
fn a_newer_version_is_found_in_a_tab_left_open() {
    story_everywhere("", Start::default(), async |site, page| {
        has_looked_after_its_load(page).await?;
        let folder = newer()?;
        site.publish(folder.path())?;
        back_after_two_hours(page).await?;
        is_offered(page).await?;
        assert_eq!(mark(page).await?, "");
        Ok(())
    });
}

#[test]
fn a_newer_version_is_looked_for_again_when_the_network_was_away() {
    story_everywhere("", Start::default(), async |site, page| {
        has_looked_after_its_load(page).await?;
        let folder = newer()?;
        site.go_away();
        back_after_two_hours(page).await?;
        let is_past = "performance.now() > (window.asked ??= performance.now()) + 1500";
        page.browser().wait_until(is_past, vec![]).await?;
        site.publish(folder.path())?;
        is_offered(page).await?;
        Ok(())
    });
}

/// Loads the page with the service worker in charge, and waits until whatever is looked for after a load has been.
async fn has_looked_after_its_load(page: &Page) -> Outcome {
    is_kept(page).await?;
    page.visit("").await?;
    page.browser().wait_until("performance.now() > 10000", vec![]).await
}

async fn back_after_two_hours(page: &Page) -> Outcome {
    let back = "
        const later = Date.now() + 7200000;
        // The page's own: in Firefox a script of the driver has another.
        window.Date.now = () => later;
        document.dispatchEvent(new Event('visibilitychange'));";
    page.browser().run(back, vec![]).await?;
    Ok(())
}

/// Waits for the notice. Where it does not come, what the browser has got tells why.
async fn is_offered(page: &Page) -> Outcome {
    let Err(problem) = page.present(".notice.newer").await else {
        return Ok(());
    };
    let versions = "
        const done = arguments[arguments.length - 1];
        const state = worker => worker?.state ?? 'none';
        navigator.serviceWorker.getRegistration().then(async one => done([
            `installing ${state(one?.installing)}, waiting ${state(one?.waiting)}, active ${state(one?.active)}`,
            `shown by ${state(navigator.serviceWorker.controller)}, ${Math.round(performance.now())} ms old`,
            ...await caches.keys(),
        ].join('; ')), problem => done(String(problem)));";
    let versions = page.browser().run_to_the_end(versions, vec![]).await?;
    Err(format!("{problem}\nthe browser has {versions}").into())
}

/// A version of the page that differs by a mark in its head.
fn newer() -> Outcome<Folder> {
    let folder = Folder::make()?;
    for entry in fs::read_dir(built_page())? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), folder.path().join(entry.file_name()))?;
        }
    }
    let change = |name: &str, from: &str, to: &str| -> Outcome {
        let path = folder.path().join(name);
        let text = fs::read_to_string(&path)?;
        assert!(text.contains(from), "{name} has no {from}");
        Ok(fs::write(&path, text.replacen(from, to, 1))?)
    };
    change("index.html", "<title>", "<meta name=\"newer\" content=\"yes\"><title>")?;
    change("sw.js", "const VERSION = \"", "const VERSION = \"newer-")?;
    Ok(folder)
}

/// By the button of the browser: the tab never leaves the page, so that the older version stays in use.
async fn reload_as_a_reader(page: &Page) -> Outcome {
    page.browser()
        .run("window.before = true; location.reload();", vec![])
        .await?;
    let is_back = "!window.before && document.querySelector('header.bar')";
    page.browser().wait_until(is_back, vec![]).await
}

async fn mark(page: &Page) -> Outcome<String> {
    let mark = "return document.querySelector('meta[name=newer]')?.content ?? '';";
    let mark = page.browser().run(mark, vec![]).await?;
    Ok(mark.as_str().unwrap_or_default().to_owned())
}

/// Waits until the service worker has the whole page.
async fn is_kept(page: &Page) -> Outcome {
    let ready = "
        const done = arguments[arguments.length - 1];
        navigator.serviceWorker.ready.then(() => done(true), () => done(false));";
    assert_eq!(
        page.browser().run_to_the_end(ready, vec![]).await?,
        serde_json::json!(true)
    );
    Ok(())
}
