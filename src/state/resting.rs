//! What follows once the scenario rests: all but the fan of a chart and the verdicts of the board's rows, so that a lever in the
//! reader's hand never waits for it. Knows no scenario.

use leptos::prelude::*;

use super::use_state;
use crate::platform::timer::{Lull, later};

/// Pause after the last change before the copies follow; shorter than what a reader notices after letting go.
const REST_MILLISECONDS: u32 = 120;
/// Between two looks while the scenario does not rest; a figure that changes faster cannot be read.
const PULSE_MILLISECONDS: u64 = 250;

/// When the scenario has come to rest.
#[derive(Clone, Copy)]
pub(in crate::state) struct Rest {
    lull: Lull,
    rests: RwSignal<u32>,
    /// It has changed and does not rest yet.
    is_moving: RwSignal<bool>,
    /// How often there was a look at what moves, and whether one is to come.
    pulses: RwSignal<u32>,
    is_pulsing: StoredValue<bool>,
}

impl Rest {
    pub(in crate::state) fn new() -> Self {
        Self {
            lull: Lull::default(),
            rests: RwSignal::new(0),
            is_moving: RwSignal::new(false),
            pulses: RwSignal::new(0),
            is_pulsing: StoredValue::new(false),
        }
    }

    /// What `source` gives now, and again once the scenario has changed and rests.
    pub(in crate::state) fn after<T>(self, source: Memo<T>) -> Memo<T>
    where
        T: PartialEq + Clone + Send + Sync + 'static,
    {
        following(move || self.rests.track(), move || source.get())
    }

    /// It rests from here on: another scenario was opened, and no hand is on it.
    pub(in crate::state) fn settle(self) {
        self.lull.cancel();
        self.rests.update(|rests| *rests = rests.wrapping_add(1));
        self.is_moving.set(false);
    }

    /// Something has changed: it rests once nothing else has for a while.
    pub(in crate::state) fn disturb(self) {
        self.lull.begin(REST_MILLISECONDS, move || self.settle());
        if !self.is_moving.get_untracked() {
            self.is_moving.set(true);
        }
        if !self.is_pulsing.get_value() {
            self.is_pulsing.set_value(true);
            later(PULSE_MILLISECONDS, move || {
                self.is_pulsing.set_value(false);
                self.pulses.update(|pulses| *pulses = pulses.wrapping_add(1));
            });
        }
    }
}

/// How often the scenario has come to rest.
#[must_use]
pub fn rests() -> ReadSignal<u32> {
    use_state().rest.rests.read_only()
}

/// Whether the scenario has changed and what rests with it does not follow yet.
#[must_use]
pub fn is_moving() -> ReadSignal<bool> {
    use_state().rest.is_moving.read_only()
}

/// What `source` gives now, and again once the scenario has changed and rests, for as long as the reactive owner that asks
/// for it lives. Of what `source` reads, only the scenario is followed.
#[must_use]
pub fn resting<T>(source: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let rests = rests();
    following(move || rests.track(), source)
}

/// As [`resting`], and some times a second while the scenario moves: for the few words that a reader watches meanwhile.
#[must_use]
pub fn watched<T>(source: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    let Rest { rests, pulses, .. } = use_state().rest;
    let clock = move || {
        rests.track();
        pulses.track();
    };
    following(clock, source)
}

/// What `source` gives now, and again whenever what `clock` reads has changed. Not an effect and a signal: a board has two
/// hundred of these, and what nobody looks at costs nothing.
fn following<T>(clock: impl Fn() + Send + Sync + 'static, source: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| {
        clock();
        untrack(&source)
    })
}
