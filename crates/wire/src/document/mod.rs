//! The document: a scenario as JSON text that a person can read, keep and edit. It is what the browser stores and what a
//! file holds.
//!
//! What a later page of the same version added is kept: opening a document and writing it again loses none of it.
//!
//! One module a version; every version ever shipped opens for ever. Where the text is kept is not known here.

pub(crate) mod v1;

use plan::Plan;

use crate::json::{self, Object};
use crate::limits::{DOCUMENT_BYTES, KEY_CHARACTERS};
use crate::problem::Problems;
use crate::saved::{MadeWith, Opened, Saved};
use crate::text::clean_line;

/// Value of the key `format`.
pub(crate) const FORMAT: &str = "kichban-scenario";

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
    /// A file with lists and objects within one another, deeper than any of ours.
    TooDeep {
        /// How deep it may be.
        limit: usize,
    },
    /// More scenarios than a file holds; reading names what is left over as a problem.
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
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
    json::to_text(&v1::write(saved, plan, made_with))
}

/// Opens a document. Whatever cannot be taken over is left out and named in the result.
///
/// # Errors
/// A [`DocumentError`] where nothing can be taken over.
pub fn from_text(text: &str, plan: &Plan) -> Result<Opened<Saved>, DocumentError> {
    check_size(text, DOCUMENT_BYTES)?;
    let root = parse(text)?;
    let mut problems = Problems::default();
    let (value, made_with) = open(&root, plan, &mut problems)?;
    Ok(Opened {
        value,
        made_with,
        seen: None,
        problems: problems.finish(),
    })
}

/// What can be understood of a document that a later page wrote in a later version: to be looked at, never to be written back,
/// since a later version may mean other things by the same words. None for anything else.
#[must_use]
pub fn from_newer_text(text: &str, plan: &Plan) -> Option<Opened<Saved>> {
    check_size(text, DOCUMENT_BYTES).ok()?;
    let root = parse(text).ok()?;
    let is_newer = matches!(
        check_head(&root, FORMAT, plan),
        Err(DocumentError::Newer { .. }) | Ok(2..)
    );
    let is_of_plan = root.text("plan").as_deref() == Some(plan.id);
    if !is_newer || !is_of_plan {
        return None;
    }
    let mut problems = Problems::default();
    let (value, made_with) = v1::read(&root, plan, &mut problems);
    Some(Opened {
        value,
        made_with,
        seen: None,
        problems: problems.finish(),
    })
}

pub(crate) fn check_size(text: &str, limit: usize) -> Result<(), DocumentError> {
    let bytes = text.len();
    if bytes > limit {
        return Err(DocumentError::TooLarge { bytes, limit });
    }
    Ok(())
}

/// The outermost object of a text.
pub(crate) fn parse(text: &str) -> Result<Object<'_>, DocumentError> {
    // Some editors put a byte order mark in front.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let root = Object::parse(text).map_err(|error| DocumentError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    root.ok_or(DocumentError::OtherFormat)
}

/// Takes a document over.
pub(crate) fn open(
    root: &Object<'_>,
    plan: &Plan,
    problems: &mut Problems,
) -> Result<(Saved, MadeWith), DocumentError> {
    match check_head(root, FORMAT, plan)? {
        1 => Ok(v1::read(root, plan, problems)),
        version => Err(DocumentError::Newer { version }),
    }
}

/// The version of a text with `format`, which for version 1 belongs to `plan`.
pub(crate) fn check_head(root: &Object<'_>, format: &str, plan: &Plan) -> Result<u64, DocumentError> {
    if root.text("format").as_deref() != Some(format) {
        return Err(DocumentError::OtherFormat);
    }
    let version = version(root).ok_or(DocumentError::OtherFormat)?;
    let id = root.text("plan").unwrap_or_default();
    if version == 1 && id != plan.id {
        let id = clean_line(&id, KEY_CHARACTERS);
        return Err(DocumentError::OtherPlan { id });
    }
    Ok(version)
}

/// The version: a whole number from 1.
fn version(root: &Object<'_>) -> Option<u64> {
    let version = root.number("version")?;
    let is_whole = (1.0..=1e9).contains(&version) && version.fract() == 0.0;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number in 1..=1e9"
    )]
    is_whole.then_some(version as u64)
}
