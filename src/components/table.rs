//! A table from data. One component for all of them: what differs is what stands in the cells, not how they are made.

use leptos::prelude::*;

use super::bars::{PartBar, SwingBar};

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number, aligned to the end.
    Number(String),
    /// A text with a softer one below it.
    Noted(String, String),
    /// A text with a mark behind it.
    Marked(String, &'static str),
    /// From the outcome as things stand (second) to its low (first) and high (third) end, shares of the width.
    Swing(f64, f64, f64),
    /// From zero (first) to the end of a signed part (second), shares of the width.
    Part(f64, f64),
    /// A verdict: class, sign and word.
    Verdict(&'static str, &'static str, &'static str),
}

/// A table; the first cell of each row is its heading.
#[component]
pub fn Table(class: &'static str, head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> impl IntoView {
    let head: Vec<AnyView> = head.into_iter().map(|cell| heading(cell, "col")).collect();
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|row| {
            let cells: Vec<AnyView> = row
                .into_iter()
                .enumerate()
                .map(|(place, cell)| if place == 0 { heading(cell, "row") } else { data(cell) })
                .collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    view! { <table class=class><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table> }
}

fn heading(cell: Cell, scope: &'static str) -> AnyView {
    let class = class(&cell);
    view! { <th scope=scope class=class>{content(cell)}</th> }.into_any()
}

fn data(cell: Cell) -> AnyView {
    let class = class(&cell);
    view! { <td class=class>{content(cell)}</td> }.into_any()
}

const fn class(cell: &Cell) -> Option<&'static str> {
    match cell {
        Cell::Number(_) => Some("num"),
        Cell::Swing(..) | Cell::Part(..) => Some("bar"),
        _ => None,
    }
}

fn content(cell: Cell) -> AnyView {
    match cell {
        Cell::Text(text) | Cell::Number(text) => text.into_any(),
        Cell::Noted(text, note) => view! { {text} " " <small class="soft block">{note}</small> }.into_any(),
        Cell::Marked(text, mark) => view! { {text} " " <strong class="mark">{mark}</strong> }.into_any(),
        Cell::Swing(low, base, high) => view! { <SwingBar low base high/> }.into_any(),
        Cell::Part(zero, end) => view! { <PartBar zero end/> }.into_any(),
        Cell::Verdict(class, sign, word) => {
            view! { <span class=format!("verdict {class}")><span class="sign" aria-hidden="true">{sign}</span>{word}</span> }.into_any()
        }
    }
}
