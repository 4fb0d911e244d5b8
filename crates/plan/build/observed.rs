//! The rows of `observed.csv`: what a row is, and how one is read.
//!
//! Refuses what is not a row (numbers that are none, unknown words). Whether a row fits the plan is checked elsewhere.

use serde::Deserialize;

use super::Problem;

const FILE: &str = "observed.csv";

const COLUMNS: [&str; 12] = [
    "series",
    "basis",
    "area",
    "year",
    "value",
    "unit",
    "status",
    "confidence",
    "source",
    "address",
    "note_vi",
    "note_en",
];

/// Words of the status column, from least to most firm, and what they become in Rust.
pub const STATUSES: [(&str, &str); 3] = [
    ("estimate", "Estimate"),
    ("preliminary", "Preliminary"),
    ("final", "Final"),
];

/// Words of the confidence column, from least to most, and what they become in Rust.
pub const CONFIDENCES: [(&str, &str); 3] = [("low", "Low"), ("medium", "Medium"), ("high", "High")];

/// A published figure.
#[derive(Debug, Clone)]
pub struct Row {
    pub series: String,
    /// Empty where the series has one definition only.
    pub basis: String,
    pub area: String,
    pub year: i16,
    pub value: f64,
    /// Digits after the decimal point as published.
    pub decimals: usize,
    pub unit: String,
    /// Variant of `Status` in Rust.
    pub status: &'static str,
    /// Variant of `Confidence` in Rust.
    pub confidence: &'static str,
    pub source: String,
    pub address: String,
    pub note_vi: String,
    pub note_en: String,
}

impl Row {
    /// How a problem names the row.
    pub fn entry(&self) -> String {
        entry(&self.series, &self.basis, &self.area, &self.year.to_string())
    }
}

/// A row as it stands: all text, so that every wrong cell can be named.
#[derive(Debug, Deserialize)]
struct Cells {
    series: String,
    basis: String,
    area: String,
    year: String,
    value: String,
    unit: String,
    status: String,
    confidence: String,
    source: String,
    address: String,
    note_vi: String,
    note_en: String,
}

/// Reads the rows; a row with a wrong cell is left out and reported.
pub fn read(text: &str, problems: &mut Vec<Problem>) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_reader(text.as_bytes());
    // Checked first: a wrong column would otherwise be reported once a row.
    let names_columns = reader.headers().is_ok_and(|headers| headers == COLUMNS.as_slice());
    if !names_columns {
        let reason = format!("the columns must be {}", COLUMNS.join(","));
        problems.push(Problem::new(FILE, "header", reason));
        return Vec::new();
    }
    let mut rows = Vec::new();
    for cells in reader.deserialize::<Cells>() {
        match cells {
            Ok(cells) => rows.extend(row(cells, problems)),
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                problems.push(Problem::new(FILE, format!("line {line}"), error.to_string()));
            }
        }
    }
    rows
}

fn row(cells: Cells, problems: &mut Vec<Problem>) -> Option<Row> {
    let entry = entry(&cells.series, &cells.basis, &cells.area, &cells.year);
    let mut refuse = |reason: String| problems.push(Problem::new(FILE, entry.clone(), reason));
    let year = cells.year.parse::<i16>().ok();
    if year.is_none() {
        refuse(format!("the year {:?} is not a whole number", cells.year));
    }
    let value = number(&cells.value);
    if value.is_none() {
        refuse(format!("the value {:?} is not a number", cells.value));
    }
    let status = word(&STATUSES, &cells.status);
    if status.is_none() {
        refuse(unknown("status", &cells.status, &STATUSES));
    }
    let confidence = word(&CONFIDENCES, &cells.confidence);
    if confidence.is_none() {
        refuse(unknown("confidence", &cells.confidence, &CONFIDENCES));
    }
    Some(Row {
        year: year?,
        value: value?,
        decimals: cells.value.split_once('.').map_or(0, |(_, digits)| digits.len()),
        status: status?,
        confidence: confidence?,
        series: cells.series,
        basis: cells.basis,
        area: cells.area,
        unit: cells.unit,
        source: cells.source,
        address: cells.address,
        note_vi: cells.note_vi,
        note_en: cells.note_en,
    })
}

/// Plain decimal notation only: `1e3`, `inf` and `1,5` are mistakes here, and digits must be countable.
fn number(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    plain.then(|| text.parse().ok()).flatten()
}

fn word(words: &[(&str, &'static str)], wanted: &str) -> Option<&'static str> {
    words
        .iter()
        .find(|(word, _)| *word == wanted)
        .map(|(_, variant)| *variant)
}

fn unknown(what: &str, found: &str, words: &[(&str, &str)]) -> String {
    let known = words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    format!("unknown {what} {found:?}; known: {known}")
}

fn entry(series: &str, basis: &str, area: &str, year: &str) -> String {
    let basis = if basis.is_empty() {
        String::new()
    } else {
        format!(" [{basis}]")
    };
    format!("{series}{basis}, {area}, {year}")
}
