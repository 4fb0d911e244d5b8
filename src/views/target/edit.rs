//! One editing of a number field: what stood before it began, so that it can be put back.
//!
//! Typing 1000 passes through 1, 10 and 100, and each is taken as it stands. Once the whole cannot be used, none of its
//! beginnings may stay.

use leptos::prelude::*;

use crate::state::{AppState, actions};

/// What is edited, while it is.
#[derive(Clone, Copy)]
pub struct Edit(StoredValue<Option<Editing>>);

/// Values; None is "as shipped".
#[derive(Clone, Copy)]
struct Editing {
    /// Before it began.
    before: Option<f64>,
    /// As it left it last. Where another one stands, somebody else has changed it: an undo, a way back, a slider.
    made: Option<f64>,
}

impl Edit {
    /// No editing under way.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Begins, unless it is under way: `now` is what stands.
    pub fn begin(self, now: Option<f64>) {
        self.0.update_value(|editing| {
            if editing.is_none_or(|editing| editing.made != now) {
                *editing = Some(Editing { before: now, made: now });
            }
        });
    }

    /// Has led to `now`.
    pub fn made(self, now: Option<f64>) {
        self.0.update_value(|editing| {
            if let Some(editing) = editing {
                editing.made = now;
            }
        });
    }

    /// What was typed cannot be used: `set` puts back what stood before, and it was no step to undo.
    pub fn refuse(self, state: AppState, set: impl Fn(Option<f64>) -> Result<(), String>) {
        let before = self.0.get_value().and_then(|editing| editing.before);
        // What stood before was within its limits.
        let _ = set(before);
        actions::end_burst(state);
    }

    /// Given up: `set` puts back what stood before, if editing is under way and what stands, `now`, is of it.
    pub fn cancel(self, state: AppState, now: Option<f64>, set: impl Fn(Option<f64>) -> Result<(), String>) {
        let editing = self.0.try_update_value(Option::take).flatten();
        if let Some(editing) = editing.filter(|editing| editing.made == now) {
            let _ = set(editing.before);
            actions::end_burst(state);
        }
    }

    /// The field was left: what was typed is one step to undo.
    pub fn end(self, state: AppState) {
        self.0.set_value(None);
        actions::end_burst(state);
    }
}
