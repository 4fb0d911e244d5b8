//! Pictures of the built page: board, some targets, method and brief, wide and narrow, both languages, light and dark.
//!
//! `cargo run -p e2e --bin screenshots [FOLDER [WORD…]]` writes to `target/screenshots` unless a folder is given, and
//! only the pictures whose names hold every word: `board`, `390`, `en`, `dark`, `whole`, `open` (the whole page with all of
//! its folds open), `paper` (a PDF); or the one named `share`, which chats show beside a link (public/share.png). Must not judge
//! them.

use std::path::{Path, PathBuf};
use std::{env, fs};

use e2e::{Browser, Outcome, PHONE, Site, Start, View, WIDE, runtime};
use serde_json::json;

/// The board, and targets of every kind.
const SCREENS: [&str; 9] = [
    "board",
    "income_per_capita",
    "hospital_beds",
    "literacy",
    "underweight_under5",
    "ring_roads_1_2_3",
    "e_government_rank",
    "crime_clearance",
    "social_insurance",
];

/// Screens by their names: what is in their addresses, and what is there once they are drawn.
const NAMED: [(&str, &str); 2] = [
    ("method", "main.method .backtests table"),
    ("brief", "main.brief .link"),
];

/// The picture that chats show beside a link.
const SHARE: &str = "share";

/// What is taken of each: what a reader sees first, the whole page, the whole page with all folds open, and paper.
const FORMS: [&str; 4] = ["seen", "whole", "open", "paper"];

fn main() -> Outcome {
    let mut arguments = env::args().skip(1);
    let folder = arguments
        .next()
        .map_or_else(|| xtask::paths::target().join("screenshots"), PathBuf::from);
    let words: Vec<String> = arguments.collect();
    fs::create_dir_all(&folder)?;
    runtime()?.block_on(take_all(&folder, &words))
}

async fn take_all(folder: &Path, words: &[String]) -> Outcome {
    let site = Site::serve()?;
    let browser = Browser::start(Start::default()).await?;
    for view in [WIDE, PHONE] {
        browser.look_through(view).await?;
        for (language, scheme) in [("vi", "light"), ("en", "light"), ("vi", "dark"), ("en", "dark")] {
            for screen in SCREENS.into_iter().chain(NAMED.map(|(screen, _)| screen)) {
                let name = name(screen, view, language, scheme);
                let wanted = |form: &str| {
                    words
                        .iter()
                        .all(|word| format!("{name}-{form}").split('-').any(|part| part == word))
                };
                if !FORMS.iter().any(|form| wanted(form)) {
                    continue;
                }
                show(&browser, &site, screen, language, scheme).await?;
                for form in FORMS.into_iter().filter(|form| wanted(form)) {
                    if form == "open" {
                        open_all(&browser).await?;
                    }
                    let (kind, taken) = match form {
                        "paper" => ("pdf", browser.paper().await?),
                        _ => ("png", browser.picture(form != "seen").await?),
                    };
                    let path = folder.join(format!("{name}-{form}.{kind}"));
                    fs::write(&path, taken)?;
                    println!("{}", path.display());
                }
            }
        }
    }
    if words.iter().all(|word| word == SHARE) {
        take_share(&browser, &site, folder).await?;
    }
    for complaint in browser.complaints().await? {
        println!("The console said: {complaint}");
    }
    Ok(())
}

/// The board as chats show it: 1200 by 630 pixels, with letters that are still read when it is made small.
async fn take_share(browser: &Browser, site: &Site, folder: &Path) -> Outcome {
    let metrics = json!({ "width": 800, "height": 420, "deviceScaleFactor": 1.5, "mobile": false });
    browser.command("Emulation.setDeviceMetricsOverride", metrics).await?;
    let hidden = json!({ "hidden": true });
    browser.command("Emulation.setScrollbarsHidden", hidden).await?;
    browser.load(&site.address("/")).await?;
    browser
        .run("localStorage.setItem('kichban.hints', 'read');", vec![])
        .await?;
    show(browser, site, "board", "vi", "light").await?;
    let path = folder.join(format!("{SHARE}.png"));
    fs::write(&path, browser.picture(false).await?)?;
    println!("{}", path.display());
    Ok(())
}

/// Opens every fold, also those that stand in others.
async fn open_all(browser: &Browser) -> Outcome {
    for _ in 0..2 {
        let open = "document.querySelectorAll('details').forEach(details => { details.open = true; });";
        browser.run(open, vec![]).await?;
        let rests = "!document.querySelector('details.fold > summary:only-child')";
        browser.wait_until(rests, vec![]).await?;
    }
    Ok(())
}

fn name(screen: &str, view: View, language: &str, scheme: &str) -> String {
    format!("{screen}-{}-{language}-{scheme}", view.width)
}

/// Loads a screen as a reader who chose this language and scheme before would see it.
async fn show(browser: &Browser, site: &Site, screen: &str, language: &str, scheme: &str) -> Outcome {
    // Storage belongs to an address, so any page of the site has to be open to write it.
    let named = NAMED.iter().find(|(name, _)| *name == screen);
    let (fragment, sign) = match (screen, named) {
        ("board", _) => ("/".to_string(), "tr[data-target]".to_string()),
        (_, Some((name, sign))) => (format!("/{name}"), (*sign).to_string()),
        _ => (format!("/t/{screen}"), format!("main[data-target={screen}]")),
    };
    browser.load(&site.address("/")).await?;
    let choose =
        "localStorage.setItem('kichban.language', arguments[0]); localStorage.setItem('kichban.scheme', arguments[1]);";
    browser.run(choose, vec![json!(language), json!(scheme)]).await?;
    browser.load(&site.address(&fragment)).await?;
    let drawn = "document.documentElement.lang === arguments[0] && document.documentElement.dataset.scheme === arguments[1] && document.querySelector(arguments[2])";
    browser
        .wait_until(drawn, vec![json!(language), json!(scheme), json!(sign)])
        .await
}
