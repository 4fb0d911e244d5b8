//! Many targets drawn together, one target a step, so that a worker can take messages or stop in between.

use super::block::{BLOCK, Numbers, Source};
use super::factor::{BLOCK_DRAWS, Common, CommonYears};
use super::hits::Hits;
use super::philox::Key;
use super::walk::{Gains, Scatter, Walk};
use crate::transform::Transform;

/// One target to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its number in the counter; another one gives other draws.
    pub indicator: u32,
    /// What is drawn.
    pub kind: JobKind,
    /// What is asked of the draws.
    pub events: Vec<Event>,
    /// The scale of its values, for the quantiles of a chosen target.
    pub transform: Transform,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum JobKind {
    /// A drifting figure, on the transformed scale.
    Walk(Walk),
    /// Yearly figures around a level, on the transformed scale.
    Scatter(Scatter),
    /// A count of units.
    Gains(Gains),
    /// A deed: the probability that it is done by the end of each year, rising.
    Date(Vec<(i16, f64)>),
}

/// Something a draw meets or does not.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// The years in each of which it has to hold; mostly one.
    pub years: Vec<i16>,
    /// The bar, on the scale of the job's values; not used for a deed.
    pub bar: f64,
    /// Which side of it counts.
    pub side: Side,
}

/// Which side of a bar counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At the bar or above.
    AtLeast,
    /// At the bar or below.
    AtMost,
}

/// Quantiles of a chosen target in one year, in the target's unit.
#[derive(Debug, Clone, PartialEq)]
pub struct YearQuantiles {
    /// The year.
    pub year: i16,
    /// At the probabilities asked for, in their order; Hyndman and Fan's type 7.
    pub values: Vec<f64>,
}

/// What a simulation has found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    /// For each job, in order, the draws that meet each of its events.
    pub hits: Vec<Vec<Hits>>,
    /// The chosen job's quantiles by year.
    pub chosen: Vec<YearQuantiles>,
}

/// A simulation under way.
#[derive(Debug, Clone)]
pub struct Simulation {
    key: Key,
    draws: u32,
    jobs: Vec<Job>,
    common: Common,
    years: Option<CommonYears>,
    /// The place of the job whose quantiles are wanted, and their probabilities.
    chosen: Option<(usize, Vec<f64>)>,
    done: usize,
    drawn: Drawn,
}

impl Simulation {
    /// A simulation of `draws` draws of `jobs`. `chosen` is the place of the job whose quantiles are wanted, with their
    /// probabilities (fractions, increasing).
    #[must_use]
    pub fn new(seed: u64, draws: u32, common: Common, jobs: Vec<Job>, chosen: Option<(usize, Vec<f64>)>) -> Self {
        Self {
            key: Key::of(seed),
            draws,
            jobs,
            common,
            years: None,
            chosen,
            done: 0,
            drawn: Drawn::default(),
        }
    }

    /// Does one step: what all share, then a job each. Whether there is more to do.
    pub fn step(&mut self) -> bool {
        let Some(years) = &self.years else {
            self.years = Some(CommonYears::draw(&self.common, self.key, self.draws));
            return !self.jobs.is_empty();
        };
        let Some(job) = self.jobs.get(self.done) else {
            return false;
        };
        let probabilities = self
            .chosen
            .as_ref()
            .filter(|(place, _)| *place == self.done)
            .map(|(_, probabilities)| probabilities.as_slice());
        let mut run = JobRun::new(job, self.draws, probabilities.is_some());
        for block in 0..self.draws.div_ceil(BLOCK_DRAWS) {
            let source = Source {
                key: self.key,
                first_draw: block * BLOCK_DRAWS,
                indicator: job.indicator,
            };
            run.draw(source, years);
        }
        let (hits, kept) = run.finish();
        self.drawn.hits.push(hits);
        if let Some(probabilities) = probabilities {
            self.drawn.chosen = quantiles(kept, job.transform, probabilities);
        }
        self.done += 1;
        self.done < self.jobs.len()
    }

    /// Does what is left, and gives the result.
    #[must_use]
    pub fn finish(mut self) -> Drawn {
        while self.step() {}
        self.drawn
    }
}

/// One job while its blocks are drawn.
struct JobRun<'a> {
    job: &'a Job,
    draws: u32,
    hits: Vec<Hits>,
    /// Values of a chosen job by year; empty for the others.
    kept: Vec<(i16, Vec<f64>)>,
    keeps: bool,
    /// The last year that an event asks for.
    last_asked: i16,
}

