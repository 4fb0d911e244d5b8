//! The decoders of texts that come from strangers, each with what must hold of it whatever the bytes: it ends, and what it
//! takes can be written and read again. Used by the fuzz targets in `fuzz/` and by the tests that replay what they found.

use plan::plan;
use wire::{Kept, LinkError, MadeWith, Saved, document, file, history, link};

/// A decoder by name.
#[derive(Debug, Clone, Copy)]
pub struct Decoder {
    /// Also the name of its fuzz target and of the folders of its inputs.
    pub name: &'static str,
    /// Only reads; this is what is timed and what memory is counted for.
    pub read: fn(&[u8]),
    /// Reads, writes again and compares.
    pub check: fn(&[u8]),
}

/// Links, one or several: the bytes as text, and as what lies behind a right checksum.
pub const LINK: Decoder = Decoder {
    name: "link",
    read: read_link,
    check: check_link,
};

/// The document of a scenario, as the browser stores it.
pub const DOCUMENT: Decoder = Decoder {
    name: "document",
    read: |bytes| drop(text(bytes).map(|text| document::from_text(text, plan()))),
    check: check_document,
};

/// Files of scenarios.
pub const FILE: Decoder = Decoder {
    name: "file",
    read: |bytes| drop(text(bytes).map(|text| file::from_text(text, plan()))),
    check: check_file,
};

/// Undo histories.
pub const HISTORY: Decoder = Decoder {
    name: "history",
    read: |bytes| drop(text(bytes).and_then(read_history)),
    check: check_history,
};

/// All of them.
pub const DECODERS: [Decoder; 4] = [LINK, DOCUMENT, FILE, HISTORY];

fn text(bytes: &[u8]) -> Option<&str> {
    str::from_utf8(bytes).ok()
}

/// The texts that the bytes stand for.
fn links(bytes: &[u8]) -> impl Iterator<Item = String> {
    let members: Vec<String> = bytes.split(|byte| *byte == b'.').map(sealed).collect();
    text(bytes).map(str::to_string).into_iter().chain([members.join(".")])
}

/// The link whose bytes these are, with the plan's identity before and a right checksum behind them: no mutation would
/// find them.
fn sealed(sections: &[u8]) -> String {
    let mut bytes = identity().to_vec();
    bytes.extend_from_slice(sections);
    let mut rest = u32::MAX;
    for byte in &bytes {
        rest ^= u32::from(*byte);
        for _ in 0..8 {
            rest = (rest >> 1) ^ (0xEDB8_8320 * (rest & 1));
        }
    }
    bytes.extend((!rest).to_be_bytes());
    let mut text = "v1".to_string();
    for three in bytes.chunks(3) {
        let number = three.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..=three.len() {
            text.push(char::from(LETTERS[(number >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// FNV-1a of the plan's id, folded to two bytes.
fn identity() -> [u8; 2] {
    let fold = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    let hash = plan().id.bytes().fold(2_166_136_261, fold).to_be_bytes();
    [hash[0] ^ hash[2], hash[1] ^ hash[3]]
}

fn read_link(bytes: &[u8]) {
    for text in links(bytes) {
        drop(link::decode_several(&text, plan()));
    }
}

fn check_link(bytes: &[u8]) {
    for text in links(bytes) {
        let members = link::decode_several(&text, plan()).unwrap_or_default();
        for opened in members.into_iter().flatten() {
            let seen = opened.seen.as_ref();
            // Longer than it was, where its author's page left the versions out.
            let Ok(written) = link::encode(&opened.value, seen, plan()) else {
                continue;
            };
            let again = link::decode(&written, plan()).expect("what was written opens");
            assert_eq!((&again.value, &again.seen), (&opened.value, &opened.seen), "{written}");
            assert_eq!(again.problems, [], "{written}");
            assert_eq!(link::encode(&again.value, again.seen.as_ref(), plan()), Ok(written));
            assert_document_holds(&opened.value);
        }
    }
}

fn check_document(bytes: &[u8]) {
    let Some(Ok(opened)) = text(bytes).map(|text| document::from_text(text, plan())) else {
        return;
    };
    assert_document_holds(&opened.value);
    let kept = Kept::default();
    let plain = Saved { kept, ..opened.value };
    match link::encode(&plain, None, plan()) {
        Ok(link) => assert_eq!(
            link::decode(&link, plan()).expect("what was written opens").value,
            plain
        ),
        Err(error) => assert!(matches!(error, LinkError::TooLong { .. }), "{error:?}"),
    }
}

/// Its document is read again as it was, and has one text.
fn assert_document_holds(saved: &Saved) {
    let written = document::to_text(saved, plan(), &MadeWith::now(plan()));
    let again = document::from_text(&written, plan()).expect("what was written opens");
    assert_eq!(again.value, *saved, "{written}");
    assert_eq!(document::to_text(&again.value, plan(), &again.made_with), written);
}

fn check_file(bytes: &[u8]) {
    let Some(Ok(imported)) = text(bytes).map(|text| file::from_text(text, plan())) else {
        return;
    };
    let taken: Vec<Saved> = imported.scenarios.into_iter().map(|taken| taken.saved).collect();
    taken.iter().for_each(assert_document_holds);
    let Ok(written) = file::to_text(&taken, plan(), imported.exported) else {
        return;
    };
    let again = file::from_text(&written, plan()).expect("what was written opens");
    assert_eq!((again.exported, again.lost), (imported.exported, 0));
    let again: Vec<Saved> = again.scenarios.into_iter().map(|taken| taken.saved).collect();
    assert_eq!(again, taken);
    assert_eq!(file::to_text(&again, plan(), imported.exported), Ok(written));
}

/// Also goes all the way back and forward.
fn read_history(text: &str) -> Option<[Vec<Saved>; 2]> {
    let history = history::from_text(text)?;
    Some(
        [history.past, history.future]
            .map(|mut steps| std::iter::from_fn(|| steps.pop(plan(), &Kept::default())).collect()),
    )
}

fn check_history(bytes: &[u8]) {
    let Some(text) = text(bytes) else { return };
    let Some(mut read) = history::from_text(text) else {
        return;
    };
    let written = history::to_text(&mut read, plan());
    assert_eq!(read_history(&written), read_history(text));
    let mut again = history::from_text(&written).expect("what was written opens");
    assert_eq!(history::to_text(&mut again, plan()), written);
}
