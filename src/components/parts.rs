//! The parts of an answer, drawn: headings, texts, tables, bars and buttons from data.

use leptos::prelude::*;

use super::bars::{StackedBar, Strip};
use super::table::Table;
use crate::answers::{LeverLine, Part, Values};

/// The parts one after another; `on_use` gets the values of a button.
#[component]
pub fn Parts(parts: Vec<Part>, on_use: Callback<Values>) -> impl IntoView {
    parts
        .into_iter()
        .map(|part| draw(part, on_use))
        .collect::<Vec<AnyView>>()
}

fn draw(part: Part, on_use: Callback<Values>) -> AnyView {
    match part {
        Part::Heading(3, text) => view! { <h3>{text}</h3> }.into_any(),
        Part::Heading(_, text) => view! { <h4>{text}</h4> }.into_any(),
        Part::Text(class, text) => {
            // What the goal is reached with is told as it comes; the rest is read where it stands.
            let role = (class == "reached").then_some("status");
            view! { <p class=class role=role>{text}</p> }.into_any()
        }
        Part::Strong(class, sentence, number, more) => {
            view! { <p class=class>{sentence} <b>{number}</b> <span class="soft">{more}</span></p> }.into_any()
        }
        Part::Strip(dots, zero, needed, text) => {
            view! { <p class="record"><Strip dots zero needed/> <span class="soft">{text}</span></p> }.into_any()
        }
        Part::Code(text) => view! { <p><code>{text}</code></p> }.into_any(),
        Part::Table(class, head, rows) => view! { <div class="scroll"><Table class head rows/></div> }.into_any(),
        Part::Shares(shares) => draw_shares(shares),
        Part::Levers(class, lines) => {
            let lines = lines.into_iter().map(|line| draw_line(line, on_use));
            view! { <ul class=format!("answers {class}")>{lines.collect::<Vec<AnyView>>()}</ul> }.into_any()
        }
        Part::Apply(text, word, values) => view! {
            <p class="result"><span>{text}</span> " " <button type="button" class="use-all" on:click=move |_| on_use.run(values.clone())>{word}</button></p>
        }
        .into_any(),
    }
}

fn draw_shares(shares: Vec<(f64, String)>) -> AnyView {
    let sizes = shares.iter().map(|(share, _)| *share).collect();
    let legend = shares.into_iter().enumerate().filter(|(_, (share, _))| *share >= 0.005);
    let legend = legend.map(|(place, (_, text))| {
        let key = ["s0", "s1", "s2", "s3"][place % 4];
        view! {
            <li>
                <svg class="stacked key" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect class=key x="0.5" y="0.5" width="11" height="11"/></svg>
                " " {text}
            </li>
        }
        .into_any()
    });
    view! { <StackedBar shares=sizes/> <ul class="legend">{legend.collect::<Vec<AnyView>>()}</ul> }.into_any()
}

fn draw_line(line: LeverLine, on_use: Callback<Values>) -> AnyView {
    let button = line.apply.map(|(word, label, values)| {
        view! { <button type="button" aria-label=label on:click=move |_| on_use.run(values.clone())>{word}</button> }.into_any()
    });
    view! {
        <li>
            <span class="name">{line.name} " " <small class="soft">{line.unit}</small></span>
            <span class="change">{line.now} " → " <b>{line.needed}</b></span>
            {button}
        </li>
    }
    .into_any()
}
