//! `kichban project`: every projected number of one or several scenarios.

use wire::figures::Figures;

use crate::arguments::{Format, ProjectOptions};
use crate::input::{self, Input, Opening};
use crate::{Ending, clock, output};

pub fn run(options: &ProjectOptions) -> Ending {
    let plan = plan::plan();
    let openings: Vec<Opening> = options
        .inputs
        .iter()
        .filter_map(|argument| input::open(argument, plan))
        .collect();
    if openings.len() < options.inputs.len() || openings.iter().any(|opening| opening.lost > 0) {
        // Half a comparison would be read as a whole one.
        return Ending::Problems;
    }
    let is_whole = openings.iter().all(Opening::is_whole);
    let opened: Vec<Input> = openings.into_iter().flat_map(|opening| opening.scenarios).collect();
    if opened.is_empty() {
        eprintln!("there is no scenario in what was given");
        return Ending::Problems;
    }
    let names = names(&opened);
    let scenarios: Vec<_> = names
        .into_iter()
        .zip(opened.iter().map(|input| &input.opened.value.scenario))
        .collect();
    let today = options.today_year.unwrap_or_else(|| clock::today().year());
    let figures = Figures::of(plan, today, &scenarios, &options.targets);
    let printed = match options.format {
        Format::Csv => output::print(&figures.to_csv()),
        Format::Json => output::print(&format!("{}\n", figures.to_json())),
    };
    if is_whole { printed } else { Ending::Problems }
}

/// Names that tell the inputs apart: one that stands twice gets its place.
fn names(inputs: &[Input]) -> Vec<String> {
    let is_single = |name: &str| inputs.iter().filter(|input| input.name == name).count() == 1;
    let named = inputs.iter().enumerate().map(|(place, input)| {
        if is_single(&input.name) {
            input.name.clone()
        } else {
            format!("{} ({})", input.name, place + 1)
        }
    });
    named.collect()
}
