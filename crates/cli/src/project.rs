//! `kichban project`: every projected number of one or several scenarios.

use wire::figures::Figures;

use crate::arguments::{Format, ProjectOptions};
use crate::input::{self, Input};
use crate::{Ending, clock, output};

pub fn run(options: &ProjectOptions) -> Ending {
    let plan = plan::plan();
    let opened: Vec<Input> = options
        .inputs
        .iter()
        .filter_map(|argument| input::open(argument, plan))
        .collect();
    if opened.len() < options.inputs.len() {
        // Half a comparison would be read as a whole one.
        return Ending::Problems;
    }
    let names = names(&opened);
    let scenarios: Vec<_> = names
        .into_iter()
        .zip(opened.iter().map(|input| &input.opened.value.scenario))
        .collect();
    let today = options.today_year.unwrap_or_else(clock::year);
    let figures = Figures::of(plan, today, &scenarios, &options.targets);
    let printed = match options.format {
        Format::Csv => output::print(&figures.to_csv()),
        Format::Json => output::print(&format!("{}\n", figures.to_json())),
    };
    if opened.iter().all(|input| input.opened.problems.is_empty()) {
        printed
    } else {
        Ending::Problems
    }
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
