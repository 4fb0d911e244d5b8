//! The built program: what it prints, what it says is wrong and how it ends.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that goes wrong should stop")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use engine::{Scenario, project};
use wire::{document, link};

const V1: &str = include_str!("../../../tests/links/v1.txt");
const ONE_LEVER: &str = "v1Y_0CBgEBFP-WAQQMCjIwMjYtMTEtMjQx4pzRNA";

/// Exit code, standard output, standard error.
type Said = (i32, String, String);

fn kichban(words: &[&str]) -> Said {
    kichban_fed(words, "")
}

fn kichban_fed(words: &[&str], standard_input: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_kichban"))
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A program that does not read it may be gone already.
    let _ = child.stdin.take().unwrap().write_all(standard_input.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn scenario_file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scenarios");
    folder.join(name).to_string_lossy().into_owned()
}

/// A file of this test with `text`.
fn file(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path
}

/// The medians in a table, in its order.
fn medians(table: &str) -> Vec<(String, String, f64)> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let place = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (target, year, median) = (place("target"), place("year"), place("median"));
    let records = reader.records().map(Result::unwrap);
    records
        .filter(|record| !record[median].is_empty())
        .map(|record| {
            (
                record[target].to_owned(),
                record[year].to_owned(),
                record[median].parse().unwrap(),
            )
        })
        .collect()
}

fn medians_of(scenario: &Scenario, today: i16) -> Vec<(String, String, f64)> {
    let plan = plan::plan();
    let setting = scenario.setting(plan, today);
    let projections = plan
        .targets
        .iter()
        .map(|target| (target, project(&setting, target, scenario.inputs(target.code))));
    projections
        .flat_map(|(target, projection)| {
            let point = move |point: engine::PathPoint| (target.id.to_owned(), point.year.to_string(), point.median);
            projection.path.into_iter().map(point)
        })
        .collect()
}

#[test]
fn every_frozen_link_gives_the_engine_s_figures() {
    let plan = plan::plan();
    let links: Vec<&str> = V1
        .lines()
        .filter(|line| line.starts_with("v1") && !line.contains('.'))
        .collect();
    assert!(links.len() >= 10);
    for text in links {
        let opened = link::decode(text, plan).unwrap();
        let (code, table, wrong) = kichban(&["project", text, "--today", "2026"]);
        assert_eq!(medians(&table), medians_of(&opened.value.scenario, 2026), "{text}");
        assert_eq!(code, i32::from(!opened.problems.is_empty()), "{text}: {wrong}");
        assert_eq!(wrong.lines().count(), opened.problems.len(), "{wrong}");
    }
}

#[test]
fn a_document_gives_the_same_from_a_file_and_from_standard_input() {
    for name in ["trend.json", "faster-income.json", "own-figures.json"] {
        let path = scenario_file(name);
        let text = std::fs::read_to_string(&path).unwrap();
        let saved = document::from_text(&text, plan::plan()).unwrap().value;
        let (code, table, wrong) = kichban(&["project", &path, "--today=2026"]);
        assert_eq!((code, wrong.as_str()), (0, ""));
        assert_eq!(medians(&table), medians_of(&saved.scenario, 2026), "{name}");
        let fed = kichban_fed(&["project", "-", "--today=2026"], &text);
        assert_eq!(fed, (0, table, String::new()));
    }
}

#[test]
fn a_link_is_taken_as_an_address_with_its_screen_and_from_a_file() {
    let bare = kichban(&["project", ONE_LEVER, "--today", "2026", "--format", "json"]);
    assert_eq!(bare.0, 0);
    let address = format!("https://example.org/kich-ban/#{ONE_LEVER}/t/income_per_capita");
    assert_eq!(
        kichban(&["project", &address, "--today", "2026", "--format", "json"]),
        bare
    );
    let path = file("link.txt", &format!("#{ONE_LEVER}\n"));
    let (code, json, _) = kichban(&[
        "project",
        &path.to_string_lossy(),
        "--today",
        "2026",
        "--format",
        "json",
    ]);
    let targets =
        |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap()["scenarios"][0]["targets"].clone();
    assert_eq!((code, targets(&json)), (0, targets(&bare.1)));
}

#[test]
fn only_the_targets_asked_for_are_told_and_scenarios_side_by_side() {
    let (trend, faster) = (scenario_file("trend.json"), scenario_file("faster-income.json"));
    let words = [
        "project",
        &trend,
        &faster,
        &trend,
        "--target",
        "life_expectancy",
        "--target",
        "income_per_capita",
        "--today",
        "2026",
    ];
    let (code, table, wrong) = kichban(&words);
    assert_eq!((code, wrong.as_str()), (0, ""));
    let column = |place: usize| {
        let mut reader = csv::Reader::from_reader(table.as_bytes());
        let mut cells: Vec<String> = reader
            .records()
            .map(|record| record.unwrap()[place].to_owned())
            .collect();
        cells.dedup();
        cells
    };
    assert!(table.starts_with("scenario,record,target,"), "{table}");
    assert_eq!(
        column(0),
        [
            format!("{trend} (1)"),
            "Thu nhập tăng nhanh".to_owned(),
            format!("{trend} (3)")
        ]
    );
    let mut targets = column(2);
    targets.sort();
    targets.dedup();
    assert_eq!(targets, ["income_per_capita", "life_expectancy"]);
}

