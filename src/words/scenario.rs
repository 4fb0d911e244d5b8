//! What a scenario is called.

use plan::Language;
use wire::Saved;

/// The name of a scenario; what it is where its reader gave it none.
#[must_use]
pub fn scenario_name(saved: &Saved, language: Language) -> String {
    called(&saved.name, saved.scenario.is_empty(), language)
}

/// As [`scenario_name`], for a scenario from a link.
#[must_use]
pub fn shared_name(saved: &Saved, language: Language) -> String {
    called_shared(&saved.name, saved.scenario.is_empty(), language)
}

/// As [`called`], for a scenario from a link: without a name it is not the reader's own.
#[must_use]
pub fn called_shared(name: &str, is_trend: bool, language: Language) -> String {
    if name.is_empty() && !is_trend {
        tr!(language, scenario.shared).to_string()
    } else {
        called(name, is_trend, language)
    }
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
