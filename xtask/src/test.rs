//! `cargo xtask test`: everything that has to pass, cheapest first, stopping at the first failure.
//!
//! Must not set RUSTFLAGS or other features in one step than in another: cargo would build the same crates again.

use std::time::{Duration, Instant};

use crate::arguments::{DistOptions, TestOptions};
use crate::child::{Toolbox, run as run_child};
use crate::failure::{Failure, Outcome};
use crate::{dist, paths, setup, size};

/// The app's package, which is the only one that is built for the browser.
pub(crate) const APP: &str = "kichban";
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The runner gives up after 20 seconds by default, which a busy machine needs only to start the browser.
const WEB_TIMEOUT_SECONDS: &str = "300";

struct Step {
    name: &'static str,
    what: &'static str,
    /// Left out by `--fast`.
    browser: bool,
    run: fn(&Toolbox) -> Outcome<()>,
}

const STEPS: [Step; 8] = [
    Step {
        name: "format",
        what: "rustfmt agrees",
        browser: false,
        run: format,
    },
    Step {
        name: "lint",
        what: "clippy on everything, natively",
        browser: false,
        run: lint,
    },
    Step {
        name: "lint-wasm",
        what: "clippy on the app, for the browser",
        browser: false,
        run: lint_wasm,
    },
    Step {
        name: "native",
        what: "unit and integration tests that need no browser",
        browser: false,
        run: native,
    },
    Step {
        name: "web",
        what: "tests that run inside Chromium",
        browser: true,
        run: web,
    },
    Step {
        name: "dist",
        what: "the page as it is published",
        browser: true,
        run: build,
    },
    Step {
        name: "size",
        what: "its bytes beside the budget",
        browser: true,
        run: measure,
    },
    Step {
        name: "e2e",
        what: "Chromium and Firefox on the built page, under its published headers",
        browser: true,
        run: e2e,
    },
];

/// Runs the steps that `options` ask for.
pub fn run(options: &TestOptions) -> Outcome<()> {
    let steps = chosen(options)?;
    let start = Instant::now();
    let toolbox = if steps.iter().any(|step| step.browser) {
        setup::all()?
    } else {
        setup::native()?
    };
    let mut rows = vec![row("setup", start.elapsed(), "passed")];
    for (index, step) in steps.iter().enumerate() {
        println!("\n==> {} ({} of {}): {}", step.name, index + 1, steps.len(), step.what);
        let step_start = Instant::now();
        let result = (step.run)(&toolbox);
        let took = step_start.elapsed();
        rows.push(row(step.name, took, if result.is_ok() { "passed" } else { "FAILED" }));
        if let Err(failure) = result {
            rows.extend(
                steps[index + 1..]
                    .iter()
                    .map(|step| format!("  {:<10} {:>8}  not run", step.name, "")),
            );
            summary(&rows, start.elapsed());
            return Err(failure);
        }
        println!("    {} passed in {}", step.name, seconds(took));
    }
    summary(&rows, start.elapsed());
    Ok(())
}

fn chosen(options: &TestOptions) -> Outcome<Vec<&'static Step>> {
    let steps = STEPS.iter().filter(|step| match &options.only {
        Some(name) => step.name == name,
        None => !(options.fast && step.browser),
    });
    let steps = steps.collect::<Vec<_>>();
    if steps.is_empty() {
        let names = STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
        let asked = options.only.as_deref().unwrap_or_default();
        return Err(Failure::new(format!("There is no step `{asked}`")).cure(format!("The steps are {names}.")));
    }
    Ok(steps)
}

fn row(name: &str, took: Duration, state: &str) -> String {
    format!("  {name:<10} {:>8}  {state}", seconds(took))
}

fn summary(rows: &[String], took: Duration) {
    println!("\nSummary");
    rows.iter().for_each(|row| println!("{row}"));
    println!("  {:<10} {:>8}", "total", seconds(took));
}

fn seconds(took: Duration) -> String {
    format!("{:.1} s", took.as_secs_f64())
}

fn format(toolbox: &Toolbox) -> Outcome<()> {
    run_child(
        toolbox.cargo().args(["fmt", "--all", "--check"]),
        "Some files are not formatted",
        "cargo fmt --all writes them as wanted.",
    )
}

fn lint(toolbox: &Toolbox) -> Outcome<()> {
    run_child(
        toolbox
            .cargo()
            .args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        "clippy has objections",
        "The lines above name them. A lint that is wrong in one place is allowed there, with its reason.",
    )
}

fn lint_wasm(toolbox: &Toolbox) -> Outcome<()> {
    let mut command = toolbox.cargo();
    command.args(["clippy", "--package", APP, "--target", WASM, "--lib", "--bins"]);
    if has_web_tests() {
        command.args(["--test", "web"]);
    }
    run_child(
        command.args(["--", "-D", "warnings"]),
        "clippy has objections to what is built for the browser",
        "The lines above name them.",
    )
}

fn native(toolbox: &Toolbox) -> Outcome<()> {
    run_child(
        toolbox.cargo().args(["test", "--workspace", "--exclude", "e2e"]),
        "A native test failed",
        "The lines above name it; `cargo test -p PACKAGE NAME` runs it alone.",
    )
}

fn web(toolbox: &Toolbox) -> Outcome<()> {
    if !has_web_tests() {
        println!("    there is no tests/web");
        return Ok(());
    }
    run_child(
        toolbox
            .cargo()
            .args(["test", "--package", APP, "--target", WASM, "--test", "web"])
            .env("WASM_BINDGEN_TEST_TIMEOUT", WEB_TIMEOUT_SECONDS)
            .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60"),
        "A test in the browser failed",
        "The lines above name it; `cargo xtask test --only web` runs them alone.",
    )
}

fn has_web_tests() -> bool {
    let tests = paths::root().join("tests");
    tests.join("web").join("main.rs").is_file() || tests.join("web.rs").is_file()
}

fn build(toolbox: &Toolbox) -> Outcome<()> {
    dist::run(toolbox, &DistOptions::default()).map(|_| ())
}

fn measure(_: &Toolbox) -> Outcome<()> {
    size::run()
}

fn e2e(toolbox: &Toolbox) -> Outcome<()> {
    run_child(
        toolbox
            .cargo()
            .args(["test", "--package", "e2e"])
            .env("KICHBAN_DIST", paths::dist()),
        "An end-to-end test failed",
        "The lines above name it; `cargo xtask test --only e2e` runs them alone, on the page in dist as it stands.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fast_leaves_the_browser_out() {
        let steps = chosen(&TestOptions { fast: true, only: None }).unwrap_or_default();
        assert!(!steps.is_empty());
        assert!(steps.iter().all(|step| !step.browser));
    }

    #[test]
    fn only_runs_one_step_and_names_the_others_when_it_is_unknown() {
        let only = |name: &str| TestOptions {
            fast: false,
            only: Some(name.to_owned()),
        };
        assert_eq!(chosen(&only("e2e")).map(|steps| steps.len()), Ok(1));
        assert!(chosen(&only("e2")).is_err_and(|failure| failure.cure.contains("e2e")));
    }
}
