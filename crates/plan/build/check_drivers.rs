//! Checks of `drivers.toml` and `shared.toml`: identities that have what they need, and values inside their limits.

use std::collections::{BTreeMap, BTreeSet};

use super::Problem;
use super::check::{filled, repeated};
use super::entries::{Driver, DriverKind, Parameter, Role};
use super::source::Source;

const FILE: &str = "drivers.toml";
const SHARED: &str = "shared.toml";

/// Checks every identity and the rates they share.
pub fn check(source: &Source, problems: &mut Vec<Problem>) {
    let population = source.plan.as_ref().and_then(|plan| plan.population.as_ref());
    if let Some(series) = population.filter(|series| source.lacks_figures(series)) {
        let reason = format!("{series:?} has no published figure");
        problems.push(Problem::new("plan.toml", "population", reason));
    }
    for parameter in &source.shared {
        check_parameter(SHARED, &parameter.id, parameter, problems);
        let is_shared = matches!(
            parameter.role,
            Role::PopulationGrowth | Role::Inflation | Role::Conversions
        );
        if !is_shared || parameter.value.is_none() {
            problems.push(Problem::new(
                SHARED,
                &parameter.id,
                "a shared parameter is population_growth, inflation or conversions, and has a value",
            ));
        }
    }
    let ids = source.shared.iter().map(|parameter| (&parameter.id, &parameter.id));
    repeated(SHARED, "id", ids, problems);
    let codes = source.shared.iter().map(|parameter| (&parameter.id, parameter.code));
    repeated(SHARED, "code", codes, problems);
    let mut taken: BTreeMap<(&str, u8), &str> = BTreeMap::new();
    let mut named: BTreeSet<(&str, &str)> = BTreeSet::new();
    for driver in &source.drivers {
        let mut reasons = names(source, driver);
        reasons.extend(parameters(source, driver));
        for parameter in &driver.parameter {
            check_parameter(FILE, &driver.target, parameter, problems);
            let earlier = taken.insert((&driver.target, parameter.code), &parameter.id);
            if let Some(earlier) = earlier {
                reasons.push(format!("repeated code {}, which {earlier} has already", parameter.code));
            }
            // Files name parameters by their ids, whichever identity of the target they belong to.
            if !named.insert((&driver.target, &parameter.id)) {
                reasons.push(format!("repeated parameter {}", parameter.id));
            }
        }
        filled(FILE, &driver.target, "identity", &driver.identity, problems);
        problems.extend(
            reasons
                .into_iter()
                .map(|reason| Problem::new(FILE, &driver.target, reason)),
        );
    }
}

fn names(source: &Source, driver: &Driver) -> Vec<String> {
    let mut reasons = Vec::new();
    if source.target(&driver.target).is_none() && !source.is_broken("targets.toml", &driver.target) {
        reasons.push(format!("unknown target {:?}", driver.target));
    }
    if let Some(basis) = &driver.basis
        && !source.bases.iter().any(|known| known.id == *basis)
        && !source.is_broken("bases.toml", basis)
    {
        reasons.push(format!("unknown basis {basis:?}"));
    }
    let alike = |other: &&Driver| other.target == driver.target && other.basis == driver.basis;
    if source.drivers.iter().filter(alike).count() > 1 {
        reasons.push("two identities for the same figures".into());
    }
    for part in &driver.part {
        if source.lacks_figures(&part.series) {
            reasons.push(format!("part {:?} has no published figure", part.series));
        }
    }
    if !(driver.per.is_finite() && driver.per > 0.0) {
        reasons.push(format!("per {} is not above 0", driver.per));
    }
    reasons
}

/// Each identity has the parameters it names, and no others.
fn parameters(source: &Source, driver: &Driver) -> Vec<String> {
    let (needed, allowed): (&[Role], &[Role]) = match driver.kind {
        DriverKind::IncomeBySource => (&[Role::Earners, Role::Earnings], &[]),
        DriverKind::StockPerPopulation => (&[Role::Loss, Role::Additions], &[]),
        DriverKind::GrowthDifference => (&[Role::GrowthDifference], &[]),
        DriverKind::EntryAndExit => (&[Role::Loss, Role::Additions], &[Role::Returns]),
        DriverKind::Connections => (&[Role::Loss, Role::NewConnections, Role::HouseholdGrowth], &[]),
    };
    let mut reasons = Vec::new();
    for role in needed {
        if !driver.parameter.iter().any(|parameter| parameter.role == *role) {
            reasons.push(format!("its identity needs a parameter of role {role:?}"));
        }
    }
    for parameter in &driver.parameter {
        if !needed.contains(&parameter.role) && !allowed.contains(&parameter.role) {
            reasons.push(format!(
                "parameter {}: its identity has no role {:?}",
                parameter.id, parameter.role
            ));
        }
        let has_part = matches!(parameter.role, Role::Earners | Role::Earnings);
        let part = parameter.part.map(usize::from);
        if has_part != part.is_some() || part.is_some_and(|part| part == 0 || part > driver.part.len()) {
            reasons.push(format!(
                "parameter {}: part is for earners and earnings, and names one from 1",
                parameter.id
            ));
        }
        let alike = |other: &&Parameter| other.role == parameter.role && other.part == parameter.part;
        if driver.parameter.iter().filter(alike).count() > 1 {
            reasons.push(format!(
                "parameter {}: another one has its role {:?}",
                parameter.id, parameter.role
            ));
        }
        let may_rest = matches!(parameter.role, Role::Additions | Role::NewConnections);
        if parameter.value.is_none() && !may_rest {
            reasons.push(format!("parameter {} has no value", parameter.id));
        }
    }
    let needs_population = driver.kind == DriverKind::StockPerPopulation;
    if needs_population && source.plan.as_ref().is_some_and(|plan| plan.population.is_none()) {
        reasons.push("it divides by population, and plan.toml names no series of it".into());
    }
    reasons
}

fn check_parameter(file: &'static str, entry: &str, parameter: &Parameter, problems: &mut Vec<Problem>) {
    for (key, text) in [
        ("name", &parameter.name),
        ("unit", &parameter.unit),
        ("source", &parameter.source),
    ] {
        filled(file, entry, &format!("{}.{key}", parameter.id), text, problems);
    }
    let mut refuse = |reason: String| {
        problems.push(Problem::new(
            file,
            entry,
            format!("parameter {}: {reason}", parameter.id),
        ))
    };
    let range = parameter.range;
    let fits =
        range.minimum.is_finite() && range.maximum.is_finite() && range.minimum < range.maximum && range.step > 0.0;
    if !fits {
        refuse(format!(
            "from {} to {} by {} is not a range",
            range.minimum, range.maximum, range.step
        ));
    }
    if parameter
        .value
        .is_some_and(|value| !(range.minimum <= value && value <= range.maximum))
    {
        refuse("its value is outside its range".into());
    }
    if parameter.code == 0 || parameter.code > 200 {
        refuse(format!("code {} is not between 1 and 200", parameter.code));
    }
}
