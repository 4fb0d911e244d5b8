//! Comparison links: each scenario by itself, none lost for the damage of another.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use support::{every_kind, later_kinds, plan, seen};
use wire::limits::LINK_CHARACTERS;
use wire::{Damage, LinkError, Saved, link};

fn named(name: &str) -> Saved {
    Saved {
        name: name.to_string(),
        ..Saved::default()
    }
}

#[test]
fn what_is_compared_comes_back_in_its_order() {
    let all = [every_kind(), named("b"), later_kinds(), named("d")];
    let record = seen(&all[2].scenario);
    for count in 1..=4 {
        let members: Vec<_> = all[..count]
            .iter()
            .enumerate()
            .map(|(place, saved)| (saved, (place == 2).then_some(&record)))
            .collect();
        let text = link::encode_several(&members, plan()).unwrap();
        assert!(link::looks_like_link(&text));
        assert_eq!(link::looks_like_several(&text), count > 1);
        let address = format!("https://example.org/?a=b.c#{text}\n");
        assert_eq!(link::fragment(&address), text);
        let opened = link::decode_several(&text, plan()).unwrap();
        assert_eq!(opened.len(), count);
        for (opened, (saved, seen)) in opened.into_iter().zip(members) {
            let opened = opened.unwrap();
            assert_eq!((&opened.value, opened.seen.as_ref()), (saved, seen));
            assert_eq!(opened.problems, []);
        }
    }
    let alone = link::encode_several(&[(&all[0], None)], plan());
    assert_eq!(alone, link::encode(&all[0], None, plan()));
}

#[test]
fn a_damaged_one_is_told_by_its_place() {
    let good = link::encode(&named("a"), None, plan()).unwrap();
    let broken = format!("{}AA", &good[..good.len() - 2]);
    let text = format!("{good}.{broken}.v2AAAA.");
    let opened = link::decode_several(&text, plan()).unwrap();
    let told: Vec<_> = opened
        .into_iter()
        .map(|opened| opened.map(|opened| opened.value.name))
        .collect();
    let expected = [
        Ok("a".to_string()),
        Err(LinkError::Damaged(Damage::Checksum)),
        Err(LinkError::NewerVersion { version: 2 }),
        Err(LinkError::NotALink),
    ];
    assert_eq!(told, expected);
    // The first can be the damaged one.
    let opened = link::decode_several(&format!("{broken}.{good}"), plan()).unwrap();
    assert!(opened[0].is_err() && opened[1].is_ok());
}

#[test]
fn a_single_link_holds_no_other() {
    let good = link::encode(&named("a"), None, plan()).unwrap();
    let joined = format!("{good}.{good}");
    assert_eq!(
        link::decode(&joined, plan()),
        Err(LinkError::Damaged(Damage::Characters))
    );
}

#[test]
fn none_and_too_many_are_refused() {
    let saved = named("a");
    assert_eq!(link::encode_several(&[], plan()), Err(LinkError::NotALink));
    let five = vec![(&saved, None); 5];
    let too_many = LinkError::TooMany { count: 5, limit: 4 };
    assert_eq!(link::encode_several(&five, plan()), Err(too_many));
    let good = link::encode(&saved, None, plan()).unwrap();
    assert_eq!(link::decode_several(&vec![good; 5].join("."), plan()), Err(too_many));
    for text in ["", ".", "/board", ".v1AAAA", "x.v1AAAA"] {
        assert_eq!(link::decode_several(text, plan()), Err(LinkError::NotALink), "{text}");
    }
}

#[test]
fn too_long_to_read_or_write() {
    let long = Saved {
        notes: "\u{1F600}".repeat(2_000),
        ..Saved::default()
    };
    let one = link::encode(&long, None, plan()).unwrap();
    let written = link::encode_several(&[(&long, None), (&long, None)], plan());
    let length = one.len() * 2 + 1;
    let limit = LINK_CHARACTERS;
    assert!(length > limit);
    assert_eq!(written, Err(LinkError::TooLong { length, limit }));
    let read = link::decode_several(&format!("{one}.{one}"), plan());
    assert_eq!(read, Err(LinkError::TooLong { length, limit }));
}
