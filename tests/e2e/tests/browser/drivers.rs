//! Identities, dated shocks and the dates of deeds: what a reader knows beside the trend.

use e2e::words::vietnamese;
use e2e::{Start, story};

const BY_PARTS: &str = ".choice:nth-of-type(3) input[name^=mode-]";
const CHART: &str = "figure .chart svg";

#[test]
fn an_identity_moves_the_path_and_shows_where_its_numbers_come_from() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let facts = page.facts().await?;
        assert_eq!(page.count(".need-panel .flow").await?, 0);
        page.click(BY_PARTS).await?;
        page.differs("dl.facts", &facts).await?;
        page.says("aside.levers", &vietnamese("lever.identity")?).await?;
        let sources = page.texts("aside.levers details.prior ul li").await?;
        assert!(
            !sources.is_empty() && sources.iter().all(|source| source.contains(": (")),
            "{sources:?}"
        );
        // The flow that the plan asks for.
        page.present(".need-panel .flow b").await?;
        page.open_fold("equation").await?;
        page.says("details.equation", &vietnamese("target.equation_identity")?)
            .await
    });
}

#[test]
fn the_growth_of_income_is_told_by_factor_and_by_source() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        assert_eq!(page.count("details.parts").await?, 0);
        // The sources are known on the province's own survey.
        page.choose("label.basis select", "1").await?;
        page.click(BY_PARTS).await?;
        page.present("details.parts table.bars").await?;
        let rows = page.texts("details.parts table.bars tbody tr").await?;
        assert_eq!(rows.len(), 3 + 6, "{rows:?}");
        let before = page.text("details.parts .folded").await?;
        page.type_over("#lever-1-parameter-2", "8").await?;
        page.differs("details.parts .folded", &before).await
    });
}

#[test]
fn a_shock_moves_the_path_until_it_is_removed() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let (facts, chart) = (page.facts().await?, page.text(CHART).await?);
        page.open_fold("shocks").await?;
        page.type_over("[id^=shock-][id$=-year]", "2027").await?;
        page.type_over("[id^=shock-][id$=-value]", "-10").await?;
        page.click("details.shocks button[type=submit]").await?;
        page.says(".entered", "2027").await?;
        page.differs("dl.facts", &facts).await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        // What was entered is in sight.
        page.says(".entered", "−10").await?;
        page.click(".entered button").await?;
        page.absent(".entered li").await?;
        assert_eq!(page.facts().await?, facts);
        assert_eq!(page.text(CHART).await?, chart);
        Ok(())
    });
}

#[test]
fn a_shock_that_cannot_be_used_is_named_with_its_limits() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.open_fold("shocks").await?;
        let size = vietnamese("shock.size_field")?;
        let cases = [
            ("27", "5", vietnamese("input.year_not_whole")?, "2026"),
            ("1999", "5", vietnamese("input.year_range")?, "2035"),
            ("2027", "nhiều", vietnamese("input.not_a_number")?, size.as_str()),
            ("2027", "-80", vietnamese("input.out_of_range")?, "−60"),
        ];
        for (year, value, message, part) in cases {
            page.type_over("[id^=shock-][id$=-year]", year).await?;
            page.type_over("[id^=shock-][id$=-value]", value).await?;
            page.click("details.shocks button[type=submit]").await?;
            page.says("[id^=shock-][id$=-error]", &message).await?;
            page.says("[id^=shock-][id$=-error]", part).await?;
            assert_eq!(page.value("[id^=shock-][id$=-value]").await?, value);
        }
        assert_eq!(page.count(".entered li").await?, 0);
        Ok(())
    });
}

#[test]
fn the_dates_of_a_deed_give_it_a_probability() {
    story("/t/ring_roads_all", Start::default(), async |_, page| {
        assert_eq!(page.on_its_page(2030).await?.probability, None);
        page.open_fold("dates").await?;
        page.type_over("[id^=deed-][id$=-earliest]", "2027").await?;
        page.says(".notice-text", &vietnamese("deed.all_three")?).await?;
        page.type_over("[id^=deed-][id$=-likeliest]", "bao giờ").await?;
        page.says("[id^=deed-][id$=-likeliest-message]", &vietnamese("deed.not_a_date")?)
            .await?;
        page.type_over("[id^=deed-][id$=-likeliest]", "2029,5").await?;
        page.type_over("[id^=deed-][id$=-latest]", "1900").await?;
        page.says("[id^=deed-][id$=-latest-message]", "2045").await?;
        page.type_over("[id^=deed-][id$=-latest]", "2033 Q2").await?;
        page.says(".dates .result", &vietnamese("deed.result")?).await?;
        let judged = page.on_its_page(2030).await?;
        assert!(judged.probability.is_some(), "{judged:?}");
        // Out of order: there is no such distribution.
        page.type_over("[id^=deed-][id$=-earliest]", "2034").await?;
        page.says(".notice-text", &vietnamese("deed.order")?).await?;
        assert_eq!(page.on_its_page(2030).await?.probability, None);
        page.type_over("[id^=deed-][id$=-earliest]", "2027").await?;
        page.click("h1").await?;
        page.saving_ends_in("Saved").await?;
        page.reload().await?;
        page.holds("[id^=deed-][id$=-latest]", "2033,5").await?;
        assert_eq!(page.on_its_page(2030).await?, judged);
        Ok(())
    });
}

#[test]
fn a_yearly_probability_stands_in_for_dates() {
    story("/t/ring_roads_all", Start::default(), async |_, page| {
        page.open_fold("dates").await?;
        page.type_over("[id^=deed-][id$=-hazard]", "10").await?;
        page.present(".dates .result:not(:empty)").await?;
        let judged = page.on_its_page(2030).await?;
        assert!(judged.probability.is_some(), "{judged:?}");
        page.click_button("details.dates", &vietnamese("deed.clear")?).await?;
        page.holds("[id^=deed-][id$=-hazard]", "").await?;
        assert_eq!(page.on_its_page(2030).await?.probability, None);
        Ok(())
    });
}
