//! Turns documents (standard input) into lines for `tests/links`: for each its link, and the document on one line.
//!
//! Takes one document as the page writes it, or several of one line each; lines that start with `#` and empty ones are
//! passed on, so that each can be told what it is for. With a day the links carry what their author saw, which stands on
//! a third line; with `--together` all documents become one comparison.
//!
//! `cargo run -p wire --example freeze [-- 2026-11-24] [--together] < scenario.json`
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a tool for the person who freezes a link"
)]

#[path = "../tests/support/seen.rs"]
mod seen;

use std::io::Read as _;

use plan::Plan;
use wire::{Day, Opened, Saved, Seen, document, link};

fn main() {
    let plan = plan::plan();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let day = words.iter().find_map(|word| Day::from_iso(word));
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    if document::from_text(&text, plan).is_ok() {
        println!("{}", frozen(&[open(&text, plan)], day, plan));
        return;
    }
    let mut together = Vec::new();
    for line in text.lines() {
        if line.is_empty() || line.starts_with('#') {
            println!("{line}");
        } else if words.iter().any(|word| word == "--together") {
            together.push(open(line, plan));
        } else {
            println!("{}", frozen(&[open(line, plan)], day, plan));
        }
    }
    if !together.is_empty() {
        println!("{}", frozen(&together, day, plan));
    }
}

fn open(text: &str, plan: &Plan) -> Opened<Saved> {
    let opened = document::from_text(text, plan).unwrap();
    assert_eq!(opened.problems, [], "a frozen link must be free of problems");
    assert!(
        opened.made_with.is_current(plan),
        "a link says that it was made with the versions of today"
    );
    opened
}

/// The link, and under it the lines of each of its documents.
fn frozen(members: &[Opened<Saved>], day: Option<Day>, plan: &Plan) -> String {
    let records: Vec<Option<Seen>> = members
        .iter()
        .map(|opened| day.map(|day| seen::on(day, &opened.value.scenario, plan)))
        .collect();
    let linked: Vec<_> = members
        .iter()
        .zip(&records)
        .map(|(opened, seen)| (&opened.value, seen.as_ref()))
        .collect();
    let mut lines = vec![link::encode_several(&linked, plan).unwrap()];
    for (opened, seen) in members.iter().zip(&records) {
        let written = document::to_text(&opened.value, plan, &opened.made_with);
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        lines.push(value.to_string());
        lines.extend(seen.as_ref().map(seen::line));
    }
    lines.join("\n")
}
