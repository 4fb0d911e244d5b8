//! The page as a reader meets it: its screens, fields, verdicts and notices by the names the page gives them.
//! Must not assert: a story does.

use serde_json::{Value, json};
use thirtyfour::{By, Key, WebElement};

use crate::{Browser, Outcome, Site, Start};

/// The page in a browser.
pub struct Page {
    browser: Browser,
    address: String,
}

/// What is said about one milestone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgement {
    /// The word, without its sign.
    pub verdict: String,
    /// The probability as it is written; None where there is none.
    pub probability: Option<String>,
}

impl Page {
    /// Opens `site` at `fragment` in a browser of its own and waits until the app has drawn it.
    pub async fn open(site: &Site, fragment: &str, start: Start) -> Outcome<Self> {
        Self::open_in(Browser::start(start).await?, site, fragment).await
    }

    /// As [`Page::open`], in a browser that runs already.
    pub async fn open_in(browser: Browser, site: &Site, fragment: &str) -> Outcome<Self> {
        let page = Self {
            browser,
            address: site.address(""),
        };
        page.visit(fragment).await?;
        Ok(page)
    }

    /// Opens the same site for another reader: in a browser of the same kind that holds nothing yet.
    pub async fn open_elsewhere(&self, site: &Site, fragment: &str) -> Outcome<Self> {
        let start = Start {
            kind: self.browser.started_as().kind,
            ..Start::default()
        };
        Self::open(site, fragment, start).await
    }

    /// The browser without the page.
    #[must_use]
    pub fn into_browser(self) -> Browser {
        self.browser
    }

    /// The browser around it.
    #[must_use]
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Where the page lives, without a fragment.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Loads the page anew at `fragment`.
    pub async fn visit(&self, fragment: &str) -> Outcome {
        self.visit_only(fragment).await?;
        self.drawn().await
    }

    /// Loads the page anew at `fragment`, without waiting for the app.
    pub async fn visit_only(&self, fragment: &str) -> Outcome {
        let mark = if fragment.is_empty() { "" } else { "#" };
        self.browser.load(&format!("{}{mark}{fragment}", self.address)).await
    }

    /// Follows an address within the page, as a link does.
    pub async fn go(&self, fragment: &str) -> Outcome {
        self.browser
            .run("location.hash = arguments[0];", vec![json!(fragment)])
            .await?;
        Ok(())
    }

    /// Loads the same address again.
    pub async fn reload(&self) -> Outcome {
        self.browser.session().refresh().await?;
        self.drawn().await
    }

    async fn drawn(&self) -> Outcome {
        let drawn = "document.querySelector('header.bar') && document.querySelector('main h1') && !document.querySelector('#loading, main[aria-busy=true]')";
        self.browser.wait_until(drawn, vec![]).await
    }

    /// Opens the page of a target by its link on the board.
    pub async fn open_target(&self, target: &str) -> Outcome {
        self.click(&format!("tr[data-target={target}] th a")).await?;
        self.present(&format!("main[data-target={target}]")).await
    }

    /// Goes to the board by the link in the bar.
    pub async fn open_board(&self) -> Outcome {
        self.click("header.bar nav a").await?;
        self.present("table.board").await?;
        self.drawn().await
    }

    /// The element that `selector` finds.
    pub async fn element(&self, selector: &str) -> Outcome<WebElement> {
        let found = self.browser.session().find(By::Css(selector)).await;
        found.map_err(|error| format!("{selector}: {error}").into())
    }

    /// How many elements `selector` finds.
    pub async fn count(&self, selector: &str) -> Outcome<u64> {
        let found = self
            .browser
            .run(
                "return document.querySelectorAll(arguments[0]).length;",
                vec![json!(selector)],
            )
            .await?;
        Ok(found.as_u64().unwrap_or_default())
    }

