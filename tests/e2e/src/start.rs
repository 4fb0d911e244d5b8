//! How a browser starts: which one, in what window, with what storage. Must not know how each is told.

use std::fmt;

use crate::{View, WIDE};

/// A make of browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Chromium or Chrome, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self:?}")
    }
}

/// What the browser's settings let a site keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Storage {
    /// As it comes.
    Usual,
    /// Asking for storage throws: what people get who block all cookies and site data.
    Refused,
    /// There is no storage to ask for, as with `dom.storage.enabled` off. Firefox only: Chromium has no such setting.
    Absent,
}

/// How a browser starts.
#[derive(Debug, Clone, Copy)]
pub struct Start {
    /// Its make.
    pub kind: Kind,
    /// Its window.
    pub view: View,
    /// What sites may keep.
    pub storage: Storage,
    /// Whether every request is written down; it costs time that a benchmark must not measure.
    pub records_requests: bool,
}

impl Default for Start {
    fn default() -> Self {
        Self {
            kind: Kind::Chromium,
            view: WIDE,
            storage: Storage::Usual,
            records_requests: true,
        }
    }
}

impl Start {
    /// Whether a browser that was started as `other` can be used for this: the window can still be changed, settings cannot.
    pub(crate) fn is_served_by(self, other: Self) -> bool {
        self.kind == other.kind && self.storage == other.storage && self.records_requests == other.records_requests
    }
}
