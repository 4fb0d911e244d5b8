//! What could not be taken over from a text: where it stands and why. No sentences: the page words them.

use engine::InputError;

use crate::limits::PROBLEMS;

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
    /// `8.5`
    Number,
    /// `"…"`
    Text,
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
}

impl Problems {
    pub(crate) fn add(&mut self, path: &str, reason: Reason) {
        if self.list.len() < PROBLEMS {
            let path = path.to_string();
            self.list.push(Problem { path, reason });
        } else {
            self.left_out += 1;
        }
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
