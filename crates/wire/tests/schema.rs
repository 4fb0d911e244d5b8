//! The published JSON Schema: it takes what the page writes, and nothing that the page would not take in whole for its form.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that goes wrong should stop"
)]

mod support;

use jsonschema::Validator;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};
use support::{any_saved, every_kind, later_kinds, plan};
use wire::{Day, MadeWith, Saved, document, file};

const SCHEMA: &str = include_str!("../../../public/scenario-file.schema.json");

fn schema() -> Validator {
    let schema: Value = serde_json::from_str(SCHEMA).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn written(saved: &Saved) -> Value {
    parse(&document::to_text(saved, plan(), &MadeWith::now(plan())))
}

#[test]
fn takes_what_is_written() {
    let schema = schema();
    let all = [Saved::default(), every_kind(), later_kinds()];
    for saved in &all {
        schema.validate(&written(saved)).unwrap();
    }
    for day in [None, Day::from_iso("2026-11-24")] {
        schema
            .validate(&parse(&file::to_text(&all, plan(), day).unwrap()))
            .unwrap();
    }
    // What a later page wrote is kept, and allowed.
    let mut later = written(&all[1]);
    later["author"] = json!({"name": "An"});
    later["targets"]["income_per_capita"]["colour"] = json!([1]);
    let kept = document::from_text(&later.to_string(), plan()).unwrap().value;
    schema.validate(&written(&kept)).unwrap();
}

#[test]
fn refuses_what_is_broken() {
    let schema = schema();
    let good = written(&every_kind());
    let file = parse(&file::to_text(&[every_kind()], plan(), Day::from_iso("2026-11-24")).unwrap());
    for (path, value) in [
        ("/format", json!("song")),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/plan", Value::Null),
        ("/name", json!(7)),
        ("/name", json!("x".repeat(81))),
        ("/notes", json!("x".repeat(2_001))),
        ("/targets", json!([])),
        ("/targets/income_per_capita", json!(7)),
        ("/targets/income_per_capita/mode", json!(1)),
        ("/targets/income_per_capita/growth", json!({"2021-2025": "8"})),
        ("/targets/income_per_capita/volatility", json!("4")),
        ("/targets/income_per_capita/observations", json!({"23": 1})),
        ("/targets/hospital_beds/observations/2024", Value::Null),
    ] {
        for (mut broken, before) in [(good.clone(), ""), (file.clone(), "/scenarios/0")] {
            let place = broken.pointer_mut(&format!("{before}{path}")).unwrap();
            *place = value.clone();
            assert!(!schema.is_valid(&broken), "{before}{path}: {value}");
            // The page says so too.
            let opened = file::from_text(&broken.to_string(), plan());
            assert!(
                opened.is_err() || !opened.unwrap().problems.is_empty(),
                "{before}{path}"
            );
        }
    }
    for (path, value) in [
        ("/format", json!("kichban-scenario")),
        ("/exported", json!("yesterday")),
        ("/scenarios", json!({})),
        ("/scenarios", json!([7])),
        ("/scenarios", json!(vec![good.clone(); 501])),
    ] {
        let mut broken = file.clone();
        *broken.pointer_mut(path).unwrap() = value;
        let is_valid = schema.is_valid(&broken);
        // A file that calls itself a scenario is a scenario with keys that are not known.
        assert_eq!(is_valid, path == "/format", "{path}");
    }
    for key in ["format", "version", "plan"] {
        let mut broken = good.clone();
        broken.as_object_mut().unwrap().remove(key);
        assert!(!schema.is_valid(&broken), "{key}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn takes_random_files(all in vec(any_saved(), 0..3)) {
        let text = file::to_text(&all, plan(), None).unwrap();
        prop_assert!(schema().is_valid(&parse(&text)));
    }
}
