//! Equations in a short notation to MathML, which browsers draw without a library and read out.
//!
//! Words and signs stand apart by spaces; `_x` and `^x` are sub- and superscripts, `{…}` holds together, `{…}/{…}` is a
//! fraction, `√{…}` a root; sums and products take their limits below and above. For texts of this program only: nothing a
//! reader types comes here.

/// The equation as a MathML element that stands on a line of its own.
#[must_use]
pub fn math(notation: &str) -> String {
    let mut reader = Reader { rest: notation.trim() };
    let row = reader.row(None);
    format!("<math display=\"block\">{row}</math>")
}

struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    /// Everything up to `end`, which is taken away, or to the end of the text.
    fn row(&mut self, end: Option<char>) -> String {
        let mut row = String::new();
        loop {
            self.rest = self.rest.trim_start();
            match self.rest.chars().next() {
                None => break,
                Some(sign) if Some(sign) == end => {
                    self.skip();
                    break;
                }
                Some(_) => row.push_str(&self.part()),
            }
        }
        format!("<mrow>{row}</mrow>")
    }

    /// One thing with what hangs on it, and what it is divided by.
    fn part(&mut self) -> String {
        let base = self.atom();
        let is_limit = base.contains(">∑<") || base.contains(">∏<");
        let below = self.follows('_').then(|| self.atom());
        let above = self.follows('^').then(|| self.atom());
        let (under, over, both) = if is_limit {
            ("munder", "mover", "munderover")
        } else {
            ("msub", "msup", "msubsup")
        };
        let whole = match (below, above) {
            (None, None) => base,
            (Some(below), None) => format!("<{under}>{base}{below}</{under}>"),
            (None, Some(above)) => format!("<{over}>{base}{above}</{over}>"),
            (Some(below), Some(above)) => format!("<{both}>{base}{below}{above}</{both}>"),
        };
        if self.follows('/') {
            let below = self.atom();
            format!("<mfrac>{whole}{below}</mfrac>")
        } else {
            whole
        }
    }

    /// A group, a bracket, a root, a word, a number or a sign.
    fn atom(&mut self) -> String {
        let Some(sign) = self.rest.chars().next() else {
            return "<mrow></mrow>".to_string();
        };
        if is_word(sign) {
            return word(self.take(is_word));
        }
        if sign.is_ascii_digit() {
            return format!("<mn>{}</mn>", self.take(|sign| sign.is_ascii_digit()));
        }
        self.skip();
        let bracketed = |reader: &mut Self, end: char| {
            let inside = reader.row(Some(end));
            format!("<mrow><mo>{sign}</mo>{inside}<mo>{end}</mo></mrow>")
        };
        match sign {
            '{' => self.row(Some('}')),
            '(' => bracketed(self, ')'),
            '[' => bracketed(self, ']'),
            '√' => format!("<msqrt>{}</msqrt>", self.atom()),
            '<' => "<mo>&lt;</mo>".to_string(),
            _ => format!("<mo>{sign}</mo>"),
        }
    }

    fn follows(&mut self, sign: char) -> bool {
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take(&mut self, belongs: fn(char) -> bool) -> &str {
        let end = self.rest.find(|sign| !belongs(sign)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        taken
    }

    fn skip(&mut self) {
        let mut signs = self.rest.chars();
        signs.next();
        self.rest = signs.as_str();
    }
}

/// A hat and a bar, as marks that belong to the letter before them.
const HAT: char = '\u{302}';
const BAR: char = '\u{304}';

fn is_word(sign: char) -> bool {
    // Sum and product are operators, whatever alphabet they come from.
    (sign.is_alphabetic() && !"∑∏".contains(sign)) || sign == HAT || sign == BAR || sign == '′'
}

fn word(text: &str) -> String {
    let mark = |sign: &str, letter: &str| format!("<mover><mi>{letter}</mi><mo stretchy=\"false\">{sign}</mo></mover>");
    match (text.strip_suffix(HAT), text.strip_suffix(BAR)) {
        (Some(letter), _) => mark("^", letter),
        (_, Some(letter)) => mark("¯", letter),
        // A function stands apart from what it is of.
        _ if text == "ln" => "<mi>ln</mi><mspace width=\"0.17em\"/>".to_string(),
        _ => format!("<mi>{text}</mi>"),
    }
}

#[cfg(test)]
mod tests {
    use super::math;

    fn inside(notation: &str) -> String {
        let whole = math(notation);
        let row = whole.strip_prefix("<math display=\"block\"><mrow>").unwrap();
        row.strip_suffix("</mrow></math>").unwrap().to_string()
    }

    #[test]
    fn scripts_fractions_and_marks() {
        for (notation, wanted) in [
            (
                "z = ln y",
                "<mi>z</mi><mo>=</mo><mi>ln</mi><mspace width=\"0.17em\"/><mi>y</mi>",
            ),
            ("s_n^2", "<msubsup><mi>s</mi><mi>n</mi><mn>2</mn></msubsup>"),
            ("ρ_f", "<msub><mi>ρ</mi><mi>f</mi></msub>"),
            ("b\u{302}", "<mover><mi>b</mi><mo stretchy=\"false\">^</mo></mover>"),
            (
                "{a b}/{10}",
                "<mfrac><mrow><mi>a</mi><mi>b</mi></mrow><mrow><mn>10</mn></mrow></mfrac>",
            ),
            (
                "∏_t (1 − h)",
                "<munder><mo>∏</mo><mi>t</mi></munder><mrow><mo>(</mo><mrow><mn>1</mn><mo>−</mo><mi>h</mi></mrow><mo>)</mo></mrow>",
            ),
        ] {
            assert_eq!(inside(notation), wanted, "{notation}");
        }
    }

    #[test]
    fn every_element_that_opens_closes() {
        for notation in super::super::equations::ALL {
            let text = math(notation);
            let mut open = Vec::new();
            for tag in text.split('<').skip(1) {
                if tag.contains("/>") {
                    continue;
                }
                let name = tag.split(['>', ' ']).next().unwrap();
                match name.strip_prefix('/') {
                    Some(name) => assert_eq!(open.pop(), Some(name), "{notation}"),
                    None => open.push(name),
                }
            }
            assert!(open.is_empty(), "{notation}");
            assert!(
                !text.contains("<mo>}</mo>") && !text.contains("<mo>)</mo><mo>)"),
                "{notation}"
            );
        }
    }
}
