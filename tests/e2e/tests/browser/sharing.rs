//! A link is the scenario: it opens elsewhere as its author saw it, and touches nothing there until a copy is kept.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story, story_everywhere};
use serde_json::json;

const PREVIEW: &str = ".notice.preview";
const KEEP: &str = ".notice.preview button.main";

#[test]
fn a_link_shows_the_same_board_to_a_reader_who_has_nothing() {
    story_everywhere("", Start::default(), async |site, author| {
        make_a_scenario(author).await?;
        let board = author.whole_board().await?;
        let link = author.share_link().await?;

        let reader = author.open_elsewhere(site, fragment(&link)?).await?;
        reader.present(PREVIEW).await?;
        assert_eq!(reader.whole_board().await?, board);
        assert_eq!(reader.count("[data-save=Preview]").await?, 1);
        reader.reload().await?;
        assert_eq!(reader.whole_board().await?, board);
        assert_eq!(reader.kept().await?, json!({}), "a preview must keep nothing");

        reader.click(KEEP).await?;
        reader.absent(PREVIEW).await?;
        reader.saving_ends_in("Saved").await?;
        reader.visit("").await?;
        assert_eq!(reader.count(PREVIEW).await?, 0);
        assert_eq!(reader.whole_board().await?, board);
        reader.is_clean().await
    });
}

#[test]
fn a_link_to_a_target_opens_on_that_target() {
    story_everywhere("", Start::default(), async |site, author| {
        make_a_scenario(author).await?;
        author.open_target("income_per_capita").await?;
        let facts = author.facts().await?;
        let link = author.share_link().await?;
        let reader = author.open_elsewhere(site, fragment(&link)?).await?;
        reader.present("main[data-target=income_per_capita]").await?;
        assert_eq!(reader.facts().await?, facts);
        // The preview goes along through the page and back.
        reader.open_board().await?;
        reader.present(PREVIEW).await?;
        reader.browser().session().back().await?;
        reader.present("main[data-target=income_per_capita]").await?;
        assert_eq!(reader.facts().await?, facts);
        reader.is_clean().await
    });
}

#[test]
fn a_preview_leaves_the_readers_own_scenario_alone_even_when_it_is_changed() {
    story_everywhere("/t/income_per_capita", Start::default(), async |_, page| {
        const FIELD: &str = "#lever-1-reference-rate";
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        let link = page.share_link().await?;
        page.type_over(FIELD, "4").await?;
        page.saving_ends_in("Saved").await?;
        let kept = page.kept().await?;

        page.go(fragment(&link)?).await?;
        page.present(PREVIEW).await?;
        page.holds(FIELD, "3").await?;
        page.type_over(FIELD, "9").await?;
        page.holds("#lever-1-reference-rate-slider", "9").await?;
        assert_eq!(page.kept().await?, kept);

        page.click(".notice.preview button:not(.main)").await?;
        page.absent(PREVIEW).await?;
        page.holds(FIELD, "4").await?;
        // What was changed in the preview is work too: it stands beside the own scenario, which is as it was.
        let after = page.kept().await?;
        let own = page.scenario_key().await?;
        assert_eq!(after[&own], kept[&own]);
        let scenarios = after.as_object().into_iter().flatten();
        assert_eq!(
            scenarios
                .filter(|(key, _)| key.starts_with("kichban.scenario."))
                .count(),
            2
        );
        page.reload().await?;
        page.holds(FIELD, "4").await
    });
}

#[test]
fn a_kept_copy_stands_beside_the_readers_own_scenario() {
    story_everywhere("/t/income_per_capita", Start::default(), async |_, page| {
        const FIELD: &str = "#lever-1-reference-rate";
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        let own = page.scenario_key().await?;
        let link = page.share_link().await?;
        let before = page.kept().await?;
        page.go(fragment(&link)?).await?;
        page.present(PREVIEW).await?;
        page.click(KEEP).await?;
        page.saving_ends_in("Saved").await?;
        let after = page.kept().await?;
        assert_eq!(after[&own], before[&own]);
        assert_ne!(page.scenario_key().await?, own);
        Ok(())
    });
}

