//! Share links: a whole scenario in the fragment of an address, where no server sees it.
//!
//! A link is `v`, the digit of its version and letters, digits, `-` and `_`: nothing that a messenger or a mail program
//! rewrites. A comparison is several of them, see [`encode_several`]. Equal scenarios give equal links, whichever browser wrote them. One module a version; every version ever
//! shipped opens for ever. Routing, the clipboard and the words for an error are the page's.

mod base64url;
mod bytes;
mod checksum;
mod decimal;
mod several;
mod v1;

use plan::Plan;

pub use several::{decode_several, encode_several, looks_like_several};

use crate::limits::LINK_CHARACTERS;
use crate::saved::{Opened, Saved};
use crate::seen::Seen;

/// Why a link cannot be opened, or not be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkError {
    /// The text is no link of this page.
    NotALink,
    /// The link has more characters than are read or written; such a scenario travels as a file.
    TooLong {
        /// Characters it has.
        length: usize,
        /// Characters it may have.
        limit: usize,
    },
    /// More scenarios than are compared.
    TooMany {
        /// Links it has.
        count: usize,
        /// Links it may have.
        limit: usize,
    },
    /// A later version of this page wrote it.
    NewerVersion {
        /// The version of the link.
        version: u8,
    },
    /// It belongs to another plan.
    OtherPlan,
    /// It was cut or changed on its way.
    Damaged(Damage),
}

/// How a damaged link was recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// A character that no link has, or a number of characters that none has.
    Characters,
    /// The checksum does not fit.
    Checksum,
    /// The checksum fits, but no page writes such a link.
    Content,
}

/// The fragment, without `#`, that carries `saved`, and what its author saw. Equal arguments give equal links.
///
/// # Errors
/// [`LinkError::TooLong`] where the link would not be read again.
pub fn encode(saved: &Saved, seen: Option<&Seen>, plan: &Plan) -> Result<String, LinkError> {
    let text = v1::encode(saved, seen, plan);
    check_length(&text)?;
    Ok(text)
}

/// Opens a fragment, without `#`. Values that the plan does not take are left out and named in the result.
///
/// # Errors
/// A [`LinkError`] where nothing can be taken over.
pub fn decode(text: &str, plan: &Plan) -> Result<Opened<Saved>, LinkError> {
    let (version, payload) = split(text).ok_or(LinkError::NotALink)?;
    match version {
        1 => {
            check_length(text)?;
            v1::decode(payload, plan)
        }
        version => Err(LinkError::NewerVersion { version }),
    }
}

/// Whether a fragment, without `#`, is meant as a link or several, whole or damaged: the pages of this app begin with `/`.
#[must_use]
pub fn looks_like_link(text: &str) -> bool {
    split(text).is_some()
}

/// The fragment of what a person pasted: an address, a fragment with its `#`, or the bare fragment.
#[must_use]
pub fn fragment(pasted: &str) -> &str {
    let pasted = pasted.trim();
    pasted.split_once('#').map_or(pasted, |(_, fragment)| fragment)
}

/// The version, one digit from 1, and what follows it. The payload may begin with a digit too: a version has only one.
fn split(text: &str) -> Option<(u8, &str)> {
    let mut letters = text.strip_prefix('v')?.chars();
    let version = letters.next()?.to_digit(10).filter(|digit| *digit > 0)?;
    Some((u8::try_from(version).ok()?, letters.as_str()))
}

fn check_length(text: &str) -> Result<(), LinkError> {
    let (length, limit) = (text.len(), LINK_CHARACTERS);
    if length > limit {
        return Err(LinkError::TooLong { length, limit });
    }
    Ok(())
}
