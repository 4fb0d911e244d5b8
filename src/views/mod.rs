//! The screens and their panels: they show the state and call its actions, and do nothing to the browser themselves.

/// A text of `locales/` in a language of the plan: `tr!(language, board.title)`, with values `name = value` behind it.
macro_rules! tr {
    ($language:expr, $($key:ident).+ $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::words::text!($crate::words::locale($language), $($key).+ $(, $name = $value)*)
    };
}
pub(crate) use tr;

mod bar;
mod board;
mod notices;
mod share;
mod target;

pub use bar::Bar;
pub use board::{Board, BoardFilter};
pub use notices::Notices;
pub use target::TargetPage;
