//! Which targets the board shows, and in what order.

use std::cmp::Ordering;

use engine::{Outlook, Projection};
use leptos::prelude::*;
use plan::{Field, Target};

use super::WHOLE_PROVINCE;
use crate::state::AppState;
use crate::words::fold;

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the plan has them, by field.
    #[default]
    Plan,
    /// Least likely first, without fields: any milestone, or that of a year.
    Likelihood(Option<i16>),
}

/// What the reader asked to see.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Filter {
    /// Text to be found in name, owner or unit, diacritics aside.
    pub search: String,
    /// Id of a field.
    pub field: Option<&'static str>,
    /// Item of an owner, or `I` for the whole province.
    pub owner: Option<&'static str>,
    /// A group of verdicts that at least one milestone stands in.
    pub outlook: Option<Outlook>,
    /// The order.
    pub order: Order,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Their field; None where all fields stand together.
    pub field: Option<&'static Field>,
    /// Positions in the plan.
    pub positions: Vec<usize>,
}

/// The rows that pass `filter`, in its order. Reads projections only where the filter needs them.
pub fn arranged(state: AppState, filter: &Filter) -> Vec<Group> {
    let wanted = fold(filter.search.trim());
    let mut positions: Vec<usize> = state
        .plan
        .targets
        .iter()
        .enumerate()
        .filter(|(position, target)| {
            is_named(target, &wanted)
                && filter.field.is_none_or(|field| target.field.id == field)
                && filter
                    .owner
                    .is_none_or(|owner| target.owner.map_or(WHOLE_PROVINCE, |owner| owner.item) == owner)
                && filter.outlook.is_none_or(|outlook| {
                    let projection = state.projections.at(*position);
                    projection.with(|projection| {
                        projection
                            .milestones
                            .iter()
                            .any(|milestone| milestone.verdict.outlook() == outlook)
                    })
                })
        })
        .map(|(position, _)| position)
        .collect();
    match filter.order {
        Order::Plan => by_field(state, &positions),
        Order::Likelihood(year) => {
            positions.sort_by(|a, b| {
                let likelihood = |position: usize| {
                    state
                        .projections
                        .at(position)
                        .with(|projection| least_likely(projection, year, state.plan.end_year))
                };
                likelihood(*a).partial_cmp(&likelihood(*b)).unwrap_or(Ordering::Equal)
            });
            if positions.is_empty() {
                Vec::new()
            } else {
                vec![Group { field: None, positions }]
            }
        }
    }
}

fn by_field(state: AppState, positions: &[usize]) -> Vec<Group> {
    state
        .plan
        .fields
        .iter()
        .map(|field| Group {
            field: Some(field),
            positions: positions
                .iter()
                .copied()
                .filter(|position| state.plan.targets[*position].field.id == field.id)
                .collect(),
        })
        .filter(|group| !group.positions.is_empty())
        .collect()
}

fn is_named(target: &Target, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let owner = target
        .owner
        .map(|owner| [owner.short.vi, owner.short.en])
        .unwrap_or_default();
    [target.name.vi, target.name.en, owner[0], owner[1]]
        .into_iter()
        .any(|text| {
            let text = fold(text);
            text.contains(wanted) || (wanted.len() >= LEAST_INITIALS && initials(&text).contains(wanted))
        })
}

/// Fewer letters begin the words of nearly everything.
const LEAST_INITIALS: usize = 3;

/// `bhxh` in `bao hiem xa hoi`: papers write what they name often by its initials.
fn initials(text: &str) -> String {
    text.split_whitespace().filter_map(|word| word.chars().next()).collect()
}

/// The smallest probability among a target's milestones, of `year` where one is given, as the board's columns have them: what
/// has no year stands under `end_year`. Settled ones count as 0 or 1, what cannot be judged comes last.
fn least_likely(projection: &Projection, year: Option<i16>, end_year: i16) -> f64 {
    let milestones = projection.milestones.iter();
    milestones
        .filter(|milestone| year.is_none_or(|year| milestone.year.unwrap_or(end_year) == year))
        .map(|milestone| match milestone.verdict.outlook() {
            Outlook::Unknown => 2.0,
            Outlook::Met => milestone.probability.unwrap_or(1.0),
            _ => milestone.probability.unwrap_or(0.0),
        })
        .fold(2.0, f64::min)
}
