//! `cargo xtask bench`: the engine timed natively and in wasm, then the built page timed in a browser.
//! Must not judge: the bars stand in the benchmarks, and a busy machine fails nobody's change.

use crate::arguments::DistOptions;
use crate::child::run as run_child;
use crate::failure::Outcome;
use crate::{dist, paths, setup, test};

/// Runs all parts.
pub fn run() -> Outcome<()> {
    let toolbox = setup::all()?;
    println!("\n==> The engine, natively");
    run_child(
        toolbox.cargo().args(["bench", "--package", "engine", "--bench", "*"]),
        "The engine's benchmark failed",
        "The lines above say why.",
    )?;
    println!("\n==> The engine, in wasm in Chromium");
    run_child(
        toolbox.cargo().args([
            "test",
            "--release",
            "--package",
            test::APP,
            "--target",
            test::WASM,
            "--test",
            "bench_board",
            "--",
            "--nocapture",
        ]),
        "The engine's benchmark in the browser failed",
        "The lines above say why.",
    )?;
    println!("\n==> The page, in Chromium");
    if !paths::root().join("tests/e2e/src/bin/bench/main.rs").is_file() {
        println!("    there is no tests/e2e/src/bin/bench/main.rs");
        return Ok(());
    }
    dist::run(&toolbox, &DistOptions::default())?;
    run_child(
        // Unoptimised like the tests, so that both share one build: what is timed runs in the browser.
        toolbox
            .cargo()
            .args(["run", "--package", "e2e", "--bin", "bench"])
            .env("KICHBAN_DIST", paths::dist()),
        "The page's benchmark failed",
        "The lines above say why.",
    )
}
