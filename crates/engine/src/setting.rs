//! What every projection of a scenario looks at beside one target's own inputs.

use plan::{Parameter, ParameterRole, Plan};

use crate::event::Crisis;
use crate::inputs::{Inputs, LeverId};
use crate::lever::shared_value;

/// Exposure of a figure that a crisis hits in full: that of incomes.
const FULL_EXPOSURE: f64 = 0.6;

/// The plan, what all targets share, and today's year.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What the reader changed about all targets at once ([`crate::Scenario::shared`]).
    pub shared: &'a Inputs,
    /// The year today lies in.
    pub today_year: i16,
}

impl<'a> Setting<'a> {
    /// Nothing changed about what targets share.
    #[must_use]
    pub const fn shipped(plan: &'a Plan, today_year: i16) -> Self {
        Self {
            plan,
            shared: Inputs::NONE,
            today_year,
        }
    }

    /// A shared lever's value in force; 0 where the plan has no such lever.
    #[must_use]
    pub fn lever(&self, id: LeverId) -> f64 {
        self.shared
            .lever(id)
            .or_else(|| shared_value(self.plan, id))
            .unwrap_or(0.0)
    }

    /// The value of the shared parameter with `role`, in its own unit; 0 where the plan has none.
    #[must_use]
    pub fn rate(&self, role: ParameterRole) -> f64 {
        let with_role = |parameter: &&Parameter| parameter.role == role;
        let parameter = self.plan.shared.iter().find(with_role);
        parameter.map_or(0.0, |parameter| self.lever(LeverId::Parameter(parameter.code)))
    }

    /// What crises do to a figure with `exposure` to the common shock (λ), where the reader turned them on: the depth is
    /// that of a figure at [`FULL_EXPOSURE`], on the log scale.
    #[must_use]
    pub fn crisis(&self, exposure: f64) -> Option<Crisis> {
        let probability = self.lever(LeverId::CrisisProbability) / 100.0;
        let depth = libm::log1p(self.lever(LeverId::CrisisDepth) / 100.0);
        let shift = depth * (exposure / FULL_EXPOSURE);
        let crisis = Crisis::new(probability, shift, self.lever(LeverId::CrisisRebound) / 100.0)?;
        (probability > 0.0 && shift < 0.0).then_some(crisis)
    }

    /// Crises strike from this year on; what has passed is for figures to say.
    #[must_use]
    pub fn crisis_years(&self, last_figure: i16, year: i16) -> u16 {
        let known = last_figure.max(self.today_year.saturating_sub(1));
        u16::try_from(year.saturating_sub(known)).unwrap_or(0)
    }

    /// The seed of the random draws.
    #[must_use]
    pub fn seed(&self) -> u64 {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole and within its limits"
        )]
        let seed = self.lever(LeverId::Seed) as u64;
        seed
    }
}
