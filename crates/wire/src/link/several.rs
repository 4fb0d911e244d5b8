//! Comparison links: up to four links joined by full stops, which no link has within it and no messenger rewrites.
//!
//! Must not know what a single link holds.

use plan::Plan;

use super::{LinkError, check_length, decode, encode, looks_like_link};
use crate::limits::COMPARED_LINKS;
use crate::saved::{Opened, Saved};
use crate::seen::Seen;

/// Stands between two links.
const BETWEEN: char = '.';

/// The fragment, without `#`, that carries several scenarios to be compared, in their order. One alone has the link it
/// has by itself.
///
/// # Errors
/// [`LinkError::TooMany`] for more than [`COMPARED_LINKS`], [`LinkError::NotALink`] for none, [`LinkError::TooLong`] where
/// the whole would not be read again.
pub fn encode_several(members: &[(&Saved, Option<&Seen>)], plan: &Plan) -> Result<String, LinkError> {
    check_count(members.len())?;
    let mut text = String::new();
    for (place, (saved, seen)) in members.iter().enumerate() {
        if place > 0 {
            text.push(BETWEEN);
        }
        text.push_str(&encode(saved, *seen, plan)?);
    }
    check_length(&text)?;
    Ok(text)
}

/// Opens a fragment, without `#`, that carries one scenario or several: each by itself, so that a damaged one does not
/// keep the others from opening. The places are those of the fragment.
///
/// # Errors
/// [`LinkError::NotALink`], [`LinkError::TooMany`] or [`LinkError::TooLong`] where none is looked at.
pub fn decode_several(text: &str, plan: &Plan) -> Result<Vec<Result<Opened<Saved>, LinkError>>, LinkError> {
    if !looks_like_link(text) {
        return Err(LinkError::NotALink);
    }
    check_count(text.split(BETWEEN).count())?;
    let members: Vec<&str> = text.split(BETWEEN).collect();
    if members.len() > 1 {
        check_length(text)?;
    }
    Ok(members.into_iter().map(|member| decode(member, plan)).collect())
}

/// Whether a fragment is meant as a comparison: more than one link.
#[must_use]
pub fn looks_like_several(text: &str) -> bool {
    looks_like_link(text) && text.contains(BETWEEN)
}

fn check_count(count: usize) -> Result<(), LinkError> {
    let limit = COMPARED_LINKS;
    match count {
        0 => Err(LinkError::NotALink),
        _ if count > limit => Err(LinkError::TooMany { count, limit }),
        _ => Ok(()),
    }
}
