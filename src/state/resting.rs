//! A copy that follows once its source rests: what open panels compute from, so that a lever in the reader's hand never
//! waits for them. Knows no scenario.

use leptos::prelude::*;

use crate::platform::timer::Pause;

/// Pause after the last change before the copy follows; shorter than what a reader notices after letting go.
const REST_MILLISECONDS: u64 = 120;

/// The copy of `source`, for as long as the reactive owner that asks for it lives.
#[must_use]
pub fn resting<T>(source: Memo<T>) -> ReadSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let copy = RwSignal::new(source.get_untracked());
    let pause = StoredValue::new(Pause::default());
    Effect::new(move |_| {
        let now = source.get();
        pause.update_value(|pause| {
            if copy.with_untracked(|known| *known == now) {
                // Undone before it rested.
                pause.cancel();
            } else {
                pause.restart(REST_MILLISECONDS, move || {
                    // The panel may have been closed meanwhile.
                    let _ = copy.try_set(now);
                });
            }
        });
    });
    on_cleanup(move || {
        let _ = pause.try_update_value(Pause::cancel);
    });
    copy.read_only()
}
