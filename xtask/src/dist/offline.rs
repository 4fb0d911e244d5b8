//! Tells the service worker which files make this version of the page: `public/sw.js` with its two gaps filled.
//! Must come last: whatever is written to the page afterwards would not be the file that was named.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use super::{address, digest};
use crate::failure::{Failure, Outcome};
use crate::site;

const SCRIPT: &str = "sw.js";
const VERSION_GAP: &str = "{{VERSION}}";
const FILES_GAP: &str = "/*{{FILES}}*/";

/// Not kept by readers: what only hosts, search engines, chats and lawyers read, and the service worker itself, which browsers keep
/// by their own rules.
const LEFT_OUT: [&str; 5] = ["_headers", "robots.txt", "licences.txt", address::PICTURE, SCRIPT];

/// Fills the gaps in the script of the finished page in `out`.
pub fn fill(out: &Path) -> Outcome<()> {
    let path = out.join(SCRIPT);
    let script = fs::read_to_string(&path).map_err(|error| Failure::file(&path, &error))?;
    if !script.contains(VERSION_GAP) || !script.contains(FILES_GAP) {
        return Err(
            Failure::new(format!("public/{SCRIPT} lacks {VERSION_GAP} or {FILES_GAP}"))
                .cure("The service worker has to know its version and files."),
        );
    }
    let mut digest = Sha256::new();
    let mut files = Vec::new();
    for name in site::names(out)? {
        if LEFT_OUT.contains(&name.as_str()) {
            continue;
        }
        let path = out.join(&name);
        let bytes = fs::read(&path).map_err(|error| Failure::file(&path, &error))?;
        digest.update(name.as_bytes());
        digest.update(Sha256::digest(&bytes));
        // A host may answer to either name of the page; readers ask for the shorter one.
        files.push(if name == "index.html" { "./".to_owned() } else { name });
    }
    let version = digest::short(digest);
    let files: Vec<String> = files.iter().map(|name| format!("{name:?}")).collect();
    let script = script
        .replace(VERSION_GAP, &version)
        .replace(FILES_GAP, &files.join(", "));
    fs::write(&path, script).map_err(|error| Failure::file(&path, &error))
}
