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

/// The date in `text` as a year with its fraction: `2027`, `2027,5`, or the end of a quarter as `2027 Q2`, `Q2/2027`, `quý
/// 2 2027`.
#[must_use]
pub fn parse_date(text: &str, language: Language) -> Option<f64> {
    let lower = text.trim().to_lowercase().replace("quý", "q");
    let Some((before, after)) = lower.split_once('q') else {
        return parse_number(&lower, language);
    };
    let after = after.trim_start();
    let quarter = after
        .chars()
        .next()?
        .to_digit(10)
        .filter(|digit| (1..=4).contains(digit))?;
    let between = |c: char| c.is_whitespace() || matches!(c, '/' | '-' | ',' | '.');
    let rest = format!("{before}{}", after.get(1..)?);
    let year = parse_year(rest.trim_matches(between))?;
    Some(f64::from(year) + f64::from(quarter) * 0.25)
}

#[cfg(test)]
mod tests {
    use super::{parse_date, parse_number, parse_year};
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
    fn a_date_is_a_year_with_its_fraction_or_a_quarter() {
        for (text, date) in [
            ("2027", Some(2027.0)),
            ("2027,5", Some(2027.5)),
            ("2027.25", Some(2027.25)),
            ("2027 Q2", Some(2027.5)),
            ("Q4/2027", Some(2028.0)),
            ("quý 3 2027", Some(2027.75)),
            ("Quý 1/2027", Some(2027.25)),
            ("Q5 2027", None),
            ("Q2", None),
            ("Q2 27", None),
            ("", None),
            ("soon", None),
        ] {
            assert_eq!(parse_date(text, Vietnamese), date, "{text:?}");
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
