//! What a scenario is called.

use plan::Language;
use wire::Saved;

/// The name of a scenario; what it is where its reader gave it none.
#[must_use]
pub fn scenario_name(saved: &Saved, language: Language) -> String {
    called(&saved.name, saved.scenario.is_empty(), language)
}

/// What a scenario from a link is called that has no name.
#[must_use]
pub fn shared_name(language: Language) -> &'static str {
    tr!(language, scenario.shared)
}

/// As [`scenario_name`], for a scenario of which only the name is known and whether it changes nothing.
#[must_use]
pub fn called(name: &str, is_trend: bool, language: Language) -> String {
    let word = if is_trend {
        tr!(language, scenario.trend)
    } else {
        tr!(language, scenario.mine)
    };
    if name.is_empty() { word } else { name }.to_string()
}
