//! Nothing is lost: where the browser keeps nothing the page says so, and what it cannot read it sets aside.

use e2e::words::vietnamese;
use e2e::{Kind, Outcome, Page, Start, Storage, story, story_everywhere};
use serde_json::json;

const FIELD: &str = "#lever-2-reference-rate";
const SLIDER: &str = "#lever-2-reference-rate-slider";
const WARNING: &str = ".notice.warn";
const PREVIEW: &str = ".notice.preview";

/// What a page is told that asks for storage.
const PROBE: &str = "try { return localStorage?.length ?? 'absent'; } catch (refusal) { return refusal.name; }";

#[test]
fn without_storage_the_page_works_and_says_that_nothing_is_kept() {
    let start = Start {
        storage: Storage::Refused,
        ..Start::default()
    };
    story_everywhere("/t/hospital_beds", start, async |_, page| {
        nothing_is_kept(page, "SecurityError").await
    });
}

#[test]
fn a_browser_that_has_no_storage_at_all_is_no_worse() {
    // Chromium refuses storage but has no setting that takes it away.
    let start = Start {
        kind: Kind::Firefox,
        storage: Storage::Absent,
        ..Start::default()
    };
    story("/t/hospital_beds", start, async |_, page| {
        nothing_is_kept(page, "absent").await
    });
}

async fn nothing_is_kept(page: &Page, answer: &str) -> Outcome {
    let told = page.browser().run(PROBE, vec![]).await?;
    assert_eq!(told, json!(answer), "the setting has no effect");
    let facts = page.facts().await?;
    page.type_over(FIELD, "7,5").await?;
    page.differs("dl.facts", &facts).await?;
    page.saving_ends_in("Blocked").await?;
    page.says(WARNING, &vietnamese("scenario.not_saved_blocked")?).await?;
    // The link still carries it.
    assert!(page.share_link().await?.contains("#v1"));
    Ok(())
}

#[test]
fn a_full_storage_is_named_and_saving_goes_on_once_there_is_room() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        let fill = "
            let size = 1 << 22;
            let count = 0;
            while (size > 0) {
                try { localStorage.setItem('filler' + count, 'x'.repeat(size)); count += 1; }
                catch { size >>= 1; }
            }
            return count;";
        assert!(page.browser().run(fill, vec![]).await?.as_u64() > Some(0));
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Full").await?;
        page.says(WARNING, &vietnamese("scenario.not_saved_full")?).await?;
        assert_eq!(page.value(SLIDER).await?, "7.5");
        page.browser().run("localStorage.clear();", vec![]).await?;
        page.type_over(FIELD, "8").await?;
        page.saving_ends_in("Saved").await?;
        page.absent(WARNING).await?;
        page.reload().await?;
        page.holds(FIELD, "8").await
    });
}

#[test]
fn a_document_that_cannot_be_read_is_set_aside_and_the_page_goes_on() {
    // Broken text, text of something else, and a document that lacks its parts.
    for broken in ["{\"format\":\"kichban-scenario\",", "[1, 2]", "{}"] {
        story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
            page.type_over(FIELD, "7,5").await?;
            page.saving_ends_in("Saved").await?;
            let key = page.scenario_key().await?;
            page.keep(&key, broken).await?;
            page.reload().await?;
            page.says(WARNING, &vietnamese("scenario.unreadable")?).await?;
            page.holds(FIELD, "0").await?;
            let aside = key.replace("kichban.scenario.", "kichban.aside.");
            assert_eq!(page.kept().await?[&aside], json!(broken));

            page.type_over(FIELD, "3").await?;
            page.saving_ends_in("Saved").await?;
            assert_ne!(
                page.scenario_key().await?,
                key,
                "the broken document would be overwritten"
            );
            page.reload().await?;
            page.holds(FIELD, "3").await?;
            assert_eq!(page.kept().await?[&aside], json!(broken));
            Ok(())
        });
    }
}

#[test]
fn a_document_of_a_newer_version_is_shown_to_be_read_and_left_as_it_is() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        let key = page.scenario_key().await?;
        let kept = page.kept().await?;
        let text = kept[&key].as_str().ok_or("nothing is kept")?;
        let mut document: serde_json::Value = serde_json::from_str(text)?;
        document["version"] = json!(2);
        let newer = document.to_string();
        page.keep(&key, &newer).await?;
        page.reload().await?;
        page.says(PREVIEW, &vietnamese("share.preview_newer_safe")?).await?;
        page.holds(FIELD, "7,5").await?;
        page.saving_ends_in("Preview").await?;
        // A copy can be changed; the document stays as the newer page wrote it.
        page.click(&format!("{PREVIEW} button.main")).await?;
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        assert_eq!(page.kept().await?[&key], json!(newer));
        assert_ne!(page.scenario_key().await?, key);
        page.reload().await?;
        page.holds(FIELD, "3").await
    });
}

#[test]
fn undo_survives_a_reload_two_hundred_steps_deep() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        // Two fields in turn, so that no two moves join into one step.
        let moves = "
            const type = (selector, text) => {
                const field = document.querySelector(selector);
                field.focus();
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
                field.blur();
            };
            for (let step = 1; step <= 210; step += 1) type(arguments[0], String(1 + step / 100).replace('.', ','));";
        page.browser().run(moves, vec![json!(FIELD)]).await?;
        page.holds(FIELD, "3,1").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds(FIELD, "3,1").await?;
        let back = "for (let step = 0; step < 200; step += 1) document.querySelector('.tools button.icon').click();";
        page.browser().run(back, vec![]).await?;
        page.holds(FIELD, "1,1").await?;
        page.present(".tools button.undo[aria-disabled=true]").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds(FIELD, "1,1").await?;
        page.click(".tools button.icon:nth-of-type(2)").await?;
        page.holds(FIELD, "1,11").await
    });
}

#[test]
fn the_page_goes_on_with_the_last_scenario_and_says_when_it_was_saved() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        let words = vietnamese("scenario.continued")?;
        let before = words.split('{').next().unwrap_or_default();
        page.says(".status", before).await?;
        page.type_over(FIELD, "8").await?;
        let saved = vietnamese("scenario.saved")?;
        page.says(".status", &saved).await?;
        assert_eq!(page.text(".status").await?, saved, "not when");
        Ok(())
    });
}
