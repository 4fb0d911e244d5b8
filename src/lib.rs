//! Kịch Bản: what-if projections over the targets of a public plan, on a page that computes everything itself.
//!
//! Views show and call; `state` decides; `platform` touches the browser; the crates below it compute, draw, save and share.

/// The texts of `locales/`, made by `build.rs`.
#[allow(clippy::all, unused_qualifications, reason = "generated")]
mod translations {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}
pub use translations::i18n;

#[macro_use]
pub mod words;
pub mod answers;
mod app;
pub mod components;
pub mod platform;
pub mod state;
pub mod views;

pub use app::{App, mount};
pub use views::{LoadScreens, Screens, later_screen};
