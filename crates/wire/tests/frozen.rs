//! Every link and document ever shipped opens for ever. Lines are added to `tests/links`, never changed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use support::plan;
use wire::{document, link};

const V1: &str = include_str!("../../../tests/links/v1.txt");

#[test]
fn links_of_version_1_open_as_their_documents() {
    let mut lines = V1.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut count = 0;
    while let Some(text) = lines.next() {
        assert!(text.starts_with("v1"), "{text}");
        let from_link = link::decode(text, plan()).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        let expected = lines.next().expect("a document under each link");
        let from_document =
            document::from_text(expected, plan()).unwrap_or_else(|error| panic!("{expected}: {error:?}"));
        assert_eq!(from_link, from_document, "{text}");
        assert_eq!(from_link.problems, [], "{text}");
        count += 1;
    }
    assert!(count >= 10, "only {count} links");
}
