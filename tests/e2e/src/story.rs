//! One test: a server, a browser and a story about the page. At its end the console must have said nothing bad and no
//! request may have left for another host.

use std::sync::{Mutex, PoisonError};

use crate::{Outcome, Page, Site, Start, runtime};

/// One browser at a time: two of them on a small machine take turns anyway, and slow each other's waits.
static TURN: Mutex<()> = Mutex::new(());

/// Tells `story` about the page of `site`, opened at `fragment`.
///
/// # Panics
/// When a step of the story cannot be done, an assertion in it fails, the console complains or a request goes elsewhere.
pub fn story(fragment: &str, start: Start, story: impl AsyncFnOnce(&Site, &Page) -> Outcome) {
    story_at("/", fragment, start, story);
}

/// As [`story`], with the page served under the path `base`.
pub fn story_at(base: &str, fragment: &str, start: Start, story: impl AsyncFnOnce(&Site, &Page) -> Outcome) {
    // A story that failed leaves nothing behind that the next one could meet.
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let told = runtime().and_then(|runtime| {
        runtime.block_on(async {
            let site = Site::serve_under(base)?;
            let page = Page::open(&site, fragment, start).await?;
            story(&site, &page).await?;
            page.is_clean().await
        })
    });
    if let Err(problem) = told {
        panic!("{problem}");
    }
}

impl Page {
    /// Fails when the console complained or a request went to another host. A story calls it for each further browser.
    pub async fn is_clean(&self) -> Outcome {
        let complaints = self.browser().complaints().await?;
        if !complaints.is_empty() {
            return Err(format!("the console said:\n{}", complaints.join("\n")).into());
        }
        let requests = self.browser().requests().await?;
        let own = requests
            .iter()
            .filter(|address| address.starts_with(self.address()))
            .count();
        if own == 0 {
            return Err("no request was recorded, not even for the page itself".into());
        }
        let elsewhere: Vec<&String> = requests
            .iter()
            .filter(|address| !address.starts_with(self.address()))
            .collect();
        if !elsewhere.is_empty() {
            return Err(format!("requests to other places: {elsewhere:?}").into());
        }
        Ok(())
    }
}
