//! A link that cannot be opened is said to be so in plain words, and the reader's own scenario goes on.

use e2e::words::vietnamese;
use e2e::{Outcome, PHONE, Start, story, story_everywhere};
use plan::Plan;

const FIELD: &str = "#lever-2-reference-rate";
const WARNING: &str = ".notice.warn";

/// A link as it reaches a reader, and the message that belongs to it.
fn broken_links(whole: &str) -> Outcome<Vec<(&'static str, String, &'static str)>> {
    let cut = &whole[..whole.len() - 1];
    let middle = whole.len() / 2;
    let other = if whole.as_bytes()[middle] == b'A' { "B" } else { "A" };
    let changed = format!("{}{other}{}", &whole[..middle], &whole[middle + 1..]);
    let elsewhere = Plan {
        id: "another-plan",
        ..*plan::plan()
    };
    let foreign =
        wire::link::encode(&wire::Saved::default(), None, &elsewhere).map_err(|error| format!("{error:?}"))?;
    Ok(vec![
        ("cut by one character", cut.to_owned(), "share.broken_damaged"),
        ("cut to its beginning", "v1".to_owned(), "share.broken_damaged"),
        ("one character changed", changed, "share.broken_damaged"),
        ("a character no link has", format!("{whole}%20"), "share.broken_damaged"),
        ("of a version to come", "v2abc".to_owned(), "share.broken_newer"),
        (
            "far too long",
            format!("v1{}", "A".repeat(20_000)),
            "share.broken_too_long",
        ),
        ("of another plan", foreign, "share.broken_other_plan"),
    ])
}

#[test]
fn a_broken_link_is_named_and_the_own_scenario_goes_on() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        let link = page.share_link().await?;
        let (_, whole) = link.split_once('#').ok_or("the link has no fragment")?;
        let whole = whole.split('/').next().unwrap_or_default().to_owned();
        let kept = page.kept().await?;
        for (what, fragment, message) in broken_links(&whole)? {
            let message = vietnamese(message)?;
            // Opened from elsewhere, and followed within the open page.
            page.visit(&format!("{fragment}/t/hospital_beds")).await?;
            page.says(WARNING, &message)
                .await
                .map_err(|error| format!("{what}, opened: {error}"))?;
            page.holds(FIELD, "7,5").await?;
            assert_eq!(page.kept().await?, kept, "{what}");
            let address = page.browser().session().current_url().await?;
            assert_eq!(address.fragment(), Some("/t/hospital_beds"), "{what}");

            page.visit("").await?;
            assert_eq!(page.count(WARNING).await?, 0, "{what}");
            page.go(&fragment).await?;
            page.says(WARNING, &message)
                .await
                .map_err(|error| format!("{what}, followed: {error}"))?;
            assert_eq!(page.rows().await?.len(), 45, "{what}");
            assert_eq!(page.count(".notice.preview").await?, 0, "{what}");
            assert_eq!(page.kept().await?, kept, "{what}");
        }
        page.click(&format!("{WARNING} button")).await?;
        page.absent(WARNING).await
    });
}

#[test]
fn every_link_ever_shipped_opens_as_a_preview() {
    const SHIPPED: &str = include_str!("../../../links/v1.txt");
    story_everywhere("", Start::default(), async |_, page| {
        let links: Vec<&str> = SHIPPED.lines().filter(|line| line.starts_with("v1")).collect();
        assert!(links.len() > 3);
        for link in links {
            page.visit(link).await?;
            page.present(".notice.preview")
                .await
                .map_err(|error| format!("{link}: {error}"))?;
            assert_eq!(page.rows().await?.len(), 45);
        }
        Ok(())
    });
}

#[test]
fn a_target_that_is_opened_with_a_link_is_built_of_what_the_link_says() {
    let start = Start {
        view: PHONE,
        ..Start::default()
    };
    story("/t/full_vaccination", start, async |_, page| {
        page.type_over("#figure-year", "2023").await?;
        page.type_over("#figure-value", "93").await?;
        page.click("section.figures form button").await?;
        page.present(".course figure .chart").await?;
        let link = page.share_link().await?;
        let (_, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
        page.click(".tools .undo").await?;
        page.absent(".course figure .chart").await?;
        page.open_board().await?;
        page.go(fragment).await?;
        page.present(".notice.preview").await?;
        page.present(".course figure .chart").await?;
        // What is above what is decided when the screen is built; so is what has changed since.
        page.present("aside.levers ~ .course").await?;
        page.facts().await?;
        assert_eq!(page.text(".heard").await?, "", "nothing was changed");
        Ok(())
    });
}

#[test]
fn the_panel_with_the_link_is_seen_far_down_the_page() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.facts().await?;
        page.browser()
            .run("document.querySelector('footer').scrollIntoView();", vec![])
            .await?;
        page.click(".tools button.main").await?;
        page.present("#share-link").await?;
        let in_sight = "(box => box.top >= 0 && box.bottom <= innerHeight && scrollY > 0)(document.querySelector('#share-link').getBoundingClientRect())";
        page.browser().wait_until(in_sight, vec![]).await
    });
}

#[test]
fn a_scenario_without_a_name_is_kept_as_one_that_was_shared() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let shared = vietnamese("scenario.shared")?;
        page.type_over("#lever-2-reference-rate", "3").await?;
        page.saving_ends_in("Saved").await?;
        let link = page.share_link().await?;
        let (_, fragment) = link.split_once('#').ok_or("the link has no fragment")?;
        page.go(fragment).await?;
        page.present(".notice.preview").await?;
        page.says("figure figcaption", &shared).await?;
        page.type_over("#lever-2-reference-rate", "4").await?;
        page.click(".notice.preview .main").await?;
        page.holds(".name input", &shared).await?;
        // An undo takes no name back that nobody gave.
        page.click(".tools .undo").await?;
        page.holds("#lever-2-reference-rate", "3").await?;
        page.holds(".name input", &shared).await?;
        page.go("/scenarios").await?;
        page.present(".kept li:nth-child(2)").await
    });
}
