//! Undo histories: what is stored leads back and forward as before; a broken line costs what lies beyond it, no more.
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
use support::{any_saved, every_kind, later_kinds, plan};
use wire::history::{self, History, Steps};
use wire::limits::{HISTORY_BYTES, HISTORY_STEPS, LINK_CHARACTERS};
use wire::{Kept, MadeWith, Saved, document};

const HEAD: &str = "kichban-history 1\n";

fn named(name: &str) -> Saved {
    Saved {
        name: name.to_string(),
        ..Saved::default()
    }
}

fn history(past: &[Saved], future: &[Saved]) -> History {
    let steps = |all: &[Saved]| {
        let mut steps = Steps::default();
        all.iter().for_each(|saved| steps.push(saved.clone()));
        steps
    };
    History {
        past: steps(past),
        future: steps(future),
    }
}

fn text(past: &[Saved], future: &[Saved]) -> String {
    history::to_text(&mut history(past, future), plan())
}

/// The steps, the farthest first.
fn opened(mut steps: Steps) -> Vec<Saved> {
    let mut all: Vec<Saved> = std::iter::from_fn(|| steps.pop(plan(), &Kept::default())).collect();
    all.reverse();
    all
}

fn read(text: &str) -> (Vec<Saved>, Vec<Saved>) {
    let history = history::from_text(text).unwrap();
    (opened(history.past), opened(history.future))
}

fn names(all: &[Saved]) -> Vec<&str> {
    all.iter().map(|saved| saved.name.as_str()).collect()
}

/// Comes back as it was, and has one text only.
fn assert_kept(past: &[Saved], future: &[Saved]) {
    let mut made = history(past, future);
    let text = history::to_text(&mut made, plan());
    assert_eq!(history::to_text(&mut made, plan()), text, "written twice");
    assert_eq!(read(&text), (past.to_vec(), future.to_vec()), "{text}");
    let mut again = history::from_text(&text).unwrap();
    assert_eq!(history::to_text(&mut again, plan()), text);
}

#[test]
fn every_kind_of_change_and_notes_come_back() {
    let steps = [
        Saved::default(),
        every_kind(),
        named("Tên"),
        later_kinds(),
        later_kinds(),
    ];
    for (past, future) in [(0, 0), (5, 0), (0, 5), (3, 2), (2, 3)] {
        assert_kept(&steps[..past], &steps[5 - future..]);
    }
}

#[test]
fn notes_are_written_once_for_the_steps_that_have_them() {
    let with = |name: &str, notes: &str| Saved {
        notes: notes.to_string(),
        ..named(name)
    };
    let (past, future) = (
        [with("a", "x\n\"y\""), with("b", "x\n\"y\"")],
        [with("c", "x\n\"y\""), named("d")],
    );
    assert_kept(&past, &future);
    let text = text(&past, &future);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        (lines.len(), lines[1], lines[4], lines[6]),
        (8, r#""x\n\"y\"""#, "", r#""""#)
    );
}

#[test]
fn two_hundred_steps_of_a_full_scenario_are_short() {
    let past: Vec<Saved> = (0..HISTORY_STEPS)
        .map(|step| Saved {
            name: format!("bước {step}"),
            notes: "Theo nghị quyết. ".repeat(100).trim_end().to_string(),
            scenario: support::many_levers(30),
            ..Saved::default()
        })
        .collect();
    assert_kept(&past, &[]);
    let bytes = text(&past, &[]).len();
    assert!(bytes < 80_000, "{bytes} bytes");
}

#[test]
fn the_farthest_go_where_there_are_too_many_or_too_much() {
    let many: Vec<Saved> = (0..=HISTORY_STEPS).map(|step| named(&step.to_string())).collect();
    let (past, _) = read(&text(&many, &[]));
    assert_eq!((past.len(), past[0].name.as_str()), (HISTORY_STEPS, "1"));
    let line = text(&[named("x")], &[]).replace(HEAD, "");
    let mut long = history::from_text(&format!("{HEAD}{}\n{}", line.repeat(300), line.repeat(300))).unwrap();
    assert_eq!((long.past.len(), long.future.len()), (HISTORY_STEPS, HISTORY_STEPS));
    assert!(history::to_text(&mut long, plan()).len() < HISTORY_BYTES);
    // Steps whose notes all differ.
    let wordy: Vec<Saved> = (0..HISTORY_STEPS)
        .map(|step| Saved {
            notes: format!("{step} {}", "ạ".repeat(1_990)),
            ..named(&step.to_string())
        })
        .collect();
    let text = text(&wordy, &wordy);
    assert!(
        (HISTORY_BYTES / 4..HISTORY_BYTES).contains(&text.len()),
        "{}",
        text.len()
    );
    let (past, future) = read(&text);
    assert!(past.len() > 20 && past == wordy[HISTORY_STEPS - past.len()..]);
    assert!(future.len() > 20 && future == wordy[HISTORY_STEPS - future.len()..]);
    for long in ["\n", "x"] {
        assert_eq!(
            history::from_text(&format!("{HEAD}{}", long.repeat(HISTORY_BYTES))),
            None
        );
    }
    assert_eq!(
        history::from_text(&format!("{HEAD}{}", "\n".repeat(4 * HISTORY_STEPS + 2))),
        None
    );
}

