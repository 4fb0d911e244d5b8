//! The scenarios of this browser: begun, named, copied, deleted and had back, out to a file and in again.

use std::fs;

use e2e::words::vietnamese;
use e2e::{Folder, Outcome, Page, Start, story, story_everywhere};
use serde_json::json;

/// Catches what the page offers as a file, instead of the browser's download.
const CATCH: &str = "
    window.offered = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = blob => { window.offered.push(blob); return make(blob); };
    HTMLAnchorElement.prototype.click = function () { window.offeredName = this.download; };";
const READ: &str = "const done = arguments[arguments.length - 1]; window.offered.at(-1).text().then(done);";

#[test]
fn a_scenario_is_begun_named_copied_and_noted() {
    story("/scenarios", Start::default(), async |_, page| {
        begin(page, "AsWritten").await?;
        page.says(".kept li.open", &vietnamese("shelf.is_open")?).await?;
        page.type_over(".kept li.open .who input", "Thu nhập <b>nhanh</b>\n")
            .await?;
        page.saving_ends_in("Saved").await?;
        page.holds(".name input", "Thu nhập <b>nhanh</b>").await?;
        page.click(".kept li.open .duplicate").await?;
        page.present(".kept li:nth-child(2)").await?;
        let copy = vietnamese("shelf.copy_of")?.replace("{name}", "Thu nhập <b>nhanh</b>");
        page.holds(".name input", &copy).await?;
        page.click(".kept li.open .notes summary").await?;
        page.type_over(".kept li.open textarea", "Dòng một\nDòng hai").await?;
        page.click("h1").await?;
        page.says(".kept li.open .notes summary", "Dòng một").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds(".kept li.open textarea", "Dòng một\nDòng hai").await?;
        // Text is never markup.
        assert_eq!(page.count("main b").await?, 0);
        Ok(())
    });
}

#[test]
fn what_is_deleted_can_be_had_back_at_once_and_later() {
    story_everywhere("/scenarios", Start::default(), async |_, page| {
        begin(page, "Slow").await?;
        let key = page.scenario_key().await?;
        let before = page.kept().await?[&key].clone();
        page.click(".kept li.open .delete").await?;
        page.click(".undo-delete").await?;
        page.present(".kept li.open").await?;
        assert_eq!(page.kept().await?[&key], before);

        page.click(".kept li.open .delete").await?;
        page.reload().await?;
        page.click(".gone .restore").await?;
        page.present(".kept li.open").await?;
        assert_eq!(page.kept().await?[&key], before);

        page.click(".kept li.open .delete").await?;
        page.click(".gone .forget").await?;
        page.absent(".gone").await?;
        let kept = page.kept().await?;
        let id = key.trim_start_matches("kichban.scenario.").to_owned();
        let left: Vec<&String> = kept.as_object().into_iter().flatten().map(|(key, _)| key).collect();
        assert!(left.iter().all(|key| !key.contains(&id)), "{left:?}");
        Ok(())
    });
}

#[test]
fn all_scenarios_go_out_in_one_file_and_come_in_again() {
    story("/scenarios", Start::default(), async |site, page| {
        begin(page, "Slow").await?;
        begin(page, "Crisis").await?;
        page.browser().run(CATCH, vec![]).await?;
        page.click("button.all").await?;
        let text = page.browser().run_to_the_end(READ, vec![]).await?;
        let text = text.as_str().ok_or("no file was offered")?;
        let name = page.browser().run("return window.offeredName;", vec![]).await?;
        let name = name.as_str().unwrap_or_default().to_owned();
        assert!(
            name.starts_with("kich-ban-tat-ca-2") && name.ends_with(".json"),
            "{name}"
        );
        page.says(
            "#files-heading ~ p",
            vietnamese("shelf.backup")?.split('{').next().unwrap_or_default(),
        )
        .await?;

        let folder = Folder::make()?;
        let path = folder.path().join("tat-ca.json");
        fs::write(&path, text)?;
        let path = path.to_str().ok_or("a path that is no text")?.to_owned();
        // Here all is known already; elsewhere all is new.
        page.element("#import").await?.send_keys(path.as_str()).await?;
        page.says(".imported", &vietnamese("shelf.known")?.replace("{count}", "2"))
            .await?;
        assert_eq!(page.count(".kept li").await?, 2);

        let other = page.open_elsewhere(site, "/scenarios").await?;
        other.element("#import").await?.send_keys(path.as_str()).await?;
        other
            .says(".imported", &vietnamese("shelf.imported")?.replace("{count}", "2"))
            .await?;
        assert_eq!(other.count(".kept li").await?, 2);
        other.is_clean().await
    });
}

#[test]
fn what_is_wrong_with_a_file_is_said_by_place_and_the_rest_is_taken() {
    story("/scenarios", Start::default(), async |_, page| {
        begin(page, "Slow").await?;
        page.browser().run(CATCH, vec![]).await?;
        page.click(".kept li.open .file").await?;
        let text = page.browser().run_to_the_end(READ, vec![]).await?;
        let mut file: serde_json::Value = serde_json::from_str(text.as_str().ok_or("no file was offered")?)?;
        file["scenarios"][0]["name"] = json!("Sửa tay");
        file["scenarios"][0]["targets"]["no_such_target"] = json!({ "mode": "plan" });
        let folder = Folder::make()?;
        let give = async |name: &str, text: &str| -> Outcome {
            let path = folder.path().join(name);
            fs::write(&path, text)?;
            let path = path.to_str().ok_or("a path that is no text")?;
            Ok(page.element("#import").await?.send_keys(path).await?)
        };
        give("sua-tay.json", &file.to_string()).await?;
        page.says(".imported .problems", "no_such_target").await?;
        page.says(".imported .problems", &vietnamese("problem.unknown_target")?)
            .await?;
        page.holds(".name input", "Sửa tay").await?;

        give("hong.json", "{ \"format\": ").await?;
        page.says(".imported .problems", "hong.json").await?;
        give("khac.json", "{\"a\": 1}").await?;
        page.says(".imported .problems", &vietnamese("problem.other_format")?)
            .await?;
        give("lon.json", &" ".repeat(9 << 20)).await?;
        page.says(".imported .problems", "lon.json").await?;
        assert_eq!(page.count(".kept li").await?, 2);
        Ok(())
    });
}

/// Begins a scenario from a preset.
async fn begin(page: &Page, preset: &str) -> Outcome {
    let before = page.count(".kept:not(.gone) li").await?;
    page.click(&format!("[data-preset={preset}]")).await?;
    page.present(&format!(".kept:not(.gone) li:nth-child({})", before + 1))
        .await?;
    page.saving_ends_in("Saved").await
}
