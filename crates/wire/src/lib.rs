//! What is saved and shared: a scenario with its name and notes as a JSON document and as a share link.
//!
//! Domain types and saved forms are separate: `engine::Scenario` knows neither JSON nor links, and a form, once shipped,
//! opens for ever, one module a version. Readers are total: whatever the text, they return a value, never panic and never
//! reserve memory on the word of a length field. What cannot be taken over is named, what remains is taken.
//!
//! Figures and the model go out as well, as CSV, JSON and XMILE; they are not read back.
//!
//! This crate must not touch storage, the address bar or the clock, and must not word a message: it returns values that
//! the page puts into the reader's language.

mod day;
pub mod document;
pub mod figures;
pub mod limits;
pub mod link;
mod names;
mod problem;
pub mod run;
mod saved;
mod seen;
mod text;
pub mod xmile;

pub use day::Day;
pub use document::DocumentError;
pub use link::{Damage, LinkError};
pub use problem::{Kind, Problem, Reason};
pub use saved::{MadeWith, Opened, Saved};
pub use seen::{ChangedTarget, Difference, Headline, HorizonDifference, Judged, Moved, Seen, TargetDifference};
pub use text::{clean_name, clean_notes};
