//! Published test vectors against the engine: every vector of `golden.json` is checked here, to its own tolerance.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test or a benchmark that goes wrong should stop"
)]

mod draws;
mod drivers;
mod pace;
mod progress;
mod trajectory;
mod uncertainty;
mod validation;
mod vector;

use serde_json::Value;
use vector::Vector;

#[test]
fn every_vector_is_checked() {
    let file: Value = serde_json::from_str(include_str!("golden.json")).unwrap();
    let groups = [
        draws::check,
        drivers::check,
        pace::check,
        progress::check,
        trajectory::check,
        uncertainty::check,
        validation::check,
    ];
    let mut left_out = Vec::new();
    for vector in file["vectors"].as_array().unwrap() {
        let name = vector["name"].as_str().unwrap();
        let vector = Vector { name, value: vector };
        let id = &name[..3];
        if !groups.iter().any(|check| check(id, &vector)) {
            left_out.push(name.to_string());
        }
    }
    assert!(left_out.is_empty(), "vectors not checked: {left_out:?}");
}
