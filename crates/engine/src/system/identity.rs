//! Driver mode as equations: the stocks and flows of a target's identity, with its rates as named auxiliaries.

use plan::{DriverKind, Parameter, ParameterRole};

use super::builder::Builder;
use super::expression::Expression;
use super::model::Label;
use crate::driver::Identity;

/// The figure that the identity draws from `start`, its newest figure; None where it is undefined.
pub(super) fn path(builder: &mut Builder<'_>, identity: &Identity<'_>, start: f64) -> Option<Expression> {
    match identity.driver().kind {
        DriverKind::IncomeBySource => incomes(builder, identity),
        DriverKind::StockPerPopulation => {
            let per = builder.auxiliary("per", identity.driver().per);
            let people = population(builder, identity.population()?);
            let initial = Expression::Number(start) * &people / &per;
            let stock = stock(builder, identity, initial);
            Some(per * stock / people)
        }
        DriverKind::GrowthDifference => {
            let difference = rate(builder, identity, ParameterRole::GrowthDifference);
            let ratio = builder.part("urban_per_rural");
            let grown = builder.flow("urban_per_rural_growth", ratio.clone() * (difference.exp() - 1.0));
            builder.stock(
                "urban_per_rural",
                start / (100.0 - start),
                vec![grown],
                Vec::new(),
                None,
            );
            Some(Expression::Number(100.0) * &ratio / (Expression::Number(1.0) + ratio))
        }
        DriverKind::EntryAndExit => Some(stock(builder, identity, start.into()).at_least(0.0)),
        DriverKind::Connections => Some(connections(builder, identity, start)),
    }
}

/// A stock that loses a share and gets what is added, what returns and what is converted, a year.
fn stock(builder: &mut Builder<'_>, identity: &Identity<'_>, initial: Expression) -> Expression {
    let now = builder.part("stock");
    let mut inflows = Vec::new();
    let mut outflows = Vec::new();
    for (part, role) in [
        ("added", ParameterRole::Additions),
        ("connected", ParameterRole::NewConnections),
        ("returned", ParameterRole::Returns),
    ] {
        if let Some(value) = value(builder, identity, role) {
            inflows.push(builder.flow(part, value));
        }
    }
    let conversion = identity.driver().conversion;
    if conversion != 0.0 {
        let converted = builder.shared(ParameterRole::Conversions) * conversion.abs();
        let flow = builder.flow("converted", converted);
        if conversion > 0.0 { &mut inflows } else { &mut outflows }.push(flow);
    }
    let lost = rate(builder, identity, ParameterRole::Loss);
    outflows.push(builder.flow("lost", now.clone() * lost));
    builder.stock("stock", initial, inflows, outflows, None);
    now
}

fn population(builder: &mut Builder<'_>, people: f64) -> Expression {
    let now = builder.part("population");
    let growth = builder.shared(ParameterRole::PopulationGrowth) / 100.0;
    let grown = builder.flow("population_growth", now.clone() * growth);
    // The initial value of a stock may name a constant but no other stock.
    let first = builder.auxiliary("population_first", people);
    builder.stock("population", first, vec![grown], Vec::new(), None);
    now
}

/// Households are counted in percent of those of the newest figure's year.
fn connections(builder: &mut Builder<'_>, identity: &Identity<'_>, start: f64) -> Expression {
    let connected = stock(builder, identity, start.into());
    let households = builder.part("households");
    let growth = rate(builder, identity, ParameterRole::HouseholdGrowth);
    let founded = builder.flow("households_new", households.clone() * growth);
    builder.stock("households", 100.0, vec![founded], Vec::new(), None);
    (Expression::Number(100.0) * connected / households).at_most(100.0)
}

/// A stock for each source at the prices of the newest figure, and one for prices.
fn incomes(builder: &mut Builder<'_>, identity: &Identity<'_>) -> Option<Expression> {
    let income = identity.income()?;
    let unit = builder.own_label().unit;
    let mut sum: Option<Expression> = None;
    let parts = identity.driver().parts;
    for ((index, part), source) in (0_u8..).zip(parts).zip(&income.sources) {
        let name = format!("source_{}", index.saturating_add(1));
        let now = builder.part(&name);
        let one = || Expression::Number(1.0);
        let earners = one() + rate(builder, identity, ParameterRole::Earners(index));
        let earnings = one() + rate(builder, identity, ParameterRole::Earnings(index));
        let grown = builder.flow(&format!("{name}_growth"), now.clone() * (earners * earnings - 1.0));
        let label = Label { name: part.name, unit };
        builder.stock(&name, source.base, vec![grown], Vec::new(), Some(label));
        sum = Some(match sum {
            Some(sum) => sum + now,
            None => now,
        });
    }
    let prices = builder.part("prices");
    let inflation = builder.shared(ParameterRole::Inflation) / 100.0;
    let risen = builder.flow("prices_rise", prices.clone() * inflation);
    builder.stock("prices", 1.0, vec![risen], Vec::new(), None);
    let real = builder.auxiliary("at_constant_prices", sum?);
    Some(real * prices)
}

/// A rate of the identity as a fraction a year; 0 where it has none.
fn rate(builder: &mut Builder<'_>, identity: &Identity<'_>, role: ParameterRole) -> Expression {
    value(builder, identity, role).map_or(Expression::Number(0.0), |percent| percent / 100.0)
}

/// A parameter in its own unit.
fn value(builder: &mut Builder<'_>, identity: &Identity<'_>, role: ParameterRole) -> Option<Expression> {
    let has_role = |parameter: &&Parameter| parameter.role == role;
    let parameter = identity.driver().parameters.iter().find(has_role)?;
    let label = Label {
        name: parameter.name,
        unit: parameter.unit,
    };
    Some(builder.labelled(parameter.id, identity.value(parameter), Some(label)))
}
