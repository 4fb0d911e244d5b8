//! CRC-32 (ISO-HDLC, as in zip and PNG): finds every change of a single character, which touches at most eight bits in a
//! row, and all but one in four thousand million others. No protection against intent: a link is not signed.

/// The checksum of `bytes`.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    let mut register = !0_u32;
    for byte in bytes {
        register ^= u32::from(*byte);
        for _ in 0..8 {
            let is_odd = register & 1 == 1;
            register = (register >> 1) ^ if is_odd { 0xEDB8_8320 } else { 0 };
        }
    }
    !register
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_usual_check_value() {
        assert_eq!(super::crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(super::crc32(b""), 0);
    }
}
