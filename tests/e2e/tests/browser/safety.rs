//! Nothing that was kept is lost: not when a tab or the whole browser dies while it is being written, not when storage is
//! full or emptied, not when what is kept under any key is spoiled.

use e2e::{Browser, Folder, Outcome, Page, Start, story_everywhere};
use serde_json::{Map, Value, json};

const SCREEN: &str = "/t/hospital_beds";
const FIELD: &str = "#lever-2-reference-rate";
const KEEP: &str = ".notice.preview button.main";

/// Changes the lever 500 times, to 0.01, 0.02 and so on, has each change kept at once as when the page is left, and tells
/// how far it has come in the title.
const SAVE_OFTEN: &str = r##"
const field = document.querySelector(arguments[0]);
let turn = 0;
const save = () => {
    turn += 1;
    field.value = (turn / 100).toFixed(2).replace(".", ",");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    dispatchEvent(new Event("pagehide"));
    document.title = String(turn);
    if (turn < 500) setTimeout(save);
};
setTimeout(save);"##;

#[test]
fn a_tab_closed_in_the_middle_of_500_saves_loses_nothing() {
    story_everywhere(SCREEN, Start::default(), async |site, page| {
        let other = keep_two(page).await?;
        let session = page.browser().session();
        let first = session.window().await?;
        let second = session.new_tab().await?;
        session.switch_to_window(second).await?;
        session.goto(site.address(SCREEN)).await?;
        page.present(FIELD).await?;
        let seen = save_often(page).await?;
        session.close_window().await?;
        session.switch_to_window(first).await?;
        page.visit(SCREEN).await?;
        holds_what_was_saved(page, &other, seen).await
    });
}

#[test]
fn a_browser_killed_in_the_middle_of_500_saves_loses_nothing_that_had_reached_the_disk() {
    story_everywhere(SCREEN, Start::default(), async |site, told| {
        let folder = Folder::make()?;
        let start = Start {
            kind: told.browser().started_as().kind,
            ..Start::default()
        };
        let open = async || {
            let browser = Browser::start_in(start, Some(folder.path())).await?;
            Page::open_in(browser, site, SCREEN).await
        };
        let page = open().await?;
        let other = keep_two(&page).await?;
        // A browser writes to the disk when it likes, and before it ends.
        page.into_browser().close().await?;

        let page = open().await?;
        save_often(&page).await?;
        page.into_browser().kill().await?;

        let page = open().await?;
        holds_what_was_saved(&page, &other, 0).await?;
        page.is_clean().await
    });
}

#[test]
fn a_full_storage_loses_nothing_that_was_kept() {
    story_everywhere(SCREEN, Start::default(), async |_, page| {
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        let key = page.scenario_key().await?;
        let text = page.kept().await?[&key].clone();
        let fill = "
            let size = 1 << 22;
            let count = 0;
            while (size > 0) {
                try { localStorage.setItem('filler' + count, 'x'.repeat(size)); count += 1; }
                catch { size >>= 1; }
            }";
        page.browser().run(fill, vec![]).await?;
        // Longer than the document that is kept, so that it cannot take its place.
        page.type_over(FIELD, "7,25").await?;
        page.type_over("#lever-2-volatility", "9,75").await?;
        page.saving_ends_in("Full").await?;
        assert_eq!(page.kept().await?[&key], text);
        page.reload().await?;
        page.holds(FIELD, "3").await?;

        let make_room = "Object.keys(localStorage).filter(key => key.startsWith('filler')).forEach(key => localStorage.removeItem(key));";
        page.browser().run(make_room, vec![]).await?;
        page.type_over(FIELD, "7,25").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds(FIELD, "7,25").await
    });
}

#[test]
fn a_storage_emptied_while_the_page_is_open_gets_the_scenario_back_with_the_next_change() {
    story_everywhere(SCREEN, Start::default(), async |_, page| {
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        page.browser().run("localStorage.clear();", vec![]).await?;
        page.type_over("#lever-2-volatility", "9").await?;
        page.browser()
            .wait_until(
                "Object.keys(localStorage).some(key => key.startsWith('kichban.scenario.'))",
                vec![],
            )
            .await?;
        page.reload().await?;
        page.holds(FIELD, "3").await?;
        page.holds("#lever-2-volatility", "9").await
    });
}

