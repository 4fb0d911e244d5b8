//! One vector of the file: its inputs, and comparison with what it expects.

use engine::Transform;
use plan::{Text, Unit};
use serde_json::Value;

/// One entry of the file.
pub struct Vector<'a> {
    pub name: &'a str,
    pub value: &'a Value,
}

impl Vector<'_> {
    pub fn input(&self, key: &str) -> &Value {
        &self.value["inputs"][key]
    }

    pub fn number(&self, key: &str) -> f64 {
        self.input(key)
            .as_f64()
            .unwrap_or_else(|| panic!("{}: no input {key}", self.name))
    }

    pub fn numbers(&self, key: &str) -> Vec<f64> {
        numbers(self.input(key))
    }

    /// Compares with `expected[key]` to the vector's own tolerance.
    pub fn check(&self, key: &str, found: f64) {
        self.compare(key, found, self.value["expected"][key].as_f64().unwrap());
    }

    pub fn check_all(&self, key: &str, found: impl IntoIterator<Item = f64>) {
        let expected = numbers(&self.value["expected"][key]);
        let found: Vec<f64> = found.into_iter().collect();
        assert_eq!(found.len(), expected.len(), "{} {key}", self.name);
        for (found, expected) in found.into_iter().zip(expected) {
            self.compare(key, found, expected);
        }
    }

    pub fn compare(&self, key: &str, found: f64, expected: f64) {
        let tolerance = self.value["tolerance"]["value"].as_f64().unwrap();
        assert!(
            (found - expected).abs() <= tolerance * expected.abs().max(1.0),
            "{} {key}: {found} is not {expected}",
            self.name
        );
    }

    pub fn transform(&self) -> Transform {
        match self.input("transform").as_str() {
            Some("log") => Transform::Log,
            Some("identity") => Transform::Identity,
            Some("logit") => PERCENT,
            other => panic!("{}: transform {other:?}", self.name),
        }
    }

    pub fn points(&self, transform: Transform) -> Vec<(i16, f64)> {
        let values = self.numbers("values");
        years(self.input("years"))
            .into_iter()
            .zip(values)
            .map(|(year, y)| (year, transform.forward(y).unwrap()))
            .collect()
    }
}

pub const PERCENT: Transform = Transform::Logit {
    lower: 0.0,
    upper: 100.0,
};

pub fn numbers(value: &Value) -> Vec<f64> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|number| number.as_f64().unwrap())
        .collect()
}

#[expect(clippy::cast_possible_truncation, reason = "years of the test file")]
pub fn years(value: &Value) -> Vec<i16> {
    numbers(value).into_iter().map(|year| year as i16).collect()
}

/// A share of 100 with one decimal.
pub fn unit() -> Unit {
    Unit {
        id: "percent",
        label: Text { vi: "%", en: "%" },
        decimals: 1,
        minimum: 0.0,
        maximum: 100.0,
        is_percent: true,
    }
}
