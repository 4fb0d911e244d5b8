//! What a reader saves: a scenario with a name and notes, and what comes back when a saved form is opened.

use engine::{ENGINE_VERSION, Scenario};
use plan::Plan;

use crate::limits::VERSION_CHARACTERS;
use crate::problem::Problem;
use crate::seen::Seen;
use crate::text::clean_line;

/// A scenario as its reader keeps it. Name and notes are plain text, never markup; every saved form carries them as
/// [`crate::clean_name`] and [`crate::clean_notes`] leave them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Saved {
    /// One line; may be empty.
    pub name: String,
    /// Any number of lines; may be empty.
    pub notes: String,
    /// What differs from the shipped defaults.
    pub scenario: Scenario,
}

/// A saved form that could be opened, perhaps not in whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened<T> {
    /// What was taken over.
    pub value: T,
    /// What its author worked with.
    pub made_with: MadeWith,
    /// What its author saw; only links say so, and not all of them.
    pub seen: Option<Seen>,
    /// What was not taken over, or not as it stood. Empty when the form was taken in whole.
    pub problems: Vec<Problem>,
}

/// The versions a form was made with; the same scenario can give other figures with others. Empty where a form does not
/// say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeWith {
    /// Version of the plan's data.
    pub data_version: String,
    /// Version of the mathematics.
    pub engine_version: String,
}

impl MadeWith {
    /// The versions in use now.
    #[must_use]
    pub fn now(plan: &Plan) -> Self {
        Self {
            data_version: clean_line(plan.data_version, VERSION_CHARACTERS),
            engine_version: clean_line(ENGINE_VERSION, VERSION_CHARACTERS),
        }
    }

    /// Whether the figures its author saw are the figures seen now.
    #[must_use]
    pub fn is_current(&self, plan: &Plan) -> bool {
        *self == Self::now(plan)
    }
}
