//! Published test vectors against the engine: every vector of `golden.json` is either checked here or named as not yet covered.
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

/// Vectors whose mathematics the engine does not have yet.
const NOT_YET: [&str; 36] = [
    "A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "B09", "C05", "C06", "C07", "C08", "D04",
    "D05", "D06", "D07", "D08", "D10", "D11", "D12", "D13", "E01", "E02", "E03", "E04", "E05", "E06", "F01", "F02",
    "F03", "F04", "F05", "F06",
];

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
        if !groups.iter().any(|check| check(id, &vector)) && !NOT_YET.contains(&id) {
            left_out.push(name.to_string());
        }
    }
    assert!(left_out.is_empty(), "vectors not checked: {left_out:?}");
}
