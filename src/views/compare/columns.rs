//! The scenarios of the comparison as columns: the open one first. Only those beside it are projected here; the open one's
//! projections are the state's.

use std::sync::Arc;

use engine::{Projection, Scenario, project};
use leptos::prelude::*;

use crate::state::AppState;
use crate::views::name::open_name;
use crate::words;

/// Signs of the columns, in their order.
pub const LETTERS: [&str; 4] = ["A", "B", "C", "D"];

/// A scenario beside the open one.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its content.
    pub scenario: Scenario,
    /// Its projections, in the plan's order.
    pub projections: Vec<Arc<Projection>>,
}

/// All columns; a handle that is cheap to copy.
#[derive(Clone, Copy)]
pub struct Columns {
    /// What the columns are called, the open one first.
    pub names: Memo<Vec<String>>,
    /// Those beside the open one.
    pub others: Memo<Vec<Column>>,
}

impl Columns {
    /// Follows the state.
    pub fn new(state: AppState) -> Self {
        let language = state.language();
        let names = Memo::new(move |_| {
            let language = language.get();
            let open = open_name(state, language);
            let beside = state.beside().with(|beside| {
                let names = beside.iter().map(|member| match member.id {
                    Some(_) => words::scenario_name(&member.saved, language),
                    None => words::shared_name(&member.saved, language),
                });
                names.collect::<Vec<_>>()
            });
            std::iter::once(open).chain(beside).collect()
        });
        let others = Memo::new(move |_| {
            state.beside().with(|beside| {
                let column = |scenario: &Scenario| {
                    let setting = scenario.setting(state.plan, state.today_year);
                    let projections = state.plan.targets.iter().map(|target| {
                        let inputs = scenario.inputs(target.code);
                        Arc::new(project(&setting, target, inputs))
                    });
                    Column {
                        scenario: scenario.clone(),
                        projections: projections.collect(),
                    }
                };
                beside.iter().map(|member| column(&member.saved.scenario)).collect()
            })
        });
        Self { names, others }
    }
}
