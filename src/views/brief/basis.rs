//! What the brief rests on: the assumptions that were changed, the figures' sources, and the link that opens it all again.

use std::collections::BTreeSet;

use engine::between::without;
use engine::{Change, Origin};
use leptos::prelude::*;
use plan::Language;

use super::Content;
use super::chosen::MOST_CHANGES;
use crate::state::{AppState, View, actions, use_state};
use crate::views::{changed, qr::QrCode};

/// What was changed, from what to what.
#[component]
pub fn Changes(content: Memo<Content>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let lines: Vec<AnyView> = content.with(|content| {
            let changes = content.scenario.changes().take(MOST_CHANGES);
            changes
                .map(|(code, change)| line(state, content, code, change, language))
                .collect()
        });
        let count = content.with(|content| content.scenario.change_count());
        let more = (count > MOST_CHANGES)
            .then(|| view! { <li>{tr!(language, brief.more_changes, count = count - MOST_CHANGES)}</li> }.into_any());
        let said = if count == 0 {
            tr!(language, brief.nothing_changed).to_string()
        } else {
            tr!(language, brief.changed, count = count)
        };
        view! {
            <p>{said} " " {tr!(language, brief.defaults)}</p>
            {(count > 0).then(|| view! { <ul class="changes">{lines}{more}</ul> })}
        }
    }
}

fn line(state: AppState, content: &Content, code: u8, change: Change, language: Language) -> AnyView {
    let scenario = &content.scenario;
    let value = |change: Change| changed::value(state, scenario, code, change, language);
    view! {
        <li>
            {changed::whose(state, code, language)} ": " {changed::what(state, code, change, language)} " "
            <span class="soft">{value(without(change))} " → "</span> <b>{value(change)}</b>
        </li>
    }
    .into_any()
}

/// The sources of the figures of the listed targets, each once.
#[component]
pub fn Sources(content: Memo<Content>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        let language = language.get();
        let mut published: BTreeSet<&str> = BTreeSet::new();
        let mut has_own = false;
        content.with(|content| {
            for position in &content.chosen.rows {
                state.projections.at(*position).with(|projection| {
                    for figure in &projection.series.figures {
                        match figure.origin {
                            Origin::Published(observation) => {
                                published.insert(observation.source);
                            }
                            Origin::User { .. } => has_own = true,
                        }
                    }
                });
            }
        });
        let own = has_own.then(|| tr!(language, brief.own_figures));
        // Sources call themselves by their Vietnamese names.
        let published = published.into_iter().collect::<Vec<&str>>().join("; ");
        view! { <p class="small"><span lang="vi">{published}</span> ". " {own}</p> }
    }
}

/// The link and its code.
#[component]
pub fn Link() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let link = Memo::new(move |_| actions::link_to(state, View::Board).map(|(address, _)| address));
    move || {
        let language = language.get();
        match link.get() {
            Some(address) => view! {
                <div class="link">
                    <QrCode text=address.clone() label=tr!(language, share.qr)/>
                    <div>
                        <p>{tr!(language, brief.link)}</p>
                        <p class="small"><a class="address" href=address.clone()>{address.clone()}</a></p>
                    </div>
                </div>
            }
            .into_any(),
            None => view! { <p>{tr!(language, share.too_long)}</p> }.into_any(),
        }
    }
}
