//! Figures and rules in Vietnamese for the text that stands in the page before the app: the templates of `locales/vi.json`.
//! Must not word anything that the app words otherwise; the app's own modules (`src/words`) need a browser.

use std::fs;

use plan::{Observation, Rule, Target};
use serde_json::Value;

use crate::failure::{Failure, Outcome};
use crate::paths;

/// Digits behind the mark beyond which a published figure is harder to read and no more certain, as on the board.
const MOST_DIGITS: u8 = 2;
/// Digits behind the mark of what the plan asks; it asks for none finer.
const RULE_DIGITS: u8 = 4;

/// The texts of one language.
pub struct Words(Value);

impl Words {
    /// The page's Vietnamese texts.
    pub fn vietnamese() -> Outcome<Self> {
        let path = paths::root().join("locales").join("vi.json");
        let text = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
        let texts = serde_json::from_str(&text)
            .map_err(|error| Failure::new(format!("{} is not JSON: {error}", path.display())))?;
        Ok(Self(texts))
    }

    /// The text at `group.key`.
    pub fn text(&self, group: &str, key: &str) -> Outcome<&str> {
        self.0[group][key].as_str().ok_or_else(|| {
            Failure::new(format!("locales/vi.json has no text {group}.{key}"))
                .cure("The text before the app uses it: give it back, or adapt xtask/src/dist/prerender.rs.")
        })
    }

    /// The text at `group.key` with `value` in place of each `{name}`.
    pub fn fill(&self, group: &str, key: &str, values: &[(&str, &str)]) -> Outcome<String> {
        let mut text = self.text(group, key)?.to_owned();
        for (name, value) in values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        Ok(text)
    }

    /// What a milestone asks: `≥ 40`, `80–85`, `hạng ≤ 15`.
    pub fn rule(&self, target: &Target, rule: Rule) -> Outcome<String> {
        let one = |key: &str, value: f64| self.fill("rule", key, &[("value", &short(target, value))]);
        match rule {
            Rule::AtLeast(value) => one("at_least", value),
            Rule::Above(value) => one("above", value),
            Rule::AtMost(value) => one("at_most", value),
            Rule::Below(value) => one("below", value),
            Rule::About(value) => one("about", value),
            Rule::Range { from, to } => {
                let ends = [("from", amount(from, RULE_DIGITS)), ("to", short(target, to))];
                self.fill(
                    "rule",
                    "range",
                    &ends.each_ref().map(|(name, end)| (*name, end.as_str())),
                )
            }
            Rule::RankAtMost(value) => self.fill("rule", "rank", &[("value", &amount(value, 0))]),
            Rule::Beats => self.text("rule", "beats").map(str::to_owned),
            Rule::Done => self.text("rule", "done").map(str::to_owned),
        }
    }
}

/// A published figure with its own digits, at most two.
pub fn figure(target: &Target, figure: &Observation) -> String {
    with_sign(target, amount(figure.value, figure.decimals.min(MOST_DIGITS)))
}

fn short(target: &Target, value: f64) -> String {
    with_sign(target, amount(value, RULE_DIGITS))
}

/// A share keeps its sign; other units stand beside the name.
fn with_sign(target: &Target, text: String) -> String {
    if target.unit.is_percent {
        format!("{text}%")
    } else {
        text
    }
}

/// `value` with as many digits as it needs, at most `most`: decimal comma, a point between thousands, as `Intl` writes it.
fn amount(value: f64, most: u8) -> String {
    let text = format!("{:.*}", usize::from(most), value.abs());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let fraction = fraction.trim_end_matches('0');
    let mut written = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    if !fraction.is_empty() {
        written.push(',');
        written.push_str(fraction);
    }
    let is_negative = value < 0.0 && written.chars().any(|digit| ('1'..='9').contains(&digit));
    if is_negative { format!("−{written}") } else { written }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_vietnamese_writes_them() {
        for (value, most, written) in [
            (55.0452, 2, "55,05"),
            (40.0, 4, "40"),
            (17_000.0, 0, "17.000"),
            (1_234_567.5, 1, "1.234.567,5"),
            (0.001, 2, "0"),
            (-0.001, 2, "0"),
            (-1.5, 1, "−1,5"),
        ] {
            assert_eq!(amount(value, most), written);
        }
    }

    #[test]
    fn every_rule_of_the_plan_has_words() -> Outcome<()> {
        let words = Words::vietnamese()?;
        for target in plan::plan().targets {
            for milestone in target.milestones {
                let text = words.rule(target, milestone.rule)?;
                assert!(!text.is_empty() && !text.contains(['{', '}']), "{}: {text}", target.id);
            }
        }
        Ok(())
    }
}
