//! Documents, case by case.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use engine::{InputError, InputField, LeverId, Phase};
use support::{every_kind, later_kinds, plan, saved};
use wire::limits::DOCUMENT_BYTES;
use wire::{DocumentError, Kind, MadeWith, Opened, Problem, Reason, Saved, document};

/// A document with `rest` behind what must stand there.
fn text_with(rest: &str) -> String {
    format!(
        r#"{{"format":"kichban-scenario","version":1,"plan":"{}"{rest}}}"#,
        plan().id
    )
}

fn open(rest: &str) -> Opened<Saved> {
    document::from_text(&text_with(rest), plan()).unwrap()
}

fn problem(path: &str, reason: Reason) -> Problem {
    Problem {
        path: path.to_string(),
        reason,
    }
}

#[test]
fn reads_like_a_note() {
    let made_with = MadeWith {
        data_version: "2026-11-24".to_string(),
        engine_version: "1".to_string(),
    };
    let text = document::to_text(&every_kind(), plan(), &made_with);
    let expected = r#"{
  "format": "kichban-scenario",
  "version": 1,
  "plan": "vinh-phuc-2020",
  "data": "2026-11-24",
  "engine": "1",
  "name": "Kịch bản lạc quan – ước vọng 2030",
  "notes": "Tăng trưởng theo nghị quyết.\nSố liệu 2023: ước.",
  "targets": {
    "hospital_beds": {
      "observations": {
        "2024": 41.3
      }
    },
    "income_per_capita": {
      "mode": "plan",
      "basis": "national survey",
      "growth": {
        "2021-2025": 8.5,
        "2026-2030": 9,
        "2031-2035": 0.30000000000000004
      },
      "reference_rate": 7.25,
      "reference_weight": 12.5,
      "volatility": 4.5,
      "observations": {
        "2000": 0.3333333333333333,
        "2023": 66
      }
    }
  }
}
"#;
    assert_eq!(text, expected);
}

