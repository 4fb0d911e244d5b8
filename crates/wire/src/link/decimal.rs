//! A number as the shortest decimal that reads back as exactly that number: people type 8.5, not its binary expansion.
//!
//! One byte, the power of ten as a signed number, then the digits as a zigzag varint: 8.5 is 85 and −1, three bytes. Where
//! that takes more than nine bytes, or the number has no decimal form, the power byte is −128 and the eight bytes of the
//! IEEE 754 double follow, lowest first. Each number has one form; any other is refused.

use super::bytes::{Reader, put_zigzag};

/// Power byte of a raw double.
const RAW: i8 = i8::MIN;
/// Bytes of a raw double with its power byte.
const RAW_BYTES: usize = 9;

pub(super) fn put(value: f64, bytes: &mut Vec<u8>) {
    // −0 and 0 are one value.
    let value = if value == 0.0 { 0.0 } else { value };
    let short = shortest(value);
    match short {
        Some(short) if short.len() <= RAW_BYTES => bytes.extend(short),
        _ => {
            bytes.extend(RAW.to_le_bytes());
            bytes.extend(value.to_bits().to_le_bytes());
        }
    }
}

pub(super) fn read(reader: &mut Reader) -> Option<f64> {
    let before = reader.rest();
    let power = i8::from_le_bytes([reader.byte()?]);
    let value = if power == RAW {
        f64::from_bits(u64::from_le_bytes(reader.take(8)?.try_into().ok()?))
    } else {
        let digits = reader.zigzag()?;
        format!("{digits}e{power}").parse().ok()?
    };
    let used = before.len() - reader.rest().len();
    let mut canonical = Vec::with_capacity(RAW_BYTES);
    put(value, &mut canonical);
    (before.get(..used) == Some(canonical.as_slice())).then_some(value)
}

/// The decimal form; None where there is none.
fn shortest(value: f64) -> Option<Vec<u8>> {
    // `{:e}` gives the fewest digits that read back as `value`, without trailing zeros: 8.5e0, 1e2, -1.25e-3.
    let text = format!("{value:e}");
    let (digits, power) = text.split_once('e')?;
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    let power = power
        .parse::<i32>()
        .ok()?
        .checked_sub(i32::try_from(fraction.len()).ok()?)?;
    let power = i8::try_from(power).ok().filter(|power| *power != RAW)?;
    let mut bytes = power.to_le_bytes().to_vec();
    put_zigzag(digits, &mut bytes);
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn bytes_of(value: f64) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(value, &mut bytes);
        bytes
    }

    #[test]
    fn typed_numbers_are_short() {
        for (value, length) in [
            (0.0, 2),
            (8.5, 3),
            (6.0, 2),
            (-3.0, 2),
            (66.0, 3),
            (100.0, 2),
            (1_300.0, 2),
            (99.95, 4),
        ] {
            assert_eq!(bytes_of(value).len(), length, "{value}");
        }
        assert_eq!(bytes_of(8.5), [0xFF, 0xAA, 0x01]);
        assert_eq!(bytes_of(-0.0), bytes_of(0.0));
    }

    #[test]
    fn odd_numbers_are_exact() {
        let odd = [
            0.1 + 0.2,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324,
            1.0 / 3.0,
            1e127,
            1e128,
            1e-127,
            1e-128,
            f64::INFINITY,
        ];
        for value in odd {
            let bytes = bytes_of(value);
            assert!(bytes.len() <= RAW_BYTES);
            assert_eq!(
                read(&mut Reader::new(&bytes)).map(f64::to_bits),
                Some(value.to_bits()),
                "{value}"
            );
        }
    }

    #[test]
    fn one_form_for_each_number() {
        // 10 for 1e1, 0e1 for 0, −0 raw, 1 raw.
        let mut minus_zero = vec![0x80];
        minus_zero.extend((-0.0_f64).to_bits().to_le_bytes());
        let mut one = vec![0x80];
        one.extend(1.0_f64.to_bits().to_le_bytes());
        for bytes in [vec![0, 20], vec![1, 0], minus_zero, one] {
            assert_eq!(read(&mut Reader::new(&bytes)), None, "{bytes:?}");
        }
    }

    proptest! {
        #[test]
        fn every_double_comes_back(bits: u64) {
            let value = f64::from_bits(bits);
            let bytes = bytes_of(value);
            prop_assert!(bytes.len() <= RAW_BYTES);
            let expected = if value == 0.0 { 0 } else { bits };
            prop_assert_eq!(read(&mut Reader::new(&bytes)).map(f64::to_bits), Some(expected));
        }

        #[test]
        fn accepted_bytes_are_canonical(bytes in proptest::collection::vec(any::<u8>(), 0..12)) {
            let mut reader = Reader::new(&bytes);
            if let Some(value) = read(&mut reader) {
                let used = bytes.len() - reader.rest().len();
                prop_assert_eq!(Some(&bytes_of(value)[..]), bytes.get(..used));
            }
        }
    }
}
