//! Writes version 1: keys in a fixed order, numbers in their shortest form, so that equal scenarios give equal text.

use std::collections::BTreeMap;

use engine::{Change, LeverId, SHARED_CODE, Scenario};
use plan::Plan;

use crate::document::FORMAT;
use crate::json::Value;
use crate::limits::VERSION_CHARACTERS;
use crate::names::{
    BASIS, GROWTH, MODE, OBSERVATIONS, PARAMETERS, SHARED, SHOCKS, SINGLE_LEVERS, TARGETS, THRESHOLDS, basis_name,
    mode_name, parameter_name, phase_name, target_by_code, target_name,
};
use crate::saved::{MadeWith, Saved};
use crate::text::{clean_line, clean_name, clean_notes};

/// The changes to one target, or to what all share.
#[derive(Default)]
struct Entry {
    mode: Option<&'static str>,
    basis: Option<String>,
    growth: BTreeMap<String, f64>,
    /// Levers that are one number, by the place of their name in the table.
    levers: BTreeMap<usize, f64>,
    parameters: BTreeMap<String, f64>,
    observations: BTreeMap<i16, f64>,
    thresholds: BTreeMap<i16, f64>,
    shocks: BTreeMap<i16, f64>,
}

/// The document of `saved`.
pub(crate) fn write(saved: &Saved, plan: &Plan, made_with: &MadeWith) -> Value {
    let mut entries = entries(&saved.scenario, plan);
    let shared = entries.remove(&SHARED_CODE);
    let mut document = head(FORMAT, plan, made_with);
    document.push(put("name", Value::text(clean_name(&saved.name))));
    document.push(put("notes", Value::text(clean_notes(&saved.notes))));
    document.extend(shared.map(|entry| put(SHARED, entry.into_value())));
    let targets: BTreeMap<String, Entry> = entries
        .into_iter()
        .map(|(code, entry)| (target_name(plan, code), entry))
        .collect();
    let targets = targets.into_iter().map(|(name, entry)| (name, entry.into_value()));
    document.push(put(TARGETS, Value::Object(targets.collect())));
    let mut document = Value::Object(document);
    saved.kept.put_into(&mut document);
    document
}

/// What stands first in every file: what it is, and what it was made with.
pub(crate) fn head(format: &str, plan: &Plan, made_with: &MadeWith) -> Vec<(String, Value)> {
    let version = |text: &str| Value::text(clean_line(text, VERSION_CHARACTERS));
    vec![
        put("format", Value::text(format)),
        put("version", Value::Number(1.0)),
        put("plan", Value::text(plan.id)),
        put("data", version(&made_with.data_version)),
        put("engine", version(&made_with.engine_version)),
    ]
}

fn put(key: &str, value: Value) -> (String, Value) {
    (key.to_string(), value)
}

impl Entry {
    fn into_value(self) -> Value {
        let mut entries = Vec::new();
        entries.extend(self.mode.map(|mode| put(MODE, Value::text(mode))));
        entries.extend(self.basis.map(|basis| put(BASIS, Value::text(basis))));
        put_numbers(GROWTH, self.growth, &mut entries);
        for (place, value) in self.levers {
            let name = SINGLE_LEVERS.get(place).map(|(name, _)| *name);
            entries.extend(name.map(|name| put(name, Value::Number(value))));
        }
        put_numbers(PARAMETERS, self.parameters, &mut entries);
        put_numbers(OBSERVATIONS, self.observations, &mut entries);
        put_numbers(THRESHOLDS, self.thresholds, &mut entries);
        put_numbers(SHOCKS, self.shocks, &mut entries);
        Value::Object(entries)
    }
}

fn put_numbers<K: ToString>(name: &str, numbers: BTreeMap<K, f64>, entries: &mut Vec<(String, Value)>) {
    if numbers.is_empty() {
        return;
    }
    let numbers = numbers.into_iter();
    let numbers = numbers.map(|(key, number)| (key.to_string(), Value::Number(number)));
    entries.push(put(name, Value::Object(numbers.collect())));
}

/// What was changed, by the code of the target.
fn entries(scenario: &Scenario, plan: &Plan) -> BTreeMap<u8, Entry> {
    let mut entries: BTreeMap<u8, Entry> = BTreeMap::new();
    for (code, change) in scenario.changes() {
        let entry = entries.entry(code).or_default();
        match change {
            Change::Mode(mode) => entry.mode = mode.map(mode_name),
            Change::Basis(basis) => entry.basis = basis.map(|basis| basis_name(target_by_code(plan, code), basis)),
            Change::Lever(id, value) => put_lever(entry, plan, code, id, value),
            Change::Observation { year, value } => entry.observations.extend(value.map(|value| (year, value))),
            Change::Threshold { year, value } => entry.thresholds.extend(value.map(|value| (year, value))),
            Change::Shock { year, value } => entry.shocks.extend(value.map(|value| (year, value))),
        }
    }
    entries
}

fn put_lever(entry: &mut Entry, plan: &Plan, code: u8, id: LeverId, value: Option<f64>) {
    match id {
        LeverId::Growth(phase) => entry.growth.extend(value.map(|value| (phase_name(plan, phase), value))),
        LeverId::Parameter(parameter) => {
            let name = parameter_name(plan, code, parameter);
            entry.parameters.extend(value.map(|value| (name, value)));
        }
        _ => {
            let place = SINGLE_LEVERS.iter().position(|(_, known)| *known == id);
            entry.levers.extend(place.zip(value));
        }
    }
}
