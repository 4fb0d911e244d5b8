//! Reads version 1: every value goes through the engine's own check; what it refuses is named and the rest is taken.

use engine::{Change, LeverId, SHARED_CODE, Scenario};
use plan::Plan;

use crate::document::tree::{Node, Object};
use crate::limits::{NAME_CHARACTERS, OBJECT_ENTRIES, VERSION_CHARACTERS};
use crate::names::{
    BASIS, GROWTH, MODE, OBSERVATIONS, PARAMETERS, SHARED, SHOCKS, SINGLE_LEVERS, TARGETS, THRESHOLDS, basis_by_name,
    foreign_key, mode_by_name, parameter_by_name, phase_by_name, target_by_code, target_by_id, year_by_name,
};
use crate::problem::{Kind, Problems, Reason};
use crate::saved::{MadeWith, Opened, Saved};
use crate::text::{take_line, take_notes};

/// `root` has this format, this version and the id of `plan`.
pub(crate) fn read(root: &Object, plan: &Plan) -> Opened<Saved> {
    let mut problems = Problems::default();
    let mut saved = Saved::default();
    let mut made_with = MadeWith::default();
    for (key, node) in entries_once(root, "", &mut problems) {
        match key {
            "format" | "version" | "plan" => {}
            "data" => made_with.data_version = line(node, VERSION_CHARACTERS, key, &mut problems),
            "engine" => made_with.engine_version = line(node, VERSION_CHARACTERS, key, &mut problems),
            "name" => saved.name = line(node, NAME_CHARACTERS, key, &mut problems),
            "notes" => {
                let notes = text(node, key, &mut problems).unwrap_or_default();
                saved.notes = take_notes(notes, key, &mut problems);
            }
            TARGETS => read_targets(node, plan, &mut saved.scenario, &mut problems),
            SHARED => {
                let mut reader = GroupReader::new(plan, SHARED_CODE, &mut saved.scenario, &mut problems);
                reader.read(node, SHARED);
            }
            _ => problems.add(&foreign_key(key), Reason::UnknownKey),
        }
    }
    Opened {
        value: saved,
        made_with,
        seen: None,
        problems: problems.finish(),
    }
}

fn read_targets(node: &Node, plan: &Plan, scenario: &mut Scenario, problems: &mut Problems) {
    for (key, node) in object(node, TARGETS, problems) {
        let path = join(TARGETS, key);
        let Some(target) = target_by_id(plan, key) else {
            problems.add(&path, Reason::UnknownTarget);
            continue;
        };
        GroupReader::new(plan, target.code, scenario, problems).read(node, &path);
    }
}

/// Reads what was changed about one target, or about all at once.
struct GroupReader<'a> {
    plan: &'a Plan,
    code: u8,
    scenario: &'a mut Scenario,
    problems: &'a mut Problems,
}

impl<'a> GroupReader<'a> {
    const fn new(plan: &'a Plan, code: u8, scenario: &'a mut Scenario, problems: &'a mut Problems) -> Self {
        Self {
            plan,
            code,
            scenario,
            problems,
        }
    }

    fn read(&mut self, node: &Node, path: &str) {
        for (key, node) in object(node, path, self.problems) {
            let path = join(path, key);
            match key {
                MODE => self.word(node, &path, Reason::UnknownMode, |name| {
                    mode_by_name(name).map(|mode| Change::Mode(Some(mode)))
                }),
                BASIS => {
                    let target = target_by_code(self.plan, self.code);
                    self.word(node, &path, Reason::UnknownBasis, |name| {
                        basis_by_name(target?, name).map(|basis| Change::Basis(Some(basis)))
                    });
                }
                GROWTH => self.growth(node, &path),
                OBSERVATIONS => self.years(node, &path, |year, value| Change::Observation { year, value }),
                THRESHOLDS => self.years(node, &path, |year, value| Change::Threshold { year, value }),
                SHOCKS => self.years(node, &path, |year, value| Change::Shock { year, value }),
                PARAMETERS => self.parameters(node, &path),
                _ => match SINGLE_LEVERS.iter().find(|(name, _)| *name == key) {
                    Some((_, id)) => self.number(node, &path, |value| Change::Lever(*id, value)),
                    None => self.problems.add(&path, Reason::UnknownKey),
                },
            }
        }
    }

