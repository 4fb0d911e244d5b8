//! No screen has a barrier that axe-core can see, in either language, light or dark.

use std::collections::BTreeMap;
use std::fs;

use e2e::words::{english, vietnamese};
use e2e::{Outcome, Page, Start, story};
use serde_json::json;

/// Every kind of screen, and of a target's page: figures, a bar of its own, a deed, a number the plan leaves open.
const SCREENS: [&str; 11] = [
    "/",
    "/t/income_per_capita",
    "/t/literacy",
    "/t/ring_roads_1_2_3",
    "/t/social_insurance",
    "/levers",
    "/compare",
    "/scenarios",
    "/method",
    "/brief",
    "/nothing",
];

/// What is looked for: WCAG 2.2 up to AA, and what axe-core calls best practice.
const RUN: &str = r#"
const done = arguments[arguments.length - 1];
const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const told = ({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.any.map(check => check.message).join(" ")}`);
axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"], preload: false })
    .then(found => done(found.violations.flatMap(told)), problem => done([String(problem)]));"#;

#[test]
fn no_screen_has_a_barrier() {
    story("/", Start::default(), async |_, page| {
        // The same barrier stands on many screens.
        let mut problems: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (language, scheme, waiting) in [
            ("vi", "light", vietnamese("joint.waiting")?),
            ("vi", "dark", vietnamese("joint.waiting")?),
            ("en", "light", english("joint.waiting")?),
            ("en", "dark", english("joint.waiting")?),
        ] {
            page.keep("kichban.language", language).await?;
            page.keep("kichban.scheme", scheme).await?;
            for screen in SCREENS {
                let found = look_at(page, screen, language, scheme, &waiting).await;
                for problem in found.map_err(|error| format!("{screen} {language} {scheme}: {error}"))? {
                    let screens = problems.entry(problem).or_default();
                    screens.push(format!("{screen} {language} {scheme}"));
                }
            }
        }
        let problems: Vec<String> = problems
            .into_iter()
            .map(|(problem, screens)| format!("{problem}\n    on {}", screens.join(", ")))
            .collect();
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        Ok(())
    });
}

#[test]
fn the_panel_with_the_link_has_no_barrier() {
    story("/", Start::default(), async |_, page| {
        page.share_link().await?;
        let problems = barriers(page).await?;
        assert!(problems.is_empty(), "{}", problems.join("\n"));
        Ok(())
    });
}

#[test]
fn the_check_finds_a_barrier() {
    story("/", Start::default(), async |_, page| {
        let add = "document.querySelector('main').append(document.createElement('button'));";
        page.browser().run(add, vec![]).await?;
        let problems = barriers(page).await?;
        assert!(
            problems.iter().any(|problem| problem.contains("button-name")),
            "{problems:?}"
        );
        Ok(())
    });
}

/// What axe-core objects to on a screen with everything on it open and answered.
async fn look_at(page: &Page, screen: &str, language: &str, scheme: &str, waiting: &str) -> Outcome<Vec<String>> {
    page.visit(screen).await?;
    page.present(&format!("html[lang={language}][data-scheme={scheme}]"))
        .await?;
    // All levers has a fold for each of 45 targets, made alike.
    let most = if screen == "/levers" { 3 } else { u32::MAX };
    page.open_first_folds(most).await?;
    let answered = "![...document.querySelectorAll('.answer')].some(answer => answer.textContent === arguments[0])";
    page.browser().wait_until(answered, vec![json!(waiting)]).await?;
    barriers(page).await
}

/// What axe-core objects to on the page as it stands, each place with the rule it breaks.
async fn barriers(page: &Page) -> Outcome<Vec<String>> {
    let file = xtask::setup::axe::script()?;
    let script = fs::read_to_string(&file)
        .map_err(|error| format!("{}: {error}. `cargo xtask setup` installs it.", file.display()))?;
    // Run by the driver, which the page's policy does not bind.
    page.browser().run(&script, vec![]).await?;
    Ok(serde_json::from_value(
        page.browser().run_to_the_end(RUN, vec![]).await?,
    )?)
}
