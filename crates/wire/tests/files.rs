//! Files of scenarios: what is wrong is told by path and reason, the rest is taken.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use std::fmt::Write as _;

use proptest::collection::vec;
use proptest::prelude::*;
use support::{any_saved, every_kind, later_kinds, plan};
use wire::file::{self, Imported};
use wire::limits::{DOCUMENT_BYTES, FILE_BYTES, FILE_DEPTH, FILE_SCENARIOS};
use wire::{Day, DocumentError, Kind, MadeWith, Problem, Reason, Saved, document};

const HEAD: &str = r#""format":"kichban-scenarios","version":1,"plan":"vinh-phuc-2020""#;
const ONE: &str = r#"{"format":"kichban-scenario","version":1,"plan":"vinh-phuc-2020","name":"a"}"#;

fn problem(path: &str, reason: Reason) -> Problem {
    Problem {
        path: path.to_string(),
        reason,
    }
}

fn open(text: &str) -> Imported {
    file::from_text(text, plan()).unwrap()
}

fn names(imported: &Imported) -> Vec<(usize, &str)> {
    let scenarios = imported.scenarios.iter();
    scenarios
        .map(|taken| (taken.place, taken.saved.name.as_str()))
        .collect()
}

#[test]
fn all_come_back_in_their_order() {
    let all = [every_kind(), Saved::default(), later_kinds()];
    let day = Day::from_iso("2026-11-24");
    let text = file::to_text(&all, plan(), day).unwrap();
    let imported = open(&text);
    assert_eq!((imported.exported, imported.problems.as_slice()), (day, &[][..]));
    let taken: Vec<&Saved> = imported.scenarios.iter().map(|taken| &taken.saved).collect();
    assert_eq!(taken, all.iter().collect::<Vec<_>>());
    let places: Vec<usize> = imported.scenarios.iter().map(|taken| taken.place).collect();
    assert_eq!(places, [0, 1, 2]);
    assert!(
        imported
            .scenarios
            .iter()
            .all(|taken| taken.made_with.is_current(plan()))
    );
    assert_eq!(file::to_text(taken, plan(), day).unwrap(), text);
    assert_eq!(open(&file::to_text(&[], plan(), None).unwrap()).scenarios, []);
}

#[test]
fn a_file_reads_like_a_list_of_notes() {
    let text = file::to_text(&[Saved::default()], plan(), Day::from_iso("2026-11-24")).unwrap();
    let made_with = MadeWith::now(plan());
    let (data, engine) = (made_with.data_version, made_with.engine_version);
    let expected = format!(
        r#"{{
  "format": "kichban-scenarios",
  "version": 1,
  "plan": "vinh-phuc-2020",
  "data": "{data}",
  "engine": "{engine}",
  "exported": "2026-11-24",
  "scenarios": [
    {{
      "format": "kichban-scenario",
      "version": 1,
      "plan": "vinh-phuc-2020",
      "data": "{data}",
      "engine": "{engine}",
      "name": "",
      "notes": "",
      "targets": {{}}
    }}
  ]
}}
"#
    );
    assert_eq!(text, expected);
}

