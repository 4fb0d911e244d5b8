//! What a scenario is called.

use plan::Language;
use wire::Saved;

/// The name of a scenario; what it is where its reader gave it none.
#[must_use]
pub fn scenario_name(saved: &Saved, language: Language) -> String {
    if !saved.name.is_empty() {
        return saved.name.clone();
    }
    let word = if saved.scenario.is_empty() {
        tr!(language, scenario.trend)
    } else {
        tr!(language, scenario.mine)
    };
    word.to_string()
}
