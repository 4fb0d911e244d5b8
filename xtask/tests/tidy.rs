//! The lines that the compiler does not hold: which part may know which, and what every file owes its reader.
//! Must not check taste; each test here keeps a promise that ARCHITECTURE.md or set-up makes.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use xtask::{child::Toolbox, paths, setup, site};

/// What each of our packages may depend on: ours by name, then from elsewhere (`*` is anything).
const ALLOWED: [(&str, &[&str], &[&str]); 8] = [
    ("plan", &[], &[]),
    ("engine", &["plan"], &["libm", "wide"]),
    ("wire", &["engine", "plan"], &["*"]),
    ("chart", &["engine", "plan"], &["*"]),
    ("cli", &["chart", "engine", "plan", "wire"], &["*"]),
    ("kichban", &["chart", "engine", "plan", "wire"], &["*"]),
    ("xtask", &["plan"], &["*"]),
    ("e2e", &["engine", "plan", "wire", "xtask"], &["*"]),
];

#[test]
fn dependencies_point_one_way() {
    let packages = packages();
    let names = packages.iter().map(|package| text(package, "name")).collect::<Vec<_>>();
    let mut wrong = String::new();
    for package in &packages {
        let name = text(package, "name");
        let Some((_, ours, others)) = ALLOWED.iter().find(|(allowed, _, _)| *allowed == name) else {
            // The package is new: it has to be given its place above.
            let _ = writeln!(wrong, "{name} has no line in ALLOWED");
            continue;
        };
        for dependency in normal_dependencies(package) {
            let allowed = if names.contains(&dependency) { ours } else { others };
            if !allowed.contains(&dependency) && !allowed.contains(&"*") {
                let _ = writeln!(wrong, "{name} must not depend on {dependency}");
            }
        }
    }
    none(&wrong);
}

#[test]
fn only_wire_knows_serde() {
    let packages = packages();
    let others = packages
        .iter()
        .filter(|package| !["wire", "xtask", "e2e"].contains(&text(package, "name")));
    let found = others.filter(|package| normal_dependencies(package).any(|name| name.starts_with("serde")));
    let wrong = found
        .map(|package| format!("{} depends on serde\n", text(package, "name")))
        .collect::<String>();
    none(&wrong);
}

#[test]
fn texts_have_the_same_values_in_both_languages() {
    let read = |language: &str| -> Value {
        let file = paths::root().join("locales").join(format!("{language}.json"));
        serde_json::from_str(&fs::read_to_string(file).expect("a file of texts")).expect("texts as JSON")
    };
    let mut wrong = String::new();
    compare_texts("", &read("vi"), &read("en"), &mut wrong);
    none(&wrong);
}

/// The names in braces of each text, in any order; a key that one language lacks fails the build itself.
fn compare_texts(path: &str, one: &Value, other: &Value, wrong: &mut String) {
    if let Some(entries) = one.as_object() {
        for (key, value) in entries {
            compare_texts(&format!("{path}.{key}"), value, &other[key], wrong);
        }
        return;
    }
    let names = |text: &Value| {
        let text = text.as_str().unwrap_or_default().to_owned();
        let mut names = text
            .split('{')
            .skip(1)
            .map(|part| part.split('}').next().unwrap_or_default().to_owned())
            .collect::<Vec<_>>();
        names.sort();
        names.dedup();
        names
    };
    if names(one) != names(other) {
        let _ = writeln!(
            wrong,
            "{path}: {:?} in Vietnamese, {:?} in English",
            names(one),
            names(other)
        );
    }
}

#[test]
fn the_browser_is_named_below_platform_only() {
    let starts = ["src/main.rs", "src/bin/worker.rs"];
    let wrong = files_below("src", &["rs"])
        .into_iter()
        .filter(|name| !name.starts_with("src/platform"))
        .flat_map(|name| {
            let words: &[&str] = if starts.contains(&name.as_str()) {
                &["web_sys", "js_sys", "gloo"]
            } else {
                &["web_sys", "js_sys", "gloo", "wasm_bindgen"]
            };
            lines_naming(&name, words)
        })
        .collect::<String>();
    none(&wrong);
}

