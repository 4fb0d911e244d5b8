//! The colours of a drawing, as names the page gives a value to. It must not choose colours for the page.

use charts_rs::Color;

/// A role a colour plays. charts-rs only writes hexadecimal colours, so it is given a stand-in for each role, which is
/// replaced by the role's custom property afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Paint {
    /// What was observed.
    Ink,
    /// Axis labels.
    Soft,
    /// Grid lines.
    Rule,
    /// The projection.
    Fan,
    /// What the plan asks.
    Goal,
    /// The ground: inside hollow points, behind labels.
    Paper,
    /// Other scenarios.
    Second,
    Third,
    Fourth,
}

const ROLES: [(Paint, &str); 9] = [
    (Paint::Ink, "var(--ink)"),
    (Paint::Soft, "var(--soft)"),
    (Paint::Rule, "var(--rule)"),
    (Paint::Fan, "var(--fan)"),
    (Paint::Goal, "var(--goal)"),
    (Paint::Paper, "var(--paper)"),
    (Paint::Second, "var(--second)"),
    (Paint::Third, "var(--third)"),
    (Paint::Fourth, "var(--fourth)"),
];

/// How every stand-in starts when written out.
const STAND_IN: &str = "\"#C5A10";

impl Paint {
    pub(crate) fn solid(self) -> Color {
        self.alpha(255)
    }

    /// As it stands in the text of a drawing.
    pub(crate) fn property(self) -> &'static str {
        ROLES[self as usize].1
    }

    pub(crate) fn alpha(self, alpha: u8) -> Color {
        (0xC5, 0xA1, self as u8, alpha).into()
    }
}

/// Writes markup of charts-rs with custom properties in the place of the stand-ins. Only attributes are touched: in text,
/// `>` and `<` are always escaped, so whatever stands between a `<` and the next `>` is markup.
pub(crate) fn name_colours(body: &str, out: &mut String) {
    let mut rest = body;
    while let Some(open) = rest.find('<') {
        let length = rest[open..].find('>').map_or(rest.len() - open, |end| end + 1);
        // Labels have no line breaks left; these are the ones charts-rs puts around what an element holds.
        out.push_str(rest[..open].trim_matches('\n'));
        let mut tag = &rest[open..open + length];
        while let Some(at) = tag.find(STAND_IN) {
            let digit = at + STAND_IN.len();
            let role = tag[digit..].chars().next().and_then(|digit| digit.to_digit(10));
            if let Some((_, property)) = role.and_then(|role| ROLES.get(role as usize)) {
                out.push_str(&tag[..=at]);
                out.push_str(property);
                tag = &tag[digit + 1..];
            } else {
                out.push_str(&tag[..digit]);
                tag = &tag[digit..];
            }
        }
        out.push_str(tag);
        rest = &rest[open + length..];
    }
    out.push_str(rest);
}

/// Real colours for a file that leaves the page. Anything but letters, digits and `#(),.%/-` and blanks is dropped from
/// them, so that a colour cannot end its attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette<'a> {
    pub ink: &'a str,
    pub soft: &'a str,
    pub rule: &'a str,
    pub fan: &'a str,
    pub goal: &'a str,
    pub paper: &'a str,
    /// Of the other scenarios of a comparison.
    pub others: [&'a str; 3],
    /// The font family of the text, such as `Noto Sans, sans-serif`.
    pub face: &'a str,
}

/// A drawing that stands on its own: real colours, a ground in the colour of the paper, and a font family. It takes what
/// [`crate::fan_svg`] or [`crate::sparkline_svg`] gives.
pub fn resolve_colours(svg: &str, palette: &Palette<'_>) -> String {
    let values = [
        palette.ink,
        palette.soft,
        palette.rule,
        palette.fan,
        palette.goal,
        palette.paper,
        palette.others[0],
        palette.others[1],
        palette.others[2],
    ]
    .map(harmless);
    // The words for assistive technology have to stay the first children; in text `<` is always escaped.
    let after = |end: &str| svg.find(end).map(|at| at + end.len());
    let ground = after("</desc>")
        .or_else(|| after("</title>"))
        .or_else(|| after(">"))
        .unwrap_or(0);
    let mut out = String::with_capacity(svg.len() + 128);
    let mut rest = svg;
    while let Some(open) = rest.find('<') {
        let length = rest[open..].find('>').map_or(rest.len() - open, |end| end + 1);
        out.push_str(&rest[..open]);
        let mut tag = &rest[open..open + length];
        if let Some(attributes) = tag.strip_prefix("<svg ") {
            out.push_str("<svg font-family=\"");
            out.push_str(&harmless(palette.face));
            out.push_str("\" ");
            tag = attributes;
        }
        while let Some(at) = tag.find("\"var(--") {
            let value = at + 1;
            out.push_str(&tag[..value]);
            tag = &tag[value..];
            if let Some(role) = ROLES.iter().position(|(_, property)| tag.starts_with(property)) {
                out.push_str(&values[role]);
                tag = &tag[ROLES[role].1.len()..];
            }
        }
        out.push_str(tag);
        rest = &rest[open + length..];
        if svg.len() - rest.len() == ground {
            out.push_str("<rect width=\"100%\" height=\"100%\" fill=\"");
            out.push_str(&values[Paint::Paper as usize]);
            out.push_str("\"/>");
        }
    }
    out.push_str(rest);
    out
}

fn harmless(value: &str) -> String {
    value
        .chars()
        .filter(|letter| letter.is_ascii_alphanumeric() || "#(),.%/- ".contains(*letter))
        .collect()
}
