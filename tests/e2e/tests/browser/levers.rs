//! All levers beside what they do: folds, search, pins, the cells that a change altered, its replay, and mended doubts.

use e2e::words::vietnamese;
use e2e::{Outcome, PHONE, Page, Start, View, WIDE, story};
use serde_json::json;

const INCOME: &str = "details[data-target=income_per_capita]";
const GROWTH: &str = "#lever-1-growth-second";
const CHART: &str = "figure[data-chart=income_per_capita] .chart svg";

/// Opens the levers of income and chooses to type growth.
async fn open_income(page: &Page) -> Outcome {
    page.click(&format!("{INCOME} > summary")).await?;
    let growth = format!("{INCOME} .choice:nth-of-type(2) input[name^=mode-]");
    // A fold's content is made when it is opened.
    page.present(&growth).await?;
    page.click(&growth).await?;
    page.present(GROWTH).await
}

/// The drawing of a chart: two of them differ once something on it has moved.
async fn drawing(page: &Page) -> Outcome<String> {
    let script = "return document.querySelector(arguments[0])?.outerHTML ?? '';";
    let found = page.browser().run(script, vec![json!(CHART)]).await?;
    Ok(found.as_str().unwrap_or_default().to_owned())
}

async fn draws_other_than(page: &Page, before: &str) -> Outcome {
    let differs = "document.querySelector(arguments[0])?.outerHTML !== arguments[1]";
    page.browser()
        .wait_until(differs, vec![json!(CHART), json!(before)])
        .await
}

async fn draws(page: &Page, drawing: &str) -> Outcome {
    let same = "document.querySelector(arguments[0])?.outerHTML === arguments[1]";
    page.browser()
        .wait_until(same, vec![json!(CHART), json!(drawing)])
        .await
}

#[test]
fn a_change_is_seen_on_chart_and_cells_and_can_be_replayed() {
    story("/levers", Start::default(), async |_, page| {
        // Nothing is made before it is opened.
        assert_eq!(page.count(".of-target .folded").await?, 0);
        page.says(".last-change", &vietnamese("levers.last_none")?).await?;
        open_income(page).await?;
        let before = drawing(page).await?;
        page.type_over(GROWTH, "2").await?;
        draws_other_than(page, &before).await?;
        page.present(".cells a.altered").await?;
        page.says(".last-change li", "→ 2%").await?;
        let label = "return document.querySelector('.cells a.altered').ariaLabel;";
        let label = page.browser().run(label, vec![]).await?;
        let told = label
            .as_str()
            .unwrap_or_default()
            .contains(&vietnamese("levers.before")?);
        assert!(told, "{label}");

        page.saving_ends_in("Saved").await?;
        let (after, kept) = (drawing(page).await?, page.kept().await?);
        page.click(".replay").await?;
        draws_other_than(page, &after).await?;
        // What is replayed is neither the scenario nor kept.
        page.holds(GROWTH, "2").await?;
        draws(page, &after).await?;
        page.present(".replay[aria-pressed=false]").await?;
        assert_eq!(page.kept().await?, kept);
        page.present(".cells a.altered").await?;

        // A cell opens its target.
        page.click(".cells a").await?;
        page.present("main[data-target=income_per_capita]").await
    });
}

#[test]
fn growth_beyond_the_record_is_doubted_and_mended() {
    story("/levers", Start::default(), async |_, page| {
        open_income(page).await?;
        page.type_over(GROWTH, "18").await?;
        page.present("section.doubts .mend").await?;
        page.click("section.doubts .mend").await?;
        page.browser()
            .wait_until(
                "Number(document.querySelector(arguments[0]).value.replace(',', '.')) < 18",
                vec![json!(GROWTH)],
            )
            .await?;
        page.absent("section.doubts li").await
    });
}

#[test]
fn a_search_without_diacritics_and_what_was_changed() {
    story("/levers", Start::default(), async |_, page| {
        let all = page.count(".of-target:not([hidden])").await?;
        assert!(all >= 40, "{all}");
        page.type_over("#levers-search", "giuong benh").await?;
        page.says(".hands .found", "1 ").await?;
        assert_eq!(page.count("details[data-target=hospital_beds]:not([hidden])").await?, 1);
        page.type_over("#levers-search", "").await?;
        page.click("#changed-only").await?;
        page.says(".hands .found", "0 ").await?;
        page.click("#changed-only").await?;
        open_income(page).await?;
        page.click("#changed-only").await?;
        page.says(".hands .found", "1 ").await?;
        // It was not closed by any of this.
        page.present(GROWTH).await
    });
}