#[test]
fn what_is_wrong_is_told_by_path_and_the_rest_is_taken() {
    let text = r#"{"format":"kichban-scenario","version":1,"plan":"vinh-phuc-2020","targets":{
        "income_per_capita":{"reference_rate":900,"mode":"hope"},"moon_landing":{},"doctors":{"reference_rate":5}}}"#;
    let path = file("partly.json", text);
    let path = path.to_string_lossy();
    let (code, table, wrong) = kichban(&["project", &path, "--today", "2026", "--target", "doctors"]);
    assert_eq!(code, 1);
    assert!(table.contains("doctors,"), "{table}");
    for line in [
        format!("{path}: targets.income_per_capita.reference_rate: 900 lies outside "),
        format!("{path}: targets.income_per_capita.mode: there is no such mode"),
        format!("{path}: targets.moon_landing: the plan has no such target"),
    ] {
        assert!(wrong.contains(&line), "{line} is not in\n{wrong}");
    }
    let (code, told, same) = kichban(&["check", &path, ONE_LEVER]);
    assert_eq!((code, same), (1, wrong));
    assert!(
        told.contains("3 problems; 1 change; it does not say what it was made with"),
        "{told}"
    );
    assert!(
        told.contains("link: taken in whole; 1 change; made with data 2026-11-24 and engine 1, here data "),
        "{told}"
    );
}

#[test]
fn what_cannot_be_opened_gives_one_line_and_no_figures() {
    let damaged = ONE_LEVER.replace("FP-W", "FP-X");
    let newer = file(
        "newer.json",
        r#"{"format":"kichban-scenario","version":7,"plan":"vinh-phuc-2020"}"#,
    );
    let broken = file("broken.json", "{\n  \"format\": ,\n}");
    let long = file("long.json", &" ".repeat(300_000));
    let text = |path: &Path| path.to_string_lossy().into_owned();
    for (input, reason) in [
        (damaged, "its checksum does not fit"),
        ("v2AAAA".to_owned(), "a newer version wrote the link (format 2)"),
        (
            "https://example.org/#/t/doctors".to_owned(),
            "it is neither a link nor a scenario file",
        ),
        ("no such file.json".to_owned(), "cannot be read: "),
        (text(&newer), "a newer version wrote it (format 7)"),
        (text(&broken), "it is no JSON: line 2"),
        (text(&long), "it has more than 262144 bytes"),
    ] {
        for command in ["project", "xmile", "check"] {
            let (code, told, wrong) = kichban(&[command, &input]);
            assert_eq!((code, told.as_str()), (1, ""), "{command} {input}");
            assert!(
                wrong.contains(reason) && wrong.lines().count() == 1,
                "{command} {input}: {wrong}"
            );
        }
    }
    let (code, told, _) = kichban(&["project", ONE_LEVER, "no such file.json"]);
    assert_eq!((code, told.as_str()), (1, ""), "half a comparison");
}

#[test]
fn wrong_calls_end_with_2_and_say_why() {
    for (words, reason) in [
        (vec![], "there is no command"),
        (vec!["predict"], "there is no command `predict`"),
        (vec!["project"], "there is no input"),
        (vec!["project", "-", "-"], "standard input can be read once"),
        (
            vec!["project", ONE_LEVER, "--target", "moon_landing"],
            "no target `moon_landing`",
        ),
        (vec!["project", ONE_LEVER, "--format", "xml"], "no format `xml`"),
        (
            vec!["project", ONE_LEVER, "--today", "tomorrow"],
            "`tomorrow` is no year",
        ),
        (vec!["project", ONE_LEVER, "--quick"], "`--quick` is not understood"),
        (vec!["xmile", ONE_LEVER, ONE_LEVER], "`xmile` takes one input, not 2"),
        (vec!["targets", "all"], "`all` is not understood"),
    ] {
        let (code, told, wrong) = kichban(&words);
        assert_eq!((code, told.as_str()), (2, ""), "{words:?}");
        assert!(wrong.contains(reason), "{words:?}: {wrong}");
    }
}

#[test]
fn targets_and_versions_are_told() {
    let (code, told, _) = kichban(&["targets"]);
    assert_eq!((code, told.lines().count()), (0, plan::plan().targets.len()));
    assert!(told.lines().all(|line| line.split('\t').count() == 4), "{told}");
    let (code, told, _) = kichban(&["--version"]);
    assert_eq!(code, 0);
    assert!(
        told.contains(plan::plan().data_version) && told.contains(engine::ENGINE_VERSION),
        "{told}"
    );
}

#[test]
fn xmile_holds_the_targets_asked_for() {
    let (code, told, wrong) = kichban(&["xmile", ONE_LEVER, "--target", "doctors"]);
    assert_eq!((code, wrong.as_str()), (0, ""));
    assert!(
        told.starts_with("<?xml") && told.contains(r#"<aux name="doctors">"#),
        "{told}"
    );
    assert!(!told.contains("hospital_beds"));
    let (code, told, wrong) = kichban(&["xmile", ONE_LEVER, "--target", "ring_roads_4_5"]);
    assert_eq!((code, told.as_str()), (1, ""));
    assert!(wrong.contains("nothing is projected"), "{wrong}");
}

#[test]
fn help() {
    let (code, told, _) = kichban(&["project", "--help"]);
    assert_eq!(code, 0);
    insta::assert_snapshot!(told);
}
