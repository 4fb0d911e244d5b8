//! Texts as long as the limits allow, made to cost as much as they can: reading one takes little memory.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

#[path = "support/costly.rs"]
mod costly;

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// For one text, beside the text itself.
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// One test: the memory of others at the same time would be counted too.
#[test]
fn the_costliest_texts_take_little_memory() {
    let mut wrong = String::new();
    for text in costly::texts() {
        MEMORY.reset_peak_usage();
        let before = MEMORY.current_usage();
        let is_taken = (text.read)(&text.text);
        let more = MEMORY.peak_usage().saturating_sub(before);
        println!("{more:>10} bytes for {} of {}", text.text.len(), text.name);
        assert!(is_taken, "{} is not even looked at", text.name);
        if more > MOST_BYTES {
            wrong.push_str(text.name);
        }
    }
    assert_eq!(wrong, "");
}
