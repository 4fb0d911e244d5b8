//! Puts values into a text: `{year}` becomes the value named `year`.

use std::fmt::{Display, Write as _};

/// `template` with each `{name}` replaced by its value. What has no value stays as it is, so that nobody sees a gap.
#[must_use]
pub fn fill(template: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, behind)) = after.split_once('}') else {
            text.push('{');
            rest = after;
            continue;
        };
        match values.iter().find(|(known, _)| *known == name) {
            Some((_, value)) => {
                // Into a string: it cannot fail.
                let _ = write!(text, "{value}");
            }
            None => {
                debug_assert!(false, "{name} of {template:?} has no value");
                let _ = write!(text, "{{{name}}}");
            }
        }
        rest = behind;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_their_names_stood() {
        assert_eq!(
            fill("{from}–{to}: {n} %", &[("to", &2025), ("n", &"7,5"), ("from", &2021)]),
            "2021–2025: 7,5 %"
        );
        assert_eq!(fill("a { b", &[]), "a { b");
        assert_eq!(fill("", &[]), "");
    }
}
