//! Undo histories.
#![no_main]

use fuzz::decoders::HISTORY;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::run(&HISTORY, bytes));
