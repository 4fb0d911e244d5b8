//! Parts of a long screen that are built one after the other, so that the page answers in between. Knows no scenario.

use leptos::prelude::*;

use crate::platform::timer::later;

/// The parts of one screen, by their turn.
#[derive(Debug, Clone, Copy)]
pub struct Turns {
    /// How many are built: none at first, one more with every turn of the browser, in the end any number.
    built: RwSignal<usize>,
}

impl Turns {
    /// Begins to build `count` parts.
    #[must_use]
    pub fn start(count: usize) -> Self {
        let turns = Self {
            built: RwSignal::new(0),
        };
        turns.next(count);
        turns
    }

    /// The part whose turn it is with this number, from 0 on; nothing before.
    pub fn part<V>(self, turn: usize, part: impl Fn() -> V + Send + 'static) -> impl Fn() -> Option<V> + Send + 'static
    where
        V: 'static,
    {
        let has_come = Memo::new(move |_| self.has_come(turn));
        move || has_come.get().then(&part)
    }

    /// Whether the part with this number is built, or being built.
    #[must_use]
    pub fn has_come(self, turn: usize) -> bool {
        self.built.get() > turn
    }

    /// Whether all are built.
    #[must_use]
    pub fn are_over(self) -> bool {
        self.built.get() == usize::MAX
    }

    fn next(self, count: usize) {
        later(0, move || {
            // The screen may have been left meanwhile.
            let Some(before) = self.built.try_get_untracked() else {
                return;
            };
            let is_last = before + 1 >= count;
            self.built.set(if is_last { usize::MAX } else { before + 1 });
            if !is_last {
                self.next(count);
            }
        });
    }
}
