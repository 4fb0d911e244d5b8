//! Whether a server answers every file of the page as `_headers` wants it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::headers::HeaderRules;
use crate::site;

/// Fails with every file that is answered otherwise.
pub fn check(port: u16, page: &Path) -> Outcome<()> {
    let file = page.join("_headers");
    let rules = fs::read_to_string(&file).map_err(|error| Failure::file(&file, &error))?;
    let rules = HeaderRules::read(&rules);
    let mut wrong = Vec::new();
    for name in site::names(page)? {
        if name == "_headers" || name.ends_with(".br") {
            continue;
        }
        let path = if name == "index.html" {
            "/".to_owned()
        } else {
            format!("/{name}")
        };
        let head = head(port, &path).map_err(|error| Failure::new(format!("{path}: {error}")))?;
        wrong.extend(differences(&head, &rules.of(&path)).map(|problem| format!("{path}: {problem}")));
        let is_compressed = head.to_lowercase().contains("\ncontent-encoding: br\r");
        if page.join(format!("{name}.br")).is_file() && !is_compressed {
            wrong.push(format!("{path}: not compressed"));
        }
    }
    if wrong.is_empty() {
        return Ok(());
    }
    Err(Failure::new(wrong.join("\n")).cure("docs/nginx.conf and public/_headers have to say the same."))
}

/// Status and fields of an answer.
fn head(port: u16, path: &str) -> std::io::Result<String> {
    let mut connection = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    connection.set_read_timeout(Some(Duration::from_secs(10)))?;
    let request =
        format!("HEAD {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\nConnection: close\r\n\r\n");
    connection.write_all(request.as_bytes())?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer)?;
    Ok(answer)
}

fn differences<'a>(head: &'a str, wanted: &'a [(String, String)]) -> impl Iterator<Item = String> + 'a {
    let status = head.lines().next().unwrap_or_default();
    let bad_status = (!status.contains(" 200 ")).then(|| status.to_owned());
    let missing = wanted.iter().filter_map(|(name, value)| {
        let found = head.lines().find_map(|line| {
            let (field, found) = line.split_once(':')?;
            field.eq_ignore_ascii_case(name).then(|| found.trim())
        });
        // The page itself holds the policy, with the digests of its build, which a server's file cannot know.
        let may_lack = name == "Content-Security-Policy";
        let is_right = found.map_or(may_lack, |found| found == value);
        (!is_right).then(|| format!("{name} is {found:?} instead of {value:?}"))
    });
    bad_status.into_iter().chain(missing)
}

#[cfg(test)]
mod tests {
    use super::differences;

    #[test]
    fn a_field_that_lacks_or_differs_is_named() {
        let wanted = [("A".to_owned(), "1".to_owned()), ("B".to_owned(), "2".to_owned())];
        let of = |head: &str| differences(head, &wanted).count();
        assert_eq!(of("HTTP/1.1 200 OK\r\na: 1\r\nB: 2\r\n"), 0);
        assert_eq!(of("HTTP/1.1 200 OK\r\na: 1\r\nB: 3\r\n"), 1);
        assert_eq!(of("HTTP/1.1 404 Not Found\r\na: 1\r\n"), 2);
    }

    #[test]
    fn a_policy_stands_in_the_page_or_is_the_same() {
        let wanted = [("Content-Security-Policy".to_owned(), "default-src 'none'".to_owned())];
        assert_eq!(differences("HTTP/1.1 200 OK\r\n", &wanted).count(), 0);
        let other = "HTTP/1.1 200 OK\r\nContent-Security-Policy: default-src *\r\n";
        assert_eq!(differences(other, &wanted).count(), 1);
    }
}
