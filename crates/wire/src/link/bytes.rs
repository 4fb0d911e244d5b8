//! Numbers as bytes: LEB128 varints, plain and zigzag, written and read in their shortest form only.

/// What is left to read. Every step takes from the front, or returns None and leaves the rest undefined.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) const fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    /// The next `count` bytes; None where fewer are left.
    pub(super) fn take(&mut self, count: u64) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(usize::try_from(count).ok()?)?;
        self.rest = rest;
        Some(taken)
    }

    /// A varint in its shortest form.
    pub(super) fn varint(&mut self) -> Option<u64> {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let low = u64::from(byte & 0x7F);
            // The tenth byte has room for one bit only.
            if shift == 63 && low > 1 {
                return None;
            }
            value |= low << shift;
            if byte & 0x80 == 0 {
                let is_shortest = byte != 0 || shift == 0;
                return is_shortest.then_some(value);
            }
        }
        None
    }

    /// A varint that can be negative: 0, −1, 1, −2, …
    pub(super) fn zigzag(&mut self) -> Option<i64> {
        let value = self.varint()?;
        Some((value >> 1).cast_signed() ^ -((value & 1).cast_signed()))
    }
}

pub(super) fn put_varint(mut value: u64, bytes: &mut Vec<u8>) {
    while value >= 0x80 {
        bytes.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    bytes.push(value.to_le_bytes()[0]);
}

pub(super) fn put_zigzag(value: i64, bytes: &mut Vec<u8>) {
    put_varint(((value << 1) ^ (value >> 63)).cast_unsigned(), bytes);
}

/// `content` behind its length.
pub(super) fn put_block(content: &[u8], bytes: &mut Vec<u8>) {
    put_varint(content.len() as u64, bytes);
    bytes.extend_from_slice(content);
}

#[cfg(test)]
mod tests {
    use super::{Reader, put_varint, put_zigzag};

    #[test]
    fn varints_come_back() {
        for value in [0, 1, 127, 128, 300, 16_383, 16_384, u64::MAX - 1, u64::MAX] {
            let mut bytes = Vec::new();
            put_varint(value, &mut bytes);
            let mut reader = Reader::new(&bytes);
            assert_eq!(reader.varint(), Some(value));
            assert!(reader.is_empty());
        }
        for value in [0, -1, 1, -64, 64, i64::MIN, i64::MAX] {
            let mut bytes = Vec::new();
            put_zigzag(value, &mut bytes);
            assert_eq!(Reader::new(&bytes).zigzag(), Some(value));
        }
    }

    #[test]
    fn other_forms_are_refused() {
        let too_large = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02];
        let too_many = [0x80; 11];
        for bytes in [
            &[][..],
            &[0x80],
            &[0x80, 0x00],
            &[0xFF, 0x80, 0x00],
            &too_large,
            &too_many,
        ] {
            assert_eq!(Reader::new(bytes).varint(), None, "{bytes:?}");
        }
    }

    #[test]
    fn no_more_than_is_left() {
        let mut reader = Reader::new(&[1, 2, 3]);
        assert_eq!(reader.take(u64::MAX), None);
        assert_eq!(reader.take(2), Some(&[1, 2][..]));
        assert_eq!(reader.rest(), [3]);
    }
}
