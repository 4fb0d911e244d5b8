//! The one error type: what went wrong, and what the person at the keyboard can do about it.
//! Must not print or exit; `main` does both.

use std::fmt;

/// What every fallible step returns.
pub type Outcome<T> = Result<T, Failure>;

/// A problem with its cure. Both are shown; the cure may be empty where the child's own output says it better.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// One sentence without a full stop at its end being required.
    pub problem: String,
    /// What to do next, as commands where possible.
    pub cure: String,
}

impl Failure {
    /// A problem whose cure is told with [`Failure::cure`].
    pub fn new(problem: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            cure: String::new(),
        }
    }

    /// Adds the cure.
    pub fn cure(mut self, cure: impl Into<String>) -> Self {
        self.cure = cure.into();
        self
    }

    /// A file that could not be read or written.
    pub fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::new(format!("{}: {error}", path.display()))
            .cure("Check that the path exists, that the disk is not full and that you may write there.")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.problem)?;
        if !self.cure.is_empty() {
            write!(formatter, "\n\n{}", self.cure)?;
        }
        Ok(())
    }
}

impl std::error::Error for Failure {}
