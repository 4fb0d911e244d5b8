//! One test: a server, a browser and a story about the page. At its end the console must have said nothing bad and no
//! request may have left for another host.
//!
//! A story is told in Chromium; one about what browsers do each in their own way (what they keep, tabs, addresses, the
//! policy) is told in Firefox as well. A browser takes seconds to start, so the next story goes on in the same one, at an
//! address of its own: all that a page can keep belongs to its address. `KICHBAN_BROWSERS=firefox` leaves the other out
//! while a story is being written.

use std::env;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};

use tokio::runtime::Runtime;

use crate::{Browser, Kind, Outcome, Page, Site, Start, runtime};

/// Tells `story` about the page of a site, opened at `fragment`, in the browser that `start` names.
///
/// # Panics
/// When a step of the story cannot be done, an assertion in it fails, the console complains or a request goes elsewhere.
pub fn story(fragment: &str, start: Start, story: impl AsyncFn(&Site, &Page) -> Outcome) {
    story_at("/", fragment, start, story);
}

/// As [`story`], with the page served under the path `base`.
///
/// # Panics
/// As [`story`].
pub fn story_at(base: &str, fragment: &str, start: Start, story: impl AsyncFn(&Site, &Page) -> Outcome) {
    tell_in(&[start.kind], base, fragment, start, story);
}

/// As [`story`], in every browser.
///
/// # Panics
/// As [`story`].
pub fn story_everywhere(fragment: &str, start: Start, story: impl AsyncFn(&Site, &Page) -> Outcome) {
    tell_in(&KINDS, "/", fragment, start, story);
}

/// How a story ends in each browser, for stories about stories.
pub fn endings(fragment: &str, story: impl AsyncFn(&Site, &Page) -> Outcome) -> Vec<(Kind, Outcome)> {
    let mut turn = Turn::take();
    let kinds = KINDS.into_iter().filter(|kind| is_wanted(*kind));
    let tell = |kind| {
        let start = Start {
            kind,
            ..Start::default()
        };
        (kind, turn.tell("/", fragment, start, &story))
    };
    kinds.map(tell).collect()
}

const KINDS: [Kind; 2] = [Kind::Chromium, Kind::Firefox];

fn tell_in(kinds: &[Kind], base: &str, fragment: &str, start: Start, story: impl AsyncFn(&Site, &Page) -> Outcome) {
    let mut turn = Turn::take();
    for kind in kinds.iter().copied().filter(|kind| is_wanted(*kind)) {
        // The last of these lines says where an assertion failed.
        println!("in {kind}");
        let told = turn.tell(base, fragment, Start { kind, ..start }, &story);
        if let Err(problem) = told {
            panic!("{problem}");
        }
    }
}

const UNREGISTER: &str = "
    const done = arguments[arguments.length - 1];
    const all = navigator.serviceWorker?.getRegistrations() ?? Promise.resolve([]);
    // Broken off while it fetches what it keeps, it could complain in the next story.
    const fetched = ({ installing }) => installing && new Promise(done => {
        installing.addEventListener('statechange', done);
        setTimeout(done, 5000);
    });
    const unregister = one => Promise.resolve(fetched(one)).then(() => one.unregister());
    all.then(all => Promise.all(all.map(unregister))).then(() => done(true), () => done(false));";

fn is_wanted(kind: Kind) -> bool {
    env::var("KICHBAN_BROWSERS").map_or(true, |names| {
        names.to_lowercase().contains(&kind.to_string().to_lowercase())
    })
}

/// Carries all stories out: a resting browser's connections belong to it.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| runtime().expect("a thread can be started"));
/// Browsers that rest between two stories.
static RESTING: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
/// Stories that wait for their turn.
static WAITING: AtomicUsize = AtomicUsize::new(0);

/// One story at a time: two browsers on a small machine take turns anyway, and slow each other's waits.
struct Turn(MutexGuard<'static, Vec<Browser>>);

impl Turn {
    fn take() -> Self {
        WAITING.fetch_add(1, Ordering::SeqCst);
        // A story that panicked took its browser along and leaves nothing behind that the next one could meet.
        let turn = Self(RESTING.lock().unwrap_or_else(PoisonError::into_inner));
        WAITING.fetch_sub(1, Ordering::SeqCst);
        turn
    }

    fn tell(
        &mut self,
        base: &str,
        fragment: &str,
        start: Start,
        story: &impl AsyncFn(&Site, &Page) -> Outcome,
    ) -> Outcome {
        let place = self
            .0
            .iter()
            .position(|browser| start.is_served_by(browser.started_as()));
        let resting = place.map(|place| self.0.swap_remove(place));
        RUNTIME.block_on(async {
            let site = Site::serve_under(base)?;
            let browser = match resting {
                Some(browser) => {
                    browser.look_through(start.view).await?;
                    browser
                }
                None => Browser::start(start).await?,
            };
            let page = Page::open_in(browser, &site, fragment).await?;
            let told = match story(&site, &page).await {
                Ok(()) => page.is_clean().await,
                problem => problem,
            };
            let mut browser = page.into_browser();
            // Else it looks for a newer version of a page that is gone, in the middle of the next story. A story may end where
            // no script runs.
            let _ = browser.run_to_the_end(UNREGISTER, vec![]).await;
            browser.leave(site).await?;
            self.0.push(browser);
            told
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        // Nobody runs after the last test, and a browser left open would outlive us.
        if WAITING.load(Ordering::SeqCst) == 0 {
            self.0.clear();
        }
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
