//! One editing of a number field: what stood before it began, so that it can be put back.
//!
//! Typing 1000 passes through 1, 10 and 100, and each is taken as it stands. Once the whole cannot be used, none of its
//! beginnings may stay.

use leptos::prelude::*;

use crate::state::{AppState, actions};

/// The value before editing began; the inner None is "as shipped".
#[derive(Clone, Copy)]
pub struct Edit(StoredValue<Option<Option<f64>>>);

impl Edit {
    /// No editing under way.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Begins, unless it has begun: `now` is what stands before it.
    pub fn begin(self, now: Option<f64>) {
        self.0.update_value(|before| {
            before.get_or_insert(now);
        });
    }

    /// What stood before.
    pub fn before(self) -> Option<f64> {
        self.0.get_value().flatten()
    }

    /// Given up: `set` puts back what stood before, if editing was under way at all.
    pub fn cancel(self, state: AppState, set: impl Fn(Option<f64>) -> Result<(), String>) {
        if let Some(before) = self.0.try_update_value(Option::take).flatten() {
            // What stood before was within its limits.
            let _ = set(before);
            actions::end_burst(state);
        }
    }

    /// The field was left: what was typed is one step to undo.
    pub fn end(self, state: AppState) {
        self.0.set_value(None);
        actions::end_burst(state);
    }
}
