//! Parts of a long screen that are built one after the other, so that the page answers in between. Knows no scenario.

use leptos::prelude::*;

use crate::platform::timer::later;

/// How many parts are built: none at first, one more with every turn of the browser, in the end any number.
#[must_use]
pub fn in_turn(count: usize) -> ReadSignal<usize> {
    let built = RwSignal::new(0);
    next(built, count);
    built.read_only()
}

fn next(built: RwSignal<usize>, count: usize) {
    later(0, move || {
        // The screen may have been left meanwhile.
        let Some(before) = built.try_get_untracked() else {
            return;
        };
        let is_last = before + 1 >= count;
        built.set(if is_last { usize::MAX } else { before + 1 });
        if !is_last {
            next(built, count);
        }
    });
}
