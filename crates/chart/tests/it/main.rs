//! The crate from outside, in one binary.

mod cases;
mod drawings;
mod refusals;
