//! The names under which things are kept in the browser. They stand here once, because a renamed key loses a scenario.

/// Each scenario: one document under this prefix and its identity.
pub const SCENARIO_PREFIX: &str = "kichban.scenario.";
/// A document that is being written, until it has replaced the last one.
pub const NEXT_PREFIX: &str = "kichban.next.";
/// When a scenario was last changed, as an ISO 8601 text; beside the document, so that equal scenarios are equal texts.
pub const CHANGED_PREFIX: &str = "kichban.changed.";
/// What can be undone and redone in a scenario.
pub const HISTORY_PREFIX: &str = "kichban.history.";
/// Scenarios that were deleted and can still be had back.
pub const DELETED_PREFIX: &str = "kichban.deleted.";
/// Documents that could not be read, under this prefix and their identity.
pub const ASIDE_PREFIX: &str = "kichban.aside.";
/// Identity of the scenario opened last.
pub const CURRENT: &str = "kichban.current";
/// When everything was last put into a file, as an ISO 8601 text.
pub const BACKUP: &str = "kichban.backup";
/// Identities of the scenarios that the open one is compared with, a line each.
pub const BESIDE: &str = "kichban.beside";
/// There once the hints for a first visit were dismissed.
pub const HINTS: &str = "kichban.hints";
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