#[test]
fn identities_shared_rates_shocks_and_dates_read_like_a_note() {
    let text = document::to_text(&later_kinds(), plan(), &MadeWith::default());
    let expected = r#"  "shared": {
    "crisis_probability": 5,
    "crisis_depth": -12.5,
    "crisis_rebound": 40,
    "seed": 4294967295,
    "parameters": {
      "conversions": 250,
      "inflation": 4.5,
      "population_growth": 1.2
    }
  },
  "targets": {
    "advanced_rural_communes": {
      "units": 105,
      "hazard": 8.5
    },
    "hospital_beds": {
      "mode": "driver",
      "parameters": {
        "additions": 210
      }
    },
    "income_per_capita": {
      "mode": "driver",
      "parameters": {
        "other_earnings": 2,
        "wages_earnings": 6.5
      },
      "shocks": {
        "2027": -7.5,
        "2030": 2
      }
    },
    "ring_roads_4_5": {
      "hazard": 15
    },
    "ring_roads_all": {
      "earliest": 2027,
      "likeliest": 2028.25,
      "latest": 2031.5
    },
    "urban_population": {
      "shocks": {
        "2028": 6.25
      }
    }
  }
}
"#;
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn what_a_group_does_not_take_is_named() {
    let refused = |value, field, problem| Reason::Refused {
        value,
        error: InputError { field, problem },
    };
    let range = |minimum, maximum| engine::Problem::OutOfRange { minimum, maximum };
    let of = InputField::Lever;
    let not_applicable = engine::Problem::NotApplicable;
    for (rest, path, reason) in [
        (
            r#""shared":{"mode":"plan"}"#,
            "shared.mode",
            refused(None, InputField::Target, not_applicable),
        ),
        (
            r#""shared":{"basis":"statistical"}"#,
            "shared.basis",
            Reason::UnknownBasis,
        ),
        (
            r#""shared":{"shocks":{"2027":1}}"#,
            "shared.shocks.2027",
            refused(Some(1.0), InputField::Target, not_applicable),
        ),
        (
            r#""shared":{"volatility":1}"#,
            "shared.volatility",
            refused(Some(1.0), of(LeverId::Volatility), not_applicable),
        ),
        (
            r#""shared":{"seed":1.5}"#,
            "shared.seed",
            refused(Some(1.5), of(LeverId::Seed), engine::Problem::NotWhole),
        ),
        (
            r#""shared":{"crisis_depth":3}"#,
            "shared.crisis_depth",
            refused(Some(3.0), of(LeverId::CrisisDepth), range(-50.0, 0.0)),
        ),
        (
            r#""shared":{"parameters":{"inflation":13}}"#,
            "shared.parameters.inflation",
            refused(Some(13.0), of(LeverId::Parameter(2)), range(-2.0, 12.0)),
        ),
        (
            r#""shared":{"parameters":{"additions":13}}"#,
            "shared.parameters.additions",
            Reason::UnknownLever,
        ),
        (
            r#""shared":{"parameters":7}"#,
            "shared.parameters",
            Reason::WrongKind { expected: Kind::Object },
        ),
        (r#""shared":[]"#, "shared", Reason::WrongKind { expected: Kind::Object }),
        (
            r#""targets":{"literacy":{"mode":"driver"}}"#,
            "targets.literacy.mode",
            refused(None, InputField::Mode, not_applicable),
        ),
        (
            r#""targets":{"hospital_beds":{"parameters":{"inflation":3}}}"#,
            "targets.hospital_beds.parameters.inflation",
            Reason::UnknownLever,
        ),
        (
            r#""targets":{"hospital_beds":{"seed":3}}"#,
            "targets.hospital_beds.seed",
            refused(Some(3.0), of(LeverId::Seed), not_applicable),
        ),
        (
            r#""targets":{"hospital_beds":{"shocks":{"2019":3}}}"#,
            "targets.hospital_beds.shocks.2019",
            refused(Some(3.0), InputField::ShockYear, range(2020.0, 2035.0)),
        ),
        (
            r#""targets":{"hospital_beds":{"shocks":{"19":3}}}"#,
            "targets.hospital_beds.shocks.19",
            Reason::NotAYear,
        ),
        (
            r#""targets":{"crime_clearance":{"shocks":{"2027":3}}}"#,
            "targets.crime_clearance.shocks.2027",
            refused(Some(3.0), InputField::ShockValue, not_applicable),
        ),
        (
            r#""targets":{"new_rural_districts":{"units":9.5}}"#,
            "targets.new_rural_districts.units",
            refused(Some(9.5), of(LeverId::Units), engine::Problem::NotWhole),
        ),
        (
            r#""targets":{"ring_roads_all":{"latest":2046}}"#,
            "targets.ring_roads_all.latest",
            refused(Some(2046.0), of(LeverId::Latest), range(2020.0, 2045.0)),
        ),
    ] {
        let opened = open(&format!(",{rest}"));
        assert_eq!(opened.problems, [problem(path, reason)], "{rest}");
        assert!(opened.value.scenario.is_empty(), "{rest}");
    }
}

#[test]
fn only_the_head_must_stand_there() {
    let opened = open("");
    assert_eq!(
        (opened.value, opened.made_with),
        (Saved::default(), MadeWith::default())
    );
    assert_eq!(opened.problems, []);
}

#[test]
fn a_byte_order_mark_and_blanks_do_no_harm() {
    let text = format!("\u{FEFF}\r\n {}\n\n", text_with(r#","name":"x""#));
    assert_eq!(document::from_text(&text, plan()).unwrap().value.name, "x");
}

#[test]
fn what_is_refused_is_named_and_the_rest_taken() {
    let mut opened = open(
        r#","name":7,"color":"red","targets":{
        "moon":{},"hospital_beds":[],
        "income_per_capita":{"mode":"hope","basis":"stars","growth":{"2021-2025":400,"2021-2026":1,"2026-2030":8},
            "ceiling":90,"volatility":"4","shock":1,"reference_rate":7,"reference_rate":8,
            "observations":{"2023":66,"23":1,"1999":50,"2024":-1,"2025":null},"thresholds":{"2025":98}}}"#,
    );
    let expected = saved(
        "",
        "",
        &[
            ("income_per_capita", support::lever(LeverId::Growth(Phase::Second), 8.0)),
            ("income_per_capita", support::lever(LeverId::ReferenceRate, 7.0)),
            ("income_per_capita", support::observation(2023, 66.0)),
        ],
    );
    assert_eq!(std::mem::take(&mut opened.value.kept).len(), 4);
    assert_eq!(opened.value, expected);
    let growth = engine::levers(
        &engine::Setting::shipped(plan(), 2026),
        support::target("income_per_capita"),
        every_kind().scenario.inputs(1),
    )[0]
    .range;
    let refused = |value, field, problem| Reason::Refused {
        value: Some(value),
        error: InputError { field, problem },
    };
    let range = |minimum, maximum| engine::Problem::OutOfRange { minimum, maximum };
    let target = |path: &str, reason| problem(&format!("targets.income_per_capita{path}"), reason);
    let expected = [
        problem("name", Reason::WrongKind { expected: Kind::Text }),
        problem("color", Reason::UnknownKey),
        problem("targets.moon", Reason::UnknownTarget),
        problem("targets.hospital_beds", Reason::WrongKind { expected: Kind::Object }),
        target(".reference_rate", Reason::KeyTwice),
        target(".mode", Reason::UnknownMode),
        target(".basis", Reason::UnknownBasis),
        target(
            ".growth.2021-2025",
            refused(
                400.0,
                InputField::Lever(LeverId::Growth(Phase::First)),
                range(growth.minimum, growth.maximum),
            ),
        ),
        target(".growth.2021-2026", Reason::UnknownKey),
        target(
            ".ceiling",
            refused(
                90.0,
                InputField::Lever(LeverId::Ceiling),
                engine::Problem::NotApplicable,
            ),
        ),
        target(".volatility", Reason::WrongKind { expected: Kind::Number }),
        target(".shock", Reason::UnknownKey),
        target(".observations.23", Reason::NotAYear),
        target(
            ".observations.1999",
            refused(50.0, InputField::ObservationYear, range(2000.0, 2035.0)),
        ),
        target(
            ".observations.2024",
            refused(-1.0, InputField::ObservationValue, range(0.0, 1000.0)),
        ),
        target(".observations.2025", Reason::WrongKind { expected: Kind::Number }),
        target(
            ".thresholds.2025",
            refused(98.0, InputField::ThresholdYear, engine::Problem::NotApplicable),
        ),
    ];
    for expected in &expected {
        assert!(
            opened.problems.contains(expected),
            "{expected:?} is not in {:#?}",
            opened.problems
        );
    }
    assert_eq!(opened.problems.len(), expected.len());
}

/// What a later page of the same format may write: at the top, within a target, beside known names, and a whole target.
const LATER: &str = r#","shared":{"weather":{"rain":[1,2.50,1e999]}},"targets":{
    "moon":{"mode":"orbit"},
    "income_per_capita":{"colour":"đỏ","growth":{"2036-2040":7.0},"parameters":{"robots_earnings":1},"reference_rate":7},
    "literacy":{"note":null}},"author":{"name":"An","likes":[true,{"a":9007199254740993}]}"#;

#[test]
fn what_a_later_page_wrote_is_kept() {
    let first = open(LATER);
    assert_eq!((first.value.kept.len(), first.problems.len()), (7, 7));
    let text = document::to_text(&first.value, plan(), &MadeWith::default());
    for part in [
        r#""author": {"name":"An","likes":[true,{"a":9007199254740993}]}"#,
        r#""weather": {"rain":[1,2.50,1e999]}"#,
        r#""moon": {"mode":"orbit"}"#,
        r#""2036-2040": 7.0"#,
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let again = document::from_text(&text, plan()).unwrap();
    assert_eq!(again.value, first.value);
    assert_eq!(document::to_text(&again.value, plan(), &MadeWith::default()), text);
}

#[test]
fn a_change_beside_it_leaves_it_alone_and_a_link_leaves_it_out() {
    let mut saved = open(LATER).value;
    let kept = saved.kept.clone();
    saved.scenario.reset(1);
    saved
        .scenario
        .apply(plan(), 2, support::observation(2024, 41.0))
        .unwrap();
    let text = document::to_text(&saved, plan(), &MadeWith::default());
    assert_eq!(document::from_text(&text, plan()).unwrap().value.kept, kept);
    let link = wire::link::encode(&saved, None, plan()).unwrap();
    let opened = wire::link::decode(&link, plan()).unwrap().value;
    assert_eq!((opened.scenario, opened.kept.is_empty()), (saved.scenario, true));
}

#[test]
fn what_is_absurdly_large_or_deep_is_named_and_not_kept() {
    let limit = wire::limits::KEPT_BYTES;
    let large = format!(r#","large":"{}","small":1"#, "x".repeat(limit));
    let deep = format!(r#","deep":{}{}"#, "[".repeat(9), "]".repeat(9));
    for (rest, kept) in [(large, 1), (deep, 0)] {
        let opened = open(&rest);
        assert_eq!(opened.value.kept.len(), kept);
        assert_eq!(opened.problems[0].reason, Reason::NotKept { limit });
    }
    let many: Vec<String> = (0..500).map(|key| format!(r#","k{key:0>60}":0"#)).collect();
    let opened = open(&many.concat());
    assert!(
        (100..400).contains(&opened.value.kept.len()),
        "{}",
        opened.value.kept.len()
    );
}

#[test]
fn texts_are_cut_and_cleaned() {
    let long = "ạ".repeat(81);
    let opened = open(&format!(r#","name":"{long}","notes":"a\u0000b""#));
    assert_eq!(opened.value.name, "ạ".repeat(80));
    assert_eq!(opened.value.notes, "ab");
    let expected = [
        problem("name", Reason::TextCut { limit: 80 }),
        problem("notes", Reason::TextCleaned),
    ];
    assert_eq!(opened.problems, expected);
}

#[test]
fn foreign_keys_are_shown_short_and_harmless() {
    let opened = open(&format!(r#","{}":1,"\u202e\u0000evil":2"#, "k".repeat(5_000)));
    let paths: Vec<&str> = opened.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["k".repeat(40).as_str(), "evil"]);
}

#[test]
fn what_cannot_be_opened_says_why() {
    let error = |text: &str| document::from_text(text, plan()).unwrap_err();
    assert_eq!(error(""), DocumentError::NotJson { line: 1, column: 0 });
    assert_eq!(error("{\n  \"a\": }"), DocumentError::NotJson { line: 2, column: 8 });
    assert_eq!(
        error(&format!("{} x", text_with(""))),
        DocumentError::NotJson { line: 1, column: 67 }
    );
    for text in [
        "[]",
        "{}",
        "1",
        r#"{"format":"other","version":1}"#,
        r#"{"format":"kichban-scenario"}"#,
        r#"{"format":"kichban-scenario","version":0}"#,
        r#"{"format":"kichban-scenario","version":1.5}"#,
        r#"{"format":"kichban-scenario","version":"1"}"#,
    ] {
        assert_eq!(error(text), DocumentError::OtherFormat, "{text}");
    }
    let newer = r#"{"format":"kichban-scenario","version":2,"scenarios":[[[]]]}"#;
    assert_eq!(error(newer), DocumentError::Newer { version: 2 });
    let other = r#"{"format":"kichban-scenario","version":1,"plan":"phu-tho-2026"}"#;
    let id = "phu-tho-2026".to_string();
    assert_eq!(error(other), DocumentError::OtherPlan { id });
    let none = r#"{"format":"kichban-scenario","version":1}"#;
    assert_eq!(error(none), DocumentError::OtherPlan { id: String::new() });
    let bytes = DOCUMENT_BYTES + 1;
    let limit = DOCUMENT_BYTES;
    assert_eq!(error(&" ".repeat(bytes)), DocumentError::TooLarge { bytes, limit });
}
