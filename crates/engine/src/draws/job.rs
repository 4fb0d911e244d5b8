//! One target's part of a simulation: its model, its events, and the loop over blocks of draws.

use super::block::Block;
use super::crisis::CrisisPaths;
use super::deed::Deed;
use super::event::Event;
use super::factor::FactorPaths;
use super::hits::Hits;
use super::source::Source;
use super::units::Units;
use super::walk::Walk;
use super::yearly::Yearly;
use crate::transform::Transform;

/// How a target's figures come about.
#[derive(Debug, Clone, PartialEq)]
pub enum Model {
    /// A random walk with drift.
    Walk(Walk),
    /// Years around one level.
    Yearly(Yearly),
    /// Units done out of M.
    Units(Units),
    /// Done or not.
    Deed(Deed),
    /// Settled: the same value on the transformed scale in every draw and year.
    Fixed(f64),
}

/// One target to draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its id in the counters: the same in every scenario, and of no other target.
    pub indicator: u32,
    /// Its model.
    pub model: Model,
    /// From its figures to the scale of the model; the identity for counts and deeds.
    pub transform: Transform,
    /// What is asked of it.
    pub events: Vec<Event>,
}

/// What all jobs share.
pub(crate) struct Shared {
    pub key: [u32; 2],
    pub draws: u32,
    pub factor: FactorPaths,
    pub crisis: Option<CrisisPaths>,
}

/// What a job leaves behind.
pub(crate) struct Drawn {
    /// One set an event.
    pub hits: Vec<Hits>,
    /// (year, value of every draw) on the transformed scale; empty unless asked for.
    pub paths: Vec<(i16, Vec<f64>)>,
}

/// Whether a number of a model can be drawn with: sums and products of such numbers stay finite.
pub(crate) fn is_usable(number: f64) -> bool {
    number.abs() <= 1e100
}

impl Model {
    /// The years it has a value for: the first, and how many.
    fn years(&self) -> (i16, usize) {
        match self {
            Self::Walk(walk) => (walk.first_year, walk.years.len()),
            Self::Yearly(yearly) => (yearly.first_year, (yearly.first_year..=yearly.last_year).count()),
            Self::Units(units) => (units.first_year, units.hazards.len()),
            Self::Deed(deed) => (deed.first_year, deed.done_by.len()),
            Self::Fixed(_) => (0, 0),
        }
    }

    fn is_usable(&self) -> bool {
        match self {
            Self::Walk(walk) => walk.is_usable(),
            Self::Yearly(yearly) => yearly.is_usable(),
            Self::Units(units) => units.is_usable(),
            Self::Deed(deed) => deed.is_usable(),
            Self::Fixed(value) => !value.is_nan(),
        }
    }
}

impl Job {
    /// The calendar years it has a value for.
    fn calendar(&self) -> impl Iterator<Item = i16> + use<> {
        let (first, count) = self.model.years();
        (first..=i16::MAX).take(count)
    }

    /// The last year whose factor it needs; None for a job without one.
    pub(crate) fn last_factor_year(&self, is_chosen: bool) -> Option<i16> {
        if !matches!(self.model, Model::Walk(_)) {
            return None;
        }
        self.calendar().filter(|year| is_chosen || self.looks_at(*year)).last()
    }

    /// Whether an event is decided by the year's value.
    pub(crate) fn looks_at(&self, year: i16) -> bool {
        self.events.iter().any(|event| event.looks_at(year))
    }

    /// Whether an event is decided in this year.
    pub(crate) fn ends_in(&self, year: i16) -> bool {
        self.events.iter().any(|event| event.when.last() == year)
    }

