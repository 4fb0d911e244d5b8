//! Times the whole board from one lever: every target projected anew with its fan, verdicts and probabilities.
//!
//! Prints median and p95; asserts nothing, because a machine's speed is no property of the code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

use std::hint::black_box;

use engine::{Change, LeverId, Scenario, project};

const RUNS: usize = 2_000;

#[expect(
    clippy::disallowed_types,
    reason = "a benchmark measures time; the engine itself never does"
)]
fn main() {
    let plan = plan::plan();
    let mut scenario = Scenario::default();
    let income = &plan.targets[0];
    let mut micros = Vec::with_capacity(RUNS);
    for run in 0..RUNS {
        let growth = 5.0 + f64::from(u8::try_from(run % 50).unwrap_or(0)) * 0.1;
        let change = Change::Lever(LeverId::ReferenceRate, Some(growth));
        scenario
            .apply(plan, income.code, change)
            .expect("within the lever's limits");
        let started = std::time::Instant::now();
        for target in plan.targets {
            black_box(project(
                &scenario.setting(plan, 2026),
                target,
                scenario.inputs(target.code),
            ));
        }
        micros.push(started.elapsed().as_secs_f64() * 1e6);
    }
    micros.sort_by(f64::total_cmp);
    println!(
        "whole board, {} targets, native: median {:.1} µs, p95 {:.1} µs over {RUNS} runs",
        plan.targets.len(),
        micros[RUNS / 2],
        micros[RUNS * 95 / 100]
    );
}
