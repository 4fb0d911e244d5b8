//! Texts of a reader: limits of length, and no characters that hide or turn round what stands beside them.
//!
//! Markup is not looked for: a text is never markup, whoever shows it escapes it.

use crate::limits::{NAME_CHARACTERS, NOTES_CHARACTERS};
use crate::problem::{Problems, Reason};

/// A name as it is saved: one line without hidden characters or blanks at its ends, at most
/// [`NAME_CHARACTERS`] characters.
#[must_use]
pub fn clean_name(text: &str) -> String {
    clean_line(text, NAME_CHARACTERS)
}

/// Notes as they are saved: lines without hidden characters or blanks at the end, at most
/// [`NOTES_CHARACTERS`] characters.
#[must_use]
pub fn clean_notes(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = lines
        .chars()
        .filter(|letter| matches!(letter, '\n' | '\t') || !is_hidden(*letter));
    let mut cleaned: String = kept.take(NOTES_CHARACTERS).collect();
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// One line of at most `limit` characters.
pub(crate) fn clean_line(text: &str, limit: usize) -> String {
    let blanked = text
        .chars()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    let kept: String = blanked.filter(|letter| !is_hidden(*letter)).collect();
    let mut cleaned: String = kept.trim_start().chars().take(limit).collect();
    cleaned.truncate(cleaned.trim_end().len());
    cleaned
}

/// Takes `text` over as one line, and names what was changed.
pub(crate) fn take_line(text: &str, limit: usize, path: &str, problems: &mut Problems) -> String {
    take(text, clean_line(text, limit), limit, path, problems)
}

/// Takes `text` over as notes, and names what was changed.
pub(crate) fn take_notes(text: &str, path: &str, problems: &mut Problems) -> String {
    take(text, clean_notes(text), NOTES_CHARACTERS, path, problems)
}

fn take(text: &str, cleaned: String, limit: usize, path: &str, problems: &mut Problems) -> String {
    if cleaned != text {
        let is_long = text.chars().count() > limit;
        problems.add(
            path,
            if is_long {
                Reason::TextCut { limit }
            } else {
                Reason::TextCleaned
            },
        );
    }
    cleaned
}

/// Control characters, and marks that reorder or break the text around them: a name from a link stands in our sentences.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

#[cfg(test)]
mod tests {
    use super::{clean_name, clean_notes};

    #[test]
    fn vietnamese_letters_stay() {
        let name = "Kịch bản lạc quan – Vĩnh Phúc: «tăng 8,5 %/năm» ỡ ữ ặ";
        assert_eq!(clean_name(name), name);
        let decomposed = "Ke\u{302}\u{301} hoa\u{323}ch";
        assert_eq!(clean_name(decomposed), decomposed);
    }

    #[test]
    fn a_name_is_one_short_line() {
        assert_eq!(clean_name("  one\ntwo\u{0}\u{202E}three \t"), "one twothree");
        assert_eq!(clean_name(&"ạ".repeat(100)).chars().count(), 80);
        let blank_at_the_cut = format!("{} x", "a".repeat(79));
        assert_eq!(clean_name(&blank_at_the_cut), "a".repeat(79));
    }

    #[test]
    fn notes_keep_their_lines() {
        assert_eq!(clean_notes("  one\r\n\ttwo\rthree\u{7}\n\n"), "  one\n\ttwo\nthree");
        assert_eq!(clean_notes(&"ạ".repeat(3_000)).chars().count(), 2_000);
    }
}
