//! All targets of a scenario drawn together: which milestones are met in which draws, and what that says of many at once.
//!
//! Every milestone's share of draws agrees with its closed form; what only draws can tell is how targets go together.

mod jobs;
mod joint;

use plan::Plan;

use crate::draws::{FAN_PROBABILITIES, Hits, Settings, Simulation};
use crate::scenario::Scenario;

pub use joint::Joint;

/// Draws at rest: at worst ± 1 percentage point at 95 %.
pub const DRAWS_AT_REST: u32 = 10_000;
/// Draws while a lever moves.
pub const DRAWS_IN_MOTION: u32 = 2_048;
/// The probabilities of the quantiles of a chosen target: median and the ends of the middle 50, 80 and 95 %.
pub const CHOSEN_PROBABILITIES: [f64; 7] = FAN_PROBABILITIES;

/// Quantiles of a chosen target in one year, in the target's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct YearQuantiles {
    /// The year.
    pub year: i16,
    /// At [`CHOSEN_PROBABILITIES`].
    pub values: [f64; 7],
    /// In years that decide a milestone: fifty values, each standing for 2 % of the draws. Empty in others.
    pub dots: Vec<f64>,
}

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
pub struct EnsembleRun {
    simulation: Simulation,
    milestones: Vec<MilestoneDraws>,
    /// For each job and event, the milestone that it answers for.
    places: Vec<Vec<usize>>,
    /// What one step of the chosen job's values is worth in the target's unit: a unit's size for counts, else 1.
    size: f64,
}

impl EnsembleRun {
    /// Prepares `draws` draws of `scenario`, with the quantiles of the target with the code `chosen`.
    #[must_use]
    pub fn new(plan: &'static Plan, scenario: &Scenario, today_year: i16, draws: u32, chosen: Option<u8>) -> Self {
        let setting = scenario.setting(plan, today_year);
        let prepared = jobs::prepare(&setting, scenario);
        let place = chosen.and_then(|code| prepared.jobs.iter().position(|job| job.indicator == u32::from(code)));
        let settings = Settings {
            chosen: place.and(chosen).map(u32::from),
            factor: prepared.factor,
            crisis: prepared.crisis,
            ..Settings::new(setting.seed(), draws)
        };
        Self {
            simulation: Simulation::new(prepared.jobs, settings),
            milestones: prepared.milestones,
            places: prepared.places,
            size: place
                .and_then(|place| prepared.sizes.get(place).copied())
                .unwrap_or(1.0),
        }
    }

    /// Does one step; whether there is more to do.
    pub fn step(&mut self) -> bool {
        self.simulation
            .advance()
            .is_some_and(|progress| progress.done < progress.total)
    }

    /// Does what is left, and gives the result.
    #[must_use]
    pub fn finish(self) -> Ensemble {
        let mut milestones = self.milestones;
        let drawn = self.simulation.finish();
        for (outcome, places) in drawn.outcomes.into_iter().zip(&self.places) {
            for (hits, place) in outcome.hits.into_iter().zip(places) {
                if let Some(milestone) = milestones.get_mut(*place) {
                    milestone.standing = Standing::Drawn(hits);
                }
            }
        }
        let years = drawn.fan.into_iter().flat_map(|fan| fan.years);
        let chosen = years.map(|year| YearQuantiles {
            year: year.year,
            values: year.quantiles.map(|value| value * self.size),
            dots: year.dots.into_iter().map(|value| value * self.size).collect(),
        });
        Ensemble {
            seed: drawn.seed,
            draws: drawn.draws,
            milestones,
            chosen: chosen.collect(),
        }
    }
}
