//! The files of a plan, held in memory so that a test can change one.

use std::collections::BTreeMap;
use std::path::Path;

use super::Problem;

/// Every file that the tables are made from.
pub const FILES: [&str; 11] = [
    "plan.toml",
    "fields.toml",
    "units.toml",
    "owners.toml",
    "bases.toml",
    "assumptions.toml",
    "targets.toml",
    "series.toml",
    "shared.toml",
    "drivers.toml",
    "observed.csv",
];

/// The texts of the files, by file name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    pub texts: BTreeMap<&'static str, String>,
}

impl Folder {
    /// Reads all files of the folder at `path`.
    ///
    /// # Errors
    /// A problem for every file that is missing or is not UTF-8.
    pub fn read(path: &Path) -> Result<Self, Vec<Problem>> {
        let mut texts = BTreeMap::new();
        let mut problems = Vec::new();
        for file in FILES {
            match std::fs::read_to_string(path.join(file)) {
                Ok(text) => {
                    texts.insert(file, text);
                }
                Err(error) => problems.push(Problem::new(file, "file", format!("cannot be read: {error}"))),
            }
        }
        if problems.is_empty() {
            Ok(Self { texts })
        } else {
            Err(problems)
        }
    }

    /// The text of `file`; empty where there is none.
    pub fn text(&self, file: &str) -> &str {
        self.texts.get(file).map_or("", String::as_str)
    }
}
