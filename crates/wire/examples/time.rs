//! Times writing and opening a link and a document; prints medians, asserts nothing.
//!
//! `cargo run --release -p wire --example time`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that goes wrong should stop"
)]

use std::hint::black_box;
use std::time::Instant;

use engine::{Change, Scenario, levers};
use wire::{MadeWith, Saved, document, link};

const RUNS: usize = 2_000;

fn main() {
    let plan = plan::plan();
    let mut scenario = Scenario::default();
    for target in plan.targets {
        let Some(lever) = levers(&scenario.setting(plan, 2026), target, scenario.inputs(target.code))
            .into_iter()
            .next()
        else {
            continue;
        };
        let value = lever.range.minimum + lever.range.step * 3.0;
        scenario
            .apply(plan, target.code, Change::Lever(lever.id, Some(value)))
            .unwrap();
        if scenario.change_count() == 30 {
            break;
        }
    }
    let saved = Saved {
        name: "Kịch bản lạc quan".to_string(),
        notes: "Tăng trưởng theo nghị quyết. ".repeat(30),
        scenario,
    };
    let made_with = MadeWith::now(plan);
    let text = link::encode(&saved, None, plan).unwrap();
    let file = document::to_text(&saved, plan, &made_with);
    println!(
        "{} changes: link {} characters, document {} bytes",
        saved.scenario.change_count(),
        text.len(),
        file.len()
    );
    time("link::encode", || link::encode(&saved, None, plan).is_ok());
    time("link::decode", || link::decode(&text, plan).is_ok());
    time("document::to_text", || {
        !document::to_text(&saved, plan, &made_with).is_empty()
    });
    time("document::from_text", || document::from_text(&file, plan).is_ok());
}

fn time(what: &str, run: impl Fn() -> bool) {
    let mut micros: Vec<f64> = (0..RUNS)
        .map(|_| {
            let started = Instant::now();
            assert!(black_box(run()));
            started.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    micros.sort_by(f64::total_cmp);
    println!(
        "{what}: median {:.1} µs, p95 {:.1} µs",
        micros[RUNS / 2],
        micros[RUNS * 95 / 100]
    );
}
