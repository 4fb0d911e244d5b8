//! Every effect on the browser: storage, address, clipboard, clock, number formats, document.
//!
//! The only user of `web_sys` and `js_sys`. Knows no plan, no scenario and no projection: texts and numbers go in and out.

pub mod clipboard;
pub mod clock;
pub mod document;
pub mod download;
pub mod drawing;
pub mod events;
pub mod files;
pub mod location;
pub mod numbers;
pub mod offline;
pub mod picture;
pub mod storage;
pub mod text;
pub mod timer;
pub mod worker;
pub mod worker_scope;

/// The window; every caller has an answer for a page without one.
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
