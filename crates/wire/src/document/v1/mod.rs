//! Version 1 of the document. Shipped: keys are never renamed and never change their meaning.
//!
//! ```json
//! {
//!   "format": "kichban-scenario", "version": 1, "plan": "vinh-phuc-2020",
//!   "data": "2026-11-24", "engine": "1",
//!   "name": "…", "notes": "…",
//!   "targets": {
//!     "income_per_capita": {
//!       "mode": "plan", "basis": "national survey",
//!       "growth": { "2021-2025": 8.5, "2026-2030": 9 },
//!       "reference_rate": 7, "reference_weight": 4, "volatility": 6, "ceiling": 98, "reference_level": 90,
//!       "observations": { "2023": 66 },
//!       "thresholds": { "2025": 98 }
//!     }
//!   }
//! }
//! ```
//!
//! What this page does not know is kept as it stands and written again behind what it knows, see [`crate::Kept`].
//!
//! Only `format`, `version` and `plan` must stand there; a value that is missing is the shipped one. Values are in the
//! units of the engine's levers and of the target.

mod read;
mod write;

pub(crate) use read::{entries_once, line, read, text};
pub(crate) use write::{head, write};
