//! How much is taken from a text that somebody else wrote. Each limit says why it is what it is.

/// Characters of a scenario's name: one line of a list on a phone, twice.
pub const NAME_CHARACTERS: usize = 80;

/// Characters of the notes: a page of text. With it a link of every usual scenario still fits [`LINK_CHARACTERS`].
pub const NOTES_CHARACTERS: usize = 2_000;

/// Characters of a version's name, such as `2026-11-24`.
pub const VERSION_CHARACTERS: usize = 40;

/// Characters of a link. Messengers and mail programs cut longer addresses without a word; what does not fit travels as
/// a file.
pub const LINK_CHARACTERS: usize = 16_384;

/// Links of a comparison: more curves in one chart are not told apart.
pub const COMPARED_LINKS: usize = 4;

/// Bytes of a document. The fullest scenario the engine allows is about a quarter of it.
pub const DOCUMENT_BYTES: usize = 256 * 1024;

/// Objects within objects that are read; the format itself needs four. Whatever lies deeper is passed over.
pub const DOCUMENT_DEPTH: usize = 8;

/// Entries of one object that are read: a plan has at most 255 targets, so anything longer is not ours.
pub const OBJECT_ENTRIES: usize = 512;

/// Problems that are named one by one; nobody reads more, and a hostile text must not fill the memory with them.
pub const PROBLEMS: usize = 100;

/// Characters of a foreign key that are shown in a problem's path.
pub const KEY_CHARACTERS: usize = 40;
