//! The content security policy: `public/_headers` holds it with a gap for the inline scripts' digests.
//! Must not loosen it: what a script needs beyond its digest is a change to `public/_headers`, where it is seen.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use crate::failure::{Failure, Outcome};
use crate::headers::HeaderRules;

/// Stands in `public/_headers` where the digests go.
pub const GAP: &str = "{{SCRIPT_DIGESTS}}";

const NAME: &str = "Content-Security-Policy";

/// The headers file with the digests of the inline scripts of `page` in its gap.
pub fn fill(headers: &str, page: &str) -> Outcome<String> {
    if !headers.contains(GAP) {
        return Err(Failure::new(format!("public/_headers has no {GAP}")).cure(
            "Put it into script-src: the start of the app is an inline script, which is only run by its digest.",
        ));
    }
    Ok(headers.replace(GAP, &inline_scripts(page).map(digest).collect::<Vec<_>>().join(" ")))
}

/// The page with the policy in a `<meta>`, for hosts that do not read `_headers`.
pub fn write_into_page(page: &str, headers: &str) -> Outcome<String> {
    let policy = HeaderRules::read(headers)
        .of("/")
        .into_iter()
        .find(|(name, _)| name == NAME);
    let Some((_, policy)) = policy else {
        return Err(
            Failure::new(format!("public/_headers sets no {NAME} for /")).cure("It belongs under the rule `/*`.")
        );
    };
    // Browsers ignore this one in a <meta> and complain about it.
    let directives = policy
        .split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty() && !part.starts_with("frame-ancestors"));
    let policy = directives.collect::<Vec<_>>().join("; ");
    // It applies to what follows it, so it goes before everything but the charset.
    let place = tags(page, "meta")
        .find(|tag| tag.text.contains("charset"))
        .map(|tag| tag.end);
    let Some(place) = place else {
        return Err(Failure::new("index.html has no <meta charset>").cure("It is the first line of its <head>."));
    };
    let (before, after) = page.split_at(place);
    Ok(format!(
        "{before}<meta http-equiv=\"{NAME}\" content=\"{policy}\">{after}"
    ))
}

/// The text of every script that is written into the page.
pub fn inline_scripts(page: &str) -> impl Iterator<Item = &str> {
    tags(page, "script")
        .filter(|tag| !has_attribute(tag.text, "src"))
        .filter_map(|tag| {
            let rest = &page[tag.end..];
            rest.find("</script").map(|end| &rest[..end])
        })
}

/// The source expression that allows exactly this script.
fn digest(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())))
}

/// An opening tag and the place after it.
pub struct Tag<'a> {
    /// From `<` to `>`.
    pub text: &'a str,
    /// The place of the byte after `>`.
    pub end: usize,
}

/// The opening tags of this name, or of any name where it is empty. Enough for HTML that Trunk has written: no
/// `>` stands in an attribute of ours.
pub fn tags<'a>(page: &'a str, name: &'a str) -> impl Iterator<Item = Tag<'a>> {
    page.match_indices('<').filter_map(move |(start, _)| {
        let text = &page[start..];
        let rest = text[1..].strip_prefix(name)?;
        let named = !name.is_empty() && rest.starts_with(|next: char| next.is_whitespace() || next == '>');
        let any = name.is_empty() && rest.starts_with(|first: char| first.is_ascii_alphabetic());
        let length = text.find('>').filter(|_| named || any)? + 1;
        Some(Tag {
            text: &text[..length],
            end: start + length,
        })
    })
}

/// Whether the tag carries the attribute.
pub fn has_attribute(tag: &str, name: &str) -> bool {
    let words = tag
        .split(|letter: char| letter.is_whitespace() || letter == '>')
        .skip(1);
    words
        .filter_map(|word| word.split('=').next())
        .any(|word| word.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><meta charset=utf-8><script src=boot.js></script>\
                        <script type=module>import a from './a.js'</script><p class=x>script</p>";

    #[test]
    fn only_inline_scripts_are_digested() {
        assert_eq!(inline_scripts(PAGE).collect::<Vec<_>>(), ["import a from './a.js'"]);
    }

    #[test]
    fn the_digest_is_the_one_browsers_compute() {
        // From the specification of content security policies.
        assert_eq!(
            digest("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
        );
    }

    #[test]
    fn the_page_carries_the_policy_after_its_charset() {
        let headers = format!("/*\n  {NAME}: script-src 'self' {GAP}; frame-ancestors 'none'\n");
        let filled = fill(&headers, PAGE).unwrap_or_default();
        let page = write_into_page(PAGE, &filled).unwrap_or_default();
        assert!(page.starts_with("<!doctype html><meta charset=utf-8><meta http-equiv=\"Content-Security-Policy\""));
        assert!(page.contains("script-src 'self' 'sha256-"));
        assert!(!page.contains("frame-ancestors"));
    }

    #[test]
    fn a_missing_gap_is_a_failure() {
        assert!(fill("/*\n  X: y\n", PAGE).is_err());
        assert!(write_into_page(PAGE, "/*\n  X: y\n").is_err());
    }
}
