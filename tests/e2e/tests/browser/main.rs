//! Stories about the built page in Chromium, one file for each promise it makes.

mod drivers;
mod harness;
mod history;
mod inputs;
mod layout;
mod links;
mod loading;
mod main_story;
mod places;
mod questions;
mod sharing;
mod storage;
mod tabs;
