//! What was changed, in words.

use engine::{Change, Lever, LeverId, Mode};
use plan::{Language, Plan, Scale, Target};

use super::{amount, lever_name, lever_unit, lever_value, locale};

/// What `change` is about, without its value; `target` is None for what all targets share.
#[must_use]
pub fn change_name(plan: &Plan, target: Option<&Target>, change: Change, language: Language) -> String {
    let locale = locale(language);
    match change {
        Change::Mode(_) => text!(locale, lever.mode).to_string(),
        Change::Lever(id, _) => lever_name(plan, target, id, language),
        Change::Basis(_) => text!(locale, target.basis).to_string(),
        Change::Observation { year, .. } => text!(locale, levers.figure_of, year = year.to_string()),
        Change::Threshold { year, .. } => text!(locale, levers.threshold_of, year = year.to_string()),
        Change::Shock { year, .. } => text!(locale, levers.shock_of, year = year.to_string()),
    }
}

/// The value that `change` sets; what it takes back is as shipped. `lever` is the lever it moves, where one is known.
#[must_use]
pub fn change_value(
    plan: &Plan,
    target: Option<&Target>,
    change: Change,
    lever: Option<&Lever>,
    language: Language,
) -> String {
    let locale = locale(language);
    let number = |value: f64| amount(value, 4, language);
    let value = match change {
        Change::Mode(mode) => {
            return match mode.unwrap_or_default() {
                Mode::Trend => text!(locale, lever.mode_trend),
                Mode::Plan => text!(locale, lever.mode_plan),
                Mode::Driver => text!(locale, lever.mode_driver),
            }
            .to_string();
        }
        Change::Lever(LeverId::Seed, value) => value.map(|value| format!("{value:.0}")),
        Change::Lever(_, value) => {
            let value = value.or_else(|| lever.map(|lever| lever.shipped));
            value.map(|value| {
                let unit = lever.map_or_else(String::new, |lever| lever_unit(plan, target, lever, language));
                with_unit(&lever_value(value, language), &unit)
            })
        }
        Change::Basis(code) => code.and_then(|code| {
            let bases = engine::bases(target?);
            let basis = bases.into_iter().find(|basis| basis.code == code)?;
            Some(basis.name.get(language).to_string())
        }),
        Change::Observation { value, .. } | Change::Threshold { value, .. } => {
            return value.map_or_else(|| text!(locale, levers.none_entered).to_string(), number);
        }
        Change::Shock { value, .. } => {
            let unit = target.map_or("", |target| shock_unit(target, language));
            return value.map_or_else(
                || text!(locale, levers.none_entered).to_string(),
                |value| with_unit(&number(value), unit),
            );
        }
    };
    value.unwrap_or_else(|| text!(locale, levers.as_shipped).to_string())
}

fn with_unit(number: &str, unit: &str) -> String {
    let space = if unit.is_empty() || unit.starts_with('%') {
        ""
    } else {
        " "
    };
    format!("{number}{space}{unit}")
}

/// What a shock's size is counted in: percent on the log scale, else the target's own unit.
#[must_use]
pub fn shock_unit(target: &Target, language: Language) -> &'static str {
    let locale = locale(language);
    let is_log = target.method.is_some_and(|method| method.prior.scale == Scale::Log);
    if is_log {
        text!(locale, shock.percent)
    } else if target.unit.is_percent {
        text!(locale, shock.points)
    } else {
        target.unit.label.get(language)
    }
}