    /// Draws the job, `N` draws at a time (a multiple of 64); the result does not depend on `N`. A job with a number that
    /// is no number, or so large that sums would overflow, meets nothing and has no paths.
    pub(crate) fn run<const N: usize>(&self, shared: &Shared, keep_paths: bool) -> Drawn {
        let constant = |is_met: &dyn Fn(&Event) -> bool| Drawn {
            hits: self
                .events
                .iter()
                .map(|event| Hits::constant(shared.draws, is_met(event)))
                .collect(),
            paths: Vec::new(),
        };
        if !self.model.is_usable() {
            return constant(&|_| false);
        }
        if let Model::Fixed(value) = self.model {
            return constant(&|event| event.is_met(value));
        }
        let (first_year, _) = self.model.years();
        let wanted = self.calendar().map(|year| keep_paths || self.looks_at(year)).collect();
        let mut block = Block::<N>::new(first_year, wanted);
        let mut drawn = Drawn {
            hits: self.events.iter().map(|_| Hits::with_room(shared.draws)).collect(),
            paths: self
                .calendar()
                .filter(|_| keep_paths)
                .map(|year| (year, Vec::with_capacity(shared.draws as usize)))
                .collect(),
        };
        let mut source = Source::new(0, shared.key);
        for first_draw in (0..shared.draws).step_by(N) {
            source.move_to(first_draw);
            match &self.model {
                Model::Walk(walk) => walk.draw(self.indicator, first_draw, shared, &mut source, &mut block),
                Model::Yearly(yearly) => yearly.draw(self.indicator, &mut source, &mut block),
                Model::Units(units) => units.draw(self.indicator, &mut source, &mut block),
                Model::Deed(deed) => deed.draw(self.indicator, &mut source, &mut block),
                Model::Fixed(_) => {}
            }
            for (event, hits) in self.events.iter().zip(&mut drawn.hits) {
                event.judge(&block, hits);
            }
            for (year, values) in &mut drawn.paths {
                let left = (shared.draws - first_draw) as usize;
                values.extend(block.row(*year).into_iter().flatten().take(left));
            }
        }
        drawn
    }
}

#[cfg(test)]
mod tests {
    use super::{Job, Model, Shared};
    use crate::draws::crisis::{Crisis, CrisisPaths};
    use crate::draws::factor::{Factor, FactorPaths};
    use crate::draws::{Deed, Event, Side, Units, Walk, WalkYear, When, Yearly, key};
    use crate::transform::Transform;

    /// Draws that fill no block.
    const DRAWS: u32 = 1_000;

    #[test]
    fn the_size_of_a_block_changes_nothing() {
        let years = (1..=6).map(|h| WalkYear {
            location: 0.1 * f64::from(h),
            rate_error: 0.2 * f64::from(h),
            long_run_error: 0.1 * f64::from(h),
        });
        let walk = Walk {
            first_year: 2024,
            years: years.collect(),
            scale: 0.3,
            degrees: Some(5),
            exposure: 0.6,
            persistence: 0.4,
            crisis_shift: -0.2,
            crisis_from: 0,
        };
        let yearly = Yearly {
            first_year: 2024,
            last_year: 2029,
            level: 0.5,
            weight: 4.0,
            scale: 0.3,
            degrees: Some(6),
        };
        let units = Units {
            first_year: 2024,
            done: 18,
            of: 105,
            hazards: vec![0.06, 0.7, 0.0, 0.06, 0.06, 0.06],
        };
        let deed = Deed {
            first_year: 2024,
            done_by: vec![0.1, 0.28, 0.2, 0.6472, 0.7, 0.8],
        };
        let models = [
            (Model::Walk(walk), 0.6),
            (Model::Yearly(yearly), 0.4),
            (Model::Units(units), 85.0),
            (Model::Deed(deed), Deed::BAR),
        ];
        for (model, bar) in models {
            let event = |when, side| Event { when, bar, side };
            let every = When::Every {
                from: 2020,
                until: 2028,
            };
            let job = Job {
                indicator: 3,
                model,
                transform: Transform::Identity,
                events: vec![event(When::In(2028), Side::AtLeast), event(every, Side::AtMost)],
            };
            let expected = run::<64>(&job);
            let counts = expected.0.iter().map(|hits| hits.count());
            assert!(
                counts.into_iter().all(|count| (1..DRAWS).contains(&count)),
                "{:?}",
                job.model
            );
            assert_eq!(expected, run::<128>(&job));
            assert_eq!(expected, run::<256>(&job));
        }
    }

    type Found = (Vec<crate::draws::Hits>, Vec<(i16, Vec<f64>)>);

    fn run<const N: usize>(job: &Job) -> Found {
        let crisis = Crisis {
            probability: 0.2,
            rebound: 0.5,
        };
        let key = key(9);
        let drawn = job.run::<N>(
            &Shared {
                key,
                draws: DRAWS,
                factor: FactorPaths::draw::<N>(&Factor::default(), 2029, DRAWS, key),
                crisis: Some(CrisisPaths::draw::<N>(&crisis, 2016, 2029, DRAWS, key)),
            },
            true,
        );
        (drawn.hits, drawn.paths)
    }
}
