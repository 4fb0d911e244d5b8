//! What a reader types: what cannot be used is named with its limits and stays as typed; what can gets its verdict.

use e2e::words::vietnamese;
use e2e::{Start, story};
use serde_json::json;
use thirtyfour::Key;

const FIELD: &str = "#lever-1-reference-rate";
const ERROR: &str = "#lever-1-reference-rate-message";
const FAN: &str = ".chart svg [fill='var(--fan)']";

#[test]
fn a_lever_names_what_it_does_not_take_and_changes_nothing() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let facts = page.facts().await?;
        let name = vietnamese("lever.reference_rate")?;
        let cases = [
            ("abc", vietnamese("input.not_a_number")?, vec![]),
            ("1,2,3", vietnamese("input.not_a_number")?, vec![]),
            ("1000", vietnamese("input.out_of_range")?, vec!["−5", "15"]),
            ("-5,1", vietnamese("input.out_of_range")?, vec!["−5", "15"]),
        ];
        for (typed, message, limits) in cases {
            page.type_over(FIELD, typed).await?;
            page.says(ERROR, &message).await?;
            let said = page.text(ERROR).await?;
            assert!(said.starts_with(&name), "{typed}: {said}");
            assert!(limits.iter().all(|limit| said.contains(limit)), "{typed}: {said}");
            assert_eq!(page.count(&format!("{FIELD}[aria-invalid=true]")).await?, 1, "{typed}");
            // Leaving the field must not take away what was typed.
            page.click("h1").await?;
            assert_eq!(page.value(FIELD).await?, typed);
            assert_eq!(page.text(ERROR).await?, said);
        }
        assert_eq!(page.facts().await?, facts);
        assert_eq!(page.kept().await?, json!({}));
        page.type_over(FIELD, "7,5").await?;
        page.differs("dl.facts", &facts).await?;
        assert_eq!(page.text(ERROR).await?, "");
        assert_eq!(page.count(&format!("{FIELD}[aria-invalid=true]")).await?, 0);
        Ok(())
    });
}

#[test]
fn enter_settles_a_number_and_what_was_refused_after_it_does_not_come_back() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let before = page.value(FIELD).await?;
        page.type_over(FIELD, "12").await?;
        page.press(FIELD, Key::Enter).await?;
        page.type_over(FIELD, "abc").await?;
        page.says(ERROR, &vietnamese("input.not_a_number")?).await?;
        page.click("h1").await?;
        page.holds("#lever-1-reference-rate-slider", "12").await?;
        for (word, value) in [("scenario.undo", before.as_str()), ("scenario.redo", "12")] {
            let name = vietnamese(word)?;
            page.click(&format!(".tools button[aria-label=\"{name}\"]")).await?;
            page.holds(FIELD, value).await?;
        }
        assert_eq!(page.text(ERROR).await?, "");
        Ok(())
    });
}

#[test]
fn an_own_figure_needs_a_year_that_has_been_and_a_number() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let rows = page.count("#figures tbody tr").await?;
        let cases = [
            ("abcd", "70", vietnamese("input.year_not_whole")?),
            ("1800", "70", vietnamese("input.year_range")?),
            ("9999", "70", vietnamese("input.year_range")?),
            ("2023", "nhiều", vietnamese("input.not_a_number")?),
            ("2023", "", vietnamese("input.not_a_number")?),
            ("2023", "-1", vietnamese("input.out_of_range")?),
        ];
        for (year, value, message) in cases {
            page.type_over("#figure-year", year).await?;
            page.type_over("#figure-value", value).await?;
            page.click("form.add button[type=submit]").await?;
            page.says("#figure-error", &message).await?;
            assert_eq!(page.value("#figure-year").await?, year);
            assert_eq!(page.value("#figure-value").await?, value);
            assert_eq!(page.count("#figures tbody tr").await?, rows, "{year} {value}");
        }
        assert_eq!(page.kept().await?, json!({}));
        Ok(())
    });
}

