//! The screens and their panels: they show the state and call its actions, and do nothing to the browser themselves.

mod bar;
mod board;
mod brief;
mod changed;
mod compare;
#[cfg(debug_assertions)]
mod components;
mod drawing;
mod embed;
mod fold;
mod hints;
mod later;
mod levers;
mod method;
mod name;
mod notices;
mod qr;
mod readable;
mod scenarios;
mod share;
mod target;

pub use bar::Bar;
pub use board::{Board, BoardMemory};
pub use later::{Later, LaterScreen, LoadScreens, Screens, later_screens};
pub use name::screen_name;
pub use notices::Notices;
