//! What is wrong with an input, in a line for a terminal.

use engine::{ENGINE_VERSION, InputError};
use plan::Plan;
use wire::{Damage, DocumentError, Kind, LinkError, MadeWith, Problem, Reason};

/// The versions of everything a figure depends on.
pub fn versions(plan: &Plan) -> String {
    format!(
        "kichban {} (plan {}, data {}, engine {ENGINE_VERSION})\n",
        env!("CARGO_PKG_VERSION"),
        plan.id,
        plan.data_version
    )
}

/// The versions an input was made with, and whether they are those in use.
pub fn made_with(made_with: &MadeWith, plan: &Plan) -> String {
    if *made_with == MadeWith::default() {
        return "it does not say what it was made with".to_owned();
    }
    let known = |version: &str| if version.is_empty() { "unknown" } else { version }.to_owned();
    let (data, engine) = (known(&made_with.data_version), known(&made_with.engine_version));
    let now = if made_with.is_current(plan) {
        "the same as here".to_owned()
    } else {
        format!(
            "here data {} and engine {ENGINE_VERSION}: figures can differ",
            plan.data_version
        )
    };
    format!("made with data {data} and engine {engine}, {now}")
}

/// `path: reason`.
pub fn problem(problem: &Problem) -> String {
    let why = reason(problem.reason);
    if problem.path.is_empty() {
        why
    } else {
        format!("{}: {why}", problem.path)
    }
}

fn reason(reason: Reason) -> String {
    match reason {
        Reason::UnknownKey => "there is no such key".to_owned(),
        Reason::KeyTwice => "stands twice; the first one was taken".to_owned(),
        Reason::WrongKind { expected } => format!(
            "{} is expected here",
            match expected {
                Kind::Object => "an object {…}",
                Kind::Number => "a number",
                Kind::Text => "a text",
            }
        ),
        Reason::TooManyEntries { limit } => format!("only the first {limit} entries were read"),
        Reason::UnknownSection => "a part that this version does not know".to_owned(),
        Reason::UnknownTarget => "the plan has no such target".to_owned(),
        Reason::UnknownBasis => "the target has no figures on this basis".to_owned(),
        Reason::UnknownMode => "there is no such mode".to_owned(),
        Reason::UnknownLever => "there is no such lever".to_owned(),
        Reason::NotAYear => "not a year".to_owned(),
        Reason::TextCut { limit } => format!("cut after {limit} characters"),
        Reason::TextCleaned => "hidden characters or blanks were left out".to_owned(),
        Reason::Refused { value, error } => refused(value, error),
        Reason::More { count } => format!("{count} more problems"),
    }
}

fn refused(value: Option<f64>, error: InputError) -> String {
    let value = value.map(|value| format!("{value} ")).unwrap_or_default();
    match error.problem {
        engine::Problem::OutOfRange { minimum, maximum } => {
            format!("{value}lies outside {minimum} to {maximum}")
        }
        engine::Problem::NotANumber => format!("{value}is not a finite number"),
        engine::Problem::NotWhole => format!("{value}is not a whole number"),
        engine::Problem::NotApplicable => "does not apply to this target".to_owned(),
        engine::Problem::UnknownTarget => "the plan has no such target".to_owned(),
        engine::Problem::UnknownBasis => "the target has no figures on this basis".to_owned(),
        engine::Problem::YearTwice { year } => format!("{year} stands twice"),
        engine::Problem::Empty => "is empty".to_owned(),
        engine::Problem::NotIncreasing => "does not increase".to_owned(),
    }
}

/// Why a document cannot be opened.
pub fn document_error(error: &DocumentError) -> String {
    match error {
        DocumentError::TooLarge { bytes, limit } => format!("it has {bytes} bytes; {limit} are the most"),
        DocumentError::NotJson { line, column } => format!("it is no JSON: line {line}, column {column}"),
        DocumentError::OtherFormat => "it is no scenario of this program".to_owned(),
        DocumentError::Newer { version } => format!("a newer version wrote it (format {version})"),
        DocumentError::OtherPlan { id } if id.is_empty() => "it does not say which plan it belongs to".to_owned(),
        DocumentError::OtherPlan { id } => format!("it belongs to another plan, `{id}`"),
    }
}

/// Why a link cannot be opened.
pub fn link_error(error: LinkError) -> String {
    match error {
        LinkError::NotALink => "it is neither a link nor a scenario file".to_owned(),
        LinkError::TooLong { length, limit } => format!("the link has {length} characters; {limit} are the most"),
        LinkError::TooMany { count, limit } => format!("{count} links are joined; {limit} are the most"),
        LinkError::NewerVersion { version } => format!("a newer version wrote the link (format {version})"),
        LinkError::OtherPlan => "the link belongs to another plan".to_owned(),
        LinkError::Damaged(damage) => format!(
            "the link was cut or changed on its way ({})",
            match damage {
                Damage::Characters => "a character that no link has, or some are missing",
                Damage::Checksum => "its checksum does not fit",
                Damage::Content => "its content is not what the page writes",
            }
        ),
    }
}
