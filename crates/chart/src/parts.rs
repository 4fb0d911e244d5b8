//! The pieces of a drawing, through charts-rs. It is the only module that knows its components.
//!
//! The components are used one by one, not `LineChart` or `Canvas`: those choose their own ticks and number format, place
//! labels by the widths of a font they bring along (168 kB that would land in the page), and compute in `f32`. Here every
//! place is computed in `f64` and only rounded to a tenth of a unit when written. `compact_svg` is left out as well: it
//! parses and writes the text anew, which takes twice as long as everything else together.

use charts_rs::{Circle, Line, Point, StraightLine, Text};

use crate::clip::Place;
use crate::colours::{Paint, name_colours};
use crate::text::{clean, push_escaped, push_tenth};

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

const GROUP: &str = "<g>";
const GROUP_END: &str = "</g>";

/// Markup under construction.
#[derive(Default)]
pub(crate) struct Drawing {
    body: String,
}

impl Drawing {
    /// Sets apart what comes and goes from one drawing of a chart to the next: whoever changes a drawing where it stands
    /// exchanges a group without touching the rest. Groups hold no groups.
    pub(crate) fn group(&mut self, draw: impl FnOnce(&mut Self)) {
        self.body.push_str(GROUP);
        draw(self);
        self.body.push_str(GROUP_END);
    }

    /// What was drawn, as it stands in a whole document.
    pub(crate) fn piece(self) -> String {
        let mut piece = String::with_capacity(self.body.len());
        name_colours(&self.body, &mut piece);
        piece
    }

    pub(crate) fn line(&mut self, from: Place, to: Place, ink: Paint, width: f64) {
        let line = Line {
            color: Some(ink.solid()),
            stroke_width: width as f32,
            left: from.0 as f32,
            top: from.1 as f32,
            right: to.0 as f32,
            bottom: to.1 as f32,
            ..Default::default()
        };
        self.body.push_str(&line.svg());
    }

    /// A line through places; fewer than two draw nothing.
    pub(crate) fn path(&mut self, places: &[Place], ink: Paint, width: f64, dash: Option<&str>) {
        if places.len() < 2 {
            return;
        }
        let line = StraightLine {
            color: Some(ink.solid()),
            points: points(places),
            stroke_width: width as f32,
            symbol: None,
            stroke_dash_array: dash.map(str::to_owned),
            ..Default::default()
        };
        self.body.push_str(&line.svg());
    }

    /// A closed area without a stroke. Not charts-rs' `Polygon` or `Rect`, whose gradients bring trigonometry along.
    pub(crate) fn area(&mut self, outline: &[Place], ink: Paint, alpha: u8) {
        let area = StraightLine {
            fill: Some(ink.alpha(alpha)),
            points: points(outline),
            symbol: None,
            close: true,
            ..Default::default()
        };
        self.body.push_str(&area.svg());
    }

    /// As [`Drawing::area`], for what moves while a reader looks: see [`Drawing::points`].
    pub(crate) fn moving_area(&mut self, outline: &[Place], ink: Paint, opacity: &str) {
        if outline.is_empty() {
            return;
        }
        self.points("<polygon", outline);
        push_all(
            &mut self.body,
            &[" fill=\"", ink.property(), "\" fill-opacity=\"", opacity, "\"/>"],
        );
    }

    /// As [`Drawing::path`], for what moves while a reader looks: see [`Drawing::points`].
    pub(crate) fn moving_path(&mut self, places: &[Place], ink: Paint, width: f64, dash: &str) {
        if places.len() < 2 {
            return;
        }
        self.points("<polyline", places);
        self.body.push_str(" fill=\"none\" stroke-width=\"");
        push_tenth(&mut self.body, width);
        push_all(
            &mut self.body,
            &["\" stroke=\"", ink.property(), "\" stroke-dasharray=\"", dash, "\"/>"],
        );
    }

    /// Places as `points`, by hand: charts-rs draws both as paths, whose `d` is a property of CSS, so that a browser computes
    /// the styles of the element anew when it changes (https://www.w3.org/TR/SVG2/paths.html#DProperty). That took a
    /// quarter of a millisecond off the frame of a moved lever, and four times as much on a weak machine.
    fn points(&mut self, tag: &str, places: &[Place]) {
        push_all(&mut self.body, &[tag, " points=\""]);
        for (index, (x, y)) in places.iter().enumerate() {
            if index > 0 {
                self.body.push(' ');
            }
            push_tenth(&mut self.body, *x);
            self.body.push(',');
            push_tenth(&mut self.body, *y);
        }
        self.body.push('"');
    }

