//! The document of a scenario.
#![no_main]

use fuzz::decoders::DOCUMENT;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::run(&DOCUMENT, bytes));
