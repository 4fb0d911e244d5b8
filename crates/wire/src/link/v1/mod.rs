//! Version 1 of the link, byte by byte. Shipped: it is never changed, a new layout is a new version.
//!
//! ```text
//! link      "v1" and the base64url text (RFC 4648, section 5, no padding) of the following bytes
//! bytes     identity, sections, checksum
//! identity  2 bytes: FNV-1a (32 bits) of the plan's id, its upper half xor its lower half, high byte first
//! section   tag, length, content: tag and length are varints, length counts the content's bytes.
//!           Tags increase; a section that would hold nothing is left out
//!   1       name: UTF-8, as `clean_name` leaves it
//!   2       changes, see `changes`
//!   3       notes: UTF-8, as `clean_notes` leaves them
//!   4       made with, never left out: length and UTF-8 of the data's version, then UTF-8 of the engine's version
//!   5       shocks, see `changes`
//!   6       what the author saw, see `seen`; left out where nobody says
//! checksum  4 bytes: CRC-32 of everything before it, high byte first
//! varint    LEB128: seven bits a byte, lowest first, the top bit says that more follow; shortest form only
//! ```
//!
//! Sections with other tags are passed over and named, so that a later page can add some without shutting older ones out.
//! Everything else that is not exactly as written here is damage: opening a link and writing it again gives the same
//! text, as long as every value was taken, none has meanwhile become the shipped one, and the versions are still in use.

mod changes;
mod codes;
mod seen;
#[cfg(test)]
mod tests;

use engine::Scenario;
use plan::Plan;

use super::base64url;
use super::bytes::{Reader, put_block, put_varint};
use super::checksum::crc32;
use super::{Damage, LinkError};
use crate::limits::{NAME_CHARACTERS, VERSION_CHARACTERS};
use crate::problem::{Problems, Reason};
use crate::saved::{MadeWith, Opened, Saved};
use crate::seen::Seen;
use crate::text::{clean_name, clean_notes, take_line, take_notes};
use seen::Read;

const PREFIX: &str = "v1";

const NAME: u64 = 1;
const CHANGES: u64 = 2;
const NOTES: u64 = 3;
const MADE_WITH: u64 = 4;
const SHOCKS: u64 = 5;
const SEEN: u64 = 6;

pub(super) fn encode(saved: &Saved, author_saw: Option<&Seen>, plan: &Plan) -> String {
    let mut bytes = identity(plan).to_be_bytes().to_vec();
    put_section(NAME, clean_name(&saved.name).as_bytes(), &mut bytes);
    put_section(CHANGES, &changes::encode(&saved.scenario), &mut bytes);
    put_section(NOTES, clean_notes(&saved.notes).as_bytes(), &mut bytes);
    put_section(MADE_WITH, &made_with_bytes(&MadeWith::now(plan)), &mut bytes);
    put_section(SHOCKS, &changes::encode_shocks(&saved.scenario), &mut bytes);
    put_section(SEEN, &author_saw.map(seen::encode).unwrap_or_default(), &mut bytes);
    bytes.extend(crc32(&bytes).to_be_bytes());
    let mut text = PREFIX.to_string();
    base64url::encode(&bytes, &mut text);
    text
}

/// `payload` is what follows the prefix.
pub(super) fn decode(payload: &str, plan: &Plan) -> Result<Opened<Saved>, LinkError> {
    let bytes = base64url::decode(payload).ok_or(LinkError::Damaged(Damage::Characters))?;
    let (content, checksum) = bytes.split_last_chunk().ok_or(LinkError::Damaged(Damage::Checksum))?;
    if u32::from_be_bytes(*checksum) != crc32(content) {
        return Err(LinkError::Damaged(Damage::Checksum));
    }
    let damaged = LinkError::Damaged(Damage::Content);
    let (found, sections) = content.split_first_chunk().ok_or(damaged)?;
    if u16::from_be_bytes(*found) != identity(plan) {
        return Err(LinkError::OtherPlan);
    }
    read_sections(Reader::new(sections), plan).ok_or(damaged)
}

/// None where the sections are not as a page writes them.
fn read_sections(mut reader: Reader, plan: &Plan) -> Option<Opened<Saved>> {
    let mut problems = Problems::default();
    let mut saved = Saved::default();
    let mut made_with = None;
    let mut author_saw = None;
    let mut last_tag = 0;
    while !reader.is_empty() {
        let tag = reader.varint()?;
        let length = reader.varint()?;
        let content = reader.take(length)?;
        if tag <= last_tag || content.is_empty() {
            return None;
        }
        last_tag = tag;
        match tag {
            NAME => saved.name = take_line(str::from_utf8(content).ok()?, NAME_CHARACTERS, "name", &mut problems),
            CHANGES => saved.scenario = read_changes(content, plan, &mut problems)?,
            NOTES => saved.notes = take_notes(str::from_utf8(content).ok()?, "notes", &mut problems),
            MADE_WITH => made_with = Some(read_made_with(Reader::new(content), &mut problems)?),
            SHOCKS => changes::decode_shocks(Reader::new(content), plan, &mut saved.scenario, &mut problems)?,
            SEEN => match seen::decode(Reader::new(content))? {
                Read::Seen(found) => author_saw = Some(found),
                Read::Later => problems.add(&format!("sections.{tag}"), Reason::UnknownSection),
            },
            _ => problems.add(&format!("sections.{tag}"), Reason::UnknownSection),
        }
    }
    Some(Opened {
        value: saved,
        made_with: made_with?,
        seen: author_saw,
        problems: problems.finish(),
    })
}

fn read_changes(content: &[u8], plan: &Plan, problems: &mut Problems) -> Option<Scenario> {
    let mut scenario = Scenario::default();
    changes::decode(Reader::new(content), plan, &mut scenario, problems)?;
    Some(scenario)
}

fn made_with_bytes(made_with: &MadeWith) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_block(made_with.data_version.as_bytes(), &mut bytes);
    bytes.extend_from_slice(made_with.engine_version.as_bytes());
    bytes
}

fn read_made_with(mut reader: Reader, problems: &mut Problems) -> Option<MadeWith> {
    let length = reader.varint()?;
    let data_version = str::from_utf8(reader.take(length)?).ok()?;
    let engine_version = str::from_utf8(reader.rest()).ok()?;
    Some(MadeWith {
        data_version: take_line(data_version, VERSION_CHARACTERS, "data", problems),
        engine_version: take_line(engine_version, VERSION_CHARACTERS, "engine", problems),
    })
}

fn put_section(tag: u64, content: &[u8], bytes: &mut Vec<u8>) {
    if !content.is_empty() {
        put_varint(tag, bytes);
        put_block(content, bytes);
    }
}

/// Tells plans apart, not more: two bytes say that a link belongs elsewhere, the checksum says that it is whole.
fn identity(plan: &Plan) -> u16 {
    let hash = plan.id.bytes().fold(0x811C_9DC5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    let [first, second, third, fourth] = hash.to_be_bytes();
    u16::from_be_bytes([first ^ third, second ^ fourth])
}
