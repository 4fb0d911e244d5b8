//! The pace needed beside every change of equal length on record: dots, a bar, and the same in words.

use engine::feasibility::Feasibility;
use leptos::prelude::*;
use plan::Language;

/// Size of the strip in its own units.
const WIDTH: f64 = 240.0;
const MARGIN: f64 = 6.0;

/// The strip with its words.
pub fn strip(feasibility: &Feasibility, language: Language) -> AnyView {
    let changes = || feasibility.record.iter().map(|recorded| recorded.change);
    let all = || changes().chain([0.0, feasibility.required.value]);
    let (least, most) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let x = |value: f64| {
        let share = if most > least {
            (value - least) / (most - least)
        } else {
            0.5
        };
        format!("{:.1}", MARGIN + share * (WIDTH - 2.0 * MARGIN))
    };
    let dots = changes().map(|change| view! { <circle cx=x(change) cy="11" r="3.5"/> }.into_any());
    let (zero, needed) = (x(0.0), x(feasibility.required.value));
    view! {
        <svg class="strip" viewBox="0 0 240 22" aria-hidden="true">
            <line class="base" x1="0" x2="240" y1="11" y2="11"/>
            <line class="zero" x1=zero.clone() x2=zero y1="4" y2="18"/>
            {dots.collect::<Vec<AnyView>>()}
            <line class="needed" x1=needed.clone() x2=needed y1="1" y2="21"/>
        </svg>
        <span class="soft">{words(feasibility, language)}</span>
    }
    .into_any()
}

fn words(feasibility: &Feasibility, language: Language) -> String {
    let (count, span) = (feasibility.record.len(), feasibility.span_years.to_string());
    let mut text = match (feasibility.is_faster_than_any, count) {
        (true, 1) => tr!(language, need.faster_than_one, span = span).to_string(),
        (true, _) => tr!(language, need.faster_than_any, span = span, count = count).to_string(),
        (false, 1) => tr!(language, need.as_fast_one, span = span).to_string(),
        (false, _) => {
            let fast = (feasibility.share_at_least * count as f64).round();
            tr!(language, need.as_fast, fast = fast, count = count, span = span).to_string()
        }
    };
    if feasibility.span_years != feasibility.years {
        text.push_str("; ");
        text.push_str(
            tr!(language, need.other_span, years = feasibility.years.to_string())
                .to_string()
                .as_str(),
        );
    }
    text
}
