//! Writes identities and their parameters as Rust expressions.

use super::entries::{Conversion, Driver, Parameter, Role, Target};
use super::generate::{range, text};
use super::generate_targets::{observation, some_place};
use super::source::Source;

/// The `Driver` expressions of a target.
pub fn drivers(source: &Source, target: &Target) -> String {
    let own = source.drivers.iter().filter(|driver| driver.target == target.id);
    own.map(|driver| expression(source, driver))
        .collect::<Vec<_>>()
        .join(", ")
}

/// A `Parameter` expression for each.
pub fn parameters(parameters: &[Parameter]) -> String {
    parameters.iter().map(parameter).collect::<Vec<_>>().join(", ")
}

fn expression(source: &Source, driver: &Driver) -> String {
    let basis = driver
        .basis
        .as_ref()
        .and_then(|id| source.bases.iter().position(|basis| basis.id == *id));
    let parts = driver.part.iter().filter_map(|part| {
        let row = source.newest(&part.series)?;
        Some(format!(
            "Part {{ name: {}, figure: &{} }}",
            text(&part.name),
            observation(source, row)
        ))
    });
    let conversion = match driver.conversion {
        Some(Conversion::In) => 1.0,
        Some(Conversion::Out) => -1.0,
        None => 0.0,
    };
    format!(
        "Driver {{ kind: DriverKind::{:?}, basis: {}, identity: {}, per: {:?}, conversion: {conversion:?}, parts: &[{}], parameters: &[{}] }}",
        driver.kind,
        some_place("BASES", basis),
        text(&driver.identity),
        driver.per,
        parts.collect::<Vec<_>>().join(", "),
        parameters(&driver.parameter)
    )
}

fn parameter(parameter: &Parameter) -> String {
    let part = parameter.part.unwrap_or(1).saturating_sub(1);
    let role = match parameter.role {
        Role::Earners | Role::Earnings => format!("{:?}({part})", parameter.role),
        role => format!("{role:?}"),
    };
    format!(
        "Parameter {{ code: {}, id: {:?}, role: ParameterRole::{role}, name: {}, unit: {}, value: {:?}, range: {}, \
         evidence: Evidence::{:?}, source: {} }}",
        parameter.code,
        parameter.id,
        text(&parameter.name),
        text(&parameter.unit),
        parameter.value,
        range(Some(parameter.range)),
        parameter.evidence,
        text(&parameter.source)
    )
}
