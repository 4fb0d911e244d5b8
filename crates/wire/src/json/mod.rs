//! JSON text, read one level at a time and written as a tree. Knows nothing of scenarios.

mod read;
mod write;

pub(crate) use read::{Node, Object, elements, node};
pub(crate) use write::{Value, to_text};

/// Lists and objects within one another, as deep as the text has them. Text that is no JSON has some depth too.
pub(crate) fn depth(text: &str) -> usize {
    let (mut depth, mut deepest, mut is_text, mut is_escaped) = (0_usize, 0, false, false);
    for letter in text.bytes() {
        match letter {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            _ if is_text => {}
            b'{' | b'[' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::depth;

    #[test]
    fn brackets_in_texts_do_not_count() {
        for (text, expected) in [
            ("", 0),
            ("7", 0),
            ("[]", 1),
            (r#"{"a":[{}],"b":{}}"#, 3),
            (r#"["[[[[","\"[[","\\"]"#, 1),
            ("]]]][", 1),
        ] {
            assert_eq!(depth(text), expected, "{text}");
        }
    }
}
