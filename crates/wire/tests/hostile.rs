//! Links and documents that nobody of this page wrote: an error or a value, never a panic.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use proptest::collection::vec;
use proptest::prelude::*;
use support::{any_saved, plan};
use wire::{Damage, LinkError, MadeWith, document, link};

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

proptest! {
    #[test]
    fn any_text(text: String) {
        let _ = link::decode(&text, plan());
        let _ = link::decode(&format!("v1{text}"), plan());
        let _ = document::from_text(&text, plan());
    }

    #[test]
    fn any_letters(letters in vec(proptest::sample::select(LETTERS), 0..200)) {
        let text = format!("v1{}", String::from_utf8(letters).unwrap());
        prop_assert!(link::decode(&text, plan()).is_err());
    }

    /// The checksum finds every change of one character.
    #[test]
    fn one_character_changed(saved in any_saved(), place: prop::sample::Index, letter in proptest::sample::select(LETTERS)) {
        let text = link::encode(&saved, None, plan()).unwrap();
        let mut letters = text.clone().into_bytes();
        let place = 2 + place.index(letters.len() - 2);
        letters[place] = letter;
        let changed = String::from_utf8(letters).unwrap();
        let opened = link::decode(&changed, plan());
        if changed == text {
            prop_assert!(opened.is_ok());
        } else {
            prop_assert!(matches!(opened, Err(LinkError::Damaged(_))));
        }
    }

    #[test]
    fn cut_anywhere(saved in any_saved(), place: prop::sample::Index) {
        let text = link::encode(&saved, None, plan()).unwrap();
        let cut = &text[..place.index(text.len())];
        prop_assert!(link::decode(cut, plan()).is_err());
        let document = document::to_text(&saved, plan(), &MadeWith::now(plan()));
        let cut: String = document.chars().take(place.index(document.trim_end().chars().count())).collect();
        prop_assert!(document::from_text(&cut, plan()).is_err());
    }

    #[test]
    fn documents_with_changed_characters(saved in any_saved(), changes in vec((any::<prop::sample::Index>(), any::<char>()), 1..6)) {
        let text = document::to_text(&saved, plan(), &MadeWith::now(plan()));
        let mut letters: Vec<char> = text.chars().collect();
        for (place, letter) in changes {
            let place = place.index(letters.len());
            letters[place] = letter;
        }
        let _ = document::from_text(&String::from_iter(letters), plan());
    }

    /// The tokens of a document in any order.
    #[test]
    fn documents_of_scrambled_tokens(tokens in vec(proptest::sample::select(TOKENS), 0..60)) {
        let _ = document::from_text(&tokens.concat(), plan());
        let head = r#"{"format":"kichban-scenario","version":1,"plan":"vinh-phuc-2020","targets":{"income_per_capita":"#;
        let _ = document::from_text(&format!("{head}{}", tokens.concat()), plan());
    }
}

const TOKENS: &[&str] = &[
    "{",
    "}",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    ":",
    ",",
    "\"growth\":",
    "\"2021-2025\":",
    "\"2023\":",
    "\"observations\":{",
    "\"mode\":",
    "\"plan\"",
    "1",
    "-1e308",
    "1e-400",
    "null",
    "true",
    "\"\\u0000\"",
    "\"ạ\"",
    "9007199254740993",
];

#[test]
fn a_flood_of_problems_is_counted_not_kept() {
    let unknown: Vec<String> = (0..400).map(|key| format!(r#""k{key}":0"#)).collect();
    let text = format!(
        r#"{{"format":"kichban-scenario","version":1,"plan":"{}",{}}}"#,
        plan().id,
        unknown.join(",")
    );
    let opened = document::from_text(&text, plan()).unwrap();
    assert_eq!(opened.problems.len(), 101);
    assert_eq!(opened.problems[100].reason, wire::Reason::More { count: 300 });
}

#[test]
fn padding_and_other_alphabets_are_damage() {
    let text = link::encode(&support::every_kind(), None, plan()).unwrap();
    for foreign in ["=", "%20", " ", ".", "ạ", "+", "/"] {
        let opened = link::decode(&format!("{text}{foreign}"), plan());
        assert_eq!(opened, Err(LinkError::Damaged(Damage::Characters)), "{foreign}");
    }
}
