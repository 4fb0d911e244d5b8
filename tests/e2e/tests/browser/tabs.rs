//! Two tabs on one scenario: the second to write is noticed by the first, which loses nothing unasked.

use e2e::words::vietnamese;
use e2e::{Start, story_everywhere};

const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn a_change_in_another_tab_is_named_and_can_be_taken_over() {
    story_everywhere("/t/hospital_beds", Start::default(), async |site, page| {
        let session = page.browser().session();
        page.type_over(FIELD, "3").await?;
        page.saving_ends_in("Saved").await?;
        let first = session.window().await?;
        let second = session.new_tab().await?;
        session.switch_to_window(second).await?;
        session.goto(site.address("/t/hospital_beds")).await?;
        page.holds(FIELD, "3").await?;
        page.type_over(FIELD, "4").await?;
        page.saving_ends_in("Saved").await?;

        session.switch_to_window(first).await?;
        page.says(".notice.warn", &vietnamese("scenario.other_tab")?).await?;
        assert_eq!(page.value(FIELD).await?, "3");
        page.click(".notice.warn button.main").await?;
        page.holds(FIELD, "4").await
    });
}
