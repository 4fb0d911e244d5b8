//! Words in a drawing: how wide they will be, and what must not be in them. It must not measure a font: the page's font
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
