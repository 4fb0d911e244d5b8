//! Two tabs on one scenario: the second to write is noticed by the first, which writes nothing over and asks.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Site, Start, story_everywhere};
use serde_json::json;
use thirtyfour::WindowHandle;

const FIELD: &str = "#lever-2-reference-rate";
const QUESTION: &str = ".notice.conflict";

#[test]
fn the_other_tabs_change_can_be_taken_over_and_undone() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        disagree(site, page).await?;
        page.says(QUESTION, &vietnamese("conflict.changed")?).await?;
        page.click(&format!("{QUESTION} .theirs")).await?;
        page.holds(FIELD, "4").await?;
        page.absent(QUESTION).await?;
        page.saving_ends_in("Saved").await?;
        // What stood here is a step back.
        page.click(".tools button.icon:first-of-type").await?;
        page.holds(FIELD, "3,5").await?;
        page.saving_ends_in("Saved").await
    });
}

#[test]
fn nothing_is_written_over_before_the_reader_has_chosen() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        disagree(site, page).await?;
        let key = page.scenario_key().await?;
        let theirs = page.kept().await?[&key].clone();
        // Changing on does not write either.
        page.type_over(FIELD, "5").await?;
        page.saving_ends_in("Conflict").await?;
        assert_eq!(page.kept().await?[&key], theirs);
        page.click(&format!("{QUESTION} .mine")).await?;
        page.saving_ends_in("Saved").await?;
        assert_ne!(page.kept().await?[&key], theirs);
        page.reload().await?;
        page.holds(FIELD, "5").await
    });
}

#[test]
fn both_can_be_kept() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        disagree(site, page).await?;
        let key = page.scenario_key().await?;
        let theirs = page.kept().await?[&key].clone();
        page.click(&format!("{QUESTION} .both")).await?;
        page.saving_ends_in("Saved").await?;
        page.holds(FIELD, "3,5").await?;
        assert_eq!(page.kept().await?[&key], theirs);
        assert_ne!(page.scenario_key().await?, key);
        page.go("/scenarios").await?;
        page.present(".kept li:nth-child(2)").await?;
        assert_eq!(page.count(".kept li").await?, 2);
        Ok(())
    });
}

#[test]
fn a_scenario_that_another_tab_deletes_stays_here_until_the_reader_agrees() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        let (first, second) = two_tabs(site, page).await?;
        let session = page.browser().session();
        let key = page.scenario_key().await?;
        session.switch_to_window(second).await?;
        page.go("/scenarios").await?;
        page.present(".kept .delete").await?;
        page.click(".kept .delete").await?;
        page.present(".undo-delete").await?;
        assert_eq!(page.kept().await?.get(&key), None);

        session.switch_to_window(first).await?;
        page.says(QUESTION, &vietnamese("conflict.deleted")?).await?;
        page.holds(FIELD, "3").await?;
        page.click(&format!("{QUESTION} .mine")).await?;
        page.saving_ends_in("Saved").await?;
        assert!(page.kept().await?[&key].is_string());
        Ok(())
    });
}

#[test]
fn another_tabs_other_scenario_appears_in_the_list() {
    story_everywhere("/scenarios", Start::default(), async |site, page| {
        let session = page.browser().session();
        let first = session.window().await?;
        let second = session.new_tab().await?;
        session.switch_to_window(second).await?;
        session.goto(site.address("/scenarios")).await?;
        page.present("[data-preset=Slow]").await?;
        page.click("[data-preset=Slow]").await?;
        page.saving_ends_in("Saved").await?;
        session.switch_to_window(first).await?;
        page.present(".kept li").await?;
        assert_eq!(page.count(QUESTION).await?, 0);
        Ok(())
    });
}

#[test]
fn what_another_tab_clears_is_kept_again_from_here() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        let (first, second) = two_tabs(site, page).await?;
        let session = page.browser().session();
        let key = page.scenario_key().await?;
        session.switch_to_window(second).await?;
        page.browser().run("localStorage.clear();", vec![]).await?;
        session.switch_to_window(first).await?;
        let is_back = "localStorage.getItem(arguments[0]) !== null";
        page.browser().wait_until(is_back, vec![json!(key)]).await?;
        page.reload().await?;
        page.holds(FIELD, "3").await
    });
}

/// A scenario open in two tabs, the second one in front: their windows.
async fn two_tabs(site: &Site, page: &Page) -> Outcome<(WindowHandle, WindowHandle)> {
    let session = page.browser().session();
    page.type_over(FIELD, "3").await?;
    page.saving_ends_in("Saved").await?;
    let first = session.window().await?;
    let second = session.new_tab().await?;
    session.switch_to_window(second.clone()).await?;
    session.goto(site.address("/t/hospital_beds")).await?;
    page.holds(FIELD, "3").await?;
    Ok((first, second))
}

/// Both tabs have changed the scenario: 3.5 stands here, in front, and 4 is kept by the other.
async fn disagree(site: &Site, page: &Page) -> Outcome {
    let (first, second) = two_tabs(site, page).await?;
    let session = page.browser().session();
    session.switch_to_window(first.clone()).await?;
    page.type_over(FIELD, "3,5").await?;
    page.saving_ends_in("Saved").await?;
    session.switch_to_window(second).await?;
    // Here the same question is asked, and answered in favour of what stands here.
    page.present(QUESTION).await?;
    page.type_over(FIELD, "4").await?;
    page.click(&format!("{QUESTION} .mine")).await?;
    page.saving_ends_in("Saved").await?;
    session.switch_to_window(first).await?;
    page.present(QUESTION).await
}
