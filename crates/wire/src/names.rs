//! The words the document form has for targets, bases, modes, levers and phases; problems of links use them too.
//!
//! Stored files hold these words: none may ever change its meaning.

use engine::{Change, LeverId, Mode, Phase, SHARED_CODE, bases};
use plan::{Parameter, Plan, Target};

use crate::limits::KEY_CHARACTERS;
use crate::text::clean_line;

pub(crate) const TARGETS: &str = "targets";
pub(crate) const MODE: &str = "mode";
pub(crate) const BASIS: &str = "basis";
pub(crate) const GROWTH: &str = "growth";
pub(crate) const OBSERVATIONS: &str = "observations";
pub(crate) const THRESHOLDS: &str = "thresholds";
pub(crate) const SHOCKS: &str = "shocks";
/// Rates and flows of identities, by their ids.
pub(crate) const PARAMETERS: &str = "parameters";
/// What all targets share, beside the targets.
pub(crate) const SHARED: &str = "shared";

/// Levers that are one number; growth has one a phase, and parameters have ids of their own.
pub(crate) const SINGLE_LEVERS: [(&str, LeverId); 14] = [
    ("reference_rate", LeverId::ReferenceRate),
    ("reference_weight", LeverId::ReferenceWeight),
    ("volatility", LeverId::Volatility),
    ("ceiling", LeverId::Ceiling),
    ("reference_level", LeverId::ReferenceLevel),
    ("units", LeverId::Units),
    ("earliest", LeverId::Earliest),
    ("likeliest", LeverId::Likeliest),
    ("latest", LeverId::Latest),
    ("hazard", LeverId::Hazard),
    ("crisis_probability", LeverId::CrisisProbability),
    ("crisis_depth", LeverId::CrisisDepth),
    ("crisis_rebound", LeverId::CrisisRebound),
    ("seed", LeverId::Seed),
];

pub(crate) fn target_by_code(plan: &Plan, code: u8) -> Option<&'static Target> {
    plan.targets.iter().find(|target| target.code == code)
}

pub(crate) fn target_by_id(plan: &Plan, id: &str) -> Option<&'static Target> {
    plan.targets.iter().find(|target| target.id == id)
}

/// The id of the target with `code`, or `#code` where the plan does not know it.
pub(crate) fn target_name(plan: &Plan, code: u8) -> String {
    match target_by_code(plan, code) {
        Some(target) => target.id.to_string(),
        None => format!("#{code}"),
    }
}

/// The id of a basis of `target`, or `#code` where the target does not know it.
pub(crate) fn basis_name(target: Option<&Target>, code: u8) -> String {
    let known = target.map(bases).unwrap_or_default();
    match known.iter().find(|basis| basis.code == code) {
        Some(basis) => basis.id.to_string(),
        None => format!("#{code}"),
    }
}

pub(crate) fn basis_by_name(target: &Target, name: &str) -> Option<u8> {
    let known = bases(target);
    known.iter().find(|basis| basis.id == name).map(|basis| basis.code)
}

pub(crate) const fn mode_name(mode: Mode) -> &'static str {
    match mode {
        Mode::Trend => "trend",
        Mode::Plan => "plan",
        Mode::Driver => "driver",
    }
}

pub(crate) fn mode_by_name(name: &str) -> Option<Mode> {
    Mode::ALL.into_iter().find(|mode| mode_name(*mode) == name)
}

/// The parameters that changes to the target with `code` may name: its own, or the shared ones.
fn parameters(plan: &Plan, code: u8) -> Vec<&'static Parameter> {
    match target_by_code(plan, code) {
        Some(target) => target.drivers.iter().flat_map(|driver| driver.parameters).collect(),
        None if code == SHARED_CODE => plan.shared.iter().collect(),
        None => Vec::new(),
    }
}

/// The id of a parameter, or `#parameter` where the target does not know it.
pub(crate) fn parameter_name(plan: &Plan, code: u8, parameter: u8) -> String {
    let known = parameters(plan, code).into_iter().find(|known| known.code == parameter);
    known.map_or_else(|| format!("#{parameter}"), |known| known.id.to_string())
}

pub(crate) fn parameter_by_name(plan: &Plan, code: u8, name: &str) -> Option<LeverId> {
    let known = parameters(plan, code).into_iter().find(|known| known.id == name)?;
    Some(LeverId::Parameter(known.code))
}

/// Where the changes to the target with `code` stand in a document.
pub(crate) fn group_path(plan: &Plan, code: u8) -> String {
    if code == SHARED_CODE {
        SHARED.to_string()
    } else {
        format!("{TARGETS}.{}", target_name(plan, code))
    }
}

/// The years of a phase: `2021-2025`.
pub(crate) fn phase_name(plan: &Plan, phase: Phase) -> String {
    let first = phase.first_year(plan.base_year, plan.end_year);
    let last = phase.last_year(plan.end_year);
    format!("{first}-{last}")
}

pub(crate) fn phase_by_name(plan: &Plan, name: &str) -> Option<Phase> {
    Phase::ALL.into_iter().find(|phase| phase_name(plan, *phase) == name)
}

/// A year as it is written: four digits, so that one year has one name.
pub(crate) fn year_by_name(name: &str) -> Option<i16> {
    let is_plain = name.len() == 4 && name.bytes().all(|letter| letter.is_ascii_digit());
    if is_plain { name.parse().ok() } else { None }
}

/// Where a change stands within its target.
pub(crate) fn change_name(plan: &Plan, code: u8, change: Change) -> String {
    match change {
        Change::Mode(_) => MODE.to_string(),
        Change::Basis(_) => BASIS.to_string(),
        Change::Lever(LeverId::Growth(phase), _) => format!("{GROWTH}.{}", phase_name(plan, phase)),
        Change::Lever(LeverId::Parameter(parameter), _) => {
            format!("{PARAMETERS}.{}", parameter_name(plan, code, parameter))
        }
        Change::Lever(id, _) => {
            let single = SINGLE_LEVERS.iter().find(|(_, known)| *known == id);
            single.map_or(String::new(), |(name, _)| (*name).to_string())
        }
        Change::Observation { year, .. } => format!("{OBSERVATIONS}.{year}"),
        Change::Threshold { year, .. } => format!("{THRESHOLDS}.{year}"),
        Change::Shock { year, .. } => format!("{SHOCKS}.{year}"),
    }
}

/// A key that somebody else wrote, short enough to show.
pub(crate) fn foreign_key(key: &str) -> String {
    clean_line(key, KEY_CHARACTERS)
}
