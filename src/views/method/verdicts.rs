//! What each verdict means: its sign, its word, and the rule behind it.

use engine::{Likelihood, Outlook, Reason, Verdict};
use leptos::prelude::*;
use plan::Language;

use crate::answers::Cell;
use crate::components::Table;
use crate::state::use_state;
use crate::words;

/// Every verdict, best first.
const VERDICTS: [Verdict; 15] = [
    Verdict::Met,
    Verdict::Within,
    Verdict::Exceeded,
    Verdict::Expected(Likelihood::VeryLikely),
    Verdict::Expected(Likelihood::Likely),
    Verdict::Expected(Likelihood::Even),
    Verdict::Expected(Likelihood::Unlikely),
    Verdict::Expected(Likelihood::VeryUnlikely),
    Verdict::NotYet,
    Verdict::Missed,
    Verdict::NotAssessed(Reason::NoObservation),
    Verdict::NotAssessed(Reason::NoThreshold),
    Verdict::NotAssessed(Reason::NoComparison),
    Verdict::NotAssessed(Reason::NotReported),
    Verdict::NotAssessed(Reason::NoFigureBefore),
];

/// The legend.
#[component]
pub fn Verdicts() -> impl IntoView {
    let language = use_state().language();
    move || {
        let language = language.get();
        let head = [
            tr!(language, method.verdict_word),
            tr!(language, method.verdict_meaning),
        ];
        let head = head.map(|word| Cell::Text(word.to_string())).to_vec();
        let rows = VERDICTS.map(|verdict| vec![mark(verdict, language), Cell::Text(meaning(verdict, language))]);
        view! { <Table class="plain legend-table" head rows=rows.to_vec()/> }
    }
}

/// The groups that the board counts, as a sentence of signs and words.
#[component]
pub fn Groups() -> impl IntoView {
    let language = use_state().language();
    let groups = move || {
        let group = |outlook: Outlook| {
            let class = format!("verdict {}", words::outlook_class(outlook));
            view! {
                <li><span class=class><span class="sign" aria-hidden="true">{words::sign(outlook)}</span>{words::outlook_word(outlook, language.get())}</span></li>
            }
            .into_any()
        };
        Outlook::ALL.map(group).into_iter().collect::<Vec<AnyView>>()
    };
    view! { <ul class="groups">{groups}</ul> }
}

fn mark(verdict: Verdict, language: Language) -> Cell {
    let outlook = verdict.outlook();
    Cell::Verdict(
        words::outlook_class(outlook).to_string(),
        words::sign(outlook).to_string(),
        words::verdict(verdict, language).to_string(),
    )
}

fn meaning(verdict: Verdict, language: Language) -> String {
    let text = match verdict {
        Verdict::Met => tr!(language, method.means_met),
        Verdict::Within => tr!(language, method.means_within),
        Verdict::Exceeded => tr!(language, method.means_exceeded),
        Verdict::Missed => tr!(language, method.means_missed),
        Verdict::NotYet => tr!(language, method.means_not_yet),
        Verdict::Expected(likelihood) => return expected(likelihood, language),
        Verdict::NotAssessed(Reason::NoObservation) => tr!(language, method.means_no_figure),
        Verdict::NotAssessed(Reason::NoThreshold) => tr!(language, method.means_no_number),
        Verdict::NotAssessed(Reason::NoComparison) => tr!(language, method.means_no_comparison),
        Verdict::NotAssessed(Reason::NotReported) => tr!(language, method.means_not_reported),
        Verdict::NotAssessed(Reason::NoFigureBefore) => tr!(language, method.means_no_figure_before),
    };
    text.to_string()
}

/// The probabilities that a word stands for.
fn expected(likelihood: Likelihood, language: Language) -> String {
    let percent = |fraction: f64| words::share(fraction, language);
    let place = Likelihood::ALL.iter().position(|word| *word == likelihood).unwrap_or(0);
    let above = place.checked_sub(1).and_then(|place| Likelihood::ALL.get(place));
    let least = percent(likelihood.least());
    match above.map(|word| percent(word.least())) {
        None => tr!(language, method.means_from, least = least),
        Some(most) if likelihood.least() <= 0.0 => tr!(language, method.means_below, most = most),
        Some(most) => tr!(language, method.means_between, least = least, most = most),
    }
}
