//! Doing something a little later, once.

use std::time::Duration;

use leptos::prelude::{GetValue, StoredValue, TimeoutHandle, UpdateValue, set_timeout, set_timeout_with_handle};

use super::clock;

/// A pause after which something is carried out; begun again, it is about what was given last.
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

/// A pause at the end of a burst of many calls that all mean the same, such as the moves of a lever. A timer of the browser
/// taken back and set again at every move costs as much as a projection: here one runs, and is set again once it finds that
/// the burst went on.
#[derive(Debug, Clone, Copy)]
pub struct Lull(StoredValue<Waiting>);

#[derive(Debug, Clone, Copy, Default)]
struct Waiting {
    timer: Option<TimeoutHandle>,
    /// When it ends, by [`clock::elapsed`]; None while nothing is waited for.
    end: Option<f64>,
}

impl Default for Lull {
    /// Waits for nothing yet; lives as long as the reactive owner that makes it.
    fn default() -> Self {
        Self(StoredValue::new(Waiting::default()))
    }
}

impl Lull {
    /// Carries `then` out once nobody has called this for `milliseconds`. What the first call of a burst gave is carried out.
    pub fn begin(self, milliseconds: u32, then: impl FnOnce() + 'static) {
        let now = clock::elapsed();
        let end = now + f64::from(milliseconds);
        let before = self.0.try_update_value(|waiting| waiting.end.replace(end)).flatten();
        if before.is_none() {
            self.wait(end - now, then);
        }
    }

    fn wait(self, milliseconds: f64, then: impl FnOnce() + 'static) {
        let duration = Duration::from_secs_f64(milliseconds.max(0.0) / 1000.0);
        // The browser is given whole milliseconds, rounded down.
        let duration = duration + Duration::from_millis(1);
        let wake = move || {
            let Some(end) = self.0.try_get_value().and_then(|waiting| waiting.end) else {
                return;
            };
            let left = end - clock::elapsed();
            if left > 0.0 {
                self.wait(left, then);
            } else {
                self.0.update_value(|waiting| waiting.end = None);
                then();
            }
        };
        let timer = set_timeout_with_handle(wake, duration).ok();
        self.0.update_value(|waiting| {
            waiting.timer = timer;
            // Where the browser sets none, the next call tries again.
            waiting.end = waiting.end.filter(|_| timer.is_some());
        });
    }

    /// Forgets what was to be carried out.
    pub fn cancel(self) {
        let _ = self.0.try_update_value(|waiting| {
            waiting.end = None;
            if let Some(timer) = waiting.timer.take() {
                timer.clear();
            }
        });
    }
}

/// Carries `then` out after `milliseconds`.
pub fn later(milliseconds: u64, then: impl FnOnce() + 'static) {
    set_timeout(then, Duration::from_millis(milliseconds));
}
