//! Writes targets, other series and their figures as Rust expressions.

use super::check::WHOLE_PROVINCE;
use super::check_targets::logit_bounds;
use super::entries::{Milestone, Rule, Scale, Series, Target};
use super::generate::text;
use super::generate_drivers::drivers;
use super::observed::Row;
use super::source::Source;

/// A `Target` expression for every target.
pub fn targets(source: &Source) -> impl Iterator<Item = String> + '_ {
    source.targets.iter().map(|target| {
        let owner = match target.owner.as_str() {
            WHOLE_PROVINCE => "None".into(),
            item => some_place("OWNERS", source.owners.iter().position(|owner| owner.item == item)),
        };
        let field = place("FIELDS", source.fields.iter().position(|field| field.id == target.field));
        let unit = place("UNITS", source.units.iter().position(|unit| unit.id == target.unit));
        let milestones = target.milestone.iter().map(milestone).collect::<Vec<_>>().join(", ");
        let references = source.series.iter().filter(|series| series.reference_of.as_ref() == Some(&target.id));
        let references = references.flat_map(|series| rows(source, &series.id, by_area)).collect::<Vec<_>>();
        format!(
            "Target {{ code: {}, id: {:?}, kind: TargetKind::{:?}, field: {field}, owner: {owner}, sections: &{:?}, name: {}, \
             unit: {unit}, better: Better::{:?}, citations: &{:?}, milestones: &[{milestones}], note: {}, method: {}, \
             drivers: &[{}], observations: &[{}], references: &[{}] }}",
            target.code,
            target.id,
            target.kind,
            target.section,
            text(&target.name),
            target.better,
            target.cite,
            target.note.as_ref().map_or("None".into(), |note| format!("Some({})", text(note))),
            method(source, target),
            drivers(source, target),
            observations(source, &rows(source, &target.id, by_year)),
            observations(source, &references),
        )
    })
}

/// A `Series` expression for every series that is neither a target nor a reference of one.
pub fn series(source: &Source) -> impl Iterator<Item = String> + '_ {
    let others = source.series.iter().filter(|series| series.reference_of.is_none());
    others.map(|series| {
        format!(
            "Series {{ id: {:?}, name: {}, unit: {}, observations: &[{}], tested_with: {} }}",
            series.id,
            text(&series.name),
            place("UNITS", source.units.iter().position(|unit| unit.id == series.unit)),
            observations(source, &rows(source, &series.id, by_area)),
            tested_with(source, series),
        )
    })
}

/// The method with which a series is back-tested; its unit's bounds are those of the scale.
fn tested_with(source: &Source, series: &Series) -> String {
    let place = |id: &String| source.priors.iter().position(|prior| prior.id == *id);
    let Some((index, unit)) = series
        .tested_with
        .as_ref()
        .and_then(place)
        .zip(source.unit(&series.unit))
    else {
        return "None".into();
    };
    format!(
        "Some(Method {{ prior: &PRIORS[{index}], lower: {:?}, upper: {:?}, has_ceiling: false, exposure: {:?}, is_share: {}, units: None }})",
        unit.minimum, unit.maximum, source.priors[index].exposure, unit.percent
    )
}

/// Bounds are of the logit scale; on the other scales the unit's own stand in, which no figure leaves.
fn method(source: &Source, target: &Target) -> String {
    let Some(index) = source
        .priors
        .iter()
        .position(|prior| Some(&prior.id) == target.prior.as_ref())
    else {
        return "None".into();
    };
    let bounds = source
        .unit(&target.unit)
        .and_then(|unit| match source.priors[index].scale {
            Scale::Logit => logit_bounds(target, unit),
            Scale::Log | Scale::Identity => Some([unit.minimum, unit.maximum]),
        });
    let [lower, upper] = bounds.unwrap_or_default();
    let units = target.units_of.as_ref().and_then(|series| source.newest(series));
    format!(
        "Some(Method {{ prior: &PRIORS[{index}], lower: {lower:?}, upper: {upper:?}, has_ceiling: {}, exposure: {:?}, is_share: {}, units: {} }})",
        target.ceiling,
        target.exposure.unwrap_or(source.priors[index].exposure),
        source.unit(&target.unit).is_some_and(|unit| unit.percent),
        units.map_or("None".into(), |row| format!("Some(&{})", observation(source, row)))
    )
}

fn milestone(milestone: &Milestone) -> String {
    let value = milestone.value.unwrap_or_default();
    let rule = match milestone.rule {
        Rule::Range => {
            let to = milestone.upper.unwrap_or_default();
            format!("Range {{ from: {value:?}, to: {to:?} }}")
        }
        Rule::Beats | Rule::Done => format!("{:?}", milestone.rule),
        rule => format!("{rule:?}({value:?})"),
    };
    format!("Milestone {{ year: {:?}, rule: Rule::{rule} }}", milestone.year)
}

/// The figures of a series in the order of `key`, whose first part is always the basis (none first, then by code).
fn rows<'a, K: Ord>(source: &'a Source, series: &str, key: fn(u8, &'a Row) -> K) -> Vec<&'a Row> {
    let mut rows = source
        .rows
        .iter()
        .filter(|row| row.series == series)
        .collect::<Vec<_>>();
    rows.sort_by_key(|row| {
        let basis = source.bases.iter().find(|basis| basis.id == row.basis);
        key(basis.map_or(0, |basis| basis.code), row)
    });
    rows
}

fn by_year(basis: u8, row: &Row) -> (u8, i16, &str) {
    (basis, row.year, row.area.as_str())
}

fn by_area(basis: u8, row: &Row) -> (u8, &str, i16) {
    (basis, row.area.as_str(), row.year)
}

/// The figures of a series, by basis, area and year.
pub fn series_figures(source: &Source, series: &str) -> String {
    observations(source, &rows(source, series, by_area))
}

fn observations(source: &Source, rows: &[&Row]) -> String {
    let expressions = rows.iter().map(|row| observation(source, row));
    expressions.collect::<Vec<_>>().join(", ")
}

/// An `Observation` expression.
pub fn observation(source: &Source, row: &Row) -> String {
    let basis = source.bases.iter().position(|basis| basis.id == row.basis);
    let note = if row.note_vi.is_empty() {
        "None".into()
    } else {
        format!("Some(Text {{ vi: {:?}, en: {:?} }})", row.note_vi, row.note_en)
    };
    format!(
        "Observation {{ basis: {}, area: {:?}, year: {}, value: {:?}, decimals: {}, status: Status::{}, \
             confidence: Confidence::{}, source: {:?}, address: {:?}, note: {note} }}",
        some_place("BASES", basis),
        row.area,
        row.year,
        row.value,
        row.decimals,
        row.status,
        row.confidence,
        row.source,
        row.address,
    )
}

/// A reference to an entry of a table. Names have been checked: without a place the source does not compile.
fn place(table: &str, index: Option<usize>) -> String {
    index.map_or_else(|| format!("missing_in_{table}"), |index| format!("&{table}[{index}]"))
}

pub fn some_place(table: &str, index: Option<usize>) -> String {
    index.map_or("None".into(), |index| format!("Some(&{table}[{index}])"))
}
