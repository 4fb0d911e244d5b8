//! The result of a simulation: which draws meet which event, and the chosen target's fan.

use super::fan::Fan;
use super::hits::Hits;

/// Everything a simulation leaves behind, with what it takes to draw it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Ensemble {
    /// The seed.
    pub seed: u64,
    /// N: how many draws.
    pub draws: u32,
    /// [`crate::ENGINE_VERSION`] of the engine that drew it.
    pub engine_version: &'static str,
    /// [`super::RNG_ID`].
    pub rng: &'static str,
    /// One a job, in the order of the jobs.
    pub outcomes: Vec<Outcome>,
    /// The chosen target's fan; None where none is chosen or it has no years.
    pub fan: Option<Fan>,
}

/// What became of one job.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// The target.
    pub indicator: u32,
    /// One set of draws an event, in the order of the events.
    pub hits: Vec<Hits>,
}

/// How often a group of events is met together.
#[derive(Debug, Clone, PartialEq)]
pub struct Joint {
    /// Share of draws (fraction) that meet all of them.
    pub all: f64,
    /// Share of draws that meet at least 0, 1, … of them.
    pub at_least: Vec<f64>,
}

/// The joint distribution of a group of events of the same draws; a group of none is always met.
#[must_use]
pub fn joint(events: &[&Hits]) -> Joint {
    let Some(draws) = events.iter().map(|hits| hits.draws()).min() else {
        return Joint {
            all: 1.0,
            at_least: vec![1.0],
        };
    };
    let mut met = vec![0_usize; draws as usize];
    for event in events {
        for (met, word) in met.chunks_mut(64).zip(event.words()) {
            for (bit, met) in met.iter_mut().enumerate() {
                *met += usize::from((word >> bit) & 1 == 1);
            }
        }
    }
    let mut exactly = vec![0_u32; events.len() + 1];
    for met in met {
        if let Some(count) = exactly.get_mut(met) {
            *count += 1;
        }
    }
    let mut at_least = Vec::with_capacity(exactly.len());
    let mut left = draws;
    for count in exactly {
        at_least.push(f64::from(left) / f64::from(draws.max(1)));
        left -= count;
    }
    Joint {
        all: at_least.last().copied().unwrap_or(0.0),
        at_least,
    }
}
