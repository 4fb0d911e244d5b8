//! The same 10,000 draws by the engine, in numpy and in Squiggle: how long each takes within its process.
//!
//! `xtask/peers/draws.py` describes the job. A line `NAME NUMBER` tells the time of each, and further ones its shares.

use std::process::Command;

use super::said;
use crate::child::{Toolbox, run};
use crate::failure::{Failure, Outcome};
use crate::paths;

use super::tools::Peers;

/// The words after `cargo` that make the engine do the job and print its lines.
const ENGINE: [&str; 6] = ["bench", "--quiet", "--package", "engine", "--bench", "draws"];
const LINE: &str = "draws_10000_ms";
/// The same of the engine's bench, which times other jobs as well.
const ENGINE_LINE: &str = "draws_23_targets_10000_ms";
/// The same on two cores: its draws are addressed, not drawn in turn, so that they need no common state.
const TWO_CORES_LINE: &str = "draws_23_targets_10000_two_cores_ms";
/// The years ahead that are asked for.
const AHEAD: [u8; 2] = [8, 13];
/// How far the means of 15 times 10,000 draws may lie from the closed form: four standard errors of one walk's.
const TOLERANCE: f64 = 0.005;

/// Times the three one after another and checks that they did the same job.
pub fn compare(toolbox: &Toolbox, peers: &Peers) -> Outcome<()> {
    run(
        engine(toolbox).arg("--no-run"),
        "The engine's bench could not be built",
        "The lines above say why.",
    )?;
    let ours = said(&mut engine(toolbox), "", "The engine did not do the job")?;
    let numpy = said(&mut peers.python(toolbox, "draws.py"), "", "numpy did not do the job")?;
    let squiggle = said(
        &mut peers.node(toolbox, "draws.mjs")?,
        "",
        "Squiggle did not do the job",
    )?;
    for years in AHEAD {
        let expected = number(&numpy, &format!("closed_form_{years}"))?;
        for (name, text) in [("the engine", &ours), ("numpy", &numpy), ("Squiggle", &squiggle)] {
            let found = number(text, &format!("probability_{years}"))?;
            if (found - expected).abs() > TOLERANCE {
                let problem = format!("{name} says {found} after {years} years, the closed form {expected}");
                return Err(Failure::new(problem)
                    .cure("The programs in xtask/peers and crates/engine/benches/draws.rs must do one job."));
            }
        }
    }
    let engine = number(&ours, ENGINE_LINE)?;
    let two_cores = number(&ours, TWO_CORES_LINE)?;
    println!("    engine   {engine:>8.1} ms on one core, {two_cores:.1} ms on two");
    for (name, text) in [("numpy", &numpy), ("Squiggle", &squiggle)] {
        let took = number(text, LINE)?;
        println!(
            "    {name:<8} {took:>8.1} ms, {:.1} times as long as one core, {:.1} times as long as two",
            took / engine,
            took / two_cores
        );
    }
    Ok(())
}

/// The engine's bench for the processor at hand: numpy chooses its instructions by processor too. The bits stay the same,
/// because Rust never contracts a product and a sum into one fused operation, and the lanes of a vector round like single
/// numbers. In a folder of its own, or every switch of flags would build everything else anew.
fn engine(toolbox: &Toolbox) -> Command {
    let mut command = toolbox.cargo();
    command.args(ENGINE);
    command.env("RUSTFLAGS", "-C target-cpu=native");
    command.env("CARGO_TARGET_DIR", paths::target().join("peers").join("native"));
    command
}

/// The number behind `name` on a line of its own.
fn number(text: &str, name: &str) -> Outcome<f64> {
    let mut lines = text.lines().filter_map(|line| line.trim().strip_prefix(name));
    let found = lines.find_map(|rest| rest.trim().parse().ok());
    found.ok_or_else(|| {
        Failure::new(format!("There is no line `{name} NUMBER`")).cure("A program in xtask/peers changed.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_by_its_whole_name() {
        let text = "probability_3 0.47\n  draws_10000_ms 12.5\nprobability_31 0.2";
        assert_eq!(number(text, LINE), Ok(12.5));
        assert_eq!(number(text, "probability_31"), Ok(0.2));
        assert!(number(text, "closed_form_3").is_err());
    }
}
