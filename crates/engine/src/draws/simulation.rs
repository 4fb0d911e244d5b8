//! The simulation of all targets, in slices.
//!
//! A slice is the common factor, one job, or the fan: short enough for a worker to look for a message in between and to
//! drop the simulation when the scenario has changed. Must not know time.

use super::crisis::{Crisis, CrisisPaths};
use super::ensemble::{Ensemble, Outcome};
use super::factor::{Factor, FactorPaths};
use super::fan::{Fan, FanYear};
use super::job::{Drawn, Job, Shared};
use super::{RNG_ID, philox};
use crate::ENGINE_VERSION;

/// The most draws of a simulation; more are taken as this many. Their factor and one target's paths are
/// then 20 MiB for twenty years.
pub const MOST_DRAWS: u32 = 1 << 16;
/// Draws at a time: a walk's buffers then fit into a processor's nearest 48 KiB.
const BLOCK: usize = 256;

/// What a simulation takes besides its jobs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// The seed: the same seed, the same worlds.
    pub seed: u64,
    /// N, from 1 to [`MOST_DRAWS`].
    pub draws: u32,
    /// The indicator whose fan is wanted.
    pub chosen: Option<u32>,
    /// The common factor.
    pub factor: Factor,
    /// Crises; None where none are drawn.
    pub crisis: Option<Crisis>,
}

/// How far a simulation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Slices done.
    pub done: usize,
    /// Slices in all.
    pub total: usize,
}

/// A simulation under way.
pub struct Simulation {
    settings: Settings,
    jobs: Vec<Job>,
    shared: Option<Shared>,
    outcomes: Vec<Outcome>,
    /// The chosen job's paths, until the fan is made of them.
    paths: Vec<(i16, Vec<f64>)>,
    fan: Option<Fan>,
    is_done: bool,
}

impl Settings {
    /// `draws` under `seed`, without a fan and without crises.
    #[must_use]
    pub fn new(seed: u64, draws: u32) -> Self {
        Self {
            seed,
            draws,
            chosen: None,
            factor: Factor::default(),
            crisis: None,
        }
    }
}

impl Simulation {
    /// A simulation of which nothing is drawn yet.
    #[must_use]
    pub fn new(jobs: Vec<Job>, settings: Settings) -> Self {
        let settings = Settings {
            draws: settings.draws.clamp(1, MOST_DRAWS),
            ..settings
        };
        Self {
            settings,
            outcomes: Vec::with_capacity(jobs.len()),
            jobs,
            shared: None,
            paths: Vec::new(),
            fan: None,
            is_done: false,
        }
    }

    /// Draws one slice; None when nothing was left to draw.
    pub fn advance(&mut self) -> Option<Progress> {
        if self.is_done {
            return None;
        }
        match &self.shared {
            None => self.shared = Some(self.draw_shared()),
            Some(shared) => match self.jobs.get(self.outcomes.len()) {
                Some(job) => {
                    let is_chosen = self.settings.chosen == Some(job.indicator);
                    let Drawn { hits, paths } = job.run::<BLOCK>(shared, is_chosen);
                    self.outcomes.push(Outcome {
                        indicator: job.indicator,
                        hits,
                    });
                    if is_chosen {
                        self.paths = paths;
                    }
                }
                None => {
                    self.fan = self.draw_fan();
                    self.is_done = true;
                }
            },
        }
        Some(self.progress())
    }

    /// How far it is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress {
            done: usize::from(self.shared.is_some()) + self.outcomes.len() + usize::from(self.is_done),
            total: self.jobs.len() + 2,
        }
    }

    /// The result, after drawing what is left.
    #[must_use]
    pub fn finish(mut self) -> Ensemble {
        while self.advance().is_some() {}
        Ensemble {
            seed: self.settings.seed,
            draws: self.settings.draws,
            engine_version: ENGINE_VERSION,
            rng: RNG_ID,
            outcomes: self.outcomes,
            fan: self.fan,
        }
    }

    fn draw_shared(&self) -> Shared {
        let Settings {
            seed,
            draws,
            chosen,
            factor,
            crisis,
        } = self.settings;
        let key = philox::key(seed);
        let years = self
            .jobs
            .iter()
            .filter_map(|job| job.last_factor_year(chosen == Some(job.indicator)));
        // Years past a plan's own would only fill the memory.
        let last_year = years
            .max()
            .unwrap_or(i16::MIN)
            .min(factor.first_year.saturating_add(100));
        Shared {
            key,
            draws,
            factor: FactorPaths::draw::<BLOCK>(&factor, last_year, draws, key),
            crisis: crisis.map(|crisis| CrisisPaths::draw::<BLOCK>(&crisis, factor.first_year, last_year, draws, key)),
        }
    }

    fn draw_fan(&mut self) -> Option<Fan> {
        let chosen = self.settings.chosen?;
        let job = self.jobs.iter().find(|job| job.indicator == chosen)?;
        let years: Vec<FanYear> = core::mem::take(&mut self.paths)
            .into_iter()
            .filter_map(|(year, values)| FanYear::of(year, &values, job.transform, job.ends_in(year)))
            .collect();
        (!years.is_empty()).then_some(Fan {
            indicator: chosen,
            years,
        })
    }
}
