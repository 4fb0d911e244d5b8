//! Links, case by case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use engine::{LeverId, Phase};
use plan::Plan;
use support::{every_kind, lever, many_levers, plan, saved};
use wire::limits::LINK_CHARACTERS;
use wire::{LinkError, Saved, link};

#[test]
fn an_empty_scenario_has_a_short_link() {
    let text = link::encode(&Saved::default(), None, plan()).unwrap();
    println!("empty: {} characters", text.len());
    assert!(text.len() <= 40);
    let opened = link::decode(&text, plan()).unwrap();
    assert_eq!(opened.value, Saved::default());
    assert_eq!(opened.problems, []);
}

#[test]
fn links_are_short() {
    let one = saved("", "", &[("income_per_capita", lever(LeverId::ReferenceRate, 7.5))]);
    let named = saved(
        "Tăng trưởng 7,5 % mỗi năm",
        "",
        &[("income_per_capita", lever(LeverId::ReferenceRate, 7.5))],
    );
    let thirty = Saved {
        scenario: many_levers(30),
        ..Saved::default()
    };
    let mut phases = named.clone();
    for phase in Phase::ALL {
        let change = lever(LeverId::Growth(phase), 8.25);
        phases.scenario.apply(plan(), 1, change).unwrap();
    }
    for (what, saved, limit) in [
        ("one lever", &one, 120),
        ("one lever, named", &named, 120),
        ("four levers of one target, named", &phases, 120),
        ("thirty levers of thirty targets", &thirty, 460),
    ] {
        let length = link::encode(saved, None, plan()).unwrap().len();
        println!("{what}: {length} characters");
        assert!(length <= limit, "{what}: {length}");
    }
}

#[test]
fn only_links_look_like_links() {
    for text in ["v1", "v1abc", "v2abc", "v9", "v1%20"] {
        assert!(link::looks_like_link(text), "{text}");
    }
    for text in ["", "v", "v0", "vx", "/board", "#v1", "V1abc", "targets", "1v", " v1"] {
        assert!(!link::looks_like_link(text), "{text}");
        assert_eq!(link::decode(text, plan()), Err(LinkError::NotALink), "{text}");
    }
}

#[test]
fn what_people_paste() {
    let text = link::encode(&every_kind(), None, plan()).unwrap();
    for pasted in [
        format!("https://example.org/kichban/?x=1#{text}\n"),
        format!("#{text}"),
        format!("  {text} "),
    ] {
        assert_eq!(link::fragment(&pasted), text);
    }
}

#[test]
fn newer_versions_are_told_apart_from_damage() {
    let text = link::encode(&every_kind(), None, plan()).unwrap();
    let newer = format!("v2{}", &text[2..]);
    assert_eq!(
        link::decode(&newer, plan()),
        Err(LinkError::NewerVersion { version: 2 })
    );
    let long = format!("v3{}", "A".repeat(LINK_CHARACTERS));
    assert_eq!(link::decode(&long, plan()), Err(LinkError::NewerVersion { version: 3 }));
}

#[test]
fn another_plan() {
    let other = Plan {
        id: "phu-tho-2026",
        ..*plan()
    };
    let text = link::encode(&every_kind(), None, &other).unwrap();
    assert_eq!(link::decode(&text, plan()), Err(LinkError::OtherPlan));
    assert!(link::decode(&text, &other).is_ok());
}

#[test]
fn too_long_to_read_or_write() {
    let text = format!("v1{}", "A".repeat(LINK_CHARACTERS - 1));
    let too_long = LinkError::TooLong {
        length: LINK_CHARACTERS + 1,
        limit: LINK_CHARACTERS,
    };
    assert_eq!(link::decode(&text, plan()), Err(too_long));
    let mut full = Saved {
        notes: "\u{1F600}".repeat(2_000),
        ..Saved::default()
    };
    for target in plan().targets {
        for year in 2000..=2035 {
            let value = target.unit.minimum + (target.unit.maximum - target.unit.minimum) / 3.0;
            full.scenario
                .apply(plan(), target.code, support::observation(year, value))
                .unwrap();
        }
    }
    assert!(
        matches!(link::encode(&full, None, plan()), Err(LinkError::TooLong { length, .. }) if length > LINK_CHARACTERS)
    );
    // Such a scenario still fits a file.
    let text = wire::document::to_text(&full, plan(), &wire::MadeWith::now(plan()));
    println!("fullest document: {} bytes", text.len());
    assert_eq!(wire::document::from_text(&text, plan()).unwrap().value, full);
}

#[test]
fn the_author_s_data_version_travels() {
    let older = Plan {
        data_version: "2024-01-31",
        ..*plan()
    };
    let text = link::encode(&every_kind(), None, &older).unwrap();
    let opened = link::decode(&text, plan()).unwrap();
    assert_eq!(opened.made_with.data_version, "2024-01-31");
    assert!(!opened.made_with.is_current(plan()));
    assert_eq!(opened.value, every_kind());
}
