//! Stories about the built page in a browser, one file for each promise it makes.

mod accessibility;
mod brief;
mod charts;
mod compare;
mod drivers;
mod embed;
mod harness;
mod history;
mod inputs;
mod keyboard;
mod layout;
mod levers;
mod links;
mod loading;
mod main_story;
mod method;
mod offline;
mod phone;
mod places;
mod questions;
mod safety;
mod scenarios;
mod sharing;
mod storage;
mod tabs;
