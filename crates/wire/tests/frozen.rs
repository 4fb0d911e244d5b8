//! Every link and document ever shipped opens for ever. Lines are added to `tests/links`, never changed.
//!
//! A comparison has one document for each of its scenarios. A line `= …` under a document is what the link says that its
//! author saw. A line `! path` under a document names a value whose meaning the engine has given up since: it is left out and said.
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
    let lines = V1.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut lines = lines.peekable();
    let (mut count, mut records, mut comparisons) = (0, 0, 0);
    while let Some(text) = lines.next() {
        assert!(text.starts_with("v1"), "{text}");
        let members = link::decode_several(text, plan()).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        comparisons += usize::from(members.len() > 1);
        for member in members {
            let from_link = member.unwrap_or_else(|error| panic!("{text}: {error:?}"));
            let expected = lines.next().expect("a document under each link");
            let from_document =
                document::from_text(expected, plan()).unwrap_or_else(|error| panic!("{expected}: {error:?}"));
            assert_eq!(from_link.value, from_document.value, "{text}");
            assert_eq!(from_link.made_with, from_document.made_with, "{text}");
            let record = lines.next_if(|line| line.starts_with("= "));
            let seen = from_link.seen.as_ref().map(support::seen::line);
            assert_eq!(seen.as_deref(), record, "{text}");
            records += usize::from(record.is_some());
            let given_up: Vec<&str> = std::iter::from_fn(|| lines.next_if(|line| line.starts_with("! ")))
                .map(|line| &line[2..])
                .collect();
            // A link is ordered by codes, a document by names.
            for problems in [&from_link.problems, &from_document.problems] {
                let mut left_out: Vec<&str> = problems.iter().map(|problem| problem.path.as_str()).collect();
                left_out.sort_unstable();
                assert_eq!(left_out, given_up, "{text}");
            }
        }
        count += 1;
    }
    assert!(count >= 22, "only {count} links");
    assert!(
        records >= 6 && comparisons >= 2,
        "{records} records, {comparisons} comparisons"
    );
}
