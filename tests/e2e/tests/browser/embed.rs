//! One target in a frame of another page: as its link has it, with nothing to change and nothing kept; the page itself cannot be
//! framed.

use e2e::{Start, story, story_everywhere};
use serde_json::json;

const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn the_markup_of_the_panel_shows_the_target_in_a_frame() {
    story_everywhere("/t/hospital_beds", Start::default(), async |_, page| {
        page.type_over(FIELD, "7,5").await?;
        page.saving_ends_in("Saved").await?;
        let facts = page.on_its_page(2025).await?;
        page.share_link().await?;
        page.click(".share details summary").await?;
        let markup = page.value("#frame").await?;
        assert!(
            markup.contains("/embed.html?vi#v1") && markup.contains("/t/hospital_beds"),
            "{markup}"
        );

        let session = page.browser().session();
        let frame = "
            const frame = new DOMParser().parseFromString(arguments[0], 'text/html').querySelector('iframe');
            return frame.src;";
        let source = page.browser().run(frame, vec![json!(markup)]).await?;
        page.browser().load(source.as_str().ok_or("no address")?).await?;
        page.present("main.embed .chart svg").await?;
        assert!(page.text("main.embed .milestones").await?.contains(&facts.verdict));
        assert_eq!(page.count("input, select, header, textarea").await?, 0);
        let whole = page.element("main.embed a[target=_blank]").await?;
        let whole = whole.attr("href").await?.ok_or("no way to the page")?;
        session.goto(whole).await?;
        page.present(".notice.preview").await?;
        page.holds(FIELD, "7,5").await
    });
}

#[test]
fn only_the_page_for_frames_may_be_framed() {
    story("", Start::default(), async |_, page| {
        let ask = "
            const done = arguments[arguments.length - 1];
            fetch(arguments[0]).then(answer => done(answer.headers.get('X-Frame-Options')));";
        for (file, answer) in [
            ("./", json!("DENY")),
            ("index.html", json!("DENY")),
            ("embed.html", json!(null)),
        ] {
            let told = page.browser().run_to_the_end(ask, vec![json!(file)]).await?;
            assert_eq!(told, answer, "{file}");
        }
        Ok(())
    });
}
