//! One style sheet of all: each is a request that the first text waits for.
//! Must not change a rule; the order is that of the page.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::digest;
use super::policy::tags;
use crate::failure::{Failure, Outcome};

/// Joins the style sheets of `page` in `out`, and gives the page that names the one.
pub fn join(out: &Path, page: &str) -> Outcome<String> {
    let links: Vec<&str> = tags(page, "link")
        .map(|tag| tag.text)
        .filter(|tag| tag.contains("rel=stylesheet") || tag.contains("rel=\"stylesheet\""))
        .collect();
    let (mut text, mut digest) = (String::new(), Sha256::new());
    for link in &links {
        let path = out.join(file(link)?);
        let sheet = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
        digest.update(&sheet);
        text.push_str(&sheet);
        fs::remove_file(&path).map_err(|error| Failure::file(&path, &error))?;
    }
    let name = format!("style-{}.css", digest::short(digest));
    fs::write(out.join(&name), text).map_err(|error| Failure::file(&out.join(&name), &error))?;
    let mut page = page.to_owned();
    for (index, link) in links.iter().enumerate() {
        let new = if index == 0 {
            link.replacen(file(link)?, &name, 1)
        } else {
            String::new()
        };
        page = page.replacen(link, &new, 1);
    }
    Ok(page)
}

/// The file that a link names, without the `./` before it.
fn file(link: &str) -> Outcome<&str> {
    let words = link.trim_matches(['<', '>']).split_whitespace();
    let address = words
        .filter_map(|word| word.strip_prefix("href="))
        .map(|address| address.trim_matches('"'))
        .next();
    address
        .map(|address| address.rsplit('/').next().unwrap_or(address))
        .ok_or_else(|| {
            Failure::new(format!("{link} names no style sheet"))
                .cure("Trunk writes its links differently than it did; adapt xtask/src/dist/styles.rs.")
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_names_its_file_under_any_path() {
        for link in [
            "<link href=./base-1.css rel=stylesheet>",
            "<link rel=\"stylesheet\" href=\"/a/base-1.css\">",
        ] {
            assert_eq!(file(link).unwrap_or_default(), "base-1.css");
        }
        assert!(file("<link rel=stylesheet>").is_err());
    }
}