#[test]
fn a_single_document_is_a_file_too() {
    for saved in [every_kind(), later_kinds()] {
        let made_with = MadeWith::now(plan());
        let text = document::to_text(&saved, plan(), &made_with);
        let imported = open(&text);
        assert_eq!((imported.exported, imported.problems.as_slice()), (None, &[][..]));
        assert_eq!(
            (&imported.scenarios[0].saved, &imported.scenarios[0].made_with),
            (&saved, &made_with)
        );
        assert_eq!(imported.scenarios.len(), 1);
    }
    let imported = open(&ONE.replace(r#""a""#, "7"));
    let expected = Kind::Text;
    assert_eq!(imported.problems, [problem("name", Reason::WrongKind { expected })]);
}

#[test]
fn what_is_wrong_is_told_by_path_and_the_rest_is_taken() {
    let growth = r#""targets":{"income_per_capita":{"growth":{"2021-2025":400,"2026-2030":8}},"moon":{}}"#;
    let members = [
        ONE.to_string(),
        "7".to_string(),
        ONE.replace(r#""name":"a""#, growth),
        ONE.replace("kichban-scenario", "song"),
        ONE.replace("\"version\":1", "\"version\":3"),
        ONE.replace("vinh-phuc", "phu-tho"),
        format!("{}{}", ONE.strip_suffix('}').unwrap(), r#","note":"x"}"#),
        ONE.replace(r#""a""#, &format!("\"{}\"", "x".repeat(DOCUMENT_BYTES))),
        r#"{"\ud800":1}"#.to_string(),
        ONE.replace(r#""a""#, r#""z""#),
    ];
    let text = format!(
        r#"{{{HEAD},"data":7,"exported":"yesterday","more":[],"scenarios":[{}],"scenarios":[]}}"#,
        members.join(",")
    );
    let imported = open(&text);
    assert_eq!(names(&imported), [(0, "a"), (2, ""), (6, "a"), (9, "z")]);
    assert_eq!(imported.lost, 6);
    assert_eq!(imported.scenarios[1].saved.scenario.change_count(), 1);
    assert_eq!(imported.scenarios[2].saved.kept.len(), 1);
    let wrong = |expected| Reason::WrongKind { expected };
    let bytes = members[7].len();
    let limit = DOCUMENT_BYTES;
    let refused = imported
        .problems
        .iter()
        .position(|problem| matches!(problem.reason, Reason::Refused { .. }));
    let refused = imported.problems[refused.unwrap()].clone();
    assert_eq!(refused.path, "scenarios.2.targets.income_per_capita.growth.2021-2025");
    let expected = [
        problem("scenarios", Reason::KeyTwice),
        problem("data", wrong(Kind::Text)),
        problem("exported", wrong(Kind::Day)),
        problem("more", Reason::UnknownKey),
        problem("scenarios.1", wrong(Kind::Object)),
        refused,
        problem("scenarios.2.targets.moon", Reason::UnknownTarget),
        problem("scenarios.3", Reason::OtherFormat),
        problem("scenarios.4", Reason::NewerVersion { version: 3 }),
        problem("scenarios.5", Reason::OtherPlan),
        problem("scenarios.6.note", Reason::UnknownKey),
        problem("scenarios.7", Reason::TooLarge { bytes, limit }),
        problem("scenarios.8", wrong(Kind::Object)),
    ];
    assert_eq!(imported.problems, expected);
}

#[test]
fn without_a_list_there_is_nothing_to_take() {
    let expected = Kind::List;
    for rest in ["", r#","scenarios":{}"#, r#","scenarios":null"#] {
        let imported = open(&format!("{{{HEAD}{rest}}}"));
        assert_eq!(imported.scenarios, []);
        assert_eq!(
            imported.problems,
            [problem("scenarios", Reason::WrongKind { expected })],
            "{rest}"
        );
    }
}

#[test]
fn every_limit_is_named() {
    let error = |text: &str| file::from_text(text, plan()).unwrap_err();
    let (bytes, limit) = (FILE_BYTES + 1, FILE_BYTES);
    assert_eq!(error(&" ".repeat(bytes)), DocumentError::TooLarge { bytes, limit });
    let limit = FILE_DEPTH;
    let deep = |depth: usize| format!(r#"{{{HEAD},"scenarios":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert_eq!(error(&deep(limit)), DocumentError::TooDeep { limit });
    assert_eq!(open(&deep(limit - 1)).problems.len(), 1);
    let limit = FILE_SCENARIOS;
    let many = |count: usize| format!(r#"{{{HEAD},"scenarios":[{}]}}"#, vec![ONE; count].join(","));
    assert_eq!(open(&many(limit)).problems, []);
    let imported = open(&many(limit + 1));
    assert_eq!((imported.scenarios.len(), imported.lost), (limit, 1));
    assert_eq!(
        imported.problems,
        [problem("scenarios", Reason::TooManyEntries { limit })]
    );
    // A single document keeps its own limit.
    let (bytes, limit) = (DOCUMENT_BYTES + 1, DOCUMENT_BYTES);
    let long = format!("{ONE}{}", " ".repeat(bytes - ONE.len()));
    assert_eq!(error(&long), DocumentError::TooLarge { bytes, limit });
    // What would not be read is not written.
    let full = Saved {
        notes: "\u{1F600}".repeat(2_000),
        name: "\u{1F600}".repeat(80),
        ..Saved::default()
    };
    let (count, limit) = (501, FILE_SCENARIOS);
    let written = file::to_text(vec![&full; count], plan(), None);
    assert_eq!(written, Err(DocumentError::TooMany { count, limit }));
    let written = file::to_text(vec![&full; 500], plan(), None);
    assert!(matches!(written, Err(DocumentError::TooLarge { .. })));
}

#[test]
fn problems_of_all_scenarios_are_counted_together() {
    let mut members = String::new();
    for key in 0..300 {
        let _ = write!(members, r#"{}{{"k{key}":1}}"#, if key == 0 { "" } else { "," });
    }
    let imported = open(&format!(r#"{{{HEAD},"scenarios":[{members}]}}"#));
    assert_eq!(imported.problems.len(), 101);
    assert_eq!(imported.problems[100].reason, Reason::More { count: 200 });
}

#[test]
fn what_cannot_be_opened_says_why() {
    let error = |text: &str| file::from_text(text, plan()).unwrap_err();
    assert_eq!(error("{\n  \"a\": }"), DocumentError::NotJson { line: 2, column: 8 });
    for text in [
        "[]",
        "7",
        "{}",
        r#"{"format":"kichban-scenarios"}"#,
        r#"{"format":"song","version":1}"#,
    ] {
        assert_eq!(error(text), DocumentError::OtherFormat, "{text}");
    }
    let version = 2;
    let newer = HEAD.replace("\"version\":1", "\"version\":2");
    assert_eq!(error(&format!("{{{newer}}}")), DocumentError::Newer { version });
    let id = "phu-tho-2026".to_string();
    let other = HEAD.replace("vinh-phuc-2020", &id);
    assert_eq!(error(&format!("{{{other}}}")), DocumentError::OtherPlan { id });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn random_files_come_back(all in vec(any_saved(), 0..4)) {
        let text = file::to_text(&all, plan(), None).unwrap();
        let imported = open(&text);
        prop_assert_eq!(&imported.problems, &[]);
        let taken: Vec<Saved> = imported.scenarios.into_iter().map(|taken| taken.saved).collect();
        prop_assert_eq!(taken, all);
    }

    #[test]
    fn any_text_and_any_cut(text: String, saved in any_saved(), place: prop::sample::Index) {
        let _ = file::from_text(&text, plan());
        let _ = file::from_text(&format!("{{{HEAD},\"scenarios\":[{text}]}}"), plan());
        let written = file::to_text(&[saved], plan(), None).unwrap();
        let cut: String = written.chars().take(place.index(written.trim_end().chars().count())).collect();
        prop_assert!(file::from_text(&cut, plan()).is_err());
    }
}
