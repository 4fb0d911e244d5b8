//! Times writing and opening links, documents, files and histories, and reading the costliest texts within the limits;
//! asserts nothing. On a busy machine the best time is the nearest to the truth.
//!
//! `cargo run --release -p wire --example time`
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a measurement that goes wrong should stop"
)]

#[path = "../tests/support/costly.rs"]
mod costly;

use std::hint::black_box;
use std::time::Instant;

use engine::{Change, Scenario, levers};
use wire::history::{self, History};
use wire::limits::HISTORY_STEPS;
use wire::{MadeWith, Saved, document, file, link};

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
        ..Saved::default()
    };
    let made_with = MadeWith::now(plan);
    let text = link::encode(&saved, None, plan).unwrap();
    let written = document::to_text(&saved, plan, &made_with);
    let all = vec![&saved; 50];
    let many = file::to_text(all.clone(), plan, None).unwrap();
    let mut steps = History::default();
    (0..HISTORY_STEPS).for_each(|_| steps.past.push(saved.clone()));
    let fresh = steps.clone();
    let kept = history::to_text(&mut steps, plan);
    println!(
        "{} changes: link {} characters, document {} bytes, file of {} {} bytes, history of {HISTORY_STEPS} {} bytes",
        saved.scenario.change_count(),
        text.len(),
        written.len(),
        all.len(),
        many.len(),
        kept.len()
    );
    time("link::encode", || link::encode(&saved, None, plan).is_ok());
    time("link::decode", || link::decode(&text, plan).is_ok());
    time("document::to_text", || {
        !document::to_text(&saved, plan, &made_with).is_empty()
    });
    time("document::from_text", || document::from_text(&written, plan).is_ok());
    time_few("file::to_text", || file::to_text(all.clone(), plan, None).is_ok());
    time_few("file::from_text", || file::from_text(&many, plan).is_ok());
    time_few("history::to_text, first", || {
        !history::to_text(&mut fresh.clone(), plan).is_empty()
    });
    time_few("history::to_text, again", || {
        !history::to_text(&mut steps.clone(), plan).is_empty()
    });
    time_few("history::from_text", || history::from_text(&kept).is_some());
    for text in costly::texts() {
        let what = format!("{} bytes of {}", text.text.len(), text.name);
        time_few(&what, || (text.read)(&text.text));
    }
}

fn time(what: &str, run: impl Fn() -> bool) {
    time_runs(what, 2_000, run);
}

/// For what takes long enough to be timed a few times only.
fn time_few(what: &str, run: impl Fn() -> bool) {
    time_runs(what, 50, run);
}

fn time_runs(what: &str, runs: usize, run: impl Fn() -> bool) {
    let mut micros: Vec<f64> = (0..runs)
        .map(|_| {
            let started = Instant::now();
            assert!(black_box(run()));
            started.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    micros.sort_by(f64::total_cmp);
    println!(
        "{what}: at best {:.1} µs, median {:.1} µs, p95 {:.1} µs",
        micros[0],
        micros[runs / 2],
        micros[runs * 95 / 100]
    );
}
