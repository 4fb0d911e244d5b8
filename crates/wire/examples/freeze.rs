//! Turns documents (standard input) into lines for `tests/links`: for each its link, and the document on one line.
//!
//! Takes one document as the page writes it, or several of one line each; lines that start with `#` and empty ones are
//! passed on, so that each can be told what it is for.
//!
//! `cargo run -p wire --example freeze < scenario.json`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a tool for the person who freezes a link"
)]

use std::io::Read as _;

use plan::Plan;
use wire::{document, link};

fn main() {
    let plan = plan::plan();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    if document::from_text(&text, plan).is_ok() {
        println!("{}", frozen(&text, plan));
        return;
    }
    for line in text.lines() {
        if line.is_empty() || line.starts_with('#') {
            println!("{line}");
        } else {
            println!("{}", frozen(line, plan));
        }
    }
}

/// The two lines of a document.
fn frozen(text: &str, plan: &Plan) -> String {
    let opened = document::from_text(text, plan).unwrap();
    assert_eq!(opened.problems, [], "a frozen link must be free of problems");
    assert!(
        opened.made_with.is_current(plan),
        "a link says that it was made with the versions of today"
    );
    let written = document::to_text(&opened.value, plan, &opened.made_with);
    let value: serde_json::Value = serde_json::from_str(&written).unwrap();
    format!("{}\n{value}", link::encode(&opened.value, plan).unwrap())
}
