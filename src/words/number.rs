//! Numbers: decimal comma in Vietnamese, point in English, units behind.

use engine::{Figure, Pace, PaceUnit};
use plan::{Language, Unit};

use super::{locale, tag};
use crate::platform::numbers;

/// `value` with exactly `decimals` digits after the decimal mark.
#[must_use]
pub fn number(value: f64, decimals: u8, language: Language) -> String {
    with_minus(numbers::format(value, decimals, decimals, tag(language)))
}

/// `value` with as many digits as it needs, at most `most`.
#[must_use]
pub fn amount(value: f64, most: u8, language: Language) -> String {
    with_minus(numbers::format(value, 0, most, tag(language)))
}

/// A real minus sign, as wide as a plus.
fn with_minus(text: String) -> String {
    if text.starts_with('-') {
        text.replacen('-', "−", 1)
    } else {
        text
    }
}

/// `value` with a plus or minus sign.
#[must_use]
pub fn signed(value: f64, decimals: u8, language: Language) -> String {
    let text = number(value.abs(), decimals, language);
    let rounds_to_zero = !text.chars().any(|digit| ('1'..='9').contains(&digit));
    match value {
        _ if rounds_to_zero => text,
        value if value < 0.0 => format!("−{text}"),
        _ => format!("+{text}"),
    }
}

/// Digits of a figure beyond which it is harder to read and no more certain: 4 of 9 districts are 44.44 %.
const MOST_DIGITS: u8 = 2;

/// A published or typed figure with its own digits, at most two; the table of figures shows all.
#[must_use]
pub fn figure(figure: &Figure, language: Language) -> String {
    amount(figure.value, figure.decimals.min(MOST_DIGITS), language)
}

/// A number's text with the unit behind it.
#[must_use]
pub fn with_unit(text: &str, unit: &Unit, language: Language) -> String {
    let label = unit.label.get(language);
    if label.is_empty() {
        text.to_string()
    } else if label.starts_with('%') {
        format!("{text}{label}")
    } else {
        format!("{text} {label}")
    }
}

/// A date as a year with its fraction, without a mark between its thousands: `2027,5`.
#[must_use]
pub fn date(value: f64, language: Language) -> String {
    let year = value.floor();
    let fraction = amount(value - year, 3, language);
    format!("{year:.0}{}", fraction.strip_prefix('0').unwrap_or_default())
}

/// A level of a target with the digits of its unit; a share keeps its sign, other units stand in the title.
#[must_use]
pub fn level(value: f64, unit: &Unit, language: Language) -> String {
    let text = number(value, unit.decimals, language);
    if unit.is_percent { format!("{text}%") } else { text }
}

/// A probability (fraction) as it may honestly be printed: to 5 %, to 1 % near the ends and where the word for it changes
/// (at 33 and 66 %), so that one number never has two words; never 0 or 100.
#[must_use]
pub fn percent(probability: f64, language: Language) -> String {
    let percent = probability * 100.0;
    if percent < 1.0 {
        return "<\u{a0}1%".to_string();
    }
    if percent > 99.0 {
        return ">\u{a0}99%".to_string();
    }
    let is_fine = !(12.5..87.5).contains(&percent) || [33.0, 66.0].iter().any(|edge| (percent - edge).abs() < 3.0);
    let step = if is_fine { 1.0 } else { 5.0 };
    // Rounded down where it is fine: 65.7 % is not yet "likely", so it is not yet 66.
    let steps = if is_fine {
        percent.floor()
    } else {
        (percent / step).round()
    };
    format!("{}%", number(steps * step, 0, language))
}

/// A pace with its sign and unit: `+7,8% mỗi năm`, `+0.20 years a year`.
#[must_use]
pub fn unit_per_year(pace: &Pace, unit: &Unit, language: Language) -> String {
    let locale = locale(language);
    match pace.unit {
        PaceUnit::PercentPerYear => {
            let text = format!("{}%", signed(pace.value, 1, language));
            text!(locale, target.a_year, value = text).to_string()
        }
        PaceUnit::UnitsPerYear => {
            let decimals = match pace.value.abs() {
                size if size >= 100.0 => 0,
                size if size >= 10.0 => 1,
                _ => 2,
            };
            let text = signed(pace.value, decimals, language);
            let label = if unit.is_percent {
                text!(locale, lever.unit_points_year).to_string()
            } else if unit.id == "rank" {
                text!(locale, lever.unit_places_year).to_string()
            } else {
                text!(locale, lever.unit_unit_year, unit = unit.label.get(language)).to_string()
            };
            format!("{text} {label}")
        }
    }
}
