//! Bad data is refused with the file, the entry and the reason. Each test breaks one thing in the shipped data.

use std::path::Path;

#[path = "../../build/mod.rs"]
mod data;
mod drivers;
mod figures;
mod identities;
mod methods;
mod rules;
mod words;

use data::{Folder, Problem};

fn shipped() -> Folder {
    Folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../plan")).expect("the shipped files can be read")
}

/// The problems after the first `old` of `file` has become `new`.
fn broken(file: &str, old: &str, new: &str) -> Vec<Problem> {
    let mut folder = shipped();
    replace(&mut folder, file, old, new);
    data::make(&folder).expect_err("the data is bad")
}

fn replace(folder: &mut Folder, file: &str, old: &str, new: &str) {
    let text = folder.texts.get_mut(file).expect("a file of the plan");
    assert!(text.contains(old), "{file} no longer holds {old:?}");
    *text = text.replacen(old, new, 1);
}

/// Expects exactly one problem and the line that it is reported in.
#[track_caller]
fn expect_one(problems: &[Problem], line: &str) {
    let lines = problems.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(lines, [line]);
}

/// Expects a problem of this entry whose reason holds `words`, wherever else the mistake shows.
#[track_caller]
fn expect(problems: &[Problem], file: &str, entry: &str, words: &str) {
    let is_it = |problem: &Problem| problem.file == file && problem.entry == entry && problem.reason.contains(words);
    assert!(problems.iter().any(is_it), "{problems:#?}");
}

#[test]
fn shipped_data_is_accepted() {
    assert!(data::make(&shipped()).is_ok());
}

#[test]
fn missing_folder() {
    let problems = Folder::read(Path::new("no such folder")).expect_err("it does not exist");
    assert_eq!(problems.len(), data::FILES.len());
    expect(&problems, "targets.toml", "file", "cannot be read");
}

#[test]
fn text_that_is_not_toml() {
    let problems = broken("plan.toml", "[title]", "[title");
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert!(problems[0].entry.starts_with("line "), "{problems:?}");
    let problems = broken("units.toml", "[[unit]]", "[[unit");
    let is_it = |problem: &Problem| problem.file == "units.toml" && problem.entry.starts_with("line ");
    assert!(problems.iter().any(is_it), "{problems:?}");
}
