//! A real browser on the built page: what the end-to-end tests, the benchmark and the pictures share.
//!
//! A test tells a story about a [`Page`] and asserts; everything between (driver, browser, server, waiting, the console)
//! is here. Must not know how the page computes anything, and must not retry: what fails once has failed.

mod browser;
mod driver;
mod folder;
mod page;
mod server;
mod site;
mod story;
mod view;
pub mod words;

pub use browser::{Browser, Start};
pub use page::{Judgement, Page};
pub use site::{Site, folder as built_page};
pub use story::{story, story_at};

pub use view::{PHONE, SMALL_PHONE, View, WIDE};

/// What a step of a story returns: the first thing that could not be done ends it.
pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// What carries a story out. With a thread of its own for connections: a browser is closed when it is dropped, which
/// blocks the thread of the story and waits for an answer over a connection made there.
pub fn runtime() -> Outcome<tokio::runtime::Runtime> {
    Ok(tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?)
}
