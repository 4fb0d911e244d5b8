//! The same scenario gives the same bits natively as in wasm: both compare with `tests/scenarios/parity.txt`.
//!
//! After reading why the figures changed, `UPDATE_PARITY=1 cargo test -p engine --test parity` writes the file anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that goes wrong should stop"
)]

#[path = "../../../tests/scenarios/parity_cases.rs"]
mod parity_cases;

#[test]
fn native_bits_are_the_committed_ones() {
    let found = parity_cases::found();
    if std::env::var_os("UPDATE_PARITY").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scenarios/parity.txt");
        std::fs::write(file, &found).unwrap();
        return;
    }
    assert_eq!(found, parity_cases::COMMITTED);
}