    /// The text of the first element that `selector` finds.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        self.property(selector, "textContent").await
    }

    /// What stands in a field.
    pub async fn value(&self, selector: &str) -> Outcome<String> {
        self.property(selector, "value").await
    }

    async fn property(&self, selector: &str, name: &str) -> Outcome<String> {
        let script = "return document.querySelector(arguments[0])?.[arguments[1]]?.trim();";
        let found = self.browser.run(script, vec![json!(selector), json!(name)]).await?;
        let text = found
            .as_str()
            .ok_or_else(|| format!("nothing on the page is {selector}"))?;
        Ok(text.to_owned())
    }

    /// The texts of all elements that `selector` finds.
    pub async fn texts(&self, selector: &str) -> Outcome<Vec<String>> {
        let script = "return [...document.querySelectorAll(arguments[0])].map(element => element.textContent.trim());";
        let found = self.browser.run(script, vec![json!(selector)]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// The ids of the targets on the board, in order, once it is built.
    pub async fn rows(&self) -> Outcome<Vec<String>> {
        self.drawn().await?;
        let script = "return [...document.querySelectorAll('tr[data-target]')].map(row => row.dataset.target);";
        Ok(serde_json::from_value(self.browser.run(script, vec![]).await?)?)
    }

    /// What the board says about a target's milestone.
    pub async fn on_the_board(&self, target: &str, year: i16) -> Outcome<Judgement> {
        self.judgement(&format!("tr[data-target={target}] td.judged[data-year='{year}']"))
            .await
    }

    /// The facts on top of a target's page, once they follow the last change.
    pub async fn facts(&self) -> Outcome<String> {
        self.present("dl.facts:not([aria-busy])").await?;
        self.text("dl.facts").await
    }

    /// What a target's page says about its milestone, once it follows the last change.
    pub async fn on_its_page(&self, year: i16) -> Outcome<Judgement> {
        self.present("dl.facts:not([aria-busy])").await?;
        self.judgement(&format!("dl.facts .milestone[data-year='{year}']"))
            .await
    }

    /// On the board the probability has an element of its own; on a target's page it stands in a sentence.
    async fn judgement(&self, place: &str) -> Outcome<Judgement> {
        let script = "
            const place = document.querySelector(arguments[0]);
            const verdict = place?.querySelector('.verdict');
            if (!verdict) return null;
            const sign = verdict.querySelector('.sign')?.textContent ?? '';
            const word = verdict.textContent.slice(sign.length).trim();
            const sentence = place.querySelector('.prob .share, .details')?.textContent ?? '';
            return [word, sentence.match(/[<>] \\d+%|\\d+%/)?.[0] ?? null];";
        let found = self.browser.run(script, vec![json!(place)]).await?;
        let verdict = found[0].as_str().ok_or_else(|| format!("no verdict in {place}"))?;
        Ok(Judgement {
            verdict: verdict.to_owned(),
            probability: found[1].as_str().map(str::to_owned),
        })
    }

    /// Every row of the board as it reads: figures, thresholds, verdicts and probabilities.
    pub async fn whole_board(&self) -> Outcome<Vec<String>> {
        self.texts("tr[data-target]").await
    }

    /// Waits until `selector` finds something.
    pub async fn present(&self, selector: &str) -> Outcome {
        self.browser
            .wait_until("document.querySelector(arguments[0])", vec![json!(selector)])
            .await
    }

    /// Waits until `selector` finds nothing.
    pub async fn absent(&self, selector: &str) -> Outcome {
        self.browser
            .wait_until("!document.querySelector(arguments[0])", vec![json!(selector)])
            .await
    }

    /// Waits until the first element that `selector` finds holds `part`.
    pub async fn says(&self, selector: &str, part: &str) -> Outcome {
        let holds = "document.querySelector(arguments[0])?.textContent.includes(arguments[1])";
        self.browser.wait_until(holds, vec![json!(selector), json!(part)]).await
    }

    /// Waits until the text of the first element that `selector` finds is no longer `before`.
    pub async fn differs(&self, selector: &str, before: &str) -> Outcome {
        let differs = "(text => text !== undefined && text !== arguments[1])(document.querySelector(arguments[0])?.textContent.trim())";
        self.browser
            .wait_until(differs, vec![json!(selector), json!(before)])
            .await
    }

    /// Waits until `value` stands in the field that `selector` finds.
    pub async fn holds(&self, selector: &str, value: &str) -> Outcome {
        let holds = "document.querySelector(arguments[0])?.value === arguments[1]";
        self.browser
            .wait_until(holds, vec![json!(selector), json!(value)])
            .await
    }

    /// Clicks what `selector` finds, once it is there.
    pub async fn click(&self, selector: &str) -> Outcome {
        self.present(selector).await?;
        let element = self.element(selector).await?;
        self.bring_into_view(&element).await?;
        let clicked = element.click().await;
        clicked.map_err(|error| format!("{selector}: {error}").into())
    }

    /// Scrolls as a reader does who is about to use something: the driver alone would leave it under the bar on top.
    async fn bring_into_view(&self, element: &WebElement) -> Outcome {
        let scroll = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.browser.run(scroll, vec![element.to_json()?]).await?;
        Ok(())
    }

    /// Clicks the button within `place` that reads `words`.
    pub async fn click_button(&self, place: &str, words: &str) -> Outcome {
        for button in self
            .browser
            .session()
            .find_all(By::Css(format!("{place} button")))
            .await?
        {
            if button.text().await? == words {
                self.bring_into_view(&button).await?;
                return Ok(button.click().await?);
            }
        }
        Err(format!("no button in {place} reads {words:?}").into())
    }

    /// Types `text` over what stands in a field, key by key.
    pub async fn type_over(&self, selector: &str, text: &str) -> Outcome {
        let field = self.element(selector).await?;
        field.send_keys(Key::Control + "a").await?;
        if text.is_empty() {
            return Ok(field.send_keys(Key::Delete + "").await?);
        }
        Ok(field.send_keys(text).await?)
    }

    /// Chooses the option with `value` from the list that `selector` finds, as a reader does.
    pub async fn choose(&self, selector: &str, value: &str) -> Outcome {
        self.click(&format!("{selector} option[value='{value}']")).await
    }

    /// Opens the fold with `class` and waits until its content is there.
    pub async fn open_fold(&self, class: &str) -> Outcome {
        // An answer of the worker above it may move it away between the driver's look and its click.
        for _ in 0..3 {
            self.click(&format!("details.{class} > summary")).await?;
            if self.count(&format!("details.{class}[open]")).await? == 1 {
                break;
            }
        }
        self.present(&format!("details.{class}[open] > .folded")).await
    }

    /// Opens every fold, also those that stand in others.
    pub async fn open_all_folds(&self) -> Outcome {
        self.open_first_folds(u32::MAX).await
    }

    /// Opens the first folds, as many as `most`, also those that stand in others.
    pub async fn open_first_folds(&self, most: u32) -> Outcome {
        for _ in 0..2 {
            let open = "[...document.querySelectorAll('details')].slice(0, arguments[0]).forEach(details => { details.open = true; });";
            self.browser.run(open, vec![json!(most)]).await?;
            self.absent("details.fold[open] > summary:only-child").await?;
        }
        Ok(())
    }

    /// Presses one key in an element, which takes the focus first.
    pub async fn press(&self, selector: &str, key: Key) -> Outcome {
        Ok(self.element(selector).await?.send_keys(key + "").await?)
    }

    /// Waits until the scenario is kept, or is not for the reason named: `Saved`, `Blocked`, `Full`, `Preview`.
    pub async fn saving_ends_in(&self, state: &str) -> Outcome {
        self.present(&format!("[data-save={state}]")).await
    }

    /// Opens the panel with the link and reads the link.
    pub async fn share_link(&self) -> Outcome<String> {
        if self.count("#share-link").await? == 0 {
            self.click(".tools button.main").await?;
        }
        self.browser
            .wait_until("document.querySelector('#share-link')?.value", vec![])
            .await?;
        self.value("#share-link").await
    }

    /// All that the page keeps in this browser.
    pub async fn kept(&self) -> Outcome<Value> {
        self.browser
            .run("return Object.fromEntries(Object.entries(localStorage));", vec![])
            .await
    }

    /// Puts a text into the browser's storage behind the page's back.
    pub async fn keep(&self, key: &str, text: &str) -> Outcome {
        self.browser
            .run(
                "localStorage.setItem(arguments[0], arguments[1]);",
                vec![json!(key), json!(text)],
            )
            .await?;
        Ok(())
    }

    /// The identity of the scenario opened last, and the key it is kept under.
    pub async fn scenario_key(&self) -> Outcome<String> {
        let kept = self.kept().await?;
        let id = kept["kichban.current"].as_str().ok_or("no scenario is kept")?;
        Ok(format!("kichban.scenario.{id}"))
    }
}
