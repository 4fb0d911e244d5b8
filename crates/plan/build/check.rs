//! Checks of the plan's words: fields, units, owners, bases, series; ids, codes and texts everywhere.

use std::collections::BTreeMap;

use super::Problem;
use super::entries::{Model, Scale, Series, Text};
use super::source::Source;

/// Years that a plan or a figure can have.
pub const YEARS: std::ops::RangeInclusive<i16> = 1990..=2100;

/// The owner that stands for the whole province; no entry of `owners.toml` may take it.
pub const WHOLE_PROVINCE: &str = "I";

/// Checks everything that does not concern priors, targets' rules or figures.
pub fn check(source: &Source, problems: &mut Vec<Problem>) {
    plan(source, problems);
    units(source, problems);
    for field in &source.fields {
        filled("fields.toml", &field.id, "name", &field.name, problems);
    }
    for owner in &source.owners {
        filled("owners.toml", &owner.item, "name", &owner.name, problems);
        filled("owners.toml", &owner.item, "short", &owner.short, problems);
        if owner.item == WHOLE_PROVINCE {
            problems.push(Problem::new(
                "owners.toml",
                &owner.item,
                "this item is reserved for the whole province",
            ));
        }
    }
    for basis in &source.bases {
        filled("bases.toml", &basis.id, "name", &basis.name, problems);
    }
    series(source, problems);
    repeated(
        "fields.toml",
        "id",
        source.fields.iter().map(|field| (&field.id, &field.id)),
        problems,
    );
    repeated(
        "units.toml",
        "id",
        source.units.iter().map(|unit| (&unit.id, &unit.id)),
        problems,
    );
    repeated(
        "owners.toml",
        "item",
        source.owners.iter().map(|owner| (&owner.item, &owner.item)),
        problems,
    );
    repeated(
        "bases.toml",
        "id",
        source.bases.iter().map(|basis| (&basis.id, &basis.id)),
        problems,
    );
    repeated(
        "bases.toml",
        "code",
        source.bases.iter().map(|basis| (&basis.id, basis.code)),
        problems,
    );
    for basis in source.bases.iter().filter(|basis| basis.code == 0) {
        problems.push(Problem::new(
            "bases.toml",
            &basis.id,
            "code 0 means no basis; codes start at 1",
        ));
    }
}

/// Reports a text that is empty in a language.
pub fn filled(file: &'static str, entry: &str, key: &str, text: &Text, problems: &mut Vec<Problem>) {
    for (language, words) in [("vi", &text.vi), ("en", &text.en)] {
        if words.trim().is_empty() {
            problems.push(Problem::new(file, entry, format!("{key}.{language} is empty")));
        }
    }
}

/// Reports every entry whose key value an earlier entry has already. Pairs are (how the entry is named, its key value).
pub fn repeated<'a, V: Ord + std::fmt::Display>(
    file: &'static str,
    key: &str,
    entries: impl Iterator<Item = (&'a String, V)>,
    problems: &mut Vec<Problem>,
) {
    let mut first = BTreeMap::new();
    for (entry, value) in entries {
        if entry.trim().is_empty() {
            problems.push(Problem::new(
                file,
                "entry without a name",
                format!("its {key} is empty"),
            ));
        }
        match first.get(&value) {
            Some(earlier) => {
                let reason = format!("repeated {key} {value}, which {earlier} has already");
                problems.push(Problem::new(file, entry, reason));
            }
            None => {
                first.insert(value, entry.clone());
            }
        }
    }
}

fn plan(source: &Source, problems: &mut Vec<Problem>) {
    let Some(plan) = &source.plan else { return };
    let mut refuse = |reason: String| problems.push(Problem::new("plan.toml", "plan", reason));
    for (key, value) in [("id", &plan.id), ("data_version", &plan.data_version)] {
        if value.trim().is_empty() {
            refuse(format!("{key} is empty"));
        }
    }
    for (key, year) in [("base_year", plan.base_year), ("end_year", plan.end_year)] {
        if !YEARS.contains(&year) {
            refuse(format!("{key} {year} is outside 1990 to 2100"));
        }
    }
    if plan.end_year <= plan.base_year {
        refuse(format!(
            "end_year {} does not come after base_year {}",
            plan.end_year, plan.base_year
        ));
    }
    filled("plan.toml", "plan", "title", &plan.title, problems);
    filled("plan.toml", "plan", "territory_note", &plan.territory_note, problems);
}

fn units(source: &Source, problems: &mut Vec<Problem>) {
    for unit in &source.units {
        filled("units.toml", &unit.id, "label", &unit.label, problems);
        let mut refuse = |reason: String| problems.push(Problem::new("units.toml", &unit.id, reason));
        if !(unit.minimum.is_finite() && unit.maximum.is_finite() && unit.minimum < unit.maximum) {
            refuse(format!(
                "minimum {} is not below maximum {}",
                unit.minimum, unit.maximum
            ));
        }
        if unit.percent && (unit.minimum != 0.0 || unit.maximum != 100.0) {
            refuse("a percent unit has minimum 0 and maximum 100".into());
        }
        if unit.decimals > 6 {
            refuse(format!(
                "{} decimals are more than any figure carries; at most 6",
                unit.decimals
            ));
        }
    }
}

fn series(source: &Source, problems: &mut Vec<Problem>) {
    const FILE: &str = "series.toml";
    for series in &source.series {
        filled(FILE, &series.id, "name", &series.name, problems);
        let mut refuse = |reason: String| problems.push(Problem::new(FILE, &series.id, reason));
        if source.unit(&series.unit).is_none() && !source.is_broken("units.toml", &series.unit) {
            refuse(format!("unknown unit {:?}", series.unit));
        }
        if source.target(&series.id).is_some() {
            refuse("repeated id: a target has it already".into());
        }
        tested_with(source, series).into_iter().for_each(&mut refuse);
        let Some(target_id) = &series.reference_of else {
            continue;
        };
        match source.target(target_id) {
            Some(target) if target.unit != series.unit => refuse(format!(
                "its unit {:?} differs from {:?} of the target {target_id} it is a reference of",
                series.unit, target.unit
            )),
            None if !source.is_broken("targets.toml", target_id) => {
                refuse(format!("reference_of names an unknown target {target_id:?}"));
            }
            _ => {}
        }
    }
    repeated(
        FILE,
        "id",
        source.series.iter().map(|series| (&series.id, &series.id)),
        problems,
    );
}

/// What speaks against the prior that a series is to be back-tested with.
fn tested_with(source: &Source, series: &Series) -> Option<String> {
    let id = series.tested_with.as_ref()?;
    let Some(prior) = source.prior(id) else {
        let is_known_to_be_broken = source.is_broken(super::check_priors::FILE, id);
        return (!is_known_to_be_broken).then(|| format!("tested_with names an unknown prior {id:?}"));
    };
    let is_percent = source.unit(&series.unit).is_none_or(|unit| unit.percent);
    if series.reference_of.is_some() {
        Some("tested_with: a reference is tested with the assumptions of its target".into())
    } else if prior.model != Model::Drift {
        Some("tested_with needs a prior of the drift model".into())
    } else if prior.scale == Scale::Logit && !is_percent {
        Some("tested_with: the logit scale is for percent".into())
    } else {
        None
    }
}
