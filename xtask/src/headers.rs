//! The `_headers` file that static hosts read: path patterns, each with the headers its answers carry.
//! Must not know which headers the page needs; `public/_headers` says that.

/// The rules of one file, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeaderRules {
    rules: Vec<Rule>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl HeaderRules {
    /// Reads the file: a pattern starts its line, its headers follow indented, `#` starts a comment.
    pub fn read(text: &str) -> Self {
        let mut rules: Vec<Rule> = Vec::new();
        for line in text
            .lines()
            .filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
        {
            if !line.starts_with([' ', '\t']) {
                rules.push(Rule {
                    pattern: line.trim().to_owned(),
                    headers: Vec::new(),
                });
            } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(':')) {
                rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        }
        Self { rules }
    }

    /// The headers of an answer for `path`. Hosts join what several rules say about one name, and so does this.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let mut headers: Vec<(String, String)> = Vec::new();
        for (name, value) in self
            .rules
            .iter()
            .filter(|rule| matches(&rule.pattern, path))
            .flat_map(|rule| &rule.headers)
        {
            match headers.iter_mut().find(|(known, _)| known.eq_ignore_ascii_case(name)) {
                Some((_, values)) => {
                    values.push_str(", ");
                    values.push_str(value);
                }
                None => headers.push((name.clone(), value.clone())),
            }
        }
        headers
    }
}

/// Moves every pattern of the file below `base`, for a page that does not live at its host's root.
pub fn below(text: &str, base: &str) -> String {
    let base = base.trim_end_matches('/');
    let lines = text.lines().map(|line| {
        if line.starts_with('/') {
            format!("{base}{line}\n")
        } else {
            format!("{line}\n")
        }
    });
    lines.collect()
}

/// `*` stands for any text, as often as it occurs.
fn matches(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some(place) = rest.find(part) else {
            return false;
        };
        rest = &rest[place + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# about\n/*\n  X-One: 1\n  Cache-Control: a\n/*.wasm\n  Cache-Control: b: c\n";

    #[test]
    fn rules_that_match_are_joined() {
        let rules = HeaderRules::read(FILE);
        assert_eq!(
            rules.of("/"),
            [("X-One".into(), "1".into()), ("Cache-Control".into(), "a".into())]
        );
        assert_eq!(rules.of("/x/app.wasm")[1].1, "a, b: c");
    }

    #[test]
    fn a_star_is_any_text() {
        assert!(matches("/*", "/"));
        assert!(matches("/", "/"));
        assert!(!matches("/", "/index.html"));
        assert!(matches("/*.js", "/deep/app.js"));
        assert!(!matches("/*.js", "/app.js.map"));
        assert!(matches("/a*b*c", "/axxbyyc"));
        assert!(!matches("/a*b*c", "/axxc"));
    }

    #[test]
    fn patterns_move_below_a_base() {
        let moved = below(FILE, "/kich-ban/");
        assert!(HeaderRules::read(&moved).of("/app.wasm").is_empty());
        assert_eq!(HeaderRules::read(&moved).of("/kich-ban/app.wasm").len(), 2);
    }
}
