//! Small parts: values and callbacks in, events out. They know no state, no plan and no projection.

mod bars;
mod fold;
mod number_field;
mod probability_bar;
mod verdict_mark;

pub use bars::{PartBar, StackedBar, SwingBar};
pub use fold::Fold;
pub use number_field::NumberField;
pub use probability_bar::ProbabilityBar;
pub use verdict_mark::VerdictMark;
