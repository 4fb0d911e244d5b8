//! `kichban xmile`: the model behind a scenario's medians as an XMILE file.

use engine::system::SystemModel;
use plan::Language;
use wire::xmile;

use crate::arguments::XmileOptions;
use crate::{Ending, input, output};

pub fn run(options: &XmileOptions) -> Ending {
    let plan = plan::plan();
    let Some(opening) = input::open(&options.input, plan) else {
        return Ending::Problems;
    };
    let [input] = opening.scenarios.as_slice() else {
        eprintln!("`xmile` takes one scenario, not {}", opening.scenarios.len());
        return Ending::Problems;
    };
    let saved = &input.opened.value;
    // Medians do not depend on what day it is.
    let setting = saved.scenario.setting(plan, plan.end_year);
    let targets = options
        .targets
        .iter()
        .map(|target| (*target, saved.scenario.inputs(target.code)));
    let Some(model) = SystemModel::of(&setting, targets) else {
        eprintln!("nothing is projected: there are no figures for what was asked");
        return Ending::Problems;
    };
    let printed = output::print(&xmile::to_text(&model, plan, &saved.name, Language::English));
    if opening.is_whole() { printed } else { Ending::Problems }
}
