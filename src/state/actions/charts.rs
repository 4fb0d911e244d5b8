//! Charts out of the page: as drawings, pictures and tables.

use crate::platform::{clock, download, drawing, picture};

/// Today as `2026-11-24`, for names and notes of files.
#[must_use]
pub fn day() -> String {
    clock::now().chars().take(10).collect()
}

/// Puts the drawing `after` into an element where `before` stands.
pub fn redraw(place: &drawing::Place, before: Option<&str>, after: &str) {
    drawing::redraw(place, before, after);
}

/// Offers a text as a file; false where the browser cannot.
#[must_use]
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    download::text(name, kind, text)
}

/// Offers a drawing of a size as a picture; false where the browser cannot.
pub async fn save_picture(name: &str, svg: &str, size: (f64, f64)) -> bool {
    picture::save(name, svg, size).await
}

/// The colours of the scheme in force, for a drawing that leaves the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colours([String; 9]);

/// The colours of charts as they are on the page now.
#[must_use]
pub fn colours() -> Colours {
    let names = [
        "--ink", "--soft", "--rule", "--fan", "--goal", "--paper", "--second", "--third", "--fourth",
    ];
    Colours(picture::colours(names).unwrap_or_default())
}

impl Colours {
    /// As the chart crate takes them.
    #[must_use]
    pub fn palette(&self) -> chart::Palette<'_> {
        let [ink, soft, rule, fan, goal, paper, others @ ..] = &self.0;
        chart::Palette {
            ink,
            soft,
            rule,
            fan,
            goal,
            paper,
            others: others.each_ref().map(String::as_str),
            face: "Noto Sans, Segoe UI, Roboto, sans-serif",
        }
    }
}
