//! Standard output.

use std::io::{ErrorKind, Write as _};

use crate::Ending;

/// Prints `text` as it is.
pub fn print(text: &str) -> Ending {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        // Whoever reads it, such as `head`, had enough.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ending::Fine,
        Err(error) => {
            eprintln!("standard output: {error}");
            Ending::Problems
        }
        Ok(()) => Ending::Fine,
    }
}
