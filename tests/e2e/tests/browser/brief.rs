//! The brief: what is open, on one or two pages of paper, with nothing of the page around it.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};

#[test]
fn the_trend_fits_on_two_pages() {
    story("/brief", Start::default(), async |_, page| {
        page.says("main.brief", &vietnamese("brief.nothing_changed")?).await?;
        assert_eq!(page.count("main.brief .charts svg").await?, 4);
        let pages = printed_pages(page).await?;
        assert!((1..=2).contains(&pages), "{pages} pages");
        Ok(())
    });
}

#[test]
fn what_was_changed_is_said_and_comes_first_and_still_fits() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over("#lever-2-reference-rate", "3").await?;
        page.click("h1").await?;
        page.type_over("header.bar .name input", "Thêm giường bệnh").await?;
        page.click("h1").await?;
        page.click("header.bar nav a[href$='/brief']").await?;
        page.present("main.brief").await?;
        page.says("main.brief h1", "Thêm giường bệnh").await?;
        page.says("main.brief .listed tbody tr:first-child", &vietnamese("board.changed")?)
            .await?;
        assert_eq!(page.count("main.brief .changes li").await?, 1);
        page.says("main.brief .changes li", "3").await?;
        page.present("main.brief .link svg.qr").await?;
        let pages = printed_pages(page).await?;
        assert!((1..=2).contains(&pages), "{pages} pages");

        // Whoever opens the printed link sees the same scenario.
        let link = page.text("main.brief a.address").await?;
        page.browser().load(&link).await?;
        page.present("tr[data-target=hospital_beds] .changed").await
    });
}

#[test]
fn a_plan_changed_all_over_is_cut_to_two_pages() {
    story("/scenarios", Start::default(), async |_, page| {
        page.click_button("main.scenarios", &vietnamese("shelf.preset_as_written")?)
            .await?;
        page.go("/brief").await?;
        page.present("main.brief .changes").await?;
        page.says("main.brief .changes li:last-child", &vietnamese("brief.more_changes")?)
            .await?;
        let pages = printed_pages(page).await?;
        assert!((1..=2).contains(&pages), "{pages} pages");
        Ok(())
    });
}

/// Prints as a reader would, and counts the pages of the PDF.
async fn printed_pages(page: &Page) -> Outcome<usize> {
    let document = page.browser().paper().await?;
    // A page's dictionary has this type; the tree's is called /Pages.
    let text = String::from_utf8_lossy(&document).replace("/Type/", "/Type /");
    Ok(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count())
}
