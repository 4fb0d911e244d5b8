//! A hundred thousand random scenarios, the same ones each time: link, document and file hold the same, and have one text only.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::{any_saved, plan};
use wire::{MadeWith, Saved, document, file, link};

/// Scenarios of one part; the parts run side by side.
const PART: usize = 25_000;
/// Scenarios of one file.
const FILE: usize = 5;

fn assert_all_forms_agree(seed: u8) {
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let strategy = any_saved();
    for _ in 0..PART / FILE {
        let all: Vec<Saved> = (0..FILE)
            .map(|_| strategy.new_tree(&mut runner).unwrap().current())
            .collect();
        all.iter().for_each(assert_link_and_document_agree);
        let text = file::to_text(&all, plan(), None).unwrap();
        let imported = file::from_text(&text, plan()).unwrap();
        assert_eq!((imported.problems.as_slice(), imported.lost), (&[][..], 0), "{text}");
        let taken: Vec<Saved> = imported.scenarios.into_iter().map(|taken| taken.saved).collect();
        assert_eq!(taken, all, "{text}");
        assert_eq!(file::to_text(&taken, plan(), None).unwrap(), text);
    }
}

fn assert_link_and_document_agree(saved: &Saved) {
    let text = link::encode(saved, None, plan()).unwrap();
    let linked = link::decode(&text, plan()).unwrap();
    assert_eq!((&linked.value, linked.problems.as_slice()), (saved, &[][..]), "{text}");
    assert_eq!(link::encode(&linked.value, None, plan()).unwrap(), text);
    let written = document::to_text(saved, plan(), &MadeWith::now(plan()));
    let opened = document::from_text(&written, plan()).unwrap();
    assert_eq!(
        (&opened.value, opened.problems.as_slice()),
        (saved, &[][..]),
        "{written}"
    );
    assert_eq!(link::encode(&opened.value, None, plan()).unwrap(), text);
}

#[test]
fn first_quarter() {
    assert_all_forms_agree(1);
}

#[test]
fn second_quarter() {
    assert_all_forms_agree(2);
}

#[test]
fn third_quarter() {
    assert_all_forms_agree(3);
}

#[test]
fn fourth_quarter() {
    assert_all_forms_agree(4);
}
