//! One build works at any path, and addresses lead where they say.

use e2e::{Start, story, story_at};

#[test]
fn the_page_works_below_a_path() {
    story_at("/a/b/", "", Start::default(), async |site, page| {
        assert_eq!(page.rows().await?.len(), 45);
        page.open_target("hospital_beds").await?;
        page.type_over("#lever-2-reference-rate", "7,5").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds("#lever-2-reference-rate", "7,5").await?;
        let link = page.share_link().await?;
        assert!(link.starts_with(&site.address("v1")), "{link}");
        Ok(())
    });
}

#[test]
fn back_and_forward_go_between_screens() {
    story("", Start::default(), async |_, page| {
        let session = page.browser().session();
        page.open_target("hospital_beds").await?;
        page.open_board().await?;
        page.open_target("literacy").await?;
        session.back().await?;
        // The reader goes on where they left the board, far down.
        page.present("tr[data-target=literacy] a:focus").await?;
        let is_seen = "const { top, bottom } = document.activeElement.getBoundingClientRect(); return top > 60 && bottom < innerHeight && scrollY > 200;";
        assert_eq!(page.browser().run(is_seen, vec![]).await?, true);
        session.back().await?;
        page.present("main[data-target=hospital_beds]").await?;
        session.forward().await?;
        page.present("table.board").await?;
        // Also among few rows, the last of which are built last; found by the initials that papers use.
        page.type_over("#search", "BHXH").await?;
        let few = "document.querySelectorAll('tr[data-target]').length < 5";
        page.browser().wait_until(few, vec![]).await?;
        page.open_target("social_insurance").await?;
        session.back().await?;
        page.present("tr[data-target=social_insurance] a:focus").await
    });
}

#[test]
fn an_address_of_no_target_leads_back_to_the_board() {
    story("/t/nothing", Start::default(), async |_, page| {
        page.click("main a").await?;
        page.present("table.board").await
    });
}
