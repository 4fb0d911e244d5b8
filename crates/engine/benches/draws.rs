//! Times the draws: every target with figures and every year to the horizon, with the quantiles of a chosen one.
//!
//! Prints medians; asserts nothing, because a machine's speed is no property of the code.
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
use engine::draws::{Common, DRAWS_AT_REST, DRAWS_IN_MOTION, Event, Job, JobKind, Side, Simulation, Walk, WalkYear};

const RUNS: usize = 15;

#[expect(
    clippy::disallowed_types,
    reason = "a benchmark measures time; the engine itself never does"
)]
fn main() {
    for (targets, draws) in [(23, DRAWS_AT_REST), (41, DRAWS_AT_REST), (41, DRAWS_IN_MOTION)] {
        let mut millis: Vec<f64> = (0..RUNS)
            .map(|_| {
                let (common, jobs) = jobs(targets);
                let started = std::time::Instant::now();
                let chosen = Some((0, vec![0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975]));
                black_box(Simulation::new(20_251_231, draws, common, jobs, chosen).finish());
                started.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        millis.sort_by(f64::total_cmp);
        println!("draws_{targets}_targets_{draws}_ms {:.2}", millis[RUNS / 2]);
    }
}

/// Walks from 2023 to 2035, as the other programs of `cargo xtask peers` have them.
fn jobs(targets: u32) -> (Common, Vec<Job>) {
    let walk = |indicator: u32| Job {
        indicator,
        kind: JobKind::Walk(Walk {
            years: (2023..=2035)
                .map(|year| {
                    let h = f64::from(year - 2022);
                    WalkYear {
                        year,
                        location: 4.0 + 0.07 * h,
                        rate_spread: h / 8.0_f64.sqrt(),
                        long_run_spread: 0.1 * h,
                    }
                })
                .collect(),
            scale: 0.03,
            degrees: Some(4),
            exposure: 0.4,
            persistence: 0.3,
            crisis: None,
        }),
        events: [2025, 2030]
            .into_iter()
            .map(|year| Event {
                years: vec![year],
                bar: 4.3,
                side: Side::AtLeast,
            })
            .collect(),
        transform: Transform::Log,
    };
    let common = Common {
        persistence: 0.5,
        first_year: 2016,
        last_year: 2035,
        crisis_probability: 0.0,
    };
    (common, (1..=targets).map(walk).collect())
}
