//! What is not one cargo command: setting a machine up, building and serving the page, measuring and testing it.
//!
//! A library beside the binary so that the end-to-end tests can serve the built page through [`server`].
//! Must not depend on the app or its crates: it is compiled first, and has to build when they do not. `plan` alone is
//! allowed, whose text `dist` writes into the page: it is data, and bad data stops every build with its own words.

pub mod arguments;
pub mod bench;
pub mod child;
pub mod dist;
pub mod failure;
pub mod headers;
pub mod lighthouse;
pub mod paths;
pub mod peers;
pub mod serve;
pub mod server;
pub mod setup;
pub mod site;
pub mod size;
pub mod test;