#[test]
fn garbage_under_any_key_costs_nothing_else() {
    story_everywhere(SCREEN, Start::default(), async |_, page| {
        keep_two(page).await?;
        // A third thing to remember: the language.
        page.click(".language").await?;
        page.present("html[lang=en]").await?;
        page.click(".scheme").await?;
        let kept = page.kept().await?;
        let kept = kept.as_object().ok_or("storage is no object")?;
        let own: Vec<&String> = kept.keys().filter(|key| key.starts_with("kichban.")).collect();
        assert!(own.len() >= 5, "{own:?}");
        for key in own {
            for garbage in garbage() {
                let what = format!("{key} is {garbage:.30?}");
                let case = spoil(page, kept, key, &garbage).await;
                case.map_err(|problem| format!("{what}: {problem}"))?;
            }
        }
        Ok(())
    });
}

/// Nothing at all; a document cut short; JSON of something else, deep; another encoding's leftovers; a text of some length.
fn garbage() -> [String; 5] {
    [
        String::new(),
        "{\"format\":\"kichban-scenario\",\"version\":1,\"targets\":{\"hosp".to_owned(),
        "[".repeat(5_000),
        "\u{0}\u{fffd}\u{202e}<img src=x onerror=alert(1)>".to_owned(),
        "9".repeat(100_000),
    ]
}

/// Loads the page with `garbage` under `key` in what was `kept`: it must start, and keep all that it kept.
async fn spoil(page: &Page, kept: &Map<String, Value>, key: &str, garbage: &str) -> Outcome {
    let mut spoilt = kept.clone();
    spoilt.insert(key.to_owned(), json!(garbage));
    let replace =
        "localStorage.clear(); Object.entries(arguments[0]).forEach(([key, text]) => localStorage.setItem(key, text));";
    page.browser().run(replace, vec![json!(spoilt)]).await?;
    page.reload().await?;
    let after = page.kept().await?;
    for (other, text) in kept.iter().filter(|(other, _)| *other != key) {
        if after[other] != *text {
            return Err(format!("{other} was {text} and is {}", after[other]).into());
        }
    }
    if !key.starts_with("kichban.scenario.") {
        return Ok(());
    }
    let is_there = after
        .as_object()
        .is_some_and(|after| after.values().any(|text| *text == json!(garbage)));
    if !is_there {
        return Err("the document is gone".into());
    }
    // The one that was open is missed; the page says so and shows none of it as markup.
    if kept["kichban.current"] == json!(key.trim_start_matches("kichban.scenario.")) {
        page.present(".notice.warn").await?;
        if page.count("img").await? > 0 {
            return Err("the text became markup".into());
        }
    }
    Ok(())
}

/// Keeps a scenario, then a copy of it, which is the open one from then on. Returns the key and the text of the first.
async fn keep_two(page: &Page) -> Outcome<(String, Value)> {
    page.type_over(FIELD, "7,5").await?;
    page.saving_ends_in("Saved").await?;
    let key = page.scenario_key().await?;
    let link = page.share_link().await?;
    let (_, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
    page.visit(fragment).await?;
    page.present(KEEP).await?;
    page.click(KEEP).await?;
    page.saving_ends_in("Saved").await?;
    assert_ne!(page.scenario_key().await?, key, "there is one scenario only");
    let text = page.kept().await?[&key].clone();
    page.visit(SCREEN).await?;
    page.present(FIELD).await?;
    Ok((key, text))
}

/// Starts 500 saves and returns in the middle of them, with the number of those that were surely done.
async fn save_often(page: &Page) -> Outcome<u32> {
    page.browser().run(SAVE_OFTEN, vec![json!(FIELD)]).await?;
    page.browser()
        .wait_until("Number(document.title) >= 100", vec![])
        .await?;
    let turn = page.browser().run("return Number(document.title);", vec![]).await?;
    let turn = u32::try_from(turn.as_u64().ok_or("the title is no number")?)?;
    assert!(turn < 500, "all were saved before the middle was seen");
    Ok(turn)
}

/// Whether the page opens with one of the 500 values, `seen` or a later one, and the `other` scenario is as it was.
async fn holds_what_was_saved(page: &Page, other: &(String, Value), seen: u32) -> Outcome {
    page.present(FIELD).await?;
    assert_eq!(page.count(".notice.warn").await?, 0);
    let value: f64 = page.value(FIELD).await?.replace(',', ".").parse()?;
    // 7.5 is what the copy held before the first of them.
    let is_known = value == 7.5 || (value > 0.0 && value <= 5.0);
    assert!(is_known, "{value} was never saved");
    assert!(
        seen == 0 || value * 100.0 > f64::from(seen) - 0.5,
        "{value}, but {seen} had been saved"
    );
    let kept = page.kept().await?;
    assert_eq!(kept[&other.0], other.1, "the other scenario changed");
    Ok(())
}
