//! Values that are told of only when they are others.
//!
//! What hangs from a memo is woken at every change of what the memo reads, only to find most times that nothing has changed
//! for it: a lever that moves would wake all others. These look first. Knows no scenario.

use leptos::prelude::*;

/// What `source` gives, for as long as the reactive owner that asks for it lives. Follows at once: whoever changes what it
/// reads may read it in the same breath.
#[must_use]
pub fn distinct<T>(source: impl Fn() -> T + Send + Sync + 'static) -> ReadSignal<T>
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let known = RwSignal::new(untrack(&source));
    ImmediateEffect::new_scoped(move || tell(known, &source()));
    known.read_only()
}

/// The same for each of several values under a key: `source` hands them to the function it is given. What comes under a key
/// that was not there at first is left alone; the value under one that is gone stays.
#[must_use]
pub fn each_distinct<K, T>(source: impl Fn(&mut dyn FnMut(K, &T)) + Send + Sync + 'static) -> Vec<(K, ReadSignal<T>)>
where
    K: PartialEq + Copy + Send + Sync + 'static,
    T: PartialEq + Clone + Send + Sync + 'static,
{
    let mut known: Vec<(K, RwSignal<T>)> = Vec::new();
    untrack(|| source(&mut |key, value| known.push((key, RwSignal::new(value.clone())))));
    let told = known.iter().map(|(key, value)| (*key, value.read_only())).collect();
    ImmediateEffect::new_scoped(move || {
        source(&mut |key, value| {
            if let Some((_, known)) = known.iter().find(|(known, _)| *known == key) {
                tell(*known, value);
            }
        });
    });
    told
}

fn tell<T>(known: RwSignal<T>, value: &T)
where
    T: PartialEq + Clone + Send + Sync + 'static,
{
    if known.with_untracked(|known| known != value) {
        known.set(value.clone());
    }
}
