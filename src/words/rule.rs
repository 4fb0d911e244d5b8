//! What a milestone asks, in few signs.

use engine::Threshold;
use plan::{Language, Rule, Target};

use super::{amount, locale};

/// `≥ 40`, `80–85`, `trong 15 hạng đầu`.
#[must_use]
pub fn rule(target: &Target, rule: Rule, threshold: Option<&Threshold>, language: Language) -> String {
    let locale = locale(language);
    let text = |value: f64| short(target, value, language);
    match rule {
        Rule::AtLeast(value) => text!(locale, rule.at_least, value = text(value)).to_string(),
        Rule::Above(value) => text!(locale, rule.above, value = text(value)).to_string(),
        Rule::AtMost(value) => text!(locale, rule.at_most, value = text(value)).to_string(),
        Rule::Below(value) => text!(locale, rule.below, value = text(value)).to_string(),
        Rule::About(value) => text!(locale, rule.about, value = text(value)).to_string(),
        Rule::Range { from, to } => {
            text!(locale, rule.range, from = amount(from, 4, language), to = text(to)).to_string()
        }
        Rule::RankAtMost(value) => text!(locale, rule.rank, value = amount(value, 0, language)).to_string(),
        Rule::Beats => match threshold {
            Some(threshold) => text!(locale, rule.beats_known, value = text(threshold.value)).to_string(),
            None => text!(locale, rule.beats).to_string(),
        },
        Rule::Done => text!(locale, rule.done).to_string(),
    }
}

/// The value of a threshold: `40`, `80–85`.
#[must_use]
pub fn threshold_value(target: &Target, threshold: &Threshold, language: Language) -> String {
    match threshold.upper {
        Some(upper) => format!(
            "{}–{}",
            amount(threshold.value, 4, language),
            short(target, upper, language)
        ),
        None => short(target, threshold.value, language),
    }
}

/// The number with a percent sign where the unit is a share, else alone: the unit stands in the title.
fn short(target: &Target, value: f64, language: Language) -> String {
    let text = amount(value, 4, language);
    if target.unit.is_percent {
        format!("{text}%")
    } else {
        text
    }
}
