//! A table from data. One component for all of them: what differs is what stands in the cells, not how they are made.

use leptos::prelude::*;

use super::bars::{PartBar, SwingBar};
use crate::answers::Cell;

/// A table; the first cell of each row is its heading.
#[component]
pub fn Table(#[prop(into)] class: String, head: Vec<Cell>, rows: Vec<Vec<Cell>>) -> impl IntoView {
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
    // A heading that says nothing is none.
    if matches!(&cell, Cell::Text(text) | Cell::Number(text) if text.is_empty()) {
        return data(cell);
    }
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