#[test]
fn views_and_components_do_not_know_platform() {
    let files = files_below("src/views", &["rs"])
        .into_iter()
        .chain(files_below("src/components", &["rs"]));
    none(
        &files
            .flat_map(|name| lines_naming(&name, &["platform"]))
            .collect::<String>(),
    );
}

#[test]
fn components_do_not_know_state_or_views() {
    let files = files_below("src/components", &["rs"]).into_iter();
    none(
        &files
            .flat_map(|name| lines_naming(&name, &["crate::state", "crate::views"]))
            .collect::<String>(),
    );
}

#[test]
fn every_source_file_opens_with_its_job() {
    let files = files(&["rs"]).into_iter().filter(|name| {
        let text = read(name);
        let first = text
            .lines()
            .find(|line| !line.trim().is_empty() && !line.starts_with("#!["));
        !first.is_some_and(|line| line.starts_with("//!"))
    });
    none(
        &files
            .map(|name| format!("{name} does not start with //!\n"))
            .collect::<String>(),
    );
}

#[test]
fn no_source_file_is_too_long_to_read() {
    const LINES: usize = 500;
    let long = files(&["rs", "css", "js"]).into_iter().filter_map(|name| {
        let lines = read(&name).lines().count();
        (lines > LINES).then(|| format!("{name} has {lines} lines; {LINES} are the most\n"))
    });
    none(&long.collect::<String>());
}

