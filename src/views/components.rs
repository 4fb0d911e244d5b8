//! Every small part on one page, for whoever changes how they look. Part of development builds only (`#/components`), so its
//! words are in English alone and stand here.

use engine::Outlook;
use leptos::prelude::*;

use crate::answers::Cell;
use crate::app::HEADING_ID;
use crate::components::{Choice, NumberField, ProbabilityBar, Table, VerdictMark};
use crate::state::use_state;
use crate::words;

/// The tokens of colour, as `style/tokens.css` names them.
const COLOURS: [&str; 17] = [
    "paper", "panel", "ink", "soft", "rule", "edge", "accent", "fan", "second", "third", "fourth", "goal", "met",
    "course", "even", "risk", "unknown",
];

/// The page.
#[component]
pub fn ComponentsPage() -> impl IntoView {
    let language = use_state().language();
    let chosen = RwSignal::new(1);
    let number = RwSignal::new(7.5);
    let commit = Callback::new(move |typed: String| match typed.replace(',', ".").parse::<f64>() {
        Ok(value) => {
            number.set(value);
            Ok(())
        }
        Err(_) => Err(format!("{typed:?} is no number")),
    });
    let colours = COLOURS.map(|name| {
        view! {
            <li>
                <svg viewBox="0 0 40 20" width="40" height="20" aria-hidden="true">
                    <rect width="40" height="20" fill=format!("var(--{name})") stroke="var(--edge)"/>
                </svg>
                <code>{format!("--{name}")}</code>
            </li>
        }
        .into_any()
    });
    let verdicts = Outlook::ALL.map(|outlook| {
        view! {
            <p class=words::outlook_class(outlook)>
                <VerdictMark sign=words::sign(outlook)
                    word=Signal::derive(move || words::outlook_word(outlook, language.get()))/> " "
                <ProbabilityBar share=0.62 text="62%"/>
            </p>
        }
        .into_any()
    });
    let text = |text: &str| Cell::Text(text.to_string());
    let number_cell = |text: &str| Cell::Number(text.to_string());
    let rows = vec![
        vec![
            text("Tuổi thọ bình quân"),
            number_cell("74,6"),
            Cell::Swing(0.2, 0.5, 0.8),
        ],
        vec![
            Cell::Noted("Giường bệnh".into(), "trên một vạn dân".into()),
            number_cell("39,6"),
            Cell::Part(0.3, 0.7),
        ],
    ];
    view! {
        <main class="components">
            <h1 id=HEADING_ID tabindex="-1">"Heading 1: Ữ Ậ Ỗ Ẵ keep their marks"</h1>
            <p class="lede">"Lede. Body text, "<a href="#/components">"a link"</a>", "<b>"strong"</b>", "<small>"small"</small>", "<code>"code"</code>"."</p>
            <h2>"Heading 2"</h2>
            <h3>"Heading 3"</h3>
            <h2>"Colours"</h2>
            <ul class="presets">{colours.into_iter().collect_view()}</ul>
            <h2>"Controls"</h2>
            <p class="row">
                <button type="button" class="main">"Main"</button> " " <button type="button">"Button"</button> " "
                <button type="button" disabled=true>"Disabled"</button> " " <button type="button" class="quiet">"Quiet"</button> " "
                <button type="button" class="icon" aria-label="Undo">"↶"</button> " " <button type="button" class="inline">"inline"</button>
            </p>
            <p>
                <label>"Number " <NumberField id="sample-number".to_string() label="Number"
                    text=Signal::derive(move || words::number(number.get(), 1, language.get())) commit/></label>
            </p>
            <p class="error" id="sample-number-message" role="alert"></p>
            <p><label>"Slider " <input type="range" min="0" max="10" step="0.1" value="7.5"/></label></p>
            <Choice id="sample-choice" label=Signal::stored("Choice".to_string())
                options=Signal::stored(vec!["one".to_string(), "two".to_string(), "three".to_string()]) chosen/>
            <h2>"Verdicts"</h2>
            {verdicts.into_iter().collect_view()}
            <h2>"Notices"</h2>
            <section class="notice"><p>"Something to know."</p><button type="button">"Fine"</button></section>
            <section class="notice warn"><p>"Something to act on."</p><button type="button" class="main">"Act"</button></section>
            <h2>"Table"</h2>
            <Table class="plain" head=vec![text("Target"), number_cell("Value"), text("Bar")] rows/>
        </main>
    }
}
