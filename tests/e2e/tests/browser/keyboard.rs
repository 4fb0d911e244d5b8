//! A whole what-if by keyboard alone: find a target, move its lever, take the move back, get the link. The focus is never
//! lost on the way.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};
use thirtyfour::Key;

/// More presses of Tab than any screen has stops.
const MOST_STOPS: usize = 250;

#[test]
fn a_whole_what_if_is_done_by_keyboard_alone() {
    story("", Start::default(), async |_, page| {
        // Past the bar, to the search.
        tab_to(page, ".skip", 3).await?;
        press(page, Key::Enter).await?;
        is_on(page, "#heading").await?;
        tab_to(page, ".hints button", 3).await?;
        press(page, Key::Enter).await?;
        page.absent(".hints").await?;
        // The button is gone; where its reader stood is still known.
        tab_to(page, ".skip-cells", 12).await?;
        press(page, Key::Enter).await?;
        is_on(page, "#search").await?;
        write(page, "giuong benh").await?;
        page.browser()
            .wait_until("document.querySelectorAll('tr[data-target]').length < 5", vec![])
            .await?;
        tab_to(page, "tr[data-target=hospital_beds] a", 15).await?;
        press(page, Key::Enter).await?;
        page.present("main[data-target=hospital_beds]").await?;
        is_on(page, "#heading").await?;

        // Past the chart and its panels, to the levers, and back to the chart.
        tab_to(page, "main .skip", 5).await?;
        press(page, Key::Enter).await?;
        is_on(page, "#levers-heading").await?;
        focus(page, "#heading").await?;

        // The chart can be questioned, and the lever moved.
        tab_to(page, ".chart", 30).await?;
        let hint = page.text("p.read").await?;
        press(page, Key::End).await?;
        page.differs("p.read", &hint).await?;
        let facts = page.facts().await?;
        tab_to(page, "#lever-2-reference-rate-slider", MOST_STOPS).await?;
        for _ in 0..20 {
            press(page, Key::Right).await?;
        }
        page.holds("#lever-2-reference-rate", "2").await?;
        page.differs("dl.facts", &facts).await?;
        let changed = page.facts().await?;
        write(page, Key::Control + "z").await?;
        page.differs("dl.facts", &changed).await?;
        is_on(page, "#lever-2-reference-rate-slider").await?;
        page.holds("#lever-2-reference-rate-slider", "0").await?;
        write(page, Key::Control + "y").await?;
        page.holds("#lever-2-reference-rate", "2").await?;
        page.holds("#lever-2-reference-rate-slider", "2").await?;
        page.saving_ends_in("Saved").await?;

        tab_to(page, ".tools button.main", MOST_STOPS).await?;
        press(page, Key::Enter).await?;
        page.present("#share-link").await?;
        tab_to(page, "#share-link", 5).await?;
        assert!(page.value("#share-link").await?.contains("#v1"));
        press(page, Key::Escape).await?;
        page.absent("#share-link").await?;
        is_on(page, ".tools button.main").await
    });
}

#[test]
fn a_run_of_arrows_is_one_step_and_escape_takes_back_what_was_typed() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        const FIELD: &str = "#lever-2-reference-rate";
        const SLIDER: &str = "#lever-2-reference-rate-slider";
        let undo = format!(".tools button[aria-label=\"{}\"]", vietnamese("scenario.undo")?);
        tab_to(page, SLIDER, MOST_STOPS).await?;
        for _ in 0..5 {
            press(page, Key::Right).await?;
        }
        page.holds(FIELD, "0,5").await?;
        // The next lever's run is a step of its own.
        tab_to(page, "#lever-2-reference-weight-slider", MOST_STOPS).await?;
        press(page, Key::Right).await?;
        page.click(&undo).await?;
        page.holds(FIELD, "0,5").await?;
        page.click(&undo).await?;
        page.holds(FIELD, "0").await?;
        is_idle(page, &undo).await?;
        // The slider goes along, also to where it was moved before.
        page.holds(SLIDER, "0").await?;
        page.type_over(FIELD, "0,5").await?;
        page.holds(SLIDER, "0.5").await?;
        press(page, Key::Escape).await?;
        page.holds(SLIDER, "0").await?;

        page.type_over(FIELD, "7,5").await?;
        page.present(&format!("{undo}:not([aria-disabled])")).await?;
        press(page, Key::Escape).await?;
        page.holds(FIELD, "0").await?;
        // Nothing was changed.
        is_idle(page, &undo).await?;
        page.type_over(FIELD, "nhiều").await?;
        press(page, Key::Escape).await?;
        page.holds(FIELD, "0").await?;

        // The panel that is opened by mistake goes at once.
        tab_to(page, ".tools button.main", MOST_STOPS).await?;
        press(page, Key::Enter).await?;
        press(page, Key::Escape).await?;
        page.absent("#share-link").await?;
        is_on(page, ".tools button.main").await
    });
}

