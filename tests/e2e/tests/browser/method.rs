//! The methods: everything that is computed is explained, and the back-test says what it rests on.

use e2e::words::vietnamese;
use e2e::{Start, story, story_everywhere};

#[test]
fn the_contents_lead_to_every_section() {
    story("/method", Start::default(), async |_, page| {
        let sections = page.texts("main.method section > h2").await?;
        assert_eq!(page.texts("main.method nav a").await?, sections);
        assert!(sections.len() >= 8, "{sections:?}");
        page.click("main.method nav li:nth-child(7) a").await?;
        page.browser()
            .wait_until("document.activeElement?.id === 'method-limits'", vec![])
            .await?;
        // The address stays that of the screen.
        page.present("main.method").await
    });
}

#[test]
fn every_equation_is_mathematics_and_every_source_is_named() {
    story_everywhere("/method", Start::default(), async |_, page| {
        let drawn = "[...document.querySelectorAll('.equations math')].every(math => math.namespaceURI.endsWith('MathML') && math.getBoundingClientRect().height > 8)";
        page.browser().wait_until(drawn, vec![]).await?;
        assert!(page.count(".equations math").await? > 20);
        let sources = page.texts("ol.sources li").await?;
        assert!(
            sources.len() > 20 && sources.iter().all(|source| source.contains('(')),
            "{sources:?}"
        );
        let links = page.count("ol.sources a[href^='https://']").await?;
        assert!(links > 10, "{links} links");
        Ok(())
    });
}

#[test]
fn the_back_test_says_how_many_forecasts_it_rests_on_and_why_the_rest_have_none() {
    story("/method", Start::default(), async |_, page| {
        page.present(".backtests table").await?;
        let total = page.text(".backtests > p").await?;
        assert!(total.starts_with(|sign: char| sign.is_ascii_digit()), "{total}");
        let reasons = page.texts(".backtests .scroll:last-child tbody tr").await?;
        let none = vietnamese("backtests.no_figure")?;
        assert!(reasons.iter().any(|reason| reason.contains(&none)), "{reasons:?}");
        // Every target is tested or has its reason.
        let counts = page.texts(".backtests .scroll:last-child tbody td.num").await?;
        let untested: usize = counts.iter().filter_map(|count| count.parse::<usize>().ok()).sum();
        assert!((40..45).contains(&untested), "{untested} targets without a test");
        Ok(())
    });
}