#[test]
fn pins_outlast_a_visit() {
    story("/levers", Start::default(), async |_, page| {
        let chart = "figure[data-chart=hospital_beds]";
        let position = plan::plan()
            .targets
            .iter()
            .position(|target| target.id == "hospital_beds");
        let position = position.ok_or("the plan has no hospital beds")?;
        page.choose("#pin", &position.to_string()).await?;
        page.present(chart).await?;
        page.reload().await?;
        page.present(chart).await?;
        page.click(&format!("{chart} .pin")).await?;
        page.absent(chart).await?;
        page.reload().await?;
        page.present("figure[data-chart]").await?;
        assert_eq!(page.count(chart).await?, 0);
        Ok(())
    });
}

#[test]
fn a_pin_too_many_is_refused_and_none_is_lost() {
    story("/levers", Start::default(), async |_, page| {
        for (pins, position) in [(1, "1"), (2, "2"), (3, "3")] {
            page.choose("#pin", position).await?;
            // Beside that of the target in hand.
            let charts = format!("document.querySelectorAll('figure[data-chart]').length === {pins} + 1");
            page.browser().wait_until(&charts, vec![]).await?;
        }
        let pinned = async || page.count("figure[data-chart] .pin:not([aria-disabled])").await;
        page.present(".pin[aria-disabled]").await?;
        assert_eq!(pinned().await?, 3);
        page.click(".pin[aria-disabled]").await?;
        assert_eq!(pinned().await?, 3);
        assert_eq!(page.count("figure[data-chart=hospital_beds]").await?, 1, "pinned first");
        assert_eq!(page.count("figure[data-chart]").await?, 4);
        assert_eq!(page.count("#pin option").await?, 1);
        page.click("figure[data-chart] .pin:not([aria-disabled])").await?;
        page.absent(".pin[aria-disabled]").await?;
        page.present("#pin option:nth-child(9)").await
    });
}

#[test]
fn on_a_phone_the_chart_stands_above_the_lever_in_hand() {
    let start = Start {
        view: PHONE,
        ..Start::default()
    };
    story("/levers", start, async |_, page| {
        open_income(page).await?;
        assert!(is_below_the_chart(page, "#lever-1-growth-after-slider").await?);
        page.go("/t/income_per_capita").await?;
        page.present("main.target .above svg").await?;
        assert!(is_below_the_chart(page, "#lever-1-volatility-slider").await?);
        Ok(())
    });
}

#[test]
fn the_verdicts_stay_in_sight_of_the_lever_in_hand() {
    // As much as a phone's keyboard leaves, and a laptop whose panel scrolls by itself.
    let low = View { height: 500, ..PHONE };
    for (view, now) in [(low, ".above .now"), (WIDE, ".levers > .now")] {
        let start = Start {
            view,
            ..Start::default()
        };
        story("/t/income_per_capita", start, async |_, page| {
            page.click(".levers .choice:nth-of-type(3) input").await?;
            let lever = "#lever-1-volatility";
            page.present(lever).await?;
            let before = page.text(now).await?;
            page.type_over(lever, "9").await?;
            page.differs(now, &before).await?;
            let is_seen = "
                const box = document.querySelector(arguments[0]).getBoundingClientRect();
                const top = document.elementFromPoint((box.left + box.right) / 2, box.bottom - 10);
                return box.top >= -1 && box.bottom < innerHeight && Boolean(top.closest('.now'));";
            assert_eq!(
                page.browser().run(is_seen, vec![json!(now)]).await?,
                json!(true),
                "{now}"
            );
            Ok(())
        });
    }
}

/// Whether chart and lever are both in sight when the lever is.
async fn is_below_the_chart(page: &Page, lever: &str) -> Outcome<bool> {
    let both = "
        const [chart, lever] = ['.above svg', arguments[0]].map(name => document.querySelector(name));
        lever.scrollIntoView({ block: 'center', behavior: 'instant' });
        const [above, below] = [chart, lever].map(element => element.getBoundingClientRect());
        return above.top >= -1 && above.bottom <= below.top && below.bottom <= innerHeight + 1;";
    Ok(page.browser().run(both, vec![json!(lever)]).await? == json!(true))
}
