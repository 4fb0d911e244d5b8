//! Adds the variables of one target to a model: names with the target's id in front, flows that begin with its newest figure.

use plan::{ParameterRole, Target};

use super::expression::{Condition, Expression};
use super::model::{Label, Stock, SystemModel, Variable};
use crate::inputs::LeverId;
use crate::setting::Setting;

/// Variables of one target.
pub(super) struct Builder<'a> {
    model: &'a mut SystemModel,
    setting: &'a Setting<'a>,
    target: &'static Target,
    /// Year of the figure it starts from.
    last_year: i16,
}

impl<'a> Builder<'a> {
    pub fn new(model: &'a mut SystemModel, setting: &'a Setting<'a>, target: &'static Target, last_year: i16) -> Self {
        Self {
            model,
            setting,
            target,
            last_year,
        }
    }

    /// An auxiliary; gives back the expression that names it.
    pub fn auxiliary(&mut self, part: &str, equation: impl Into<Expression>) -> Expression {
        self.labelled(part, equation, None)
    }

    /// An auxiliary with the plan's words for it.
    pub fn labelled(&mut self, part: &str, equation: impl Into<Expression>, label: Option<Label>) -> Expression {
        let name = self.name(part);
        self.add_auxiliary(name, equation.into(), label)
    }

    /// The result: an auxiliary of the target's own name.
    pub fn result(&mut self, equation: Expression) {
        let label = self.own_label();
        self.add_auxiliary(self.target.id.to_string(), equation, Some(label));
    }

    /// A rate that all targets share, percent a year (or a flow): one auxiliary for the whole model.
    pub fn shared(&mut self, role: ParameterRole) -> Expression {
        let Some(parameter) = self.setting.plan.shared.iter().find(|known| known.role == role) else {
            return Expression::Number(0.0);
        };
        let name = format!("shared_{}", parameter.id);
        if self.model.auxiliaries.iter().any(|known| known.name == name) {
            return Expression::Variable(name);
        }
        let value = self.setting.lever(LeverId::Parameter(parameter.code));
        let label = Label {
            name: parameter.name,
            unit: parameter.unit,
        };
        self.add_auxiliary(name, value.into(), Some(label))
    }

    /// A flow; gives back its name. Before the target's newest figure nothing flows.
    pub fn flow(&mut self, part: &str, equation: Expression) -> String {
        let equation = if self.last_year > self.model.start {
            let before = Condition::Less(Expression::Time, f64::from(self.last_year).into());
            Expression::when(before, 0.0, equation)
        } else {
            equation
        };
        let name = self.name(part);
        self.model.flows.push(Variable {
            name: name.clone(),
            equation,
            label: None,
        });
        name
    }

    /// A stock with the names of its flows.
    pub fn stock(
        &mut self,
        part: &str,
        initial: impl Into<Expression>,
        inflows: Vec<String>,
        outflows: Vec<String>,
        label: Option<Label>,
    ) {
        self.model.stocks.push(Stock {
            name: self.name(part),
            initial: initial.into(),
            inflows,
            outflows,
            label,
        });
    }

    /// The expression that names a part, also one that is still to be added.
    pub fn part(&self, part: &str) -> Expression {
        Expression::Variable(self.name(part))
    }

    pub fn own_label(&self) -> Label {
        Label {
            name: self.target.name,
            unit: self.target.unit.label,
        }
    }

    fn name(&self, part: &str) -> String {
        format!("{}_{part}", self.target.id)
    }

    fn add_auxiliary(&mut self, name: String, equation: Expression, label: Option<Label>) -> Expression {
        self.model.auxiliaries.push(Variable {
            name: name.clone(),
            equation,
            label,
        });
        Expression::Variable(name)
    }
}
