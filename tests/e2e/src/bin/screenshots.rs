//! Pictures of the built page: board and some targets, wide and narrow, both languages, light and dark.
//!
//! `cargo run -p e2e --bin screenshots [FOLDER [WORD…]]` writes to `target/screenshots` unless a folder is given, and
//! only the pictures whose names hold every word: `board`, `390`, `en`, `dark`, `whole`. Must not judge them.

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
            for screen in SCREENS {
                let name = name(screen, view, language, scheme);
                let wanted = |form: &str| {
                    words
                        .iter()
                        .all(|word| format!("{name}-{form}").split('-').any(|part| part == word))
                };
                if !wanted("seen") && !wanted("whole") {
                    continue;
                }
                show(&browser, &site, screen, language, scheme).await?;
                for form in ["seen", "whole"].into_iter().filter(|form| wanted(form)) {
                    let path = folder.join(format!("{name}-{form}.png"));
                    fs::write(&path, browser.picture(form == "whole").await?)?;
                    println!("{}", path.display());
                }
            }
        }
    }
    for complaint in browser.complaints().await? {
        println!("The console said: {complaint}");
    }
    Ok(())
}

fn name(screen: &str, view: View, language: &str, scheme: &str) -> String {
    format!("{screen}-{}-{language}-{scheme}", view.width)
}

/// Loads a screen as a reader who chose this language and scheme before would see it.
async fn show(browser: &Browser, site: &Site, screen: &str, language: &str, scheme: &str) -> Outcome {
    // Storage belongs to an address, so any page of the site has to be open to write it.
    let fragment = if screen == "board" {
        "/".to_string()
    } else {
        format!("/t/{screen}")
    };
    browser.load(&site.address("/")).await?;
    let choose =
        "localStorage.setItem('kichban.language', arguments[0]); localStorage.setItem('kichban.scheme', arguments[1]);";
    browser.run(choose, vec![json!(language), json!(scheme)]).await?;
    browser.load(&site.address(&fragment)).await?;
    let drawn = "document.documentElement.lang === arguments[0] && document.documentElement.dataset.scheme === arguments[1] && document.querySelector(arguments[2])";
    let sign = if screen == "board" {
        "tr[data-target]".to_string()
    } else {
        format!("main[data-target={screen}]")
    };
    browser
        .wait_until(drawn, vec![json!(language), json!(scheme), json!(sign)])
        .await
}
