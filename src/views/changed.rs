//! What a change is about, and the value it has in a scenario, in words.

use engine::{Change, Scenario};
use plan::Language;

use crate::state::AppState;
use crate::words;

/// Whose assumption `change` is: the target's name, or that all share it.
pub fn whose(state: AppState, code: u8, language: Language) -> &'static str {
    let target = state.plan.target_by_code(code);
    target.map_or_else(|| tr!(language, levers.shared), |target| target.name.get(language))
}

/// What `change` is about.
pub fn what(state: AppState, code: u8, change: Change, language: Language) -> String {
    words::change_name(state.plan, state.plan.target_by_code(code), change, language)
}

/// The value of `change` under `scenario`, with the lever's unit; what it takes back is as shipped.
pub fn value(state: AppState, scenario: &Scenario, code: u8, change: Change, language: Language) -> String {
    let target = state.plan.target_by_code(code);
    let setting = state.setting(scenario.shared());
    let levers = match target {
        Some(target) => engine::levers(&setting, target, scenario.inputs(code)),
        None => engine::shared_levers(state.plan, scenario.shared()),
    };
    let lever = match change {
        Change::Lever(id, _) => levers.iter().find(|lever| lever.id == id),
        _ => None,
    };
    words::change_value(state.plan, target, change, lever, language)
}
