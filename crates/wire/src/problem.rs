//! What could not be taken over from a text: where it stands and why. No sentences: the page words them.

use engine::InputError;

use crate::limits::PROBLEMS;
use crate::names::foreign_key;

/// One thing in a link or a document that was not taken over as it stood.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where, in the words of the document form, also for a link: `targets.income_per_capita.growth.2021-2025`. What a
    /// link numbers and the plan or this version does not know is written `#` and the number. Parts of it may be the author's own text.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// Why something was not taken over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// This version of the format has no such key.
    UnknownKey,
    /// The key stands twice; the first one was taken.
    KeyTwice,
    /// Something else is expected here.
    WrongKind {
        /// What.
        expected: Kind,
    },
    /// The object has more entries than are read.
    TooManyEntries {
        /// How many are read.
        limit: usize,
    },
    /// A part of a link that this version of the page does not know.
    UnknownSection,
    /// The plan has no such target.
    UnknownTarget,
    /// The target has no figures on this basis.
    UnknownBasis,
    /// There is no such mode.
    UnknownMode,
    /// There is no such lever.
    UnknownLever,
    /// Not a year.
    NotAYear,
    /// The text was cut at the limit.
    TextCut {
        /// Characters kept.
        limit: usize,
    },
    /// Characters were left out of the text.
    TextCleaned,
    /// The engine does not take the value.
    Refused {
        /// The value, where it is a number.
        value: Option<f64>,
        /// What the engine says: the field, and its limits.
        error: InputError,
    },
    /// It is not known, and more than is kept for a later page.
    NotKept {
        /// Bytes that are kept in all.
        limit: usize,
    },
    /// A scenario of a file is longer than any.
    TooLarge {
        /// Bytes it has.
        bytes: usize,
        /// Bytes it may have.
        limit: usize,
    },
    /// What stands there is no scenario of this page.
    OtherFormat,
    /// A later version of this page wrote it.
    NewerVersion {
        /// The version of the document.
        version: u64,
    },
    /// It belongs to another plan.
    OtherPlan,
    /// Stands last and has no path: so many more problems were not named.
    More {
        /// How many.
        count: usize,
    },
}

/// What a document can hold at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `8.5`
    Number,
    /// `"…"`
    Text,
    /// `"2026-11-24"`
    Day,
}

impl Reason {
    /// Why the engine refused a change of `value`.
    pub(crate) fn refused(value: Option<f64>, error: InputError) -> Self {
        match error.problem {
            engine::Problem::UnknownTarget => Self::UnknownTarget,
            engine::Problem::UnknownBasis => Self::UnknownBasis,
            _ => Self::Refused { value, error },
        }
    }
}

/// Collects problems up to the limit.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    list: Vec<Problem>,
    left_out: usize,
    /// Stands before every path that is added.
    within: String,
}

impl Problems {
    pub(crate) fn add(&mut self, path: &str, reason: Reason) {
        if self.list.len() < PROBLEMS {
            let gap = if self.within.is_empty() || path.is_empty() {
                ""
            } else {
                "."
            };
            let path = format!("{}{gap}{path}", self.within);
            self.list.push(Problem { path, reason });
        } else {
            self.left_out += 1;
        }
    }

    /// As [`Problems::add`] for a key that somebody else wrote; costs nothing where no more problems are named.
    pub(crate) fn add_key(&mut self, place: &[&str], key: &str, reason: Reason) {
        if self.list.len() < PROBLEMS {
            self.add(&join(place, key), reason);
        } else {
            self.left_out += 1;
        }
    }

    /// What is added from now on lies within `path`.
    pub(crate) fn enter(&mut self, path: &str) {
        self.within = path.to_string();
    }

    pub(crate) fn finish(mut self) -> Vec<Problem> {
        if self.left_out > 0 {
            let reason = Reason::More { count: self.left_out };
            self.list.push(Problem {
                path: String::new(),
                reason,
            });
        }
        self.list
    }
}

/// The path of a key that somebody else wrote.
pub(crate) fn join(place: &[&str], key: &str) -> String {
    let key = foreign_key(key);
    let parts = place.iter().copied().chain([key.as_str()]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
}
