//! The whole board from one lever, in wasm in Chromium: prints median and p95, asserts nothing about time.
//!
//! Run by `cargo xtask bench`. The browser's clock has steps of up to 0.1 ms, so boards are timed in batches.
#![cfg(target_arch = "wasm32")]

use engine::{Change, LeverId, Scenario, project};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const BATCHES: usize = 200;
const BOARDS_A_BATCH: usize = 20;

#[wasm_bindgen_test]
fn whole_board() {
    let plan = plan::plan();
    let clock = web_sys::window().unwrap().performance().unwrap();
    let mut scenario = Scenario::default();
    let mut batches: Vec<f64> = (0..BATCHES)
        .map(|batch| {
            let rate = 5.0 + (batch % 50) as f64 * 0.1;
            let lever = Change::Lever(LeverId::ReferenceRate, Some(rate));
            scenario.apply(plan, plan.targets[0].code, lever).unwrap();
            let started = clock.now();
            for _ in 0..BOARDS_A_BATCH {
                let setting = scenario.setting(plan, 2026);
                for target in plan.targets {
                    std::hint::black_box(project(&setting, target, scenario.inputs(target.code)));
                }
            }
            (clock.now() - started) / BOARDS_A_BATCH as f64
        })
        .collect();
    batches.sort_by(f64::total_cmp);
    console_log!(
        "whole board, {} targets, wasm in Chromium: median {:.3} ms, p95 {:.3} ms over {BATCHES} batches of {BOARDS_A_BATCH}",
        plan.targets.len(),
        batches[BATCHES / 2],
        batches[BATCHES * 95 / 100]
    );
}
