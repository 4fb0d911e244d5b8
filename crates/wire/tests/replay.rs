//! What fuzzing began with, what it found worth keeping, and every input that ever broke a decoder: all of it again, each
//! time. The inputs lie in `fuzz/corpus` and `fuzz/crashes`, a folder a decoder.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

#[path = "support/decoders.rs"]
mod decoders;

use std::fs;
use std::path::{Path, PathBuf};

use decoders::{DECODERS, Decoder};

/// The files of a folder; none where there is no such folder.
fn inputs(folder: &str, decoder: &Decoder) -> Vec<PathBuf> {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let entries = fs::read_dir(fuzz.join(folder).join(decoder.name)).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

#[test]
fn every_input_is_taken_or_refused() {
    for decoder in DECODERS {
        let corpus = inputs("corpus", &decoder);
        assert!(corpus.len() > 5, "fuzz/corpus/{} is as good as empty", decoder.name);
        for path in corpus.into_iter().chain(inputs("crashes", &decoder)) {
            // Shown where the test fails.
            println!("{}", path.display());
            let bytes = fs::read(&path).unwrap();
            (decoder.read)(&bytes);
            (decoder.check)(&bytes);
        }
    }
}
