//! A finger on a phone: one that scrolls changes nothing, one that moves a slider sees what it does and can take it back.

use e2e::{Outcome, PHONE, Page, Start, story};
use serde_json::json;

const SLIDER: &str = "#lever-2-reference-rate-slider";
const FIELD: &str = "#lever-2-reference-rate";

#[test]
fn a_finger_that_begins_on_a_slider_and_scrolls_changes_nothing() {
    on_a_phone(async |page| {
        let before = scrolled(page).await?;
        swipe(page, 0.0, -220.0).await?;
        page.browser()
            .wait_until(&format!("scrollY > {before} + 100"), vec![])
            .await?;
        page.holds(FIELD, "0").await?;
        // At rest the button would say that there is a step.
        page.absent("dl.facts[aria-busy]").await?;
        assert_eq!(
            page.count(".tools button.icon:not([aria-disabled])").await?,
            0,
            "a step to undo"
        );
        Ok(())
    });
}

#[test]
fn a_finger_that_goes_along_a_slider_moves_it_and_takes_it_back_where_it_is() {
    on_a_phone(async |page| {
        swipe(page, 90.0, 4.0).await?;
        page.present(".above .icon:not([aria-disabled])").await?;
        assert_ne!(page.value(FIELD).await?, "0");
        page.click(".above .icon").await?;
        page.holds(FIELD, "0").await
    });
}

fn on_a_phone(act: impl AsyncFn(&Page) -> Outcome) {
    let start = Start {
        view: PHONE,
        ..Start::default()
    };
    story("/t/hospital_beds", start, async |_, page| {
        let touch = json!({ "enabled": true, "maxTouchPoints": 1 });
        page.browser()
            .command("Emulation.setTouchEmulationEnabled", touch)
            .await?;
        page.present(SLIDER).await?;
        let middle = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' });";
        page.browser().run(middle, vec![json!(SLIDER)]).await?;
        act(page).await
    });
}

/// Puts a finger on the slider, beside its thumb, and moves it in steps as a hand does.
async fn swipe(page: &Page, right: f64, down: f64) -> Outcome {
    const STEPS: u8 = 12;
    let place = "const box = document.querySelector(arguments[0]).getBoundingClientRect(); return [box.x + box.width * 0.7, box.y + box.height / 2];";
    let place = page.browser().run(place, vec![json!(SLIDER)]).await?;
    let (Some(x), Some(y)) = (place[0].as_f64(), place[1].as_f64()) else {
        return Err(format!("the slider is nowhere: {place}").into());
    };
    touch(page, "touchStart", Some((x, y))).await?;
    for step in 1..=STEPS {
        let share = f64::from(step) / f64::from(STEPS);
        touch(page, "touchMove", Some((x + share * right, y + share * down))).await?;
    }
    touch(page, "touchEnd", None).await
}

async fn touch(page: &Page, kind: &str, place: Option<(f64, f64)>) -> Outcome {
    let points: Vec<_> = place.into_iter().map(|(x, y)| json!({ "x": x, "y": y })).collect();
    let event = json!({ "type": kind, "touchPoints": points });
    page.browser().command("Input.dispatchTouchEvent", event).await?;
    Ok(())
}

async fn scrolled(page: &Page) -> Outcome<f64> {
    let y = page.browser().run("return scrollY;", vec![]).await?;
    Ok(y.as_f64().ok_or("no place")?)
}
