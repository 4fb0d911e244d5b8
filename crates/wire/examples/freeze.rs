//! Turns a document (standard input) into two lines for `tests/links`: its link, and the document on one line.
//!
//! `cargo run -p wire --example freeze < scenario.json`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a tool for the person who freezes a link"
)]

use std::io::Read as _;

use wire::{document, link};

fn main() {
    let plan = plan::plan();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let opened = document::from_text(&text, plan).unwrap();
    assert_eq!(opened.problems, [], "a frozen link must be free of problems");
    assert!(
        opened.made_with.is_current(plan),
        "a link says that it was made with the versions of today"
    );
    let written = document::to_text(&opened.value, plan, &opened.made_with);
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    println!("{}\n{value}", link::encode(&opened.value, plan).unwrap());
}
