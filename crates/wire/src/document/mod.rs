//! The document: a scenario as JSON text that a person can read, keep and edit. It is what the browser stores and what a
//! file holds.
//!
//! One module a version; every version ever shipped opens for ever. Where the text is kept is not known here.

mod tree;
mod v1;

use plan::Plan;

use crate::limits::{DOCUMENT_BYTES, KEY_CHARACTERS};
use crate::saved::{MadeWith, Opened, Saved};
use crate::text::clean_line;
use tree::{Node, Object};

/// Value of the key `format`.
const FORMAT: &str = "kichban-scenario";

/// Why a document cannot be opened at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentError {
    /// The text is longer than any scenario.
    TooLarge {
        /// Bytes it has.
        bytes: usize,
        /// Bytes it may have.
        limit: usize,
    },
    /// The text is no JSON.
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault.
        column: usize,
    },
    /// JSON, but not a scenario of this page.
    OtherFormat,
    /// A later version of this page wrote it: keep the text as it is.
    Newer {
        /// The version of the document.
        version: u64,
    },
    /// It belongs to another plan.
    OtherPlan {
        /// The plan it names, shortened; empty where it names none.
        id: String,
    },
}

/// The document of `saved`, in the newest version. Equal arguments give equal text.
#[must_use]
pub fn to_text(saved: &Saved, plan: &Plan, made_with: &MadeWith) -> String {
    v1::write(saved, plan, made_with)
}

/// Opens a document. Whatever cannot be taken over is left out and named in the result.
///
/// # Errors
/// A [`DocumentError`] where nothing can be taken over.
pub fn from_text(text: &str, plan: &Plan) -> Result<Opened<Saved>, DocumentError> {
    let (bytes, limit) = (text.len(), DOCUMENT_BYTES);
    if bytes > limit {
        return Err(DocumentError::TooLarge { bytes, limit });
    }
    // Some editors put a byte order mark in front.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let root = tree::parse(text).map_err(|error| DocumentError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    let Node::Object(root) = root else {
        return Err(DocumentError::OtherFormat);
    };
    if root.text("format") != Some(FORMAT) {
        return Err(DocumentError::OtherFormat);
    }
    match version(&root).ok_or(DocumentError::OtherFormat)? {
        1 => {
            let id = root.text("plan").unwrap_or_default();
            if id != plan.id {
                let id = clean_line(id, KEY_CHARACTERS);
                return Err(DocumentError::OtherPlan { id });
            }
            Ok(v1::read(&root, plan))
        }
        version => Err(DocumentError::Newer { version }),
    }
}

/// The version: a whole number from 1.
fn version(root: &Object) -> Option<u64> {
    let version = root.number("version")?;
    let is_whole = (1.0..=1e9).contains(&version) && version.fract() == 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number in 1..=1e9"
    )]
    is_whole.then_some(version as u64)
}
