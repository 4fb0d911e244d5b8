//! Small parts: values and callbacks in, events out. They know no state, no plan and no projection.

mod bars;
mod choice;
mod dot_plot;
mod number_field;
mod parts;
mod probability_bar;
mod table;
mod verdict_mark;
mod year_form;

pub use choice::Choice;
pub use dot_plot::DotPlot;
pub use number_field::NumberField;
pub use parts::Parts;
pub use probability_bar::ProbabilityBar;
pub use table::Table;
pub use verdict_mark::VerdictMark;
pub use year_form::YearForm;