impl<'a> JobRun<'a> {
    fn new(job: &'a Job, draws: u32, keeps: bool) -> Self {
        Self {
            job,
            draws,
            hits: job.events.iter().map(|_| Hits::of_all(draws, true)).collect(),
            kept: Vec::new(),
            keeps,
            last_asked: job
                .events
                .iter()
                .flat_map(|event| event.years.iter().copied())
                .max()
                .unwrap_or(i16::MIN),
        }
    }

    fn draw(&mut self, source: Source, years: &CommonYears) {
        let first = source.first_draw as usize;
        // Later years are drawn only for whoever looks at them: what is drawn does not depend on it.
        let last = if self.keeps { i16::MAX } else { self.last_asked };
        let job = self.job;
        match &job.kind {
            JobKind::Walk(walk) => walk.draw(source, years, last, |place, values| {
                if let Some(year) = walk.years.get(place) {
                    self.take(year.year, first, values);
                }
            }),
            JobKind::Scatter(scatter) => scatter.draw(source, last, |place, values| {
                if let Some(year) = scatter.years.get(place) {
                    self.take(*year, first, values);
                }
            }),
            JobKind::Gains(gains) => gains.draw(source, last, |place, values| {
                if let Some((year, _)) = gains.hazards.get(place) {
                    self.take(*year, first, values);
                }
            }),
            JobKind::Date(by_year) => self.take_date(source, first, by_year),
        }
    }

    fn take(&mut self, year: i16, first: usize, values: &Numbers) {
        for (event, hits) in self.job.events.iter().zip(&mut self.hits) {
            if event.years.contains(&year) {
                match event.side {
                    Side::AtLeast => keep(hits, first, values, |value| value >= event.bar),
                    Side::AtMost => keep(hits, first, values, |value| value <= event.bar),
                }
            }
        }
        if self.keeps {
            let left = (self.draws as usize).saturating_sub(first).min(BLOCK);
            let values = values.get(..left).unwrap_or_default();
            match self.kept.iter_mut().find(|(kept, _)| *kept == year) {
                Some((_, kept)) => kept.extend_from_slice(values),
                None => self.kept.push((year, values.to_vec())),
            }
        }
    }

    /// A deed is done by a year when its one uniform number lies below the probability of that year.
    fn take_date(&mut self, source: Source, first: usize, by_year: &[(i16, f64)]) {
        let mut uniforms = [0.0; BLOCK];
        source.uniforms(0, 1, &mut uniforms);
        for (event, hits) in self.job.events.iter().zip(&mut self.hits) {
            for year in &event.years {
                let known = by_year.iter().rfind(|(known, _)| known <= year);
                let probability = known.map_or(0.0, |(_, probability)| *probability);
                keep(hits, first, &uniforms, |uniform| uniform < probability);
            }
        }
    }

    fn finish(mut self) -> (Vec<Hits>, Vec<(i16, Vec<f64>)>) {
        self.hits.iter_mut().for_each(Hits::trim);
        (self.hits, self.kept)
    }
}

/// Keeps the draws of a block that meet a condition.
#[inline(always)]
fn keep(hits: &mut Hits, first: usize, values: &Numbers, is_met: impl Fn(f64) -> bool) {
    for (word, values) in values.chunks_exact(64).enumerate() {
        let place = first / 64 + word;
        let mut bits = 0_u64;
        for (bit, value) in values.iter().enumerate() {
            bits |= u64::from(is_met(*value)) << bit;
        }
        let before = hits.words().get(place).copied().unwrap_or(0);
        hits.set(place, before & bits);
    }
}

/// Type 7: between the two order statistics around 1 + (n − 1) p, mapped to the target's unit first.
fn quantiles(kept: Vec<(i16, Vec<f64>)>, transform: Transform, probabilities: &[f64]) -> Vec<YearQuantiles> {
    kept.into_iter()
        .map(|(year, mut values)| {
            values.sort_unstable_by(f64::total_cmp);
            let at = |place: usize| values.get(place).map_or(0.0, |z| transform.inverse(*z));
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "some ten thousand draws"
            )]
            let quantile = |p: f64| {
                let place = p * values.len().saturating_sub(1) as f64;
                let below = libm::floor(place);
                let (low, high) = (at(below as usize), at(libm::ceil(place) as usize));
                low + (place - below) * (high - low)
            };
            YearQuantiles {
                year,
                values: probabilities.iter().map(|p| quantile(*p)).collect(),
            }
        })
        .collect()
}
