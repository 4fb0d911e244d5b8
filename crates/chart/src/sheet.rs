//! A drawing as a sheet of its own: words above it, words below it, real colours. It must not know what they say.

use crate::colours::{Palette, resolve_colours};
use crate::parts::push_root;
use crate::text::{ems, push_escaped, push_tenth};

/// Room at the edges of the sheet.
const EDGE: f64 = 16.0;
const TITLE_SIZE: f64 = 17.0;
const NOTE_SIZE: f64 = 11.0;
/// From one line to the next, in font sizes.
const LEADING: f64 = 1.4;

/// The size of a sheet in the units of its `viewBox`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SheetSize {
    pub width: f64,
    pub height: f64,
}

/// The drawing that [`crate::fan_svg`] gave, `width` by `height`, with a title above it and `notes` below it, each broken
/// where it is too long for a line.
pub fn sheet(
    svg: &str,
    (width, height): (f64, f64),
    title: &str,
    notes: &[String],
    palette: &Palette<'_>,
) -> (String, SheetSize) {
    let title = broken(title, width / TITLE_SIZE);
    let notes: Vec<String> = notes.iter().flat_map(|note| broken(note, width / NOTE_SIZE)).collect();
    let above = title.len() as f64 * TITLE_SIZE * LEADING + 6.0;
    let below = notes.len() as f64 * NOTE_SIZE * LEADING + 6.0;
    let size = SheetSize {
        width: width + 2.0 * EDGE,
        height: height + above + below + 2.0 * EDGE,
    };
    // The ground that the drawing brings along ends at its edges.
    let whole = |inner: &str| {
        let mut out = String::with_capacity(inner.len() + 1024);
        push_root(&mut out, size.width, size.height);
        out.push('>');
        out.push_str(inner);
        out.push_str("</svg>");
        out
    };
    let mut inner = String::from("<rect width=\"100%\" height=\"100%\" fill=\"var(--paper)\"/>");
    push_lines(&mut inner, &title, EDGE, TITLE_SIZE, "var(--ink)");
    inner.push_str("<g transform=\"translate(");
    push_tenth(&mut inner, EDGE);
    inner.push(' ');
    push_tenth(&mut inner, EDGE + above);
    inner.push_str(")\">");
    inner.push_str(svg);
    inner.push_str("</g>");
    push_lines(
        &mut inner,
        &notes,
        EDGE + above + height + 6.0,
        NOTE_SIZE,
        "var(--soft)",
    );
    (resolve_colours(&whole(&inner), palette), size)
}

fn push_lines(out: &mut String, lines: &[String], top: f64, size: f64, ink: &str) {
    for (place, line) in lines.iter().enumerate() {
        out.push_str("<text x=\"");
        push_tenth(out, EDGE);
        out.push_str("\" y=\"");
        push_tenth(out, top + size + place as f64 * size * LEADING);
        out.push_str("\" font-size=\"");
        push_tenth(out, size);
        out.push_str("\" fill=\"");
        out.push_str(ink);
        out.push_str("\">");
        push_escaped(out, line);
        out.push_str("</text>");
    }
}

/// `text` in lines of at most `most` ems, broken at the last blank, or anywhere in a word that is longer than a line.
fn broken(text: &str, most: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for letter in text.chars() {
        line.push(letter);
        if ems(&line) <= most {
            continue;
        }
        let rest = match line.rfind(' ') {
            Some(blank) if blank > 0 => line.split_off(blank).trim_start().to_owned(),
            _ => {
                line.pop();
                String::from(letter)
            }
        };
        lines.push(std::mem::replace(&mut line, rest));
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::broken;

    #[test]
    fn lines_break_at_blanks_and_long_words_anywhere() {
        assert_eq!(broken("một hai ba bốn", 4.0), ["một hai", "ba bốn"]);
        let link = broken("aaaaaaaaaa", 2.4);
        assert_eq!(link.concat(), "aaaaaaaaaa");
        assert!(link.iter().all(|line| line.len() <= 4), "{link:?}");
        assert_eq!(broken("", 4.0), [] as [String; 0]);
    }
}
