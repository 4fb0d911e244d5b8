//! What every projection of a scenario looks at beside one target's own inputs.

use plan::{Parameter, ParameterRole, Plan};

use crate::inputs::{Inputs, LeverId};
use crate::lever::shared_value;

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

/// Crises that hit all targets at once (methods: 4.9 % of the years of 16 Asian economies, 1986–2018).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crisis {
    /// Probability in a year, a fraction above 0.
    pub probability: f64,
    /// Change of the log of a figure that moves fully with the economy, below 0.
    pub depth: f64,
    /// Share of the depth that comes back within two years, a fraction.
    pub rebound: f64,
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

    /// The crisis, where the reader turned it on.
    #[must_use]
    pub fn crisis(&self) -> Option<Crisis> {
        let probability = self.lever(LeverId::CrisisProbability) / 100.0;
        let depth = libm::log1p(self.lever(LeverId::CrisisDepth) / 100.0);
        (probability > 0.0 && depth < 0.0).then(|| Crisis {
            probability,
            depth,
            rebound: self.lever(LeverId::CrisisRebound) / 100.0,
        })
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
