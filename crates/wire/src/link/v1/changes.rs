//! The changes of a scenario in links of version 1.
//!
//! ```text
//! changes   one group a changed target, codes increasing
//! group     the target's code (varint), the number of its changes (varint, at least 1), the changes
//! change    kind (1 byte) and content, kinds increasing, years of one kind increasing
//!   1       mode: 1 byte, 1 for plan, 2 for driver; 0, trend, is what is shipped and is never written
//!   2       basis: 1 byte, its code
//!   3       observation: year, value
//!   4       threshold: year, value
//!   16 + n  the lever with code n (`codes`): value; codes above 32 are parameters of identities
//! shocks    one group a target with shocks, codes increasing: the target's code (varint), their number (varint, at
//!           least 1), then year and value of each, years increasing
//! year      years after 2000 as a zigzag varint: 0, −1, 1, −2, …
//! value     see `decimal`
//! ```
//!
//! Code 0 stands for what all targets share. A lever, mode, target, basis, year or value that is not known or not allowed here is named and left out. Another kind
//! below 16 would have an unknown length; whatever needs one goes into a section of its own.

use engine::{Change, SHARED_CODE, Scenario};
use plan::Plan;

use super::codes::{lever, lever_code, mode, mode_code};
use crate::link::bytes::{Reader, put_varint, put_zigzag};
use crate::link::decimal;
use crate::names::{MODE, OBSERVATIONS, SHOCKS, TARGETS, THRESHOLDS, change_name, group_path, target_by_code};
use crate::problem::{Problems, Reason};

const KIND_MODE: u8 = 1;
const KIND_BASIS: u8 = 2;
const KIND_OBSERVATION: u8 = 3;
const KIND_THRESHOLD: u8 = 4;
const KIND_LEVER: u8 = 16;

pub(super) const YEAR_ZERO: i64 = 2000;

/// Orders the changes of a target: its kind, then its year.
type Place = (u8, i64);

pub(super) fn encode(scenario: &Scenario) -> Vec<u8> {
    let mut placed: Vec<(u8, Place, Vec<u8>)> = Vec::new();
    for (code, change) in scenario.changes() {
        let Some((place, content)) = encode_change(change) else {
            continue;
        };
        // Changes come almost in order; putting each in its place needs less code in the page than a general sort.
        let index = placed.partition_point(|(known, other, _)| (*known, *other) < (code, place));
        placed.insert(index, (code, place, content));
    }
    let mut bytes = Vec::new();
    for group in placed.chunk_by(|(first, ..), (second, ..)| first == second) {
        let Some((code, ..)) = group.first() else { continue };
        put_varint(u64::from(*code), &mut bytes);
        put_varint(group.len() as u64, &mut bytes);
        for (_, (kind, _), content) in group {
            bytes.push(*kind);
            bytes.extend_from_slice(content);
        }
    }
    bytes
}

/// Where a change stands and what it holds; None for one that goes back to what is shipped, which no scenario holds.
fn encode_change(change: Change) -> Option<(Place, Vec<u8>)> {
    let mut bytes = Vec::new();
    let place = match change {
        Change::Mode(mode) => {
            bytes.push(mode_code(mode.filter(|mode| *mode != engine::Mode::default())?));
            (KIND_MODE, 0)
        }
        Change::Basis(basis) => {
            bytes.push(basis?);
            (KIND_BASIS, 0)
        }
        Change::Observation { year, value } => {
            put_year_and_value(year, value?, &mut bytes);
            (KIND_OBSERVATION, i64::from(year))
        }
        Change::Threshold { year, value } => {
            put_year_and_value(year, value?, &mut bytes);
            (KIND_THRESHOLD, i64::from(year))
        }
        // In a section of their own, see `encode_shocks`.
        Change::Shock { .. } => return None,
        Change::Lever(id, value) => {
            decimal::put(value?, &mut bytes);
            (KIND_LEVER + lever_code(id), 0)
        }
    };
    Some((place, bytes))
}

/// The shocks of a scenario.
pub(super) fn encode_shocks(scenario: &Scenario) -> Vec<u8> {
    let shocks: Vec<(u8, i16, f64)> = scenario
        .changes()
        .filter_map(|(code, change)| match change {
            Change::Shock { year, value } => Some((code, year, value?)),
            _ => None,
        })
        .collect();
    let mut bytes = Vec::new();
    for group in shocks.chunk_by(|(first, ..), (second, ..)| first == second) {
        let Some((code, ..)) = group.first() else { continue };
        put_varint(u64::from(*code), &mut bytes);
        put_varint(group.len() as u64, &mut bytes);
        for (_, year, value) in group {
            put_year_and_value(*year, *value, &mut bytes);
        }
    }
    bytes
}

