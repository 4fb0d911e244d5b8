//! The screens and their panels: they show the state and call its actions, and do nothing to the browser themselves.

mod bar;
mod board;
mod notices;
mod share;
mod target;

pub use bar::Bar;
pub use board::{Board, BoardFilter};
pub use notices::Notices;
pub use target::TargetPage;
