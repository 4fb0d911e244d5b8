//! Whatever is saved comes back as it was, as a link and as a document, and has one text only.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use proptest::prelude::*;
use support::{any_saved, every_kind, later_kinds, plan};
use wire::{MadeWith, Saved, document, link};

fn through_link(saved: &Saved) -> Saved {
    let text = link::encode(saved, None, plan()).unwrap();
    assert!(
        text.bytes()
            .all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, b'-' | b'_'))
    );
    assert!(link::looks_like_link(&text));
    let opened = link::decode(&text, plan()).unwrap();
    assert_eq!(opened.problems, []);
    assert!(opened.made_with.is_current(plan()));
    assert_eq!(link::encode(&opened.value, None, plan()).unwrap(), text);
    opened.value
}

fn through_document(saved: &Saved) -> Saved {
    let made_with = MadeWith::now(plan());
    let text = document::to_text(saved, plan(), &made_with);
    let opened = document::from_text(&text, plan()).unwrap();
    assert_eq!(opened.problems, [], "{text}");
    assert_eq!(opened.made_with, made_with);
    assert_eq!(document::to_text(&opened.value, plan(), &made_with), text);
    opened.value
}

#[test]
fn every_kind_of_change_comes_back() {
    for saved in [every_kind(), later_kinds()] {
        assert_eq!(through_link(&saved), saved);
        assert_eq!(through_document(&saved), saved);
    }
}

#[test]
fn the_order_of_the_changes_leaves_no_trace() {
    for saved in [every_kind(), later_kinds()] {
        let mut backwards = Saved {
            scenario: engine::Scenario::default(),
            ..saved.clone()
        };
        let changes: Vec<_> = saved.scenario.changes().collect();
        for (code, change) in changes.into_iter().rev() {
            backwards.scenario.apply(plan(), code, change).unwrap();
        }
        assert_eq!(
            link::encode(&backwards, None, plan()),
            link::encode(&saved, None, plan())
        );
    }
}

#[test]
fn texts_are_saved_clean() {
    let untidy = Saved {
        name: " Tên\u{202E} \n".to_string(),
        notes: "a\r\nb\u{0}\n".to_string(),
        ..Saved::default()
    };
    let text = link::encode(&untidy, None, plan()).unwrap();
    let opened = link::decode(&text, plan()).unwrap();
    assert_eq!(
        (opened.value.name.as_str(), opened.value.notes.as_str()),
        ("Tên", "a\nb")
    );
    assert_eq!(opened.problems, []);
    let text = document::to_text(&untidy, plan(), &MadeWith::default());
    assert_eq!(
        document::from_text(&text, plan()).unwrap(),
        wire::Opened {
            made_with: MadeWith::default(),
            ..opened
        }
    );
}

proptest! {
    #[test]
    fn random_scenarios_come_back(saved in any_saved()) {
        prop_assert_eq!(&through_link(&saved), &saved);
        prop_assert_eq!(&through_document(&saved), &saved);
    }
}
