//! Writes version 1: keys in a fixed order, numbers in their shortest form, so that equal scenarios give equal text.

use std::collections::BTreeMap;

use engine::{Change, LeverId, SHARED_CODE, Scenario};
use plan::Plan;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::document::FORMAT;
use crate::limits::VERSION_CHARACTERS;
use crate::names::{
    BASIS, GROWTH, MODE, OBSERVATIONS, PARAMETERS, SHOCKS, SINGLE_LEVERS, THRESHOLDS, basis_name, mode_name,
    parameter_name, phase_name, target_by_code, target_name,
};
use crate::saved::{MadeWith, Saved};
use crate::text::{clean_line, clean_name, clean_notes};

#[derive(Serialize)]
struct Document<'a> {
    format: &'a str,
    version: u8,
    plan: &'a str,
    data: String,
    engine: String,
    name: String,
    notes: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    shared: Option<Entry>,
    targets: BTreeMap<String, Entry>,
}

/// The changes to one target, or to what all share.
#[derive(Default)]
struct Entry {
    mode: Option<&'static str>,
    basis: Option<String>,
    growth: BTreeMap<String, Decimal>,
    /// Levers that are one number, by the place of their name in the table.
    levers: BTreeMap<usize, Decimal>,
    parameters: BTreeMap<String, Decimal>,
    observations: BTreeMap<i16, Decimal>,
    thresholds: BTreeMap<i16, Decimal>,
    shocks: BTreeMap<i16, Decimal>,
}

/// By hand: the derived form with its flattened part costs the page a kilobyte.
impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(mode) = self.mode {
            map.serialize_entry(MODE, mode)?;
        }
        if let Some(basis) = &self.basis {
            map.serialize_entry(BASIS, basis)?;
        }
        put_map(&mut map, GROWTH, &self.growth)?;
        for (place, value) in &self.levers {
            if let Some((name, _)) = SINGLE_LEVERS.get(*place) {
                map.serialize_entry(name, value)?;
            }
        }
        put_map(&mut map, PARAMETERS, &self.parameters)?;
        put_map(&mut map, OBSERVATIONS, &self.observations)?;
        put_map(&mut map, THRESHOLDS, &self.thresholds)?;
        put_map(&mut map, SHOCKS, &self.shocks)?;
        map.end()
    }
}

fn put_map<K: Serialize, M: SerializeMap>(
    map: &mut M,
    name: &str,
    values: &BTreeMap<K, Decimal>,
) -> Result<(), M::Error> {
    if values.is_empty() {
        return Ok(());
    }
    map.serialize_entry(name, values)
}

/// A number without `.0` behind a whole one.
#[derive(Clone, Copy)]
struct Decimal(f64);

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.fract() == 0.0 && self.0.abs() < 1e15 {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below 1e15")]
            return serializer.serialize_i64(self.0 as i64);
        }
        serializer.serialize_f64(self.0)
    }
}

pub(crate) fn write(saved: &Saved, plan: &Plan, made_with: &MadeWith) -> String {
    let mut entries = entries(&saved.scenario, plan);
    let document = Document {
        format: FORMAT,
        version: 1,
        plan: plan.id,
        data: clean_line(&made_with.data_version, VERSION_CHARACTERS),
        engine: clean_line(&made_with.engine_version, VERSION_CHARACTERS),
        name: clean_name(&saved.name),
        notes: clean_notes(&saved.notes),
        shared: entries.remove(&SHARED_CODE),
        targets: entries
            .into_iter()
            .map(|(code, entry)| (target_name(plan, code), entry))
            .collect(),
    };
    // Into memory, with keys that are strings or whole numbers: nothing here can fail.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// What was changed, by the code of the target.
fn entries(scenario: &Scenario, plan: &Plan) -> BTreeMap<u8, Entry> {
    let mut entries: BTreeMap<u8, Entry> = BTreeMap::new();
    for (code, change) in scenario.changes() {
        let entry = entries.entry(code).or_default();
        match change {
            Change::Mode(mode) => entry.mode = mode.map(mode_name),
            Change::Basis(basis) => entry.basis = basis.map(|basis| basis_name(target_by_code(plan, code), basis)),
            Change::Lever(id, value) => put_lever(entry, plan, code, id, value.map(Decimal)),
            Change::Observation { year, value } => entry.observations.extend(value.map(|value| (year, Decimal(value)))),
            Change::Threshold { year, value } => entry.thresholds.extend(value.map(|value| (year, Decimal(value)))),
            Change::Shock { year, value } => entry.shocks.extend(value.map(|value| (year, Decimal(value)))),
        }
    }
    entries
}

fn put_lever(entry: &mut Entry, plan: &Plan, code: u8, id: LeverId, value: Option<Decimal>) {
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
