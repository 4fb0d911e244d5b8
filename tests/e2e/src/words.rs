//! What the page should say, from the same file it takes its words from: rewording a message breaks no test, leaving it
//! out does.

use serde_json::Value;

use crate::Outcome;

const VIETNAMESE: &str = include_str!("../../../locales/vi.json");
const ENGLISH: &str = include_str!("../../../locales/en.json");

/// The Vietnamese text under `key`, such as `share.kept`; of a text with values in it, the longest part between them.
pub fn vietnamese(key: &str) -> Outcome<String> {
    words(VIETNAMESE, key)
}

/// As [`vietnamese`], in English.
pub fn english(key: &str) -> Outcome<String> {
    words(ENGLISH, key)
}

fn words(file: &str, key: &str) -> Outcome<String> {
    let texts: Value = serde_json::from_str(file)?;
    let text = key.split('.').fold(&texts, |texts, name| &texts[name]);
    let text = text.as_str().ok_or_else(|| format!("the page has no text {key}"))?;
    let parts = text
        .split('{')
        .map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
    let longest = parts.map(str::trim).max_by_key(|part| part.len());
    Ok(longest.unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn the_longest_part_between_values_is_found() {
        let file = r#"{ "a": { "b": "{x}: from {y} to {z} and no more.", "c": "Kept." } }"#;
        assert_eq!(words(file, "a.b").ok().as_deref(), Some("and no more."));
        assert_eq!(words(file, "a.c").ok().as_deref(), Some("Kept."));
        assert!(words(file, "a.d").is_err());
    }
}
