//! Questions on a target's page: what it would take, what matters, progress by four methods, the back-test. What is folded
//! away is not there until it is opened.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};

const REFERENCE_RATE: &str = "#lever-1-reference-rate";
const FIRST: &str = "#lever-1-growth-first";
const SECOND: &str = "#lever-1-growth-second";

#[test]
fn folds_are_empty_until_they_are_opened() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        assert_eq!(page.count("details.fold .folded").await?, 0);
        for class in ["goal", "matters", "progress", "backtest", "equation", "shocks"] {
            page.open_fold(class).await?;
            page.click(&format!("details.{class} > summary")).await?;
            page.absent(&format!("details.{class} > .folded")).await?;
        }
        Ok(())
    });
}

#[test]
fn the_value_found_for_a_lever_reaches_the_goal_once_it_is_used() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let (facts, rate) = (page.facts().await?, page.value(REFERENCE_RATE).await?);
        page.open_fold("goal").await?;
        // 80 %: the fourth of the goals.
        page.choose("#goal", "3").await?;
        page.present(".answers.alone button").await?;
        page.click(".answers.alone button").await?;
        page.differs("dl.facts", &facts).await?;
        page.says(".goal .reached", &vietnamese("goal.already")?).await?;
        assert!(percent(page, 2030).await? >= 80);
        assert_eq!(page.count("#goal:focus").await?, 1);
        page.click(&undo()?).await?;
        page.holds(REFERENCE_RATE, &rate).await?;
        assert_eq!(page.facts().await?, facts);
        Ok(())
    });
}

#[test]
fn the_least_effort_is_applied_and_undone_in_one_step() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        page.click(".choice:nth-of-type(2) input[name^=mode-]").await?;
        page.present(FIRST).await?;
        let before = [page.value(FIRST).await?, page.value(SECOND).await?];
        page.open_fold("goal").await?;
        page.choose("#goal", "4").await?;
        page.present(".answers.together").await?;
        page.click(".use-all").await?;
        page.says(".goal .reached", &vietnamese("goal.already")?).await?;
        let after = [page.value(FIRST).await?, page.value(SECOND).await?];
        assert!(before[0] != after[0] && before[1] != after[1], "{before:?} {after:?}");
        assert!(percent(page, 2030).await? >= 90);
        page.click(&undo()?).await?;
        page.holds(FIRST, &before[0]).await?;
        page.holds(SECOND, &before[1]).await
    });
}

#[test]
fn what_matters_is_told_for_the_median_and_for_the_probability() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        page.open_fold("matters").await?;
        let bars = "details.matters table.bars tbody";
        page.says(bars, &vietnamese("lever.reference_rate")?).await?;
        let by_median = page.text(bars).await?;
        page.choose("#outcome", "1").await?;
        page.differs(bars, &by_median).await?;
        let ends = page.texts(&format!("{bars} td.num")).await?;
        assert!(ends.iter().all(|end| end.matches('%').count() == 2), "{ends:?}");
        assert_eq!(page.count("details.matters .legend li").await?, 4);
        Ok(())
    });
}

#[test]
fn progress_is_told_by_four_methods_for_each_milestone() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        page.open_fold("progress").await?;
        page.says("details.progress .folded", &vietnamese("progress.on_track")?)
            .await?;
        assert_eq!(page.count("details.progress table.methods tbody tr").await?, 8);
        assert_eq!(page.count("details.progress .mark").await?, 2);
        Ok(())
    });
}

#[test]
fn a_back_test_says_on_how_many_forecasts_it_rests_or_why_there_is_none() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        page.open_fold("backtest").await?;
        page.says("details.backtest .folded", &vietnamese("backtest.few")?)
            .await?;
        for (year, value) in [("2018", "44"), ("2019", "48"), ("2020", "51"), ("2023", "66")] {
            page.type_over("#figure-year", year).await?;
            page.type_over("#figure-value", value).await?;
            page.click("form.add button[type=submit]").await?;
            page.says("#figures table", year).await?;
        }
        page.present("details.backtest table.numbers").await?;
        // Six figures: five origins with five, four, … later figures.
        page.says("details.backtest tbody tr:last-child td", "15").await
    });
}

fn undo() -> Outcome<String> {
    Ok(format!(
        ".tools button[aria-label=\"{}\"]",
        vietnamese("scenario.undo")?
    ))
}

/// The probability of a milestone as it is written, in whole percent.
async fn percent(page: &Page, year: i16) -> Outcome<u8> {
    let written = page.on_its_page(year).await?.probability.ok_or("no probability")?;
    Ok(written.trim_matches(|sign: char| !sign.is_ascii_digit()).parse()?)
}
