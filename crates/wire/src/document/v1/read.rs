//! Reads version 1: every value goes through the engine's own check; what it refuses is named and the rest is taken. A key
//! that is not known here is named too, and kept.

use std::collections::BTreeSet;

use engine::{Change, LeverId, SHARED_CODE};
use plan::Plan;
use serde_json::value::RawValue;

use crate::json::{Node, Object, node};
use crate::kept::Kept;
use crate::limits::{KEPT_BYTES, NAME_CHARACTERS, OBJECT_ENTRIES, VERSION_CHARACTERS};
use crate::names::{
    BASIS, GROWTH, MODE, OBSERVATIONS, PARAMETERS, SHARED, SHOCKS, SINGLE_LEVERS, TARGETS, THRESHOLDS, basis_by_name,
    mode_by_name, parameter_by_name, phase_by_name, target_by_code, target_by_id, year_by_name,
};
use crate::problem::{Kind, Problems, Reason, join};
use crate::saved::{MadeWith, Saved};
use crate::text::{take_line, take_notes};

/// `root` has this format, this version and the id of `plan`.
pub(crate) fn read(root: &Object<'_>, plan: &Plan, problems: &mut Problems) -> (Saved, MadeWith) {
    let mut saved = Saved::default();
    let mut made_with = MadeWith::default();
    for (key, raw) in entries_once(root, "", problems) {
        match key {
            "format" | "version" | "plan" => {}
            "data" => made_with.data_version = line(raw, VERSION_CHARACTERS, key, problems),
            "engine" => made_with.engine_version = line(raw, VERSION_CHARACTERS, key, problems),
            "name" => saved.name = line(raw, NAME_CHARACTERS, key, problems),
            "notes" => {
                let notes = text(raw, key, problems).unwrap_or_default();
                saved.notes = take_notes(&notes, key, problems);
            }
            TARGETS => read_targets(raw, plan, &mut saved, problems),
            SHARED => GroupReader::new(plan, SHARED_CODE, &[SHARED], &mut saved, problems).read(raw),
            _ => keep(&[], key, raw, Reason::UnknownKey, &mut saved.kept, problems),
        }
    }
    (saved, made_with)
}

/// A text of one line; empty where something else stands there.
pub(crate) fn line(raw: &RawValue, limit: usize, path: &str, problems: &mut Problems) -> String {
    let found = text(raw, path, problems).unwrap_or_default();
    take_line(&found, limit, path, problems)
}

fn read_targets(raw: &RawValue, plan: &Plan, saved: &mut Saved, problems: &mut Problems) {
    let Some(targets) = object(raw, TARGETS, problems) else {
        return;
    };
    for (key, raw) in entries_once(&targets, TARGETS, problems) {
        match target_by_id(plan, key) {
            Some(target) => GroupReader::new(plan, target.code, &[TARGETS, key], saved, problems).read(raw),
            None => keep(&[TARGETS], key, raw, Reason::UnknownTarget, &mut saved.kept, problems),
        }
    }
}

/// Reads what was changed about one target, or about all at once.
struct GroupReader<'a> {
    plan: &'a Plan,
    code: u8,
    /// The keys that lead to it.
    place: &'a [&'a str],
    saved: &'a mut Saved,
    problems: &'a mut Problems,
}

