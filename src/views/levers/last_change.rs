//! The last change in words, what it did to the verdicts, and its replay.

use engine::between::{Difference, differences};
use engine::{Change, Scenario};
use leptos::prelude::*;
use plan::Language;

use super::Desk;
use crate::state::{AppState, use_state};
use crate::views::board::Altered;
use crate::views::changed;

/// Differences told one by one; of more only the number is told.
const MOST_TOLD: usize = 3;

/// The section.
#[component]
pub fn LastChange(desk: Desk, altered: Memo<Vec<Altered>>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let before = desk.replay.before();
    let lines = Memo::new(move |_| {
        let language = language.get();
        before.with(|before| {
            let before = before.as_ref()?;
            Some(
                state
                    .open()
                    .with(|open| told(state, before, &open.saved.scenario, language)),
            )
        })
    });
    let count = Memo::new(move |_| altered.with(Vec::len));
    let running = desk.replay.is_running();
    let effect = move || match count.get() {
        0 => tr!(language.get(), levers.verdicts_same).to_string(),
        count => tr!(language.get(), levers.verdicts_altered, count = count),
    };
    let can_play = Memo::new(move |_| lines.with(Option::is_some));
    view! {
        <section class="last-change">
            <h2>{move || tr!(language.get(), levers.last)}</h2>
            {move || match lines.get() {
                None => view! { <p class="soft small">{tr!(language.get(), levers.last_none)}</p> }.into_any(),
                Some(lines) => {
                    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }.into_any());
                    view! { <ul class="small">{lines.collect::<Vec<AnyView>>()}</ul> }.into_any()
                }
            }}
            {move || can_play.get().then(|| view! {
                <p class="small">
                    <button type="button" class="replay" aria-pressed=move || running.get().to_string() on:click=move |_| desk.replay.play()>
                        {move || if running.get() { tr!(language.get(), levers.replay_stop) } else { tr!(language.get(), levers.replay) }}
                    </button>
                    " " <span class="soft">{effect}</span>
                </p>
            })}
        </section>
    }
}

/// The differences as sentences.
fn told(state: AppState, before: &Scenario, after: &Scenario, language: Language) -> Vec<String> {
    let differences = differences(before, after);
    let mut lines: Vec<String> = differences
        .iter()
        .take(MOST_TOLD)
        .map(|difference| line(state, difference, after, language))
        .collect();
    if differences.len() > MOST_TOLD {
        lines.push(tr!(language, levers.last_more, count = differences.len() - MOST_TOLD));
    }
    lines
}

fn line(state: AppState, difference: &Difference, after: &Scenario, language: Language) -> String {
    let Difference {
        code,
        before,
        after: now,
    } = *difference;
    let value = |change: Change| changed::value(state, after, code, change, language);
    format!(
        "{}: {}: {} → {}",
        changed::whose(state, code, language),
        changed::what(state, code, now, language),
        value(before),
        value(now)
    )
}
