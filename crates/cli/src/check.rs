//! `kichban check`: whether inputs are taken in whole.

use std::ffi::OsString;

use crate::{Ending, input, output, words};

pub fn run(inputs: &[OsString]) -> Ending {
    let plan = plan::plan();
    let mut ending = Ending::Fine;
    for argument in inputs {
        let Some(input) = input::open(argument, plan) else {
            ending = Ending::Problems;
            continue;
        };
        let (changes, problems) = (input.opened.value.scenario.change_count(), input.opened.problems.len());
        let problems_told = match problems {
            0 => "taken in whole".to_owned(),
            1 => "1 problem".to_owned(),
            problems => format!("{problems} problems"),
        };
        let changes_told = match changes {
            0 => "nothing changed".to_owned(),
            1 => "1 change".to_owned(),
            changes => format!("{changes} changes"),
        };
        let made_with = words::made_with(&input.opened.made_with, plan);
        let printed = output::print(&format!(
            "{}: {problems_told}; {changes_told}; {made_with}\n",
            input.name
        ));
        if problems > 0 || printed == Ending::Problems {
            ending = Ending::Problems;
        }
    }
    ending
}
