//! Text for search: lower case, no diacritics. Each text is folded once, since the names of targets never change.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::platform::text;

thread_local! {
    static FOLDED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Texts kept; what readers type is forgotten with the rest once there are more.
const MOST_KEPT: usize = 1_000;

/// `text` folded.
#[must_use]
pub fn fold(text: &str) -> String {
    FOLDED.with_borrow_mut(|folded| {
        if let Some(known) = folded.get(text) {
            return known.clone();
        }
        if folded.len() >= MOST_KEPT {
            folded.clear();
        }
        let result = text::fold(text);
        folded.insert(text.to_string(), result.clone());
        result
    })
}
