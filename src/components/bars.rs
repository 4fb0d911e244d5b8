//! Bars without axes: the numbers they show stand beside them as text, so a screen reader skips them.

use leptos::prelude::*;

/// Width of a bar's drawing in its own units.
const WIDTH: f64 = 200.0;
const HEIGHT: f64 = 14.0;

/// What one assumption does: from the outcome as things stand to that at its low end (hollow) and at its high end (solid).
/// All places are shares of the width, 0 to 1.
#[component]
pub fn SwingBar(low: f64, base: f64, high: f64) -> impl IntoView {
    view! {
        <svg class="swing" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
            {block("high", base, high)}
            {block("low", base, low)}
            <line x1=at(base) x2=at(base) y1="0" y2="14"/>
        </svg>
    }
}

/// A signed part of a whole: from the zero at `zero` to `end`, shares of the width.
#[component]
pub fn PartBar(zero: f64, end: f64) -> impl IntoView {
    view! {
        <svg class="part" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">
            {block(if end < zero { "low" } else { "high" }, zero, end)}
            <line x1=at(zero) x2=at(zero) y1="0" y2="14"/>
        </svg>
    }
}

/// Shares of one whole side by side, each with the class of its place.
#[component]
pub fn StackedBar(shares: Vec<f64>) -> impl IntoView {
    let mut from = 0.0;
    let blocks = shares.into_iter().enumerate().map(|(place, share)| {
        let start = from;
        from += share;
        block(["s0", "s1", "s2", "s3"][place % 4], start, from)
    });
    view! { <svg class="stacked" viewBox="0 0 200 14" preserveAspectRatio="none" aria-hidden="true">{blocks.collect_view()}</svg> }
}

/// Dots on a line with the zero and a mark, shares of the width.
#[component]
pub fn Strip(dots: Vec<f64>, zero: f64, needed: f64) -> impl IntoView {
    // The dots at the ends are drawn whole.
    let x = |share: f64| format!("{:.1}", 6.0 + share.clamp(0.0, 1.0) * 228.0);
    let dots = dots
        .into_iter()
        .map(|dot| view! { <circle cx=x(dot) cy="11" r="3.5"/> }.into_any());
    view! {
        <svg class="strip" viewBox="0 0 240 22" aria-hidden="true">
            <line class="base" x1="0" x2="240" y1="11" y2="11"/>
            <line class="zero" x1=x(zero) x2=x(zero) y1="4" y2="18"/>
            {dots.collect::<Vec<AnyView>>()}
            <line class="needed" x1=x(needed) x2=x(needed) y1="1" y2="21"/>
        </svg>
    }
}

fn at(share: f64) -> String {
    format!("{:.1}", share.clamp(0.0, 1.0) * WIDTH)
}

fn block(class: &'static str, from: f64, to: f64) -> AnyView {
    let (left, right) = if from < to { (from, to) } else { (to, from) };
    let width = format!("{:.1}", (right - left).clamp(0.0, 1.0) * WIDTH);
    view! { <rect class=class x=at(left) y="2" width=width height=(HEIGHT - 4.0).to_string()/> }.into_any()
}
