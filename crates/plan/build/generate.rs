//! Writes the tables as Rust source. Works on checked data only: what a name stands for has been found before.

use std::fmt::Write as _;

use super::entries::{Plan, Prior, Range, Text};
use super::generate_drivers::parameters;
use super::generate_targets::{series, series_figures, targets};
use super::source::Source;

/// The Rust source of all tables, to be included beside the types of the crate.
pub fn generate(source: &Source, plan: &Plan) -> String {
    let fields = source
        .fields
        .iter()
        .map(|field| format!("Field {{ id: {:?}, name: {} }}", field.id, text(&field.name)));
    let owners = source.owners.iter().map(|owner| {
        let (name, short) = (text(&owner.name), text(&owner.short));
        format!("Owner {{ item: {:?}, name: {name}, short: {short} }}", owner.item)
    });
    let bases = source.bases.iter().map(|basis| {
        let name = text(&basis.name);
        format!("Basis {{ code: {}, id: {:?}, name: {name} }}", basis.code, basis.id)
    });
    let units = source.units.iter().map(|unit| {
        format!(
            "Unit {{ id: {:?}, label: {}, decimals: {}, minimum: {:?}, maximum: {:?}, is_percent: {} }}",
            unit.id,
            text(&unit.label),
            unit.decimals,
            unit.minimum,
            unit.maximum,
            unit.percent
        )
    });
    let mut code = String::new();
    table(
        &mut code,
        "/// The fields, in the order they are shown.",
        "FIELDS",
        "Field",
        fields,
    );
    table(
        &mut code,
        "/// The owners, in the order of the plan.",
        "OWNERS",
        "Owner",
        owners,
    );
    table(
        &mut code,
        "/// The definitions that figures rest on.",
        "BASES",
        "Basis",
        bases,
    );
    table(&mut code, "/// The units.", "UNITS", "Unit", units);
    table(
        &mut code,
        "/// The families of assumptions.",
        "PRIORS",
        "Prior",
        source.priors.iter().map(prior),
    );
    table(
        &mut code,
        "/// The targets, in the order of the plan.",
        "TARGETS",
        "Target",
        targets(source),
    );
    table(
        &mut code,
        "/// Published series that are neither targets nor shown beside one.\n///\n/// Not reachable from the plan, so that a page that does not name them does not carry them.",
        "OTHER_SERIES",
        "Series",
        series(source),
    );
    // A string's write cannot fail.
    let _ = writeln!(
        code,
        "/// The plan.\npub static PLAN: Plan = Plan {{ id: {:?}, data_version: {:?}, title: {}, territory_note: {}, base_year: {}, \
         end_year: {}, fields: FIELDS, owners: OWNERS, targets: TARGETS, shared: &[{}], population: &[{}] }};",
        plan.id,
        plan.data_version,
        text(&plan.title),
        text(&plan.territory_note),
        plan.base_year,
        plan.end_year,
        parameters(&source.shared),
        plan.population
            .as_ref()
            .map_or_else(String::new, |id| series_figures(source, id))
    );
    code
}

/// A `Text` expression.
pub fn text(text: &Text) -> String {
    format!("Text {{ vi: {:?}, en: {:?} }}", text.vi, text.en)
}

fn table(code: &mut String, comment: &str, name: &str, kind: &str, entries: impl Iterator<Item = String>) {
    let entries = entries.collect::<Vec<_>>().join(",\n    ");
    let _ = writeln!(
        code,
        "{comment}\npub static {name}: &[{kind}] = &[\n    {entries},\n];\n"
    );
}

fn prior(prior: &Prior) -> String {
    // Variants are spelt alike on both sides.
    format!(
        "Prior {{ id: {:?}, name: {}, scale: Scale::{:?}, model: Model::{:?}, reference_rate: {:?}, reference_weight: {:?}, \
         volatility: {:?}, volatility_weight: {:?}, damping: {:?}, persistence: {:?}, plan_weight: {:?}, \
         reference_range: {}, growth_range: {}, evidence: Evidence::{:?}, argument: {} }}",
        prior.id,
        text(&prior.name),
        prior.scale,
        prior.model,
        prior.reference_rate.unwrap_or(0.0),
        prior.reference_weight,
        prior.volatility,
        prior.volatility_weight,
        prior.damping,
        prior.persistence,
        prior.plan_weight,
        range(prior.reference_range),
        range(prior.growth_range),
        prior.evidence,
        text(&prior.argument)
    )
}

/// The level model has neither lever: a range without width.
pub fn range(range: Option<Range>) -> String {
    let Range { minimum, maximum, step } = range.unwrap_or(Range {
        minimum: 0.0,
        maximum: 0.0,
        step: 1.0,
    });
    format!("LeverRange {{ minimum: {minimum:?}, maximum: {maximum:?}, step: {step:?} }}")
}