    /// A value that is one of a few words.
    fn word(&mut self, node: &Node, path: &str, unknown: Reason, change: impl Fn(&str) -> Option<Change>) {
        let Some(name) = text(node, path, self.problems) else {
            return;
        };
        match change(name) {
            Some(change) => self.apply(change, None, path),
            None => self.problems.add(path, unknown),
        }
    }

    fn growth(&mut self, node: &Node, path: &str) {
        for (key, node) in object(node, path, self.problems) {
            let path = join(path, key);
            match phase_by_name(self.plan, key) {
                Some(phase) => self.number(node, &path, |value| Change::Lever(LeverId::Growth(phase), value)),
                None => self.problems.add(&path, Reason::UnknownKey),
            }
        }
    }

    fn parameters(&mut self, node: &Node, path: &str) {
        for (key, node) in object(node, path, self.problems) {
            let path = join(path, key);
            match parameter_by_name(self.plan, self.code, key) {
                Some(id) => self.number(node, &path, |value| Change::Lever(id, value)),
                None => self.problems.add(&path, Reason::UnknownLever),
            }
        }
    }

    fn years(&mut self, node: &Node, path: &str, change: impl Fn(i16, Option<f64>) -> Change) {
        for (key, node) in object(node, path, self.problems) {
            let path = join(path, key);
            match year_by_name(key) {
                Some(year) => self.number(node, &path, |value| change(year, value)),
                None => self.problems.add(&path, Reason::NotAYear),
            }
        }
    }

    fn number(&mut self, node: &Node, path: &str, change: impl Fn(Option<f64>) -> Change) {
        match node {
            Node::Number(value) => self.apply(change(Some(*value)), Some(*value), path),
            _ => wrong_kind(Kind::Number, path, self.problems),
        }
    }

    fn apply(&mut self, change: Change, value: Option<f64>, path: &str) {
        if let Err(error) = self.scenario.apply(self.plan, self.code, change) {
            self.problems.add(path, Reason::refused(value, error));
        }
    }
}

fn line(node: &Node, limit: usize, path: &str, problems: &mut Problems) -> String {
    let found = text(node, path, problems).unwrap_or_default();
    take_line(found, limit, path, problems)
}

fn text<'a>(node: &'a Node, path: &str, problems: &mut Problems) -> Option<&'a str> {
    match node {
        Node::Text(text) => Some(text),
        _ => {
            wrong_kind(Kind::Text, path, problems);
            None
        }
    }
}

/// The entries of a node that should be an object; none where it is something else.
fn object<'a>(node: &'a Node, path: &str, problems: &mut Problems) -> Vec<(&'a str, &'a Node)> {
    match node {
        Node::Object(object) => entries_once(object, path, problems),
        _ => {
            wrong_kind(Kind::Object, path, problems);
            Vec::new()
        }
    }
}

/// The first entry of each key; the others are named.
fn entries_once<'a>(object: &'a Object, path: &str, problems: &mut Problems) -> Vec<(&'a str, &'a Node)> {
    let mut entries: Vec<(&str, &Node)> = Vec::new();
    for (key, node) in &object.entries {
        if entries.iter().any(|(known, _)| known == key) {
            problems.add(&join(path, key), Reason::KeyTwice);
        } else {
            entries.push((key, node));
        }
    }
    if object.is_cut {
        let limit = OBJECT_ENTRIES;
        problems.add(path, Reason::TooManyEntries { limit });
    }
    entries
}

fn wrong_kind(expected: Kind, path: &str, problems: &mut Problems) {
    problems.add(path, Reason::WrongKind { expected });
}

fn join(path: &str, key: &str) -> String {
    let key = foreign_key(key);
    if path.is_empty() { key } else { format!("{path}.{key}") }
}
