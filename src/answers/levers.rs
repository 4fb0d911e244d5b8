//! Names and units of the assumptions in an answer.

use engine::Lever;
use engine::question::Assumption;
use plan::Target;

use super::{About, is_shared};
use crate::words;

/// The levers in force, to name assumptions by.
pub(super) struct Levers<'a> {
    about: &'a About<'a>,
    own: Vec<Lever>,
    shared: Vec<Lever>,
}

impl<'a> Levers<'a> {
    /// The levers under the inputs asked about.
    pub fn of(about: &'a About<'a>) -> Self {
        Self {
            about,
            own: engine::levers(&about.setting, about.target, about.inputs),
            shared: engine::shared_levers(about.setting.plan, about.setting.shared),
        }
    }

    /// The name of an assumption.
    pub fn name(&self, assumption: &Assumption) -> String {
        let plan = self.about.setting.plan;
        words::lever_name(plan, self.owner(assumption), assumption.id, self.about.language)
    }

    /// The unit of its number.
    pub fn unit(&self, assumption: &Assumption) -> String {
        let levers = if is_shared(assumption.code) {
            &self.shared
        } else {
            &self.own
        };
        let lever = levers.iter().find(|lever| lever.id == assumption.id);
        let plan = self.about.setting.plan;
        lever
            .map(|lever| words::lever_unit(plan, self.owner(assumption), lever, self.about.language))
            .unwrap_or_default()
    }

    fn owner(&self, assumption: &Assumption) -> Option<&'static Target> {
        (!is_shared(assumption.code)).then_some(self.about.target)
    }
}
