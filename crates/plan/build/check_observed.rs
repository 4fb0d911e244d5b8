//! Checks of `observed.csv`: figures that belong to a known series, in its unit and bounds, once only.

use std::collections::BTreeSet;

use super::Problem;
use super::check::YEARS;
use super::check_targets::logit_bounds;
use super::entries::Scale;
use super::observed::Row;
use super::source::Source;

const FILE: &str = "observed.csv";

/// Checks every row.
pub fn check(source: &Source, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for row in &source.rows {
        let mut reasons = series(source, row);
        reasons.extend(words(source, row));
        if !YEARS.contains(&row.year) {
            reasons.push(format!("the year {} is outside 1990 to 2100", row.year));
        }
        if !seen.insert((&row.series, &row.basis, &row.area, row.year)) {
            reasons.push("repeated: this series, basis, area and year has a figure already".into());
        }
        problems.extend(
            reasons
                .into_iter()
                .map(|reason| Problem::new(FILE, row.entry(), reason)),
        );
    }
}

fn series(source: &Source, row: &Row) -> Vec<String> {
    let mut reasons = Vec::new();
    match source.unit_of(&row.series) {
        None => {
            let is_broken = ["targets.toml", "series.toml"]
                .iter()
                .any(|file| source.is_broken(file, &row.series));
            if !is_broken {
                reasons.push(format!(
                    "unknown series {:?}: no target and no other series",
                    row.series
                ));
            }
        }
        Some(unit) if unit != row.unit => {
            reasons.push(format!(
                "its unit {:?} differs from the series' unit {unit:?}",
                row.unit
            ));
        }
        Some(_) => {}
    }
    match source.unit(&row.unit) {
        None if !source.is_broken("units.toml", &row.unit) => reasons.push(format!("unknown unit {:?}", row.unit)),
        Some(unit) if row.value < unit.minimum || row.value > unit.maximum => reasons.push(format!(
            "the value {} is outside {} to {} of the unit {:?}",
            row.value, unit.minimum, unit.maximum, unit.id
        )),
        _ => {}
    }
    if let Some([lower, upper]) = scale_bounds(source, row)
        && (row.value < lower || row.value > upper)
    {
        reasons.push(format!(
            "the value {} is outside the target's bounds {lower} to {upper}",
            row.value
        ));
    }
    reasons
}

/// Bounds of the logit scale that the row's target is projected on, where they are its own.
fn scale_bounds(source: &Source, row: &Row) -> Option<[f64; 2]> {
    let target = source.target(&row.series).filter(|target| target.bounds.is_some())?;
    let prior = source.prior(target.prior.as_ref()?)?;
    let unit = source.unit(&target.unit)?;
    (prior.scale == Scale::Logit)
        .then(|| logit_bounds(target, unit))
        .flatten()
}

fn words(source: &Source, row: &Row) -> Vec<String> {
    let mut reasons = Vec::new();
    let is_known = row.basis.is_empty() || source.bases.iter().any(|basis| basis.id == row.basis);
    if !is_known && !source.is_broken("bases.toml", &row.basis) {
        reasons.push(format!("unknown basis {:?}", row.basis));
    }
    for (key, text) in [("area", &row.area), ("source", &row.source)] {
        if text.trim().is_empty() {
            reasons.push(format!("{key} is empty"));
        }
    }
    if row.address.contains("://") {
        reasons.push("the address is written without its scheme".into());
    }
    if row.note_vi.trim().is_empty() != row.note_en.trim().is_empty() {
        reasons.push("its note is in one language only".into());
    }
    reasons
}