/// Applies the shocks to `scenario`. None where the bytes are not as a page writes them.
pub(super) fn decode_shocks(
    mut reader: Reader,
    plan: &Plan,
    scenario: &mut Scenario,
    problems: &mut Problems,
) -> Option<()> {
    let mut last_code = None;
    while !reader.is_empty() {
        let code = reader.varint()?;
        if last_code >= Some(code) {
            return None;
        }
        last_code = Some(code);
        let mut group = Group::new(code, plan, scenario, problems);
        let count = reader.varint().filter(|count| *count > 0)?;
        let mut last_year = None;
        for _ in 0..count {
            let year = reader.zigzag()?.checked_add(YEAR_ZERO)?;
            let value = decimal::read(&mut reader)?;
            if last_year >= Some(year) {
                return None;
            }
            last_year = Some(year);
            match i16::try_from(year) {
                Ok(year) => {
                    let change = Change::Shock {
                        year,
                        value: Some(value),
                    };
                    group.apply(change, Some(value));
                }
                Err(_) => group.refuse(&format!("{SHOCKS}.{year}"), Reason::NotAYear),
            }
        }
    }
    Some(())
}

fn put_year_and_value(year: i16, value: f64, bytes: &mut Vec<u8>) {
    put_zigzag(i64::from(year) - YEAR_ZERO, bytes);
    decimal::put(value, bytes);
}

/// Applies the changes to `scenario`. None where the bytes are not as a page writes them.
pub(super) fn decode(mut reader: Reader, plan: &Plan, scenario: &mut Scenario, problems: &mut Problems) -> Option<()> {
    let mut last_code = None;
    while !reader.is_empty() {
        let code = reader.varint()?;
        if last_code >= Some(code) {
            return None;
        }
        last_code = Some(code);
        let mut group = Group::new(code, plan, scenario, problems);
        let count = reader.varint().filter(|count| *count > 0)?;
        let mut last_place = None;
        // Each turn takes bytes, so the count cannot make more turns than there are bytes.
        for _ in 0..count {
            let place = group.read_change(&mut reader)?;
            if last_place >= Some(place) {
                return None;
            }
            last_place = Some(place);
        }
    }
    Some(())
}

/// The target that changes belong to, if there is one.
struct Group<'a> {
    code: Option<u8>,
    path: String,
    plan: &'a Plan,
    scenario: &'a mut Scenario,
    problems: &'a mut Problems,
}

impl<'a> Group<'a> {
    fn new(code: u64, plan: &'a Plan, scenario: &'a mut Scenario, problems: &'a mut Problems) -> Self {
        let known = u8::try_from(code)
            .ok()
            .filter(|code| *code == SHARED_CODE || target_by_code(plan, *code).is_some());
        let path = known.map_or_else(|| format!("{TARGETS}.#{code}"), |code| group_path(plan, code));
        if known.is_none() {
            problems.add(&path, Reason::UnknownTarget);
        }
        Self {
            code: known,
            path,
            plan,
            scenario,
            problems,
        }
    }

    fn read_change(&mut self, reader: &mut Reader) -> Option<Place> {
        let kind = reader.byte()?;
        let mut year = YEAR_ZERO;
        match kind {
            KIND_MODE => {
                let code = reader
                    .byte()
                    .filter(|code| *code != mode_code(engine::Mode::default()))?;
                match mode(code) {
                    Some(mode) => self.apply(Change::Mode(Some(mode)), None),
                    None => self.refuse(MODE, Reason::UnknownMode),
                }
            }
            KIND_BASIS => {
                let code = reader.byte()?;
                self.apply(Change::Basis(Some(code)), None);
            }
            KIND_OBSERVATION | KIND_THRESHOLD => {
                year = reader.zigzag()?.checked_add(YEAR_ZERO)?;
                let value = decimal::read(reader)?;
                self.apply_in_year(kind, year, value);
            }
            KIND_LEVER.. => {
                let value = decimal::read(reader)?;
                match lever(kind - KIND_LEVER) {
                    Some(id) => self.apply(Change::Lever(id, Some(value)), Some(value)),
                    None => self.refuse(&format!("#{}", kind - KIND_LEVER), Reason::UnknownLever),
                }
            }
            _ => return None,
        }
        Some((kind, year))
    }

    fn apply_in_year(&mut self, kind: u8, year: i64, value: f64) {
        let is_observation = kind == KIND_OBSERVATION;
        match i16::try_from(year) {
            Ok(year) if is_observation => {
                let change = Change::Observation {
                    year,
                    value: Some(value),
                };
                self.apply(change, Some(value));
            }
            Ok(year) => {
                let change = Change::Threshold {
                    year,
                    value: Some(value),
                };
                self.apply(change, Some(value));
            }
            Err(_) => {
                let name = if is_observation { OBSERVATIONS } else { THRESHOLDS };
                self.refuse(&format!("{name}.{year}"), Reason::NotAYear);
            }
        }
    }

    fn apply(&mut self, change: Change, value: Option<f64>) {
        let Some(code) = self.code else { return };
        if let Err(error) = self.scenario.apply(self.plan, code, change) {
            let name = change_name(self.plan, code, change);
            self.refuse(&name, Reason::refused(value, error));
        }
    }

    /// One problem is enough for a target that the plan does not know.
    fn refuse(&mut self, name: &str, reason: Reason) {
        if self.code.is_some() {
            self.problems.add(&format!("{}.{name}", self.path), reason);
        }
    }
}
