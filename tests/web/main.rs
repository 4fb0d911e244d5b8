//! In headless Chromium: the bits of wasm, what the browser keeps, and components as a person meets them.
#![cfg(target_arch = "wasm32")]

mod number_field;
mod storage;
mod waking;
mod words;

#[path = "../scenarios/parity_cases.rs"]
mod parity_cases;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn wasm_bits_are_the_committed_ones() {
    assert_eq!(parity_cases::found(), parity_cases::COMMITTED);
}
