//! What is wrong with the data, in words that a person can act on.

use std::fmt;

/// One thing wrong with one entry of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// File name inside `plan/`.
    pub file: &'static str,
    /// The entry: a target's id, a row's series and year, or where it stands in the file.
    pub entry: String,
    /// What is wrong, and what would be right where that is known.
    pub reason: String,
}

impl Problem {
    pub fn new(file: &'static str, entry: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            file,
            entry: entry.into(),
            reason: reason.into(),
        }
    }
}

impl fmt::Display for Problem {
    /// One line: `targets.toml: income_per_capita: unknown unit "vnd"`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = self.reason.split_whitespace().collect::<Vec<_>>().join(" ");
        write!(formatter, "{}: {}: {reason}", self.file, self.entry)
    }
}
