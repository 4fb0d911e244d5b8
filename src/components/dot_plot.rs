//! Equally likely outcomes as dots stacked where they fall; what they add up to stands beside them as text.

use leptos::prelude::*;

/// Dots side by side at most; each column is as wide as a dot.
const COLUMNS: usize = 30;
const RADIUS: f64 = 4.5;
const COLUMN_WIDTH: f64 = 10.0;
/// Room below the dots.
const BASE: f64 = 6.0;

/// The dots, each at its share of the width (0 to 1) and whether it counts as met, with a mark at `mark`.
#[component]
pub fn DotPlot(dots: Vec<(f64, bool)>, mark: Option<f64>) -> impl IntoView {
    let mut heights = [0usize; COLUMNS];
    let placed: Vec<(usize, usize, bool)> = dots
        .into_iter()
        .map(|(share, is_met)| {
            let column = column(share);
            heights[column] += 1;
            (column, heights[column], is_met)
        })
        .collect();
    let tallest = heights.into_iter().max().unwrap_or(0).max(4);
    let number = |count: usize| f64::from(u16::try_from(count).unwrap_or(u16::MAX));
    let (width, height) = (
        number(COLUMNS) * COLUMN_WIDTH,
        number(tallest) * COLUMN_WIDTH + BASE + 4.0,
    );
    let text = |length: f64| format!("{length:.1}");
    let circles = placed.into_iter().map(|(column, level, is_met)| {
        let x = (number(column) + 0.5) * COLUMN_WIDTH;
        let y = height - BASE - (number(level) - 0.5) * COLUMN_WIDTH;
        view! { <circle class=if is_met { "met" } else { "short" } cx=text(x) cy=text(y) r=(RADIUS - 0.5).to_string()/> }.into_any()
    });
    let mark = mark.map(|share| {
        let x = text(share.clamp(0.0, 1.0) * width);
        view! { <line class="asked" x1=x.clone() x2=x y1="0" y2=text(height)/> }
    });
    view! {
        <svg class="dots" viewBox=format!("0 0 {width} {height:.1}") aria-hidden="true">
            <line class="base" x1="0" x2=text(width) y1=text(height - BASE) y2=text(height - BASE)/>
            {circles.collect::<Vec<AnyView>>()}
            {mark}
        </svg>
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a share of some thirty columns"
)]
fn column(share: f64) -> usize {
    ((share.clamp(0.0, 1.0) * COLUMNS as f64) as usize).min(COLUMNS - 1)
}
