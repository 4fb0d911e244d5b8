//! The names under which things are kept in the browser. They stand here once, because a renamed key loses a scenario.

/// Each scenario: one document under this prefix and its identity.
pub const SCENARIO_PREFIX: &str = "kichban.scenario.";
/// Documents that could not be read, under this prefix and their identity.
pub const ASIDE_PREFIX: &str = "kichban.aside.";
/// Identity of the scenario opened last.
pub const CURRENT: &str = "kichban.current";
/// `vi` or `en`.
pub const LANGUAGE: &str = "kichban.language";
/// `light` or `dark`; nothing follows the system.
pub const SCHEME: &str = "kichban.scheme";

/// Ids of the targets whose charts are pinned, with blanks between.
pub const PINS: &str = "kichban.pins";

/// The key of a scenario.
#[must_use]
pub fn scenario(id: &str) -> String {
    format!("{SCENARIO_PREFIX}{id}")
}
