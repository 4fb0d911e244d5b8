//! The licences of what the page is made of, in one text: they ask that their words go where the work goes.
//! Must not judge them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::paths;

/// Named by the footer (src/app.rs).
const FILE: &str = "licences.txt";
const ROOT: &str = "kichban";
/// How the files begin that hold a licence or what it asks to be passed on.
const NAMES: [&str; 4] = ["LICENSE", "LICENCE", "COPYING", "NOTICE"];

/// A crate that is compiled into the page.
struct Part {
    name: String,
    licence: String,
    /// Texts that came with it.
    texts: Vec<String>,
}

/// Writes the text into the finished page in `out`.
pub fn write(out: &Path) -> Outcome<()> {
    let parts = parts(&metadata()?)?;
    let path = out.join(FILE);
    fs::write(&path, text(&parts)).map_err(|error| Failure::file(&path, &error))
}

fn metadata() -> Outcome<Value> {
    let told = Command::new("cargo")
        .args(["metadata", "--format-version", "1", "--locked", "--filter-platform"])
        .arg("wasm32-unknown-unknown")
        .current_dir(paths::root())
        .output()
        .map_err(|error| Failure::new(format!("cargo metadata does not run: {error}")))?;
    serde_json::from_slice(&told.stdout).map_err(|error| {
        Failure::new(format!("cargo metadata says nothing that can be read: {error}"))
            .cure(String::from_utf8_lossy(&told.stderr).into_owned())
    })
}

/// What the page's own crate depends on, directly or not, save for tests and build scripts; without the project's own.
fn parts(metadata: &Value) -> Outcome<Vec<Part>> {
    let packages: BTreeMap<&str, &Value> = list(&metadata["packages"])
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let nodes: BTreeMap<&str, &Value> = list(&metadata["resolve"]["nodes"])
        .filter_map(|node| Some((node["id"].as_str()?, node)))
        .collect();
    let root = packages.iter().find(|(_, package)| package["name"] == ROOT);
    let (root, _) = root.ok_or_else(|| Failure::new(format!("cargo metadata knows no package {ROOT}")))?;
    let (mut known, mut waiting) = (BTreeSet::from([*root]), vec![*root]);
    while let Some(id) = waiting.pop() {
        for dependency in nodes.get(id).into_iter().flat_map(|node| list(&node["deps"])) {
            let is_compiled_in = list(&dependency["dep_kinds"]).any(|kind| kind["kind"].is_null());
            if let Some(id) = dependency["pkg"].as_str().filter(|_| is_compiled_in)
                && known.insert(id)
            {
                waiting.push(id);
            }
        }
    }
    let mut parts = Vec::new();
    for package in known.iter().filter_map(|id| packages.get(id)) {
        // The project's own crates come from no registry.
        if !package["source"].is_null() {
            parts.push(part(package)?);
        }
    }
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn part(package: &Value) -> Outcome<Part> {
    let text = |key: &str| package[key].as_str().unwrap_or_default();
    let folder = Path::new(text("manifest_path")).parent().unwrap_or(Path::new(""));
    let mut names: Vec<String> = fs::read_dir(folder)
        .map_err(|error| Failure::file(folder, &error))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| NAMES.iter().any(|begin| name.to_uppercase().starts_with(begin)))
        .collect();
    names.sort();
    let read = |name: &String| fs::read_to_string(folder.join(name)).ok();
    Ok(Part {
        name: format!("{} {}", text("name"), text("version")),
        licence: text("license").to_owned(),
        texts: names
            .iter()
            .filter_map(read)
            .map(|text| text.trim().to_owned())
            .collect(),
    })
}

/// The list of all, then each text once with the crates that it came with.
fn text(parts: &[Part]) -> String {
    let mut text = String::from("What this page is made of, and the licences of its parts.\n\n");
    let mut texts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for part in parts {
        let _ = writeln!(text, "{}: {}", part.name, part.licence);
        for licence in &part.texts {
            texts.entry(licence).or_default().push(&part.name);
        }
    }
    for (licence, names) in texts {
        let _ = write!(text, "\n{}\n{}:\n\n{licence}\n", "=".repeat(100), names.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_came_with_several_crates_stands_there_once() {
        let part = |name: &str, text: &str| Part {
            name: name.into(),
            licence: "MIT".into(),
            texts: vec![text.into()],
        };
        let told = text(&[
            part("a 1", "Permission"),
            part("b 2", "Permission"),
            part("c 3", "Redistribution"),
        ]);
        assert_eq!(told.matches("Permission").count(), 1);
        assert!(
            told.contains("a 1, b 2:\n\nPermission") && told.contains("c 3: MIT\n"),
            "{told}"
        );
    }

    #[test]
    fn what_the_page_is_made_of_is_known() {
        let parts = parts(&metadata().unwrap_or_default()).unwrap_or_default();
        let names: Vec<&str> = parts.iter().filter_map(|part| part.name.split(' ').next()).collect();
        assert!(names.contains(&"leptos") && names.contains(&"charts-rs"), "{names:?}");
        assert!(!names.contains(&"proptest") && !names.contains(&"engine"), "{names:?}");
        for part in &parts {
            assert!(!part.licence.is_empty(), "{} names no licence", part.name);
        }
    }
}
