//! Times the draws of a whole plan: 41 walks of 13 years, 57 events, one fan; and 23 walks for comparison with others.
//!
//! Prints median and best time; asserts nothing, because a machine's speed is no property of the code.
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
use engine::draws::{Event, Job, Model, Settings, Side, Simulation, Walk, WalkYear, When};

const RUNS: usize = 41;
const FIRST_YEAR: i16 = 2023;
const YEARS: i16 = 13;

fn main() {
    for (walks, draws) in [(41, 10_000), (41, 2_048), (23, 10_000)] {
        let jobs = jobs(walks);
        let events = jobs.iter().map(|job| job.events.len()).sum::<usize>();
        let mut settings = Settings::new(20_251_231, draws);
        settings.chosen = Some(3);
        let (median, best) = millis(|| {
            black_box(Simulation::new(jobs.clone(), settings).finish());
        });
        println!(
            "{walks} walks, {YEARS} years, {events} events, {draws} draws, native: median {median:.1} ms, best {best:.1} ms"
        );
    }
}

/// Walks with 3 to 8 degrees of freedom; each has an event in its last year, two of five one before.
fn jobs(walks: u32) -> Vec<Job> {
    (0..walks)
        .map(|indicator| {
            let years = (1..=YEARS).map(|h| WalkYear {
                location: 4.0 + 0.06 * f64::from(h),
                rate_error: 0.3 * f64::from(h),
                long_run_error: 0.05 * f64::from(h),
            });
            let event = |h: i16| Event {
                when: When::In(FIRST_YEAR + h - 1),
                bar: 4.0 + 0.055 * f64::from(h),
                side: Side::AtLeast,
            };
            let early = matches!(indicator % 5, 1 | 2).then_some(event(8));
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
                events: early.into_iter().chain([event(YEARS)]).collect(),
            }
        })
        .collect()
}

#[expect(
    clippy::disallowed_types,
    reason = "a benchmark measures time; the engine itself never does"
)]
fn millis(run: impl Fn()) -> (f64, f64) {
    let mut millis: Vec<f64> = (0..RUNS)
        .map(|_| {
            let started = std::time::Instant::now();
            run();
            started.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    (millis[RUNS / 2], millis[0])
}
