//! The main story: find a target, move its lever, see what becomes of it, come back to it later.

use e2e::{Outcome, Page, Start, story_everywhere};
use thirtyfour::Key;

const FIELD: &str = "#lever-2-reference-rate";
const SLIDER: &str = "#lever-2-reference-rate-slider";
const FACTS: &str = "dl.facts";

#[test]
fn the_board_shows_every_target_with_a_verdict() {
    story_everywhere("", Start::default(), async |_, page| {
        let rows = page.rows().await?;
        let targets: Vec<&str> = plan::plan().targets.iter().map(|target| target.id).collect();
        assert_eq!(rows.len(), targets.len());
        assert!(targets.iter().all(|target| rows.iter().any(|row| row == target)));
        let milestones: usize = plan::plan().targets.iter().map(|target| target.milestones.len()).sum();
        assert_eq!(page.count("tr[data-target] .verdict").await?, milestones as u64);
        assert_eq!(page.count(".cells li").await?, milestones as u64);
        let verdicts = page.texts("tr[data-target] .verdict").await?;
        assert!(
            verdicts.iter().all(|verdict| verdict.chars().count() > 2),
            "{verdicts:?}"
        );
        Ok(())
    });
}

#[test]
fn a_search_without_diacritics_finds_the_target_and_its_lever_changes_page_and_board() {
    story_everywhere("", Start::default(), async |_, page| {
        let before = page.on_the_board("hospital_beds", 2025).await?;
        find_hospital_beds(page).await?;
        assert_eq!(page.on_its_page(2025).await?, before, "board and page must agree");

        let facts = page.facts().await?;
        for _ in 0..20 {
            page.press(SLIDER, Key::Right).await?;
        }
        page.differs(FACTS, &facts).await?;
        page.holds(FIELD, "2").await?;
        let after_keys = page.on_its_page(2025).await?;
        assert_ne!(after_keys, before);

        page.type_over(FIELD, "7,5").await?;
        page.holds(SLIDER, "7.5").await?;
        let after_typing = page.on_its_page(2025).await?;
        assert_ne!(after_typing, after_keys);
        page.saving_ends_in("Saved").await?;

        page.open_board().await?;
        assert_eq!(page.on_the_board("hospital_beds", 2025).await?, after_typing);
        assert_eq!(page.count("tr[data-target] .changed").await?, 1);
        Ok(())
    });
}

#[test]
fn a_change_is_still_there_after_the_page_is_loaded_again() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        let facts = page.facts().await?;
        page.reload().await?;
        assert_eq!(page.value(FIELD).await?, "7,5");
        assert_eq!(page.value(SLIDER).await?, "7.5");
        assert_eq!(page.facts().await?, facts);
        assert_eq!(page.count("[data-save=Saved]").await?, 1);
        Ok(())
    });
}

#[test]
fn a_change_is_kept_even_when_the_page_is_left_before_the_pause_ends() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.reload().await?;
        assert_eq!(page.value(FIELD).await?, "7,5");
        Ok(())
    });
}

#[test]
fn english_has_a_decimal_point_and_vietnamese_a_comma() {
    story_everywhere("", Start::default(), async |_, page| {
        const LATEST: &str = "tr[data-target=income_per_capita] .latest";
        const FIELD: &str = "#lever-1-reference-rate";
        const SLIDER: &str = "#lever-1-reference-rate-slider";
        page.says(LATEST, "62,28").await?;
        page.click(".language").await?;
        page.present("html[lang=en]").await?;
        page.says(LATEST, "62.28").await?;
        page.open_target("income_per_capita").await?;
        page.type_over(FIELD, "7.5").await?;
        page.holds(SLIDER, "7.5").await?;
        page.reload().await?;
        page.present("html[lang=en]").await?;
        page.holds(FIELD, "7.5").await?;
        page.click(".language").await?;
        page.present("html[lang=vi]").await?;
        page.holds(FIELD, "7,5").await?;
        Ok(())
    });
}

async fn find_hospital_beds(page: &Page) -> Outcome {
    page.type_over("#search", "giuong benh").await?;
    page.browser()
        .wait_until("document.querySelectorAll('tr[data-target]').length === 1", vec![])
        .await?;
    assert_eq!(page.rows().await?, ["hospital_beds"]);
    page.open_target("hospital_beds").await
}
