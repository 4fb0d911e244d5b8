//! A chart answers questions: any year by keyboard, its parts one by one, files that say what made them, dots to count.

use e2e::words::vietnamese;
use e2e::{Outcome, Page, Start, story};
use serde_json::{Value, json};
use thirtyfour::Key;

const CHART: &str = "figure .chart";
const READ: &str = "figure .read";

async fn drawing(page: &Page) -> Outcome<Value> {
    let script = "return document.querySelector('figure .chart svg').outerHTML;";
    page.browser().run(script, vec![]).await
}

#[test]
fn any_year_is_read_by_keyboard() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        for (key, year) in [
            (Key::End, "2035: "),
            (Key::Left, "2034: "),
            (Key::Home, "2015: "),
            (Key::Right, "2016: "),
        ] {
            page.press(CHART, key).await?;
            page.says(READ, year).await?;
        }
        page.press(CHART, Key::Escape).await?;
        page.says(READ, &vietnamese("target.read_hint")?).await
    });
}

/// The scale, the median and the facts of a target's page.
async fn looks(page: &Page) -> Outcome<[String; 3]> {
    Ok(serde_json::from_value(page.browser().run(LOOKS, vec![]).await?)?)
}

/// Moves the slider of the reference rate to its first argument, as a hand does.
const MOVE: &str = "
    const slider = document.querySelector('#lever-1-reference-rate-slider');
    slider.value = arguments[0];
    slider.dispatchEvent(new Event('input', { bubbles: true }));";

const LOOKS: &str = "
    const svg = document.querySelector('figure .chart svg');
    return [svg.querySelector('g').textContent, svg.querySelector('polyline').getAttribute('points'),
        document.querySelector('dl.facts').textContent];";

#[test]
fn in_the_hand_the_fan_moves_on_a_scale_that_stays() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        page.facts().await?;
        let [scale, median, facts] = looks(page).await?;
        // As fast as a page can be looked at: the next task, before anything rests.
        let move_and_look = format!("{MOVE} setTimeout(() => arguments[1]((() => {{ {LOOKS} }})()));");
        let at_once = page.browser().run_to_the_end(&move_and_look, vec![json!("12")]).await?;
        let [scale_at_once, median_at_once, facts_at_once]: [String; 3] = serde_json::from_value(at_once)?;
        assert_ne!(median_at_once, median, "the fan moves");
        assert_eq!((&scale_at_once, &facts_at_once), (&scale, &facts), "the rest waits");
        page.facts().await?;
        let [scale_at_rest, _, facts_at_rest] = looks(page).await?;
        assert_ne!(scale_at_rest, scale);
        assert_ne!(facts_at_rest, facts);
        Ok(())
    });
}

#[test]
fn words_of_another_length_leave_the_lever_where_it_is() {
    story("/t/income_per_capita", Start::default(), async |_, page| {
        let top = "return document.querySelector('#lever-1-reference-rate-slider').getBoundingClientRect().top;";
        let before = page.browser().run(top, vec![]).await?;
        for rate in ["2", "4", "-5", "14"] {
            page.browser().run(MOVE, vec![json!(rate)]).await?;
            page.facts().await?;
            assert_eq!(page.browser().run(top, vec![]).await?, before, "at {rate}");
        }
        Ok(())
    });
}

#[test]
fn parts_are_turned_off_and_on_and_the_rest_stays() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        let whole = drawing(page).await?;
        let parts = page.count(".chart-parts button[aria-pressed=true]").await?;
        assert_eq!(parts, 7);
        for place in 1..=parts {
            let part = format!(".chart-parts button:nth-of-type({place})");
            page.click(&part).await?;
            page.present(&format!("{part}[aria-pressed=false]")).await?;
            assert_ne!(drawing(page).await?, whole, "part {place}");
            page.click(&part).await?;
            page.present(&format!("{part}[aria-pressed=true]")).await?;
            assert_eq!(drawing(page).await?, whole, "part {place}");
        }
        Ok(())
    });
}

/// Clicks the button of a form and takes what would be saved: name, kind and text, or for a picture its first bytes.
async fn saved(page: &Page, form: &str) -> Outcome<(String, String, String)> {
    let script = "
        const [form, done] = arguments;
        const make = URL.createObjectURL;
        URL.createObjectURL = blob => { window.madeBlob = blob; return make.call(URL, blob); };
        HTMLAnchorElement.prototype.click = function () {
            const blob = window.madeBlob;
            blob.slice(0, form === 'PNG' ? 4 : undefined).text().then(text => done([this.download, blob.type, text]));
        };
        document.querySelector(`.save [data-form=${form}]`).click();";
    let found = page.browser().run_to_the_end(script, vec![json!(form)]).await?;
    Ok(serde_json::from_value(found)?)
}

#[test]
fn files_say_what_made_them() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.click(".choice:nth-of-type(2) input[name^=mode-]").await?;
        page.type_over("header.bar .name input", "Thử “giường” & <b>").await?;
        page.press("header.bar .name input", Key::Tab).await?;
        page.saving_ends_in("Saved").await?;
        let link = format!("{}#v1", page.address());

        let (name, kind, text) = saved(page, "SVG").await?;
        assert!(name.starts_with("hospital_beds-20") && name.ends_with(".svg"), "{name}");
        assert_eq!(kind, "image/svg+xml");
        assert!(!text.contains("var(--"), "{text}");
        assert!(text.contains("Thử “giường” &amp; &lt;b&gt;"), "{text}");
        // A long link is broken into lines; its beginning stands in one.
        assert!(text.contains(&link), "{text}");

        let (_, kind, text) = saved(page, "CSV").await?;
        assert_eq!(kind, "text/csv");
        assert!(text.contains(&link) && text.contains("\r\n2030,,,"), "{text}");

        let (name, kind, text) = saved(page, "PNG").await?;
        assert!(name.ends_with(".png"), "{name}");
        assert_eq!(kind, "image/png");
        assert!(text.ends_with("PNG"), "{text}");
        page.absent(".save [role=status]:not(:empty)").await
    });
}

#[test]
fn dots_can_be_counted() {
    story("/t/hospital_beds", Start::default(), async |_, page| {
        page.open_fold("outcomes").await?;
        page.present(".dots circle").await?;
        let plots = page.count(".dots").await?;
        assert_eq!(page.count(".dots circle").await?, 50 * plots);
        let met = page.count(".dot-plot:last-of-type .met").await?;
        page.says(".dot-plot:last-of-type figcaption", &format!(": {met} trong 50 "))
            .await?;
        assert_eq!(page.count(".outcomes table tbody tr").await?, plots);
        // They follow a lever once it rests.
        let before = page.text(".outcomes table").await?;
        page.type_over("#lever-2-volatility", "20").await?;
        page.differs(".outcomes table", &before).await
    });
}