    /// A closed outline with a filling.
    pub(crate) fn outlined(&mut self, outline: &[Place], stroke: Paint, fill: Paint) {
        let shape = StraightLine {
            color: Some(stroke.solid()),
            fill: Some(fill.solid()),
            points: points(outline),
            stroke_width: POINT_STROKE,
            symbol: None,
            close: true,
            ..Default::default()
        };
        self.body.push_str(&shape.svg());
    }

    pub(crate) fn circle(&mut self, at: Place, radius: f64, stroke: Paint, fill: Paint) {
        let circle = Circle {
            stroke_color: Some(stroke.solid()),
            fill: Some(fill.solid()),
            stroke_width: POINT_STROKE,
            cx: at.0 as f32,
            cy: at.1 as f32,
            r: radius as f32,
            ..Default::default()
        };
        self.body.push_str(&circle.svg());
    }

    pub(crate) fn text(&mut self, words: &str, at: Place, anchor: Anchor, size: f64, ink: Paint, bold: bool) {
        let text = Text {
            text: clean(words),
            font_size: Some(size as f32),
            font_color: Some(ink.solid()),
            x: Some(at.0 as f32),
            y: Some(at.1 as f32),
            font_weight: bold.then(|| "600".to_owned()),
            text_anchor: match anchor {
                Anchor::Start => None,
                Anchor::Middle => Some("middle".to_owned()),
                Anchor::End => Some("end".to_owned()),
            },
            ..Default::default()
        };
        self.body.push_str(&text.svg());
    }

    /// The whole document, with the words for assistive technology.
    pub(crate) fn finish(self, id: &str, width: f64, height: f64, title: &str, description: &str) -> String {
        let mut whole = String::with_capacity(self.body.len() + title.len() + description.len() + 320);
        push_root(&mut whole, width, height);
        let described = !description.is_empty();
        push_all(&mut whole, &[" role=\"img\" aria-labelledby=\"", id, "-title"]);
        if described {
            push_all(&mut whole, &[" ", id, "-desc"]);
        }
        push_all(&mut whole, &["\"><title id=\"", id, "-title\">"]);
        push_escaped(&mut whole, title);
        whole.push_str("</title>");
        if described {
            push_all(&mut whole, &["<desc id=\"", id, "-desc\">"]);
            push_escaped(&mut whole, description);
            whole.push_str("</desc>");
        }
        name_colours(&self.body, &mut whole);
        whole.push_str("</svg>");
        whole
    }
}

/// `svg` with other content in some of its groups, whose numbers rise. None where it has too few.
pub(crate) fn exchanged<const N: usize>(svg: &str, groups: [usize; N], contents: &[String; N]) -> Option<String> {
    let mut out = String::with_capacity(svg.len() + 64);
    let mut pieces = svg.split(GROUP).enumerate();
    out.push_str(pieces.next()?.1);
    let mut wanted = groups.into_iter().zip(contents).peekable();
    for (place, piece) in pieces {
        out.push_str(GROUP);
        match wanted.next_if(|(group, _)| group + 1 == place) {
            Some((_, content)) => {
                out.push_str(content);
                out.push_str(&piece[piece.find(GROUP_END)?..]);
            }
            None => out.push_str(piece),
        }
    }
    wanted.next().is_none().then_some(out)
}

/// The start of a drawing's root, left open for more attributes.
pub(crate) fn push_root(out: &mut String, width: f64, height: f64) {
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    push_tenth(out, width);
    out.push_str("\" height=\"");
    push_tenth(out, height);
    out.push_str("\" viewBox=\"0 0 ");
    push_tenth(out, width);
    out.push(' ');
    push_tenth(out, height);
    out.push('"');
}

fn push_all(out: &mut String, texts: &[&str]) {
    for text in texts {
        out.push_str(text);
    }
}

const POINT_STROKE: f32 = 2.0;

fn points(places: &[Place]) -> Vec<Point> {
    places.iter().map(|&(x, y)| (x as f32, y as f32).into()).collect()
}
