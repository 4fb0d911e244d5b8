//! What could not be taken from a file: where, and why.

use plan::Language;
use wire::{DocumentError, Kind, Problem, Reason};

use super::{amount, input_error};

/// Where a problem stands, and why, as a sentence.
#[must_use]
pub fn problem(problem: &Problem, language: Language) -> (String, String) {
    (problem.path.clone(), reason(&problem.reason, &problem.path, language))
}

fn reason(reason: &Reason, path: &str, language: Language) -> String {
    match *reason {
        Reason::UnknownKey => tr!(language, problem.unknown_key).to_string(),
        Reason::KeyTwice => tr!(language, problem.key_twice).to_string(),
        Reason::WrongKind { expected } => tr!(language, problem.wrong_kind, expected = kind(expected, language)),
        Reason::TooManyEntries { limit } => tr!(language, problem.too_many_entries, limit = limit),
        Reason::UnknownSection => tr!(language, problem.unknown_section).to_string(),
        Reason::UnknownTarget => tr!(language, problem.unknown_target).to_string(),
        Reason::UnknownBasis => tr!(language, problem.unknown_basis).to_string(),
        Reason::UnknownMode => tr!(language, problem.unknown_mode).to_string(),
        Reason::UnknownLever => tr!(language, problem.unknown_lever).to_string(),
        Reason::NotAYear => tr!(language, problem.not_a_year).to_string(),
        Reason::TextCut { limit } => tr!(language, problem.text_cut, limit = limit),
        Reason::TextCleaned => tr!(language, problem.text_cleaned).to_string(),
        Reason::Refused { value, error } => {
            let field = path.rsplit('.').next().unwrap_or(path);
            let sentence = input_error(&error, field, language);
            match value {
                Some(value) => tr!(
                    language,
                    problem.refused,
                    value = amount(value, 6, language),
                    why = sentence
                ),
                None => sentence,
            }
        }
        Reason::NotKept { limit } => tr!(language, problem.not_kept, limit = limit),
        Reason::TooLarge { bytes, limit } => tr!(language, problem.too_large, bytes = bytes, limit = limit),
        Reason::OtherFormat => tr!(language, problem.other_format).to_string(),
        Reason::NewerVersion { version } => tr!(language, problem.newer, version = version),
        Reason::OtherPlan => tr!(language, problem.other_plan).to_string(),
        Reason::More { count } => tr!(language, shelf.more_problems, count = count),
    }
}

fn kind(kind: Kind, language: Language) -> &'static str {
    match kind {
        Kind::Object => tr!(language, problem.kind_object),
        Kind::List => tr!(language, problem.kind_list),
        Kind::Number => tr!(language, problem.kind_number),
        Kind::Text => tr!(language, problem.kind_text),
        Kind::Day => tr!(language, problem.kind_day),
    }
}

/// Why a text cannot be opened at all.
#[must_use]
pub fn document_error(error: &DocumentError, language: Language) -> String {
    match error {
        DocumentError::TooLarge { bytes, limit } => tr!(language, problem.too_large, bytes = bytes, limit = limit),
        DocumentError::TooDeep { limit } => tr!(language, problem.too_deep, limit = limit),
        DocumentError::TooMany { count, limit } => tr!(language, problem.too_many, count = count, limit = limit),
        DocumentError::NotJson { line, column } => tr!(language, problem.not_json, line = line, column = column),
        DocumentError::OtherFormat => tr!(language, problem.other_format).to_string(),
        DocumentError::OtherPlan { .. } => tr!(language, problem.other_plan).to_string(),
        DocumentError::Newer { version } => tr!(language, problem.newer, version = version),
    }
}
