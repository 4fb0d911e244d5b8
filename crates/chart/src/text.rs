//! Words and lengths in a drawing: how wide words will be, what must not be in them, how a length is written. It must not measure a font: the page's font
//! is not known here, and charts-rs would bring one of its own into the page for it.

/// About how wide `text` is at a font size of 1, in a sans-serif face, on the wide side so that nothing is cut off.
/// Tabular figures are assumed.
pub(crate) fn ems(text: &str) -> f64 {
    text.chars().map(letter_ems).sum()
}

fn letter_ems(letter: char) -> f64 {
    match letter {
        // Marks of decomposed Vietnamese stand on the letter before them.
        '\u{300}'..='\u{36f}' => 0.0,
        ' ' | '\u{a0}' | '\u{202f}' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'j' | 'l' | 'I' | '·' => 0.29,
        'f' | 'r' | 't' | '(' | ')' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '—' | '@' => 0.92,
        '0'..='9' | '–' | '+' | '−' | '≥' | '≤' | '=' | '<' | '>' => 0.58,
        'a'..='z' => 0.59,
        'A'..='Z' => 0.7,
        // Letters beyond ASCII: Vietnamese ones are as wide as what they are built on.
        '\u{80}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            if letter.is_uppercase() {
                0.74
            } else {
                0.62
            }
        }
        _ => 1.0,
    }
}

/// `text` without what XML has no way to write: control characters become blanks.
pub(crate) fn clean(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') {
                ' '
            } else {
                letter
            }
        })
        .collect()
}

/// Writes `text` into markup, escaped for an element's content and for a quoted attribute.
pub(crate) fn push_escaped(out: &mut String, text: &str) {
    for letter in clean(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(letter),
        }
    }
}

/// A length in tenths, without the formatting machinery.
pub(crate) fn push_tenth(out: &mut String, length: f64) {
    // Saturating, and places on a drawing are far from the limits.
    let tenths = (length * 10.0).round() as i64;
    if tenths < 0 {
        out.push('-');
    }
    let mut digits = [0u8; 20];
    let mut rest = tenths.unsigned_abs() / 10;
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    for digit in &digits[start..] {
        out.push(char::from(*digit));
    }
    let tenth = tenths.unsigned_abs() % 10;
    if tenth != 0 {
        out.push('.');
        out.push(char::from(b'0' + tenth as u8));
    }
}
