//! Numbers as people type them: `7,5`, `7.5`, `15.000`, `15,000.5`. Pure text in, number out.

use plan::Language;

/// The number in `text`; None where it is none. In Vietnamese a comma is the decimal mark and points group thousands, in
/// English the other way round; where only one reading makes sense, that one is taken.
#[must_use]
pub fn parse_number(text: &str, language: Language) -> Option<f64> {
    let text: String = text
        .trim()
        .replace('−', "-")
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
        .collect();
    let text = text.strip_suffix('%').unwrap_or(&text);
    let (decimal, group) = match language {
        Language::Vietnamese => (',', '.'),
        Language::English => ('.', ','),
    };
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return None;
    }
    let plain = if is_grouped(digits, decimal, group) {
        digits.replace(group, "").replace(decimal, ".")
    } else if digits.chars().filter(|c| matches!(c, '.' | ',')).count() <= 1 {
        digits.replace(',', ".")
    } else {
        return None;
    };
    let value: f64 = plain.parse().ok()?;
    (value.is_finite()).then_some(if text.starts_with('-') { -value } else { value })
}

/// Whether `digits` reads as thousands set apart by `group`: 1–3 digits not starting with 0, then groups of three.
fn is_grouped(digits: &str, decimal: char, group: char) -> bool {
    let whole = digits.split(decimal).next().unwrap_or_default();
    if digits.matches(decimal).count() > 1 || digits.split(decimal).skip(1).any(|rest| rest.contains(group)) {
        return false;
    }
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    rest.is_empty() && digits.contains(decimal)
        || (!rest.is_empty()
            && (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && rest.iter().all(|part| part.len() == 3))
}

/// The year in `text`: four digits.
#[must_use]
pub fn parse_year(text: &str) -> Option<i16> {
    let text = text.trim();
    (text.len() == 4).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{parse_number, parse_year};
    use plan::Language::{English, Vietnamese};

    #[test]
    fn numbers_are_read_as_people_of_each_language_write_them() {
        for (text, vietnamese, english) in [
            ("7,5", Some(7.5), Some(7.5)),
            ("7.5", Some(7.5), Some(7.5)),
            ("15.000", Some(15_000.0), Some(15.0)),
            ("15,000", Some(15.0), Some(15_000.0)),
            ("1.234,5", Some(1_234.5), None),
            ("1,234.5", None, Some(1_234.5)),
            ("0.125", Some(0.125), Some(0.125)),
            (" −3 ", Some(-3.0), Some(-3.0)),
            ("99,5%", Some(99.5), Some(99.5)),
            ("12 000", Some(12_000.0), Some(12_000.0)),
            ("", None, None),
            ("-", None, None),
            ("abc", None, None),
            ("1e9", None, None),
            ("1.2.3", None, None),
            ("NaN", None, None),
        ] {
            assert_eq!(parse_number(text, Vietnamese), vietnamese, "vi {text:?}");
            assert_eq!(parse_number(text, English), english, "en {text:?}");
        }
    }

    #[test]
    fn a_year_has_four_digits() {
        assert_eq!(parse_year(" 2023 "), Some(2023));
        for text in ["23", "20233", "202a", ""] {
            assert_eq!(parse_year(text), None, "{text:?}");
        }
    }
}