/// Levers in both modes, an own figure and a threshold: everything a link carries.
async fn make_a_scenario(page: &Page) -> Outcome {
    page.open_target("hospital_beds").await?;
    page.type_over("#lever-2-reference-rate", "6,5").await?;
    page.go("/t/income_per_capita").await?;
    page.present("main[data-target=income_per_capita]").await?;
    page.click(".choice:nth-of-type(2) input[name^=mode-]").await?;
    page.present("#lever-1-growth-first").await?;
    page.type_over("#lever-1-growth-first", "11").await?;
    page.type_over("#figure-year", "2023").await?;
    page.type_over("#figure-value", "68,4").await?;
    page.click("form.add button[type=submit]").await?;
    page.present("#figures .mine").await?;
    page.go("/t/literacy").await?;
    page.present("[id^=threshold-][id$='-2025']").await?;
    page.type_over("[id^=threshold-][id$='-2025']", "99").await?;
    page.saving_ends_in("Saved").await?;
    page.open_board().await?;
    assert_eq!(page.count("tr[data-target] .changed").await?, 3);
    Ok(())
}

fn fragment(link: &str) -> Outcome<&str> {
    let (_, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
    assert!(fragment.starts_with("v1"), "{link}");
    Ok(fragment)
}

#[test]
fn a_reader_is_told_what_has_moved_since_the_link_was_made() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over("#lever-2-reference-rate", "6,5").await?;
        page.saving_ends_in("Saved").await?;
        let link = page.share_link().await?;
        page.go(fragment(&link)?).await?;
        page.present(PREVIEW).await?;
        let same = vietnamese("seen.same")?;
        page.says(PREVIEW, same.split("}; ").nth(1).unwrap_or_default()).await?;

        // The same scenario, as somebody saw it with older data, a year ago.
        let plan = plan::plan();
        let shared = fragment(&link)?.split('/').next().unwrap_or_default();
        let opened = wire::link::decode(shared, plan).map_err(|error| format!("{error:?}"))?;
        let mut seen = opened.seen.ok_or("the link says nothing of what was seen")?;
        seen.date = wire::Day::from_date(2025, 11, 24).ok_or("no such day")?;
        seen.headline.horizons.clear();
        seen.headline.changed.clear();
        let old = plan::Plan {
            data_version: "2025-11-01",
            ..*plan
        };
        let older = wire::link::encode(&opened.value, Some(&seen), &old).map_err(|error| format!("{error:?}"))?;
        page.visit(&older).await?;
        page.says(PREVIEW, "2025-11-01").await?;
        page.says(PREVIEW, "24/11/2025").await?;
        page.present(&format!("{PREVIEW} details.seen li")).await
    });
}

#[test]
fn a_comparison_is_a_link_too() {
    story("/scenarios", Start::default(), async |site, page| {
        for preset in ["Slow", "AsWritten"] {
            page.click(&format!("[data-preset={preset}]")).await?;
            page.saving_ends_in("Saved").await?;
        }
        page.click(".kept li:nth-child(2) .beside input").await?;
        page.go("/compare").await?;
        page.present(".compare .member.m1").await?;
        let members = page.texts(".compare .member strong ~ *").await?;
        let table = page.texts(".compare .side-by-side tbody tr").await?;
        let link = page.share_link().await?;
        let reader = page.open_elsewhere(site, fragment(&link)?).await?;
        reader.present(".compare .member.m1").await?;
        reader.present(PREVIEW).await?;
        assert_eq!(
            reader.texts(".compare .side-by-side tbody tr").await?.len(),
            table.len()
        );
        assert_eq!(reader.texts(".compare .member strong ~ *").await?.len(), members.len());
        assert_eq!(reader.kept().await?, json!({}));
        // Keeping a copy keeps all that was compared.
        reader.click(KEEP).await?;
        reader.saving_ends_in("Saved").await?;
        reader.go("/scenarios").await?;
        reader.present(".kept li:nth-child(2)").await?;
        reader.is_clean().await
    });
}
