//! Scenarios beside each other: what differs is told, on the same draws, and what is equal is left out.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};

const ROWS: &str = "#milestones-heading ~ .wide tbody tr";

#[test]
fn milestones_that_differ_are_told_with_what_moves_on_the_same_draws() {
    story("/scenarios", Start::default(), async |_, page| {
        two_scenarios(page).await?;
        page.present(".compare .overlay svg").await?;
        let answered = "/10[.,]000/.test(document.querySelector('#milestones-heading + p').textContent)";
        page.browser().wait_until(answered, vec![]).await?;
        page.present(&format!("{ROWS} .moved")).await?;
        let differing = page.count(ROWS).await?;
        page.click(".compare .all input").await?;
        let more = format!("document.querySelectorAll(arguments[0]).length > {differing}");
        page.browser().wait_until(&more, vec![ROWS.into()]).await?;
        // The open one's column says what the board says.
        assert!(page.count("#assumptions-heading ~ .wide tbody tr").await? > 10);
        Ok(())
    });
}

#[test]
fn a_copy_that_was_not_changed_differs_in_nothing() {
    story("/scenarios", Start::default(), async |_, page| {
        page.click("[data-preset=Slow]").await?;
        page.saving_ends_in("Saved").await?;
        page.click(".kept li.open .duplicate").await?;
        page.present(".kept li:nth-child(2)").await?;
        page.click(".kept li:not(.open) .beside input").await?;
        page.go("/compare").await?;
        page.says("main.compare", &vietnamese("compare.same_assumptions")?)
            .await?;
        assert_eq!(page.count(ROWS).await?, 0);
        Ok(())
    });
}

#[test]
fn the_trend_stands_beside_a_scenario_and_any_year_is_read() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over("#lever-2-reference-rate", "5").await?;
        page.saving_ends_in("Saved").await?;
        page.go("/compare").await?;
        page.choose("label.add select", "-").await?;
        page.says(".compare .member.m1", &vietnamese("scenario.trend")?).await?;
        page.present(&format!("{ROWS} .moved")).await?;
        let hint = page.text(".overlay p.read").await?;
        page.press(".overlay .chart", thirtyfour::Key::End).await?;
        page.differs(".overlay p.read", &hint).await?;
        let read = page.text(".overlay p.read").await?;
        assert!(read.starts_with("2035: A ") && read.contains(" B "), "{read}");
        page.open_fold("numbers-fold").await?;
        assert!(page.count(".numbers-fold tbody tr").await? > 10);
        // It is there on the next visit as well.
        page.reload().await?;
        page.says(".compare .member.m1", &vietnamese("scenario.trend")?).await
    });
}

#[test]
fn without_a_second_scenario_the_page_says_how_to_get_one() {
    story("/compare", Start::default(), async |_, page| {
        page.says("main.compare", &vietnamese("compare.alone")?).await
    });
}

async fn two_scenarios(page: &Page) -> Outcome {
    for preset in ["Slow", "AsWritten"] {
        page.click(&format!("[data-preset={preset}]")).await?;
        page.saving_ends_in("Saved").await?;
    }
    page.click(".kept li:not(.open) .beside input").await?;
    page.go("/compare").await?;
    page.present(".compare .member.m1").await
}
