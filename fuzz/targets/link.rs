//! Links, one or several.
#![no_main]

use fuzz::decoders::LINK;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::run(&LINK, bytes));
