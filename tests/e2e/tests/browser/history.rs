//! Undo, redo and going back to the shipped values, by their buttons.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};

const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn changes_are_undone_and_done_again_one_by_one() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let (undo, redo) = (button("scenario.undo")?, button("scenario.redo")?);
        come_to_be_enabled(page, [(&undo, false), (&redo, false)]).await?;
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
        come_to_be_enabled(page, [(&undo, false), (&redo, true)]).await?;

        for _ in 0..3 {
            page.click(&redo).await?;
        }
        page.holds(FIELD, "4").await?;
        page.holds("#lever-2-volatility", "9").await?;
        assert_eq!(page.facts().await?, facts);
        come_to_be_enabled(page, [(&undo, true), (&redo, false)]).await?;
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
        // The way back is a step of its own.
        page.type_over(FIELD, "5").await?;
        page.click(&button("scenario.undo")?).await?;
        page.holds(FIELD, "0").await?;

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

async fn come_to_be_enabled(page: &Page, buttons: [(&String, bool); 2]) -> Outcome {
    for (button, is_enabled) in buttons {
        let state = if is_enabled {
            ":not([aria-disabled])"
        } else {
            "[aria-disabled=true]"
        };
        page.present(&format!("{button}{state}")).await?;
    }
    Ok(())
}
