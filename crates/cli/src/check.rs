//! `kichban check`: whether inputs are taken in whole, and whether they still give what their authors saw.

use wire::{Day, Headline};

use crate::arguments::CheckOptions;
use crate::input::Input;
use crate::{Ending, clock, input, output, seen, words};

pub fn run(options: &CheckOptions) -> Ending {
    let plan = plan::plan();
    let today = today(options.today_year);
    let mut ending = Ending::Fine;
    for argument in &options.inputs {
        let Some(opening) = input::open(argument, plan) else {
            ending = Ending::Problems;
            continue;
        };
        for input in &opening.scenarios {
            if output::print(&told(input, today)) == Ending::Problems {
                ending = Ending::Problems;
            }
        }
        if !opening.is_whole() {
            ending = Ending::Problems;
        }
    }
    ending
}

/// The day by the clock; the first of the year that was named.
fn today(year: Option<i16>) -> Day {
    let named = year.and_then(|year| Day::from_date(u16::try_from(year).ok()?, 1, 1));
    named.unwrap_or_else(clock::today)
}

fn told(input: &Input, today: Day) -> String {
    let plan = plan::plan();
    let opened = &input.opened;
    let problems = match opened.problems.len() {
        0 => "taken in whole".to_owned(),
        1 => "1 problem".to_owned(),
        problems => format!("{problems} problems"),
    };
    let changes = match opened.value.scenario.change_count() {
        0 => "nothing changed".to_owned(),
        1 => "1 change".to_owned(),
        changes => format!("{changes} changes"),
    };
    let made_with = words::made_with(&opened.made_with, plan);
    let mut told = format!("{}: {problems}; {changes}; {made_with}\n", input.name);
    if let Some(record) = &opened.seen {
        let scenario = &opened.value.scenario;
        let setting = scenario.setting(plan, today.year());
        let projections: Vec<_> = plan
            .targets
            .iter()
            .map(|target| engine::project(&setting, target, scenario.inputs(target.code)))
            .collect();
        let now = Headline::of(plan, scenario, &projections);
        told.push_str(&seen::told(record, &now, &opened.made_with, plan, today));
    }
    told
}