impl<'a> GroupReader<'a> {
    const fn new(
        plan: &'a Plan,
        code: u8,
        place: &'a [&'a str],
        saved: &'a mut Saved,
        problems: &'a mut Problems,
    ) -> Self {
        Self {
            plan,
            code,
            place,
            saved,
            problems,
        }
    }

    fn read(&mut self, raw: &RawValue) {
        let path = self.place.join(".");
        let Some(group) = object(raw, &path, self.problems) else {
            return;
        };
        for (key, raw) in entries_once(&group, &path, self.problems) {
            match key {
                MODE => self.word(raw, (&path, key), Reason::UnknownMode, |name| {
                    mode_by_name(name).map(|mode| Change::Mode(Some(mode)))
                }),
                BASIS => {
                    let target = target_by_code(self.plan, self.code);
                    self.word(raw, (&path, key), Reason::UnknownBasis, |name| {
                        basis_by_name(target?, name).map(|basis| Change::Basis(Some(basis)))
                    });
                }
                GROWTH => {
                    let plan = self.plan;
                    let change = |name: &str| {
                        let id = LeverId::Growth(phase_by_name(plan, name)?);
                        Some(move |value| Change::Lever(id, value))
                    };
                    self.numbers(raw, GROWTH, Reason::UnknownKey, change);
                }
                PARAMETERS => {
                    let (plan, code) = (self.plan, self.code);
                    let change = |name: &str| {
                        let id = parameter_by_name(plan, code, name)?;
                        Some(move |value| Change::Lever(id, value))
                    };
                    self.numbers(raw, PARAMETERS, Reason::UnknownLever, change);
                }
                OBSERVATIONS => self.years(raw, OBSERVATIONS, |year, value| Change::Observation { year, value }),
                THRESHOLDS => self.years(raw, THRESHOLDS, |year, value| Change::Threshold { year, value }),
                SHOCKS => self.years(raw, SHOCKS, |year, value| Change::Shock { year, value }),
                _ => match SINGLE_LEVERS.iter().find(|(name, _)| *name == key) {
                    Some((_, id)) => self.number(raw, &path, key, |value| Change::Lever(*id, value)),
                    None => keep(
                        self.place,
                        key,
                        raw,
                        Reason::UnknownKey,
                        &mut self.saved.kept,
                        self.problems,
                    ),
                },
            }
        }
    }

    /// A value that is one of a few words.
    fn word(
        &mut self,
        raw: &RawValue,
        (place, key): (&str, &str),
        unknown: Reason,
        change: impl Fn(&str) -> Option<Change>,
    ) {
        let Some(name) = text(raw, &join(&[place], key), self.problems) else {
            return;
        };
        match change(&name) {
            Some(change) => self.apply(change, None, place, key),
            None => self.problems.add_key(&[place], key, unknown),
        }
    }

    /// An object of numbers by names, which a later page may have more of.
    fn numbers<F: Fn(Option<f64>) -> Change>(
        &mut self,
        raw: &RawValue,
        name: &str,
        unknown: Reason,
        change: impl Fn(&str) -> Option<F>,
    ) {
        let place = [self.place, &[name]].concat();
        let path = place.join(".");
        let Some(numbers) = object(raw, &path, self.problems) else {
            return;
        };
        for (key, raw) in entries_once(&numbers, &path, self.problems) {
            match change(key) {
                Some(change) => self.number(raw, &path, key, change),
                None => keep(&place, key, raw, unknown, &mut self.saved.kept, self.problems),
            }
        }
    }

    fn years(&mut self, raw: &RawValue, name: &str, change: impl Fn(i16, Option<f64>) -> Change) {
        let path = [self.place, &[name]].concat().join(".");
        let Some(years) = object(raw, &path, self.problems) else {
            return;
        };
        for (key, raw) in entries_once(&years, &path, self.problems) {
            match year_by_name(key) {
                Some(year) => self.number(raw, &path, key, |value| change(year, value)),
                None => self.problems.add_key(&[&path], key, Reason::NotAYear),
            }
        }
    }

    fn number(&mut self, raw: &RawValue, place: &str, key: &str, change: impl Fn(Option<f64>) -> Change) {
        match node(raw) {
            Node::Number(value) => self.apply(change(Some(value)), Some(value), place, key),
            _ => {
                let expected = Kind::Number;
                self.problems.add_key(&[place], key, Reason::WrongKind { expected });
            }
        }
    }

    fn apply(&mut self, change: Change, value: Option<f64>, place: &str, key: &str) {
        if let Err(error) = self.saved.scenario.apply(self.plan, self.code, change) {
            self.problems.add_key(&[place], key, Reason::refused(value, error));
        }
    }
}

/// Names a key that is not known here, and keeps what stands under it.
fn keep(place: &[&str], key: &str, raw: &RawValue, unknown: Reason, kept: &mut Kept, problems: &mut Problems) {
    let is_kept = kept.keep(place, key, raw);
    let limit = KEPT_BYTES;
    problems.add_key(place, key, if is_kept { unknown } else { Reason::NotKept { limit } });
}

pub(crate) fn text(raw: &RawValue, path: &str, problems: &mut Problems) -> Option<String> {
    match node(raw) {
        Node::Text(text) => Some(text),
        _ => {
            wrong_kind(Kind::Text, path, problems);
            None
        }
    }
}

fn object<'a>(raw: &'a RawValue, path: &str, problems: &mut Problems) -> Option<Object<'a>> {
    match node(raw) {
        Node::Object(object) => Some(object),
        _ => {
            wrong_kind(Kind::Object, path, problems);
            None
        }
    }
}

/// The first entry of each key; the others are named.
pub(crate) fn entries_once<'o, 'a>(
    object: &'o Object<'a>,
    path: &str,
    problems: &mut Problems,
) -> Vec<(&'o str, &'a RawValue)> {
    let mut entries: Vec<(&str, &RawValue)> = Vec::new();
    let mut known = BTreeSet::new();
    for (key, raw) in &object.entries {
        if known.insert(key) {
            entries.push((key, raw));
        } else {
            problems.add_key(&[path], key, Reason::KeyTwice);
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