#[test]
fn an_own_figure_joins_the_series_and_can_be_taken_back() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let facts = page.facts().await?;
        page.type_over("#figure-year", "2023").await?;
        page.type_over("#figure-value", "68,4").await?;
        page.click("form.add button[type=submit]").await?;
        page.says("dl.facts .latest", "68,4").await?;
        page.says("#figures .mine", &vietnamese("target.figures_mine")?).await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.says("dl.facts .latest", "68,4").await?;
        page.click("#figures tbody button").await?;
        page.absent("#figures .mine").await?;
        assert_eq!(page.facts().await?, facts);
        Ok(())
    });
}

#[test]
fn a_compared_area_gets_a_verdict_once_its_figure_is_typed() {
    story("/t/literacy", Start::default(), async |_, page| {
        let before = page.on_its_page(2025).await?;
        assert_eq!(before.verdict, vietnamese("verdict.no_comparison")?);
        assert_eq!(before.probability, None);
        page.type_over("[id^=threshold-][id$='-2025']", "98").await?;
        page.differs(
            "dl.facts .milestone[data-year='2025'] .verdict",
            &format!("–{}", before.verdict),
        )
        .await?;
        let after = page.on_its_page(2025).await?;
        assert_ne!(after.verdict, before.verdict);
        assert!(after.probability.is_some(), "{after:?}");
        page.type_over("[id^=threshold-][id$='-2025']", "").await?;
        page.says("dl.facts .milestone[data-year='2025'] .verdict", &before.verdict)
            .await
    });
}

#[test]
fn a_number_the_plan_leaves_open_gets_a_verdict_once_it_is_typed() {
    story("/t/social_insurance", Start::default(), async |_, page| {
        assert_eq!(page.count("dl.facts .milestone").await?, 0);
        page.type_over("[id^=threshold-][id$='-2025']", "45").await?;
        page.present("dl.facts .milestone[data-year='2025'] .verdict").await?;
        let on_page = page.on_its_page(2025).await?;
        assert!(on_page.probability.is_some(), "{on_page:?}");
        page.open_board().await?;
        assert_eq!(page.on_the_board("social_insurance", 2025).await?, on_page);
        Ok(())
    });
}

#[test]
fn a_target_without_figures_has_no_probability_until_the_reader_gives_one() {
    story("", Start::default(), async |_, page| {
        const TARGET: &str = "full_vaccination";
        let before = page.on_the_board(TARGET, 2025).await?;
        assert_eq!(before.verdict, vietnamese("verdict.no_figure")?);
        assert_eq!(before.probability, None);
        page.open_target(TARGET).await?;
        assert_eq!(page.count(FAN).await?, 0);
        page.type_over("#figure-year", "2023").await?;
        page.type_over("#figure-value", "93").await?;
        page.click("form.add button[type=submit]").await?;
        page.present(FAN).await?;
        let after = page.on_its_page(2025).await?;
        assert!(after.probability.is_some(), "{after:?}");
        assert_ne!(after.verdict, before.verdict);
        Ok(())
    });
}

#[test]
fn a_deed_is_done_in_the_year_the_reader_gives() {
    story("/t/ring_roads_1_2_3", Start::default(), async |_, page| {
        let verdict = "dl.facts .milestone .verdict";
        let before = page.text(verdict).await?;
        page.type_over("[id^=deed-][id$=-year]", "1800").await?;
        page.says("[id^=deed-][id$=-year-message]", &vietnamese("input.year_range")?)
            .await?;
        assert_eq!(page.text(verdict).await?, before);
        page.type_over("[id^=deed-][id$=-year]", "2023").await?;
        page.differs(verdict, &before).await?;
        page.says(verdict, &vietnamese("verdict.met")?).await?;
        // Its dates are asked for no longer.
        page.absent(".dates").await?;
        page.says(".levers > p", &vietnamese("target.levers_done")?).await
    });
}
