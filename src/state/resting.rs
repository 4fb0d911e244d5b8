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
        let is_back = source.with(|now| copy.with_untracked(|known| known == now));
        pause.update_value(|pause| {
            if is_back {
                // Undone before it rested.
                pause.cancel();
            } else {
                // Holds no copy: the browser frees what a cancelled timer held only when it comes to it.
                pause.restart(REST_MILLISECONDS, move || {
                    // The panel may have been closed meanwhile.
                    if let Some(now) = source.try_get_untracked() {
                        let _ = copy.try_set(now);
                    }
                });
            }
        });
    });
    on_cleanup(move || {
        let _ = pause.try_update_value(Pause::cancel);
    });
    copy.read_only()
}
