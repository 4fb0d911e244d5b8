//! Files: one scenario or many as one JSON text, to be kept, sent and taken in again. The format is in
//! `docs/scenario-file.md`, its JSON Schema in `public/scenario-file.schema.json`.
//!
//! Each scenario of a file is a whole document, so that one cut out of it opens by itself. What is wrong with one does not
//! keep the others from being taken. Must not choose names or places for what is taken.

use plan::Plan;

use crate::day::Day;
use crate::document::{self, DocumentError, v1};
use crate::json::{self, Node, Object, Value, elements, node};
use crate::limits::{DOCUMENT_BYTES, FILE_BYTES, FILE_DEPTH, FILE_SCENARIOS, VERSION_CHARACTERS};
use crate::problem::{Kind, Problem, Problems, Reason};
use crate::saved::{MadeWith, Saved};

/// Value of the key `format`.
const FORMAT: &str = "kichban-scenarios";
const SCENARIOS: &str = "scenarios";

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The scenarios that could be taken, in the file's order.
    pub scenarios: Vec<Taken>,
    /// How many scenarios could not be taken; the problems say which and why.
    pub lost: usize,
    /// The day it was written, where it says so.
    pub exported: Option<Day>,
    /// What was not taken, or not as it stood: `scenarios.2.targets.income_per_capita.growth.2021-2025`. A file with a
    /// single document has no `scenarios.2` in its paths.
    pub problems: Vec<Problem>,
}

/// One scenario of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// Its place in the file, from 0.
    pub place: usize,
    /// What was taken over.
    pub saved: Saved,
    /// What its author worked with.
    pub made_with: MadeWith,
}

/// The file of scenarios, in their order. Equal arguments give equal text.
///
/// # Errors
/// [`DocumentError::TooLarge`] and [`DocumentError::TooMany`] where it would not be read again: share them out over several
/// files.
pub fn to_text<'a>(
    scenarios: impl IntoIterator<Item = &'a Saved>,
    plan: &Plan,
    exported: Option<Day>,
) -> Result<String, DocumentError> {
    let made_with = MadeWith::now(plan);
    let mut file = v1::head(FORMAT, plan, &made_with);
    file.extend(exported.map(|day| ("exported".to_string(), Value::text(day.to_iso()))));
    let scenarios: Vec<&Saved> = scenarios.into_iter().collect();
    let (count, limit) = (scenarios.len(), FILE_SCENARIOS);
    if count > limit {
        return Err(DocumentError::TooMany { count, limit });
    }
    let scenarios = scenarios.into_iter().map(|saved| v1::write(saved, plan, &made_with));
    file.push((SCENARIOS.to_string(), Value::List(scenarios.collect())));
    let text = json::to_text(&Value::Object(file));
    document::check_size(&text, FILE_BYTES)?;
    Ok(text)
}

/// Opens a file of scenarios, or a single document.
///
/// # Errors
/// A [`DocumentError`] where nothing can be taken over.
pub fn from_text(text: &str, plan: &Plan) -> Result<Imported, DocumentError> {
    document::check_size(text, FILE_BYTES)?;
    let limit = FILE_DEPTH;
    if json::depth(text) > limit {
        return Err(DocumentError::TooDeep { limit });
    }
    let root = document::parse(text)?;
    let mut problems = Problems::default();
    let mut imported = Imported {
        scenarios: Vec::new(),
        lost: 0,
        exported: None,
        problems: Vec::new(),
    };
    if root.text("format").as_deref() == Some(document::FORMAT) {
        document::check_size(text, DOCUMENT_BYTES)?;
        let (saved, made_with) = document::open(&root, plan, &mut problems)?;
        imported.scenarios.push(Taken {
            place: 0,
            saved,
            made_with,
        });
    } else {
        match document::check_head(&root, FORMAT, plan)? {
            1 => read(&root, plan, &mut imported, &mut problems),
            version => return Err(DocumentError::Newer { version }),
        }
    }
    imported.problems = problems.finish();
    Ok(imported)
}

fn read(root: &Object<'_>, plan: &Plan, imported: &mut Imported, problems: &mut Problems) {
    let mut is_without = true;
    for (key, raw) in v1::entries_once(root, "", problems) {
        match key {
            "format" | "version" | "plan" => {}
            // Each scenario says by itself what it was made with.
            "data" | "engine" => drop(v1::line(raw, VERSION_CHARACTERS, key, problems)),
            "exported" => {
                let text = v1::text(raw, key, problems);
                imported.exported = text.as_deref().and_then(Day::from_iso);
                if text.is_some() && imported.exported.is_none() {
                    let expected = Kind::Day;
                    problems.add(key, Reason::WrongKind { expected });
                }
            }
            SCENARIOS => {
                is_without = false;
                let (list, more) = match node(raw) {
                    Node::List => elements(raw, FILE_SCENARIOS),
                    _ => {
                        let expected = Kind::List;
                        problems.add(key, Reason::WrongKind { expected });
                        continue;
                    }
                };
                for (place, raw) in list.into_iter().enumerate() {
                    problems.enter(&format!("{SCENARIOS}.{place}"));
                    match read_one(raw.get(), plan, problems) {
                        Ok((saved, made_with)) => imported.scenarios.push(Taken {
                            place,
                            saved,
                            made_with,
                        }),
                        Err(reason) => {
                            imported.lost += 1;
                            problems.add("", reason);
                        }
                    }
                }
                problems.enter("");
                if more > 0 {
                    imported.lost += more;
                    let limit = FILE_SCENARIOS;
                    problems.add(key, Reason::TooManyEntries { limit });
                }
            }
            _ => problems.add(&crate::names::foreign_key(key), Reason::UnknownKey),
        }
    }
    if is_without {
        let expected = Kind::List;
        problems.add(SCENARIOS, Reason::WrongKind { expected });
    }
}

/// One scenario of the list.
fn read_one(text: &str, plan: &Plan, problems: &mut Problems) -> Result<(Saved, MadeWith), Reason> {
    let expected = Kind::Object;
    let not_an_object = Reason::WrongKind { expected };
    let opened = document::check_size(text, DOCUMENT_BYTES).and_then(|()| {
        let root = Object::parse(text).ok().flatten();
        let root = root.ok_or(DocumentError::NotJson { line: 0, column: 0 })?;
        document::open(&root, plan, problems)
    });
    opened.map_err(|error| match error {
        DocumentError::TooLarge { bytes, limit } => Reason::TooLarge { bytes, limit },
        DocumentError::NotJson { .. } | DocumentError::TooDeep { .. } | DocumentError::TooMany { .. } => not_an_object,
        DocumentError::OtherFormat => Reason::OtherFormat,
        DocumentError::Newer { version } => Reason::NewerVersion { version },
        DocumentError::OtherPlan { .. } => Reason::OtherPlan,
    })
}
