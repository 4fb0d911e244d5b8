//! Which targets' levers are listed.

use engine::Scenario;
use plan::{Target, TargetKind};

use crate::words::fold;

/// What the reader asked to see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Text to be found in a name, diacritics aside.
    pub search: String,
    /// Only what the scenario changes.
    pub changed_only: bool,
}

impl Filter {
    /// Whether `target` is asked for.
    pub fn passes(&self, target: &Target, scenario: &Scenario) -> bool {
        let wanted = fold(self.search.trim());
        let is_named = || {
            [target.name.vi, target.name.en]
                .into_iter()
                .any(|name| fold(name).contains(&wanted))
        };
        (wanted.is_empty() || is_named()) && (!self.changed_only || !scenario.inputs(target.code).is_empty())
    }
}

/// Whether there is anything to move: a projection, a date, or a number to compare with.
pub const fn has_levers(target: &Target) -> bool {
    target.method.is_some() || matches!(target.kind, TargetKind::Deed | TargetKind::Versus | TargetKind::Unset)
}
