//! Checks of `assumptions.toml`: numbers that the engine can work with, and limits that hold the shipped values.

use super::Problem;
use super::check::{filled, repeated};
use super::entries::{Model, Prior, Range};
use super::source::Source;

pub const FILE: &str = "assumptions.toml";

/// Checks every prior.
pub fn check(source: &Source, problems: &mut Vec<Problem>) {
    for prior in &source.priors {
        filled(FILE, &prior.id, "name", &prior.name, problems);
        filled(FILE, &prior.id, "argument", &prior.argument, problems);
        let reasons = numbers(prior).into_iter().chain(reference(prior));
        problems.extend(reasons.map(|reason| Problem::new(FILE, &prior.id, reason)));
    }
    repeated(
        FILE,
        "id",
        source.priors.iter().map(|prior| (&prior.id, &prior.id)),
        problems,
    );
}

fn numbers(prior: &Prior) -> Vec<String> {
    let mut reasons = Vec::new();
    for (key, value) in [
        ("reference_weight", prior.reference_weight),
        ("volatility", prior.volatility),
        ("volatility_weight", prior.volatility_weight),
        ("plan_weight", prior.plan_weight),
    ] {
        if !(value.is_finite() && value > 0.0) {
            reasons.push(format!("{key} {value} is not above 0"));
        }
    }
    if !(prior.damping > 0.0 && prior.damping <= 1.0) {
        reasons.push(format!("damping {} is not above 0 and at most 1", prior.damping));
    }
    if !(prior.persistence >= 0.0 && prior.persistence < 1.0) {
        reasons.push(format!(
            "persistence {} is not at least 0 and below 1",
            prior.persistence
        ));
    }
    if !(prior.exposure >= 0.0 && prior.exposure < 1.0) {
        reasons.push(format!("exposure {} is not at least 0 and below 1", prior.exposure));
    }
    reasons
}

/// A drift needs a reference rate and its limits, and so do units (the share of the units left that get there in a year);
/// a level takes the plan's own bar and has none.
fn reference(prior: &Prior) -> Vec<String> {
    let keys = [
        ("reference_rate", prior.reference_rate.is_some()),
        ("reference_range", prior.reference_range.is_some()),
        ("growth_range", prior.growth_range.is_some()),
    ];
    let wanted = prior.model != Model::Level;
    let mut reasons = keys
        .into_iter()
        .filter(|(_, given)| *given != wanted)
        .map(|(key, _)| match wanted {
            true => format!("its model needs {key}"),
            false => format!("{key} is not used by the level model"),
        })
        .collect::<Vec<_>>();
    for (key, range) in [
        ("reference_range", prior.reference_range),
        ("growth_range", prior.growth_range),
    ] {
        reasons.extend(range.and_then(|range| limits(key, range)));
    }
    if let (Some(rate), Some(range)) = (prior.reference_rate, prior.reference_range)
        && !(range.minimum <= rate && rate <= range.maximum)
    {
        reasons.push(format!("reference_rate {rate} is outside its reference_range"));
    }
    reasons
}

fn limits(key: &str, range: Range) -> Option<String> {
    let Range { minimum, maximum, step } = range;
    let fits =
        minimum.is_finite() && maximum.is_finite() && minimum < maximum && step > 0.0 && step <= maximum - minimum;
    (!fits).then(|| format!("{key} from {minimum} to {maximum} by {step} is not a range"))
}
