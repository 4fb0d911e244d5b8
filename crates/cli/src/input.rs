//! What a command is given: a link, a file with scenarios or a link, or standard input. Opens it and says what is wrong.

use std::ffi::OsStr;
use std::io::Read;
use std::path::Path;

use plan::Plan;
use wire::file::Imported;
use wire::{LinkError, Opened, Problem, Saved, file, link};

use crate::words;

/// What one argument stands for.
#[derive(Debug)]
pub struct Opening {
    /// The scenarios that could be taken.
    pub scenarios: Vec<Input>,
    /// How many could not.
    pub lost: usize,
    /// Whether anything else was left out.
    has_problems: bool,
}

/// A scenario that was opened, with what people call it.
#[derive(Debug)]
pub struct Input {
    /// The scenario's name, else where it came from.
    pub name: String,
    pub opened: Opened<Saved>,
}

impl Opening {
    /// Whether all of it was taken.
    pub const fn is_whole(&self) -> bool {
        self.lost == 0 && !self.has_problems
    }
}

/// Opens an input and tells on standard error what of it was not taken. None where nothing was.
pub fn open(argument: &OsStr, plan: &Plan) -> Option<Opening> {
    let opened = read(argument).and_then(|(source, text)| match parse(&source, &text, plan) {
        Ok(opening) => Ok(opening),
        Err(why) => Err((source, why)),
    });
    match opened {
        Ok(opening) => Some(opening),
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

/// At most a byte more than a file may have, so that a wrong file does not fill the memory.
fn take(from: impl Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(wire::limits::FILE_BYTES).unwrap_or(u64::MAX);
    from.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| error.to_string())?;
    if bytes.len() > wire::limits::FILE_BYTES {
        return Err(format!(
            "it has more than {} bytes, no file of scenarios is that long",
            wire::limits::FILE_BYTES
        ));
    }
    String::from_utf8(bytes).map_err(|_| "it is no text in UTF-8".to_owned())
}

/// Files are JSON objects; everything else is taken for a link.
fn parse(source: &str, text: &str, plan: &Plan) -> Result<Opening, String> {
    let bare = text.trim_start_matches('\u{FEFF}').trim();
    if bare.starts_with('{') {
        let imported = file::from_text(text, plan).map_err(|error| words::document_error(&error))?;
        return Ok(opened_file(source, imported));
    }
    // Behind the scenario the page writes which screen is open: `#v1…/t/income_per_capita`.
    let fragment = link::fragment(bare);
    let scenarios = fragment.split_once('/').map_or(fragment, |(scenarios, _)| scenarios);
    let members = link::decode_several(scenarios, plan).map_err(words::link_error)?;
    opened_link(source, members)
}

fn opened_file(source: &str, imported: Imported) -> Opening {
    for problem in &imported.problems {
        eprintln!("{source}: {}", words::problem(problem));
    }
    let is_single = imported.scenarios.len() + imported.lost == 1;
    let within = |place: usize| -> Vec<Problem> {
        let (itself, inside) = (format!("scenarios.{place}"), format!("scenarios.{place}."));
        let of_it = |problem: &&Problem| is_single || problem.path == itself || problem.path.starts_with(&inside);
        imported.problems.iter().filter(of_it).cloned().collect()
    };
    let scenarios = imported.scenarios.iter().map(|taken| Input {
        name: called(&taken.saved, source, (!is_single).then_some(taken.place)),
        opened: Opened {
            value: taken.saved.clone(),
            made_with: taken.made_with.clone(),
            seen: None,
            problems: within(taken.place),
        },
    });
    Opening {
        scenarios: scenarios.collect(),
        lost: imported.lost,
        has_problems: !imported.problems.is_empty(),
    }
}

/// A damaged member of a comparison is told by its place; a link alone is an error.
fn opened_link(source: &str, members: Vec<Result<Opened<Saved>, LinkError>>) -> Result<Opening, String> {
    let is_single = members.len() == 1;
    let mut opening = Opening {
        scenarios: Vec::new(),
        lost: 0,
        has_problems: false,
    };
    for (place, member) in members.into_iter().enumerate() {
        let place = (!is_single).then_some(place);
        let source = numbered(source, place);
        match member {
            Ok(opened) => {
                for problem in &opened.problems {
                    eprintln!("{source}: {}", words::problem(problem));
                }
                opening.has_problems |= !opened.problems.is_empty();
                let name = called(&opened.value, &source, None);
                opening.scenarios.push(Input { name, opened });
            }
            Err(error) if is_single => return Err(words::link_error(error)),
            Err(error) => {
                opening.lost += 1;
                eprintln!("{source}: {}", words::link_error(error));
            }
        }
    }
    Ok(opening)
}

/// A scenario's name, else where it came from.
fn called(saved: &Saved, source: &str, place: Option<usize>) -> String {
    if saved.name.is_empty() {
        numbered(source, place)
    } else {
        saved.name.clone()
    }
}

/// The source, with a place as people count where it holds several.
fn numbered(source: &str, place: Option<usize>) -> String {
    place.map_or_else(|| source.to_owned(), |place| format!("{source} {}", place + 1))
}
