//! A system model as data: stocks, flows and auxiliaries with their equations, and a run of it by Euler's method.

use std::collections::{BTreeMap, BTreeSet};

use plan::Text;

use super::expression::Expression;

/// A deterministic model in steps of one year. Names are ASCII letters, digits and underscores, each used once.
#[derive(Debug, Clone, PartialEq)]
pub struct SystemModel {
    /// First year.
    pub start: i16,
    /// Last year.
    pub stop: i16,
    /// What accumulates.
    pub stocks: Vec<Stock>,
    /// What flows into and out of stocks, a year.
    pub flows: Vec<Variable>,
    /// Everything else: parameters and results.
    pub auxiliaries: Vec<Variable>,
    /// The reader turned crises on. They are random, so the model leaves them out.
    pub leaves_out_crises: bool,
}

/// What accumulates: next year's value is this year's, with the inflows and without the outflows.
#[derive(Debug, Clone, PartialEq)]
pub struct Stock {
    /// Its name.
    pub name: String,
    /// Its value in the first year.
    pub initial: Expression,
    /// Names of the flows that add to it.
    pub inflows: Vec<String>,
    /// Names of the flows that take from it.
    pub outflows: Vec<String>,
    /// What it is, where the plan has a name for it.
    pub label: Option<Label>,
}

/// A flow or an auxiliary.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Its name.
    pub name: String,
    /// Its equation.
    pub equation: Expression,
    /// What it is, where the plan has a name for it.
    pub label: Option<Label>,
}

/// The plan's own words for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// What it is.
    pub name: Text,
    /// Its unit.
    pub unit: Text,
}

/// Why a model does not run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunError {
    /// An equation names what is not there.
    UnknownName(String),
    /// An equation needs its own value.
    Circular(String),
}

impl SystemModel {
    /// The value of every stock, flow and auxiliary by name, one a year from `start` to `stop`.
    ///
    /// # Errors
    /// A [`RunError`] where equations do not fit together.
    pub fn run(&self) -> Result<BTreeMap<&str, Vec<f64>>, RunError> {
        let mut equations: BTreeMap<&str, &Expression> = BTreeMap::new();
        for variable in self.flows.iter().chain(&self.auxiliaries) {
            equations.insert(&variable.name, &variable.equation);
        }
        // In the first year a stock is its initial value, which may name parameters.
        let mut first = equations.clone();
        first.extend(self.stocks.iter().map(|stock| (stock.name.as_str(), &stock.initial)));
        let mut step = Step::of(&first, f64::from(self.start));
        let mut values: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for year in self.start..=self.stop {
            for name in first.keys() {
                let value = step.value(name)?;
                values.entry(name).or_default().push(value);
            }
            let mut next = Step::of(&equations, f64::from(year) + 1.0);
            for stock in &self.stocks {
                let mut value = step.value(&stock.name)?;
                for flow in &stock.inflows {
                    value += step.value(flow)?;
                }
                for flow in &stock.outflows {
                    value -= step.value(flow)?;
                }
                next.known.insert(&stock.name, value);
            }
            step = next;
        }
        Ok(values)
    }
}

/// The values of one year, each computed when it is first asked for.
struct Step<'a, 'm> {
    equations: &'a BTreeMap<&'m str, &'m Expression>,
    time: f64,
    known: BTreeMap<&'m str, f64>,
    open: BTreeSet<&'m str>,
}

impl<'a, 'm> Step<'a, 'm> {
    fn of(equations: &'a BTreeMap<&'m str, &'m Expression>, time: f64) -> Self {
        Self {
            equations,
            time,
            known: BTreeMap::new(),
            open: BTreeSet::new(),
        }
    }

    fn value(&mut self, name: &str) -> Result<f64, RunError> {
        if let Some(value) = self.known.get(name) {
            return Ok(*value);
        }
        let Some((name, equation)) = self.equations.get_key_value(name) else {
            return Err(RunError::UnknownName(name.to_string()));
        };
        if !self.open.insert(name) {
            return Err(RunError::Circular((*name).to_string()));
        }
        let mut wrong = None;
        let time = self.time;
        let value = equation.value(time, &mut |other| match self.value(other) {
            Ok(value) => Some(value),
            Err(error) => {
                wrong = Some(error);
                None
            }
        });
        self.open.remove(name);
        match (value, wrong) {
            (Some(value), None) => {
                self.known.insert(name, value);
                Ok(value)
            }
            (_, Some(error)) => Err(error),
            (None, None) => Err(RunError::UnknownName((*name).to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Expression, RunError, SystemModel, Variable};

    fn model(equation: Expression) -> SystemModel {
        SystemModel {
            start: 2020,
            stop: 2021,
            stocks: Vec::new(),
            flows: Vec::new(),
            auxiliaries: vec![Variable {
                name: "a".to_string(),
                equation,
                label: None,
            }],
            leaves_out_crises: false,
        }
    }

    #[test]
    fn equations_that_do_not_fit_together_are_named() {
        let of = |name: &str| Expression::Variable(name.to_string());
        assert_eq!(model(of("a") + 1.0).run(), Err(RunError::Circular("a".to_string())));
        assert_eq!(model(of("b")).run(), Err(RunError::UnknownName("b".to_string())));
        let years = model(Expression::Time * 2.0)
            .run()
            .ok()
            .and_then(|mut values| values.remove("a"));
        assert_eq!(years, Some(vec![4040.0, 4042.0]));
    }
}
