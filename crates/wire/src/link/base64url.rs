//! Base64 with `-` and `_` and without padding (RFC 4648, section 5). Reading is strict: one text for each run of bytes.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Appends `bytes` to `text`.
pub(super) fn encode(bytes: &[u8], text: &mut String) {
    text.reserve(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let joined = group
            .iter()
            .fold(0_u32, |joined, byte| (joined << 8) | u32::from(*byte))
            << (8 * (3 - group.len()));
        for place in 0..=group.len() {
            let six = (joined >> (18 - 6 * place)) & 63;
            text.extend(ALPHABET.get(six as usize).map(|letter| char::from(*letter)));
        }
    }
}

/// The bytes of `text`; None for a foreign character, an impossible length, or left-over bits that are not 0.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for group in text.as_bytes().chunks(4) {
        let mut joined = 0_u32;
        for letter in group {
            joined = (joined << 6) | u32::from(value(*letter)?);
        }
        let [_, first, second, third] = (joined << (6 * (4 - group.len()))).to_be_bytes();
        match (group.len(), second, third) {
            (4, ..) => bytes.extend([first, second, third]),
            (3, _, 0) => bytes.extend([first, second]),
            (2, 0, 0) => bytes.push(first),
            _ => return None,
        }
    }
    Some(bytes)
}

const fn value(letter: u8) -> Option<u8> {
    Some(match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    /// The vectors of RFC 4648, section 10, without padding, and both letters that differ from plain base64.
    const VECTORS: [(&[u8], &str); 8] = [
        (b"", ""),
        (b"f", "Zg"),
        (b"fo", "Zm8"),
        (b"foo", "Zm9v"),
        (b"foob", "Zm9vYg"),
        (b"fooba", "Zm9vYmE"),
        (b"foobar", "Zm9vYmFy"),
        (&[0xFB, 0xFF, 0xBF], "-_-_"),
    ];

    #[test]
    fn vectors() {
        for (bytes, text) in VECTORS {
            let mut written = String::new();
            encode(bytes, &mut written);
            assert_eq!(written, text);
            assert_eq!(decode(text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn only_one_text_for_each_run_of_bytes() {
        for text in ["Z", "Zm9vY", "Zh", "Zm9", "Zg==", "Zm 9", "Zm+v", "Zm/v", "Zạ"] {
            assert_eq!(decode(text), None, "{text}");
        }
    }
}
