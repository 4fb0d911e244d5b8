//! What a command is given: a link, a file with a document or a link, or standard input. Opens it and says what is wrong.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use plan::Plan;
use wire::{Opened, Saved, document, link};

use crate::words;

/// A scenario that was opened, with what people call it.
#[derive(Debug)]
pub struct Input {
    /// The scenario's name, else where it came from.
    pub name: String,
    pub opened: Opened<Saved>,
}

/// Opens an input and tells on standard error what of it was not taken. None where nothing was.
pub fn open(argument: &OsStr, plan: &Plan) -> Option<Input> {
    match read(argument)
        .and_then(|(source, text)| Ok((parse(&text, plan).map_err(|why| (source.clone(), why))?, source)))
    {
        Ok((opened, source)) => {
            for problem in &opened.problems {
                eprintln!("{source}: {}", words::problem(problem));
            }
            let name = if opened.value.name.is_empty() {
                source
            } else {
                opened.value.name.clone()
            };
            Some(Input { name, opened })
        }
        Err((source, why)) => {
            eprintln!("{source}: {why}");
            None
        }
    }
}

/// Where the text is from, in a few letters, and the text.
fn read(argument: &OsStr) -> Result<(String, String), (String, String)> {
    let shown = argument.to_string_lossy().into_owned();
    if argument == "-" {
        let source = "standard input".to_owned();
        return match take(std::io::stdin().lock()) {
            Ok(text) => Ok((source, text)),
            Err(why) => Err((source, why)),
        };
    }
    let path = Path::new(argument);
    // A file goes first: nothing keeps it from having a name that looks like a link.
    if !path.is_file() && (shown.contains('#') || link::looks_like_link(shown.trim())) {
        return Ok(("link".to_owned(), shown));
    }
    let text = std::fs::File::open(path)
        .map_err(|error| error.to_string())
        .and_then(take);
    match text {
        Ok(text) => Ok((shown, text)),
        Err(why) => Err((shown, format!("cannot be read: {why}"))),
    }
}

/// At most a byte more than a document may have, so that a wrong file does not fill the memory.
fn take(from: impl Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(wire::limits::DOCUMENT_BYTES).unwrap_or(u64::MAX);
    from.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    if bytes.len() > wire::limits::DOCUMENT_BYTES {
        return Err(format!(
            "it has more than {} bytes, no scenario is that long",
            wire::limits::DOCUMENT_BYTES
        ));
    }
    String::from_utf8(bytes).map_err(|_| "it is no text in UTF-8".to_owned())
}

/// Documents are JSON objects; everything else is taken for a link.
fn parse(text: &str, plan: &Plan) -> Result<Opened<Saved>, String> {
    let bare = text.trim_start_matches('\u{FEFF}').trim();
    if bare.starts_with('{') {
        return document::from_text(text, plan).map_err(|error| words::document_error(&error));
    }
    // Behind the scenario the page writes which screen is open: `#v1…/t/income_per_capita`.
    let fragment = link::fragment(bare);
    let scenario = fragment.split_once('/').map_or(fragment, |(scenario, _)| scenario);
    link::decode(scenario, plan).map_err(words::link_error)
}
