//! Runs the system model of a document (standard input) and prints every variable and year as `name year value`, for
//! comparison with PySD by `cargo xtask peers`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a tool for the person who compares"
)]

use std::io::Read as _;

use engine::system::SystemModel;
use wire::document;

fn main() {
    let plan = plan::plan();
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let scenario = document::from_text(&text, plan).unwrap().value.scenario;
    let setting = scenario.setting(plan, plan.end_year);
    let targets = plan.targets.iter().map(|target| (target, scenario.inputs(target.code)));
    let model = SystemModel::of(&setting, targets).expect("something is projected");
    for (name, values) in model.run().expect("the equations fit together") {
        for (year, value) in (model.start..).zip(values) {
            println!("{name} {year} {value}");
        }
    }
}
