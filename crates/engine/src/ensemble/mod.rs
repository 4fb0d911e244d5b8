//! All targets of a scenario drawn together: which milestones are met in which draws, and what that says of many at once.
//!
//! Every milestone's share of draws agrees with its closed form; what only draws can tell is how targets go together.

mod jobs;
mod joint;

use plan::Plan;

use crate::draws::{Hits, Simulation, YearQuantiles};
use crate::scenario::Scenario;

pub use joint::Joint;

/// The probabilities of the quantiles of a chosen target: median and the ends of the middle 50, 80 and 95 %.
pub const CHOSEN_PROBABILITIES: [f64; 7] = [0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975];

/// How a milestone stands in the draws.
#[derive(Debug, Clone, PartialEq)]
pub enum Standing {
    /// Judged by a figure, or by a deed that is done: the same in every draw.
    Certain(bool),
    /// Met in these draws.
    Drawn(Hits),
    /// Cannot be judged.
    Unknown,
}

/// One milestone in the draws.
#[derive(Debug, Clone, PartialEq)]
pub struct MilestoneDraws {
    /// Code of the target.
    pub code: u8,
    /// Its place among the target's milestones.
    pub index: usize,
    /// Its year. A bar for every year counts with the end of the first horizon, with all its years taken together.
    pub year: Option<i16>,
    /// How it stands.
    pub standing: Standing,
}

/// What the draws of a scenario say.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// The seed.
    pub seed: u64,
    /// How many draws.
    pub draws: u32,
    /// Every milestone, in the plan's order.
    pub milestones: Vec<MilestoneDraws>,
    /// Quantiles of the chosen target by year ([`CHOSEN_PROBABILITIES`]); empty where none was chosen or it has no figure.
    pub chosen: Vec<YearQuantiles>,
}

/// The draws of a scenario under way, one target a step.
#[derive(Debug, Clone)]
pub struct EnsembleRun {
    simulation: Simulation,
    milestones: Vec<MilestoneDraws>,
    /// For each job and event, the milestone that it answers for.
    places: Vec<Vec<usize>>,
    seed: u64,
    draws: u32,
}

impl EnsembleRun {
    /// Prepares `draws` draws of `scenario`, with the quantiles of the target with the code `chosen`.
    #[must_use]
    pub fn new(plan: &'static Plan, scenario: &Scenario, today_year: i16, draws: u32, chosen: Option<u8>) -> Self {
        let setting = scenario.setting(plan, today_year);
        let prepared = jobs::prepare(&setting, scenario);
        let place = chosen.and_then(|code| prepared.jobs.iter().position(|job| job.indicator == u32::from(code)));
        let chosen = place.map(|place| (place, CHOSEN_PROBABILITIES.to_vec()));
        let seed = setting.seed();
        Self {
            simulation: Simulation::new(seed, draws, prepared.common, prepared.jobs, chosen),
            milestones: prepared.milestones,
            places: prepared.places,
            seed,
            draws,
        }
    }

    /// Does one step; whether there is more to do.
    pub fn step(&mut self) -> bool {
        self.simulation.step()
    }

    /// Does what is left, and gives the result.
    #[must_use]
    pub fn finish(self) -> Ensemble {
        let mut milestones = self.milestones;
        let drawn = self.simulation.finish();
        for (hits, places) in drawn.hits.into_iter().zip(&self.places) {
            for (hits, place) in hits.into_iter().zip(places) {
                if let Some(milestone) = milestones.get_mut(*place) {
                    milestone.standing = Standing::Drawn(hits);
                }
            }
        }
        Ensemble {
            seed: self.seed,
            draws: self.draws,
            milestones,
            chosen: drawn.chosen,
        }
    }
}