#[test]
fn what_is_undone_while_a_field_is_written_in_stays_undone() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        const FIELD: &str = "#lever-2-reference-rate";
        let (undo, redo) = (".tools .undo", ".tools .redo");
        focus(page, "#lever-2-reference-rate-slider").await?;
        for _ in 0..5 {
            press(page, Key::Right).await?;
        }
        page.type_over(FIELD, "7").await?;
        for value in ["0,5", "0"] {
            write(page, Key::Control + "z").await?;
            page.holds(FIELD, value).await?;
        }
        press(page, Key::Escape).await?;
        page.present(&format!("{redo}:not([aria-disabled])")).await?;
        page.holds(FIELD, "0").await?;
        write(page, Key::Control + "y").await?;
        page.holds(FIELD, "0,5").await?;
        write(page, Key::Control + "z").await?;
        page.holds(FIELD, "0").await?;

        // Its beginnings were taken, and none of them stays: nothing to undo.
        page.type_over(FIELD, "999").await?;
        page.present(&format!("{FIELD}[aria-invalid=true]")).await?;
        // At rest it would say that there is a step.
        page.absent("dl.facts[aria-busy]").await?;
        is_idle(page, undo).await?;
        write(page, Key::Control + "z").await?;
        is_idle(page, redo).await?;
        assert_eq!(page.value("#lever-2-reference-rate-slider").await?, "0");
        Ok(())
    });
}

#[test]
fn whoever_uses_a_control_that_goes_away_is_not_left_nowhere() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        const FIELD: &str = "#lever-2-reference-rate";
        page.type_over(FIELD, "3").await?;
        press(page, Key::Enter).await?;
        // What has no use any more keeps the focus and does nothing.
        focus(page, ".tools .undo").await?;
        press(page, Key::Enter).await?;
        page.holds(FIELD, "0").await?;
        press(page, Key::Enter).await?;
        is_on(page, ".tools .undo").await?;
        is_idle(page, ".tools .undo").await?;
        focus(page, ".tools .redo").await?;
        press(page, Key::Enter).await?;
        page.holds(FIELD, "3").await?;
        is_on(page, ".tools .redo").await?;
        page.saving_ends_in("Saved").await?;

        page.go("/t/full_vaccination").await?;
        page.type_over("#figure-year", "2023").await?;
        page.type_over("#figure-value", "93").await?;
        press(page, Key::Enter).await?;
        // Chart and verdict have come above the form.
        is_on(page, "#heading").await?;
        focus(page, "section.figures td button").await?;
        press(page, Key::Enter).await?;
        is_on(page, "#figure-value").await?;
        page.saving_ends_in("Saved").await?;

        page.go("/scenarios").await?;
        page.click("[data-preset=Slow]").await?;
        page.saving_ends_in("Saved").await?;
        page.present(".kept li:nth-child(2)").await?;
        let last = ".kept li:last-child";
        let id = page.element(last).await?.attr("data-id").await?.unwrap_or_default();
        let line = format!(".kept li[data-id=\"{id}\"]");
        page.type_over(&format!("{line} .who input"), "Một tên khác").await?;
        press(page, Key::Tab).await?;
        is_on(page, &format!("{line} button, {line} summary, {line} input")).await?;
        focus(page, &format!("{line} .delete")).await?;
        press(page, Key::Enter).await?;
        is_on(page, ".undo-delete").await?;
        press(page, Key::Enter).await?;
        is_on(page, "#heading").await
    });
}

#[test]
fn what_a_lever_does_to_the_verdicts_is_said_once_it_rests() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.present("#lever-2-reference-rate-slider").await?;
        assert_eq!(page.text(".heard").await?, "", "nothing has changed yet");
        focus(page, "#lever-2-reference-rate-slider").await?;
        for _ in 0..30 {
            press(page, Key::Right).await?;
        }
        page.says(".heard", "2030").await?;
        // Not how it is kept, each time.
        assert_eq!(page.count(".status[role]").await?, 0);
        Ok(())
    });
}

async fn focus(page: &Page, selector: &str) -> Outcome {
    page.present(selector).await?;
    let focus = "document.querySelector(arguments[0]).focus();";
    page.browser().run(focus, vec![selector.into()]).await?;
    Ok(())
}

/// Presses Tab until what `selector` finds has the focus.
async fn tab_to(page: &Page, selector: &str, most: usize) -> Outcome {
    for _ in 0..most {
        press(page, Key::Tab).await?;
        if has_focus(page, selector).await? {
            return Ok(());
        }
    }
    let active = "return document.activeElement.outerHTML.slice(0, 200);";
    let active = page.browser().run(active, vec![]).await?;
    Err(format!("{selector} is not reached in {most} steps; the focus is on {active}").into())
}

async fn has_focus(page: &Page, selector: &str) -> Outcome<bool> {
    let matches = "return document.activeElement.matches(arguments[0]);";
    Ok(page.browser().run(matches, vec![selector.into()]).await? == serde_json::json!(true))
}

async fn is_on(page: &Page, selector: &str) -> Outcome {
    let condition = "document.activeElement?.matches(arguments[0])";
    let on = page.browser().wait_until(condition, vec![selector.into()]).await;
    let Err(error) = on else { return Ok(()) };
    let active = "return location.hash + ' ' + document.activeElement?.outerHTML.slice(0, 200);";
    let active = page.browser().run(active, vec![]).await?;
    Err(format!("the focus is not on {selector} but on {active}: {error}").into())
}

/// Comes to say that it does nothing.
async fn is_idle(page: &Page, button: &str) -> Outcome {
    page.present(&format!("{button}[aria-disabled=true]")).await
}

async fn press(page: &Page, key: Key) -> Outcome {
    write(page, key + "").await
}

async fn write(page: &Page, keys: impl Into<thirtyfour::TypingData>) -> Outcome {
    Ok(page.browser().session().active_element().await?.send_keys(keys).await?)
}