/// A figure for every year of every target: no link carries it.
fn overfull() -> Saved {
    let mut saved = named("full");
    for target in plan().targets {
        for year in 1990..=2035 {
            let value = target.unit.minimum + (target.unit.maximum - target.unit.minimum) / f64::from(year);
            let _ = saved
                .scenario
                .apply(plan(), target.code, support::observation(year, value));
        }
    }
    let link = wire::link::encode(&saved, None, plan());
    assert!(matches!(
        link,
        Err(wire::LinkError::TooLong {
            limit: LINK_CHARACTERS,
            ..
        })
    ));
    saved
}

#[test]
fn a_step_too_long_for_a_link_ends_the_way_after_a_reload() {
    let all = [named("a"), overfull(), named("b")];
    assert_eq!(opened(history(&all, &[]).past), all);
    let (past, future) = read(&text(&all, &all));
    assert_eq!((names(&past), names(&future)), (vec!["b"], vec!["b"]));
}

#[test]
fn a_broken_line_costs_what_lies_beyond_it() {
    let (all, more) = ([named("a"), named("b"), named("c")], [named("d"), named("e")]);
    let whole = text(&all, &more);
    let lines: Vec<&str> = whole.lines().collect();
    let cut = &lines[2][..lines[2].len() - 1];
    for broken in [
        "song",
        "v",
        cut,
        "v2AAAA",
        "v1",
        "\"",
        "\"\\ud800\"",
        "\u{0}",
        "/",
        "{}",
        " ",
    ] {
        let changed = whole.replacen(lines[2], broken, 1);
        let (past, future) = read(&changed);
        let expected: &[&str] = if broken.starts_with('"') { &[] } else { &["c"] };
        assert_eq!(names(&past), expected, "{broken:?}");
        let expected: &[&str] = if broken.starts_with('"') { &[] } else { &["d", "e"] };
        assert_eq!(names(&future), expected, "{broken:?}");
    }
    // Notes that can be read again are the end of the doubt.
    let changed = whole
        .replacen(lines[2], "\"", 1)
        .replacen(lines[3], &format!("\"x\"\n{}", lines[3]), 1);
    let (past, future) = read(&changed);
    assert_eq!((names(&past), names(&future)), (vec!["c"], vec!["d", "e"]));
    assert_eq!(past[0].notes, "x");
}

#[test]
fn other_texts_are_no_history() {
    for other in ["", "kichban-history 1", "kichban-history 2\nv1abc\n", "[]", "\n\n"] {
        assert_eq!(history::from_text(other), None, "{other}");
    }
    assert_eq!(history::from_text(HEAD), Some(History::default()));
    assert_eq!(text(&[], &[]), HEAD);
}

#[test]
fn what_a_later_page_wrote_stays_as_it_is_now() {
    let rest = r#"{"format":"kichban-scenario","version":1,"plan":"vinh-phuc-2020","author":"An"}"#;
    let later = document::from_text(rest, plan()).unwrap().value;
    assert!(!document::to_text(&later, plan(), &MadeWith::default()).is_empty());
    let mut stored = history::from_text(&text(&[named("a")], &[])).unwrap();
    assert_eq!(
        stored.past.nearest_first(plan(), &later.kept).next().unwrap().kept,
        later.kept
    );
    assert_eq!(stored.past.pop(plan(), &later.kept).unwrap().kept, later.kept);
    assert!(stored.past.is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_histories_come_back(past in vec(any_saved(), 0..4), future in vec(any_saved(), 0..4)) {
        assert_kept(&past, &future);
    }

    /// What hostile lines leave can be stored and read again.
    #[test]
    fn any_lines(lines in vec(prop_oneof!["[v\"][1\"][ -~]{0,8}", "\"[a-z\\\\]{0,4}\"", Just(String::new()), any::<String>()], 0..30)) {
        if let Some(mut read) = history::from_text(&format!("{HEAD}{}", lines.join("\n"))) {
            let text = history::to_text(&mut read, plan());
            let mut again = history::from_text(&text).unwrap();
            prop_assert_eq!(history::to_text(&mut again, plan()), text);
            opened(again.past);
            opened(again.future);
        }
    }
}
