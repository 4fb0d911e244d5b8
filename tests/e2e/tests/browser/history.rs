//! Undo, redo and going back to the shipped values, by their buttons.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};

const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn changes_are_undone_and_done_again_one_by_one() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let (undo, redo) = (button("scenario.undo")?, button("scenario.redo")?);
        assert_eq!(enabled(page, &[&undo, &redo]).await?, [false, false]);
        page.type_over(FIELD, "3").await?;
        // Leaving the field ends one change.
        page.click("h1").await?;
        page.type_over(FIELD, "4").await?;
        page.click("h1").await?;
        page.type_over("#lever-2-volatility", "9").await?;
        page.saving_ends_in("Saved").await?;
        page.saving_ends_in("Saved").await?;
        page.click("h1").await?;
        let facts = page.facts().await?;

        page.click(&undo).await?;
        page.holds(FIELD, "4").await?;
        page.differs("dl.facts", &facts).await?;
        page.click(&undo).await?;
        page.holds(FIELD, "3").await?;
        page.click(&undo).await?;
        page.holds(FIELD, "0").await?;
        assert_eq!(enabled(page, &[&undo, &redo]).await?, [false, true]);

        for _ in 0..3 {
            page.click(&redo).await?;
        }
        page.holds(FIELD, "4").await?;
        page.holds("#lever-2-volatility", "9").await?;
        assert_eq!(page.facts().await?, facts);
        assert_eq!(enabled(page, &[&undo, &redo]).await?, [true, false]);
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds(FIELD, "4").await
    });
}

#[test]
fn a_lever_and_a_target_go_back_to_what_was_shipped() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let facts = page.facts().await?;
        page.type_over(FIELD, "3").await?;
        page.click("[data-lever=reference-rate] .was button").await?;
        page.holds(FIELD, "0").await?;
        assert_eq!(page.facts().await?, facts);

        page.type_over(FIELD, "3").await?;
        page.type_over("#lever-2-volatility", "9").await?;
        page.saving_ends_in("Saved").await?;
        page.click_button("aside.levers", &vietnamese("target.reset_target")?)
            .await?;
        page.holds(FIELD, "0").await?;
        assert_eq!(page.facts().await?, facts);
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        assert_eq!(page.facts().await?, facts);
        Ok(())
    });
}

fn button(label: &str) -> Outcome<String> {
    Ok(format!(".tools button[aria-label=\"{}\"]", vietnamese(label)?))
}

async fn enabled(page: &Page, buttons: &[&String]) -> Outcome<Vec<bool>> {
    let mut enabled = Vec::new();
    for button in buttons {
        enabled.push(page.element(button).await?.attr("aria-disabled").await?.is_none());
    }
    Ok(enabled)
}
