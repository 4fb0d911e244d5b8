//! Doing something a little later, once.

use std::time::Duration;

use leptos::prelude::{TimeoutHandle, set_timeout, set_timeout_with_handle};

/// A pause after which the last of a burst of calls is carried out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pause(Option<TimeoutHandle>);

impl Pause {
    /// Carries `then` out after `milliseconds`, unless called again before.
    pub fn restart(&mut self, milliseconds: u64, then: impl FnOnce() + 'static) {
        self.cancel();
        self.0 = set_timeout_with_handle(then, Duration::from_millis(milliseconds)).ok();
    }

    /// Forgets what was to be carried out.
    pub fn cancel(&mut self) {
        if let Some(handle) = self.0.take() {
            handle.clear();
        }
    }
}

/// Carries `then` out after `milliseconds`.
pub fn later(milliseconds: u64, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_millis(milliseconds));
}
