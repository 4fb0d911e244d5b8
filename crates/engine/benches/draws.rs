//! Times the draws of a whole plan (41 walks of 13 years, 57 events, one fan), and the job that `cargo xtask peers` gives
//! to programs of others as well.
//!
//! Prints median and best time; asserts nothing, because a machine's speed is no property of the code. The last lines,
//! a name and a number each, are read by `xtask/src/peers/draws.rs`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

use std::hint::black_box;

use engine::Transform;
use engine::draws::{Ensemble, Event, Factor, Job, Model, Settings, Side, Simulation, Walk, WalkYear, When};

const RUNS: usize = 41;
const SEED: u64 = 20_251_231;
const FIRST_YEAR: i16 = 2023;
const YEARS: i16 = 13;

fn main() {
    for draws in [10_000, 2_048] {
        let jobs = plan_jobs(41);
        let events = jobs.iter().map(|job| job.events.len()).sum::<usize>();
        let mut settings = Settings::new(SEED, draws);
        settings.chosen = Some(3);
        let (median, best) = millis(|_| {
            black_box(Simulation::new(jobs.clone(), settings).finish());
        });
        println!(
            "41 walks, {YEARS} years, {events} events, {draws} draws, native: median {median:.1} ms, best {best:.1} ms"
        );
    }
    peers();
}

/// Walks with 3 to 8 degrees of freedom; each has an event in its last year, two of five one before.
fn plan_jobs(walks: u32) -> Vec<Job> {
    (0..walks)
        .map(|indicator| {
            let years = (1..=YEARS).map(|h| WalkYear {
                location: 4.0 + 0.06 * f64::from(h),
                rate_error: 0.3 * f64::from(h),
                long_run_error: 0.05 * f64::from(h),
            });
            let bar = |h: i16| at_least(h, 4.0 + 0.055 * f64::from(h));
            let early = matches!(indicator % 5, 1 | 2).then_some(bar(8));
            Job {
                indicator,
                model: Model::Walk(Walk {
                    first_year: FIRST_YEAR,
                    years: years.collect(),
                    scale: 0.03,
                    degrees: Some(3 + indicator % 6),
                    exposure: 0.4,
                    persistence: f64::from(indicator % 3) * 0.3,
                    crisis_shift: 0.0,
                    crisis_from: 0,
                }),
                transform: Transform::Log,
                events: early.into_iter().chain([bar(YEARS)]).collect(),
            }
        })
        .collect()
}

const PEER_WALKS: u32 = 23;
/// Years after 2022 and the growth asked of every walk until then. The last year is one of them: years after the last
/// event are not drawn here, and the others draw them all.
const PEER_BARS: [(i16, f64); 2] = [(8, 1.5), (YEARS, 1.9)];

/// The job that `xtask/peers/draws.py` describes, with another seed each run.
fn peers() {
    let jobs: Vec<Job> = (0..PEER_WALKS).map(peer_job).collect();
    let draw_some = |run: usize, jobs: &[Job]| -> Ensemble {
        let mut settings = Settings::new(SEED + run as u64, 10_000);
        settings.chosen = Some(0);
        settings.factor = Factor {
            first_year: FIRST_YEAR,
            persistence: 0.5,
        };
        Simulation::new(jobs.to_vec(), settings).finish()
    };
    let draw = |run: usize| draw_some(run, &jobs);
    let (median, best) = millis(|run| {
        black_box(draw(run));
    });
    println!("{PEER_WALKS} walks, {YEARS} years, 10000 draws, native: median {median:.1} ms, best {best:.1} ms");
    println!("draws_23_targets_10000_ms {median:.2}");
    // A draw is named by its counter alone, so that any core may draw any target: the same bits, the common factor twice.
    let (ours, theirs) = jobs.split_at(jobs.len() / 2);
    let (median, _) = millis(|run| {
        std::thread::scope(|scope| {
            let half = scope.spawn(|| black_box(draw_some(run, theirs)));
            black_box(draw_some(run, ours));
            let _ = half.join();
        });
    });
    println!("draws_23_targets_10000_two_cores_ms {median:.2}");
    let ensembles: Vec<Ensemble> = (0..RUNS).map(draw).collect();
    for (place, (ahead, _)) in PEER_BARS.into_iter().enumerate() {
        let outcomes = ensembles.iter().flat_map(|ensemble| &ensemble.outcomes);
        let shares: Vec<f64> = outcomes.map(|outcome| outcome.hits[place].share()).collect();
        println!(
            "probability_{ahead} {:.4}",
            shares.iter().sum::<f64>() / shares.len() as f64
        );
    }
}

fn peer_job(indicator: u32) -> Job {
    let (damping, start) = (0.9_f64, f64::from(40 + indicator).ln());
    let years = (1..=YEARS).map(|h| {
        let damped: f64 = (1..=i32::from(h)).map(|k| damping.powi(k)).sum();
        let undamped = f64::from(h) - damped;
        WalkYear {
            location: start + 0.06 * damped + 0.05 * undamped,
            rate_error: damped / 6.0_f64.sqrt(),
            long_run_error: undamped / 16.0_f64.sqrt(),
        }
    });
    Job {
        indicator,
        model: Model::Walk(Walk {
            first_year: FIRST_YEAR,
            years: years.collect(),
            scale: 0.05,
            degrees: Some(4),
            exposure: 0.4,
            persistence: 0.3,
            crisis_shift: 0.0,
            crisis_from: 0,
        }),
        transform: Transform::Log,
        events: PEER_BARS
            .map(|(ahead, growth)| at_least(ahead, start + growth.ln()))
            .to_vec(),
    }
}

/// At `bar` or above in the year `ahead` of 2022.
fn at_least(ahead: i16, bar: f64) -> Event {
    Event {
        when: When::In(FIRST_YEAR + ahead - 1),
        bar,
        side: Side::AtLeast,
    }
}

/// Median and best of all runs, each of which is told its number.
#[expect(
    clippy::disallowed_types,
    reason = "a benchmark measures time; the engine itself never does"
)]
fn millis(job: impl Fn(usize)) -> (f64, f64) {
    let mut millis: Vec<f64> = (0..RUNS)
        .map(|run| {
            let started = std::time::Instant::now();
            job(run);
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    (millis[RUNS / 2], millis[0])
}
