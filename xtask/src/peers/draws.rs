//! The same 10,000 draws in numpy, in Squiggle and by the engine: how long each takes within its process.
//!
//! `xtask/peers/draws.py` describes the job. A line `draws_10000_ms NUMBER` tells the time of each.

use super::said;
use crate::child::Toolbox;
use crate::failure::{Failure, Outcome};

use super::tools::Peers;

/// The words after `cargo` that make the engine do the job and print its line.
const ENGINE: [&str; 6] = ["bench", "--quiet", "--package", "engine", "--bench", "draws"];
/// Where the bench that [`ENGINE`] names has its source; without it the engine's row is left out.
const ENGINE_SOURCE: &str = "crates/engine/benches/draws.rs";
const LINE: &str = "draws_10000_ms";
/// The same of the engine's bench, which times other jobs as well.
const ENGINE_LINE: &str = "draws_23_targets_10000_ms";
/// How far the means of 15 times 10,000 draws may lie from the closed form: four standard errors of one walk's.
const TOLERANCE: f64 = 0.005;

/// Times the three and checks that numpy and Squiggle did the same job.
pub fn compare(toolbox: &Toolbox, peers: &Peers) -> Outcome<()> {
    let numpy = said(&mut peers.python(toolbox, "draws.py"), "", "numpy did not do the job")?;
    let squiggle = said(
        &mut peers.node(toolbox, "draws.mjs")?,
        "",
        "Squiggle did not do the job",
    )?;
    for years in [3, 8] {
        let expected = number(&numpy, &format!("closed_form_{years}"))?;
        for (name, text) in [("numpy", &numpy), ("Squiggle", &squiggle)] {
            let found = number(text, &format!("probability_{years}"))?;
            if (found - expected).abs() > TOLERANCE {
                let problem = format!("{name} says {found} after {years} years, the closed form {expected}");
                return Err(Failure::new(problem).cure("The two programs in xtask/peers must do one job."));
            }
        }
    }
    let (numpy, squiggle) = (number(&numpy, LINE)?, number(&squiggle, LINE)?);
    println!("    numpy    {numpy:>8.1} ms\n    Squiggle {squiggle:>8.1} ms");
    if crate::paths::root().join(ENGINE_SOURCE).is_file() {
        let told = said(toolbox.cargo().args(ENGINE), "", "The engine did not do the job")?;
        let engine = number(&told, ENGINE_LINE)?;
        println!(
            "    engine   {engine:>8.1} ms: numpy takes {:.1} times as long, Squiggle {:.1} times",
            numpy / engine,
            squiggle / engine
        );
    } else {
        println!("    engine   there is no {ENGINE_SOURCE} yet");
    }
    Ok(())
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