/// A path into somebody's machine, or the host of one registry, works for nobody else.
#[test]
fn no_file_names_a_machine() {
    // In two pieces each, so that this file does not find itself.
    let folders = [
        concat!("/ho", "me/"),
        concat!("/ro", "ot/"),
        concat!("/wo", "rk/"),
        concat!("/Us", "ers/"),
    ];
    let hosts = [
        concat!("index.crates", ".io"),
        concat!("static.crates", ".io"),
        concat!("registry.npm", "js.org"),
        concat!("deb.debian", ".org"),
        concat!("pypi", ".org"),
    ];
    let mut wrong = String::new();
    for name in files(&[]) {
        let Ok(text) = fs::read_to_string(paths::root().join(&name)) else {
            continue;
        };
        for (number, line) in text.lines().enumerate().map(|(index, line)| (index + 1, line)) {
            // Inside an address, such as a source's, the same letters are somebody else's folder.
            let in_address =
                |place: usize| line[..place].ends_with(|last: char| last.is_alphanumeric() || "-_.~%".contains(last));
            let folder = folders
                .iter()
                .find(|part| line.match_indices(**part).any(|(place, _)| !in_address(place)));
            if let Some(part) = folder.or_else(|| hosts.iter().find(|part| line.contains(**part))) {
                let _ = writeln!(wrong, "{name}:{number} names {part}");
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_path_in_architecture_exists() {
    let Ok(text) = fs::read_to_string(paths::root().join("ARCHITECTURE.md")) else {
        return;
    };
    let all = files(&[]);
    let missing = text
        .lines()
        .flat_map(|line| line.split('`').skip(1).step_by(2))
        .filter(|word| {
            if !looks_like_a_path(word) || ["dist", "target"].contains(&word.split('/').next().unwrap_or_default()) {
                return false;
            }
            // A bare file name stands in a paragraph that says where it is.
            let bare = !word.contains('/') && all.iter().any(|name| name.rsplit('/').next() == Some(word));
            !bare && !paths::root().join(word).exists()
        });
    none(
        &missing
            .map(|word| format!("ARCHITECTURE.md names {word}, which is not there\n"))
            .collect::<String>(),
    );
}

/// Trunk takes no other version than the one it is told, and downloads nothing.
#[test]
fn trunk_is_told_the_tools_that_setup_installs() {
    let text = read("Trunk.toml");
    let wasm_bindgen = setup::wasm_bindgen_version().unwrap_or_default();
    let lines = [
        format!("trunk-version = \"={}\"", setup::TRUNK_VERSION),
        format!("wasm_bindgen = \"{wasm_bindgen}\""),
        format!("wasm_opt = \"version_{}\"", setup::BINARYEN_VERSION),
    ];
    let missing = lines
        .iter()
        .filter(|line| !text.lines().any(|known| known == line.as_str()));
    none(
        &missing
            .map(|line| format!("Trunk.toml does not say {line}\n"))
            .collect::<String>(),
    );
}

fn none(wrong: &str) {
    assert!(wrong.is_empty(), "\n{wrong}");
}

fn packages() -> Vec<Value> {
    let mut cargo = Toolbox::default().cargo();
    let output = xtask::child::output(cargo.args(["metadata", "--format-version", "1", "--no-deps", "--offline"]));
    let metadata: Value = output
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default();
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    assert!(!packages.is_empty(), "cargo metadata says nothing");
    packages
}

/// What is linked into a package, without what only builds or tests it.
fn normal_dependencies(package: &Value) -> impl Iterator<Item = &str> {
    let all = package["dependencies"].as_array().into_iter().flatten();
    all.filter(|dependency| dependency["kind"].is_null())
        .map(|dependency| text(dependency, "name"))
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// The lines of a source file that name one of `words` outside of comments.
fn lines_naming(name: &str, words: &[&str]) -> Vec<String> {
    let text = read(name);
    let lines = text.lines().enumerate().filter_map(|(index, line)| {
        let code = line.split("//").next().unwrap_or(line);
        let word = words.iter().find(|word| contains_word(code, word))?;
        Some(format!("{name}:{} names {word}\n", index + 1))
    });
    lines.collect()
}

fn contains_word(code: &str, word: &str) -> bool {
    let inner = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).any(|(place, _)| {
        // `gloo` stands for all of gloo_storage, gloo_timers and so on.
        !code[..place].ends_with(inner) && (word == "gloo" || !code[place + word.len()..].starts_with(inner))
    })
}

fn looks_like_a_path(word: &str) -> bool {
    let endings = [
        ".rs", ".toml", ".md", ".html", ".css", ".js", ".json", ".csv", ".txt", ".svg", ".lock",
    ];
    let strange = |letter: char| letter.is_whitespace() || "*{}<>()$:=,;\"'#".contains(letter);
    let named = endings.iter().any(|ending| word.ends_with(ending)) || word.contains('/');
    named && !word.starts_with(['/', '~', '-', '.']) && !word.contains(strange)
}

fn read(name: &str) -> String {
    let path = paths::root().join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files_below(folder: &str, endings: &[&str]) -> Vec<String> {
    files(endings)
        .into_iter()
        .filter(|name| Path::new(name).starts_with(folder))
        .collect()
}

/// Every file of the repository with one of these endings, or with any where none is given.
fn files(endings: &[&str]) -> Vec<String> {
    let root = paths::root();
    let tops = fs::read_dir(&root).into_iter().flatten().flatten();
    let mut files = Vec::new();
    for top in tops {
        let name = top.file_name().to_string_lossy().into_owned();
        if [".git", "target", "dist", "node_modules", "Cargo.lock"].contains(&name.as_str()) {
            continue;
        }
        if top.path().is_dir() {
            let below = site::names(&top.path()).unwrap_or_default();
            files.extend(below.into_iter().map(|inner| format!("{name}/{inner}")));
        } else {
            files.push(name);
        }
    }
    files.retain(|name| {
        endings.is_empty()
            || endings.contains(
                &Path::new(name)
                    .extension()
                    .and_then(|end| end.to_str())
                    .unwrap_or_default(),
            )
    });
    files.sort();
    files
}
