//! Files of scenarios.
#![no_main]

use fuzz::decoders::FILE;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::run(&FILE, bytes));
