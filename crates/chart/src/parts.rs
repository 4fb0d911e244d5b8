//! The pieces of a drawing, through charts-rs. It is the only module that knows its components.
//!
//! The components are used one by one, not `LineChart` or `Canvas`: those choose their own ticks and number format, place
//! labels by the widths of a font they bring along (168 kB that would land in the page), and compute in `f32`. Here every
//! place is computed in `f64` and only rounded to a tenth of a unit when written.

use charts_rs::{Circle, Line, Point, Polygon, Rect, StraightLine, Text, compact_svg};

use crate::clip::Place;
use crate::colours::{Ink, name_colours};
use crate::text::{clean, push_escaped};

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// Markup under construction.
#[derive(Default)]
pub(crate) struct Drawing {
    body: String,
}

impl Drawing {
    pub(crate) fn line(&mut self, from: Place, to: Place, ink: Ink, width: f64) {
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
    pub(crate) fn path(&mut self, places: &[Place], ink: Ink, width: f64, dash: Option<&str>) {
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

    pub(crate) fn area(&mut self, outline: &[Place], ink: Ink, alpha: u8) {
        let polygon = Polygon {
            fill: Some(ink.alpha(alpha)),
            points: points(outline),
            ..Default::default()
        };
        self.body.push_str(&polygon.svg());
    }

    /// A closed outline with a filling.
    pub(crate) fn outlined(&mut self, outline: &[Place], stroke: Ink, fill: Ink) {
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

    pub(crate) fn circle(&mut self, at: Place, radius: f64, stroke: Ink, fill: Ink) {
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

    pub(crate) fn rectangle(&mut self, from: Place, to: Place, ink: Ink, alpha: u8) {
        let rectangle = Rect {
            fill: Some(ink.alpha(alpha).into()),
            left: from.0 as f32,
            top: from.1 as f32,
            width: (to.0 - from.0) as f32,
            height: (to.1 - from.1) as f32,
            ..Default::default()
        };
        self.body.push_str(&rectangle.svg());
    }

    pub(crate) fn text(&mut self, words: &str, at: Place, anchor: Anchor, size: f64, ink: Ink, bold: bool) {
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

    /// What `draw` draws, in a group: attributes all of it shares are then written once.
    pub(crate) fn group(&mut self, draw: impl FnOnce(&mut Self)) {
        self.body.push_str("<g>");
        draw(self);
        self.body.push_str("</g>");
    }

    /// The whole document, compact, with the words for assistive technology.
    pub(crate) fn finish(self, id: &str, width: f64, height: f64, title: &str, description: &str) -> String {
        use core::fmt::Write;
        let mut whole = String::with_capacity(self.body.len() + title.len() + description.len() + 256);
        // Writing to a `String` cannot fail.
        let _ = write!(
            whole,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" aria-labelledby="{id}-title"#
        );
        if !description.is_empty() {
            let _ = write!(whole, r#" {id}-desc"#);
        }
        let _ = write!(whole, r#""><title id="{id}-title">"#);
        push_escaped(&mut whole, title);
        whole.push_str("</title>");
        if !description.is_empty() {
            let _ = write!(whole, r#"<desc id="{id}-desc">"#);
            push_escaped(&mut whole, description);
            whole.push_str("</desc>");
        }
        whole.push_str(&self.body);
        whole.push_str("</svg>");
        name_colours(&compact_svg(&whole))
    }
}

const POINT_STROKE: f32 = 2.0;

fn points(places: &[Place]) -> Vec<Point> {
    places.iter().map(|&(x, y)| (x as f32, y as f32).into()).collect()
}
