//! Files out and in, and how safe the browser's copy is.

use leptos::prelude::*;
use plan::Language;

use crate::state::{Imported, Refused, actions, use_state};
use crate::words;

/// Problems that are shown before the rest is counted.
const MOST_SHOWN: usize = 12;

/// The section.
#[component]
pub fn Files() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let is_over = RwSignal::new(false);
    let is_empty = Memo::new(move |_| state.list().with(Vec::is_empty));
    let backup = move || {
        let language = language.get();
        match state.backup().get() {
            Some(at) => tr!(language, shelf.backup, when = actions::moment(&at, language)),
            None => tr!(language, shelf.no_backup).to_string(),
        }
    };
    let durable = move || match state.is_durable().get() {
        Some(true) => tr!(language.get(), shelf.durable),
        Some(false) => tr!(language.get(), shelf.not_durable),
        None => "",
    };
    view! {
        <section aria-labelledby="files-heading">
            <h2 id="files-heading">{move || tr!(language.get(), shelf.files)}</h2>
            <p>{backup} " " {durable}</p>
            <div class="row">
                <button type="button" class="main all" disabled=move || is_empty.get()
                    on:click=move |_| actions::export_all(state, tr!(language.get_untracked(), shelf.all_stem))>
                    {move || tr!(language.get(), shelf.export_all)}
                </button>
            </div>
            <div class="drop" class:over=move || is_over.get()
                on:dragover=move |event| is_over.set(actions::allow_drop(&event))
                on:dragleave=move |_| is_over.set(false)
                on:drop=move |event| { is_over.set(false); actions::import_dropped(state, &event); }>
                <input id="import" type="file" accept=".json,application/json" multiple
                    on:change=move |event| actions::import_picked(state, &event)/>
                <label for="import">{move || tr!(language.get(), shelf.import)}</label>
                <p class="soft">
                    {move || tr!(language.get(), shelf.import_explain)} " "
                    <a href="scenario-file.schema.json">{move || tr!(language.get(), shelf.schema)}</a>
                </p>
            </div>
            <div role="status">
                {move || state.imported().get().map(|imported| result(&imported, language.get()))}
            </div>
        </section>
    }
}

/// What came of a file.
fn result(imported: &Imported, language: Language) -> AnyView {
    let state = use_state();
    let mut lines = vec![tr!(language, shelf.imported, count = imported.count)];
    if imported.known > 0 {
        lines.push(tr!(language, shelf.known, count = imported.known));
    }
    let refused = imported
        .refused
        .iter()
        .map(|(file, why)| tr!(language, shelf.refused, file = file, why = reason(why, language)));
    let more = imported.problems.len().saturating_sub(MOST_SHOWN);
    let problems = imported.problems.iter().take(MOST_SHOWN).map(|problem| {
        let (path, why) = words::problem(problem, language);
        if path.is_empty() { why } else { format!("{path}: {why}") }
    });
    let problems: Vec<AnyView> = refused
        .chain(problems)
        .chain((more > 0).then(|| tr!(language, shelf.more_problems, count = more)))
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect();
    let is_whole = problems.is_empty();
    view! {
        <div class="notice imported" class:warn=!is_whole>
            <div class="text">
                <p>{lines.join(" ")}</p>
                {(!is_whole).then(|| view! { <p>{tr!(language, shelf.not_taken)}</p> <ul class="problems">{problems}</ul> })}
            </div>
            <button type="button" on:click=move |_| actions::dismiss_import(state)>{tr!(language, share.dismiss)}</button>
        </div>
    }
    .into_any()
}

fn reason(refused: &Refused, language: Language) -> String {
    match refused {
        Refused::Unreadable => tr!(language, shelf.why_unreadable).to_string(),
        Refused::NoRoom => tr!(language, shelf.why_no_room).to_string(),
        Refused::Document(error) => words::document_error(error, language),
    }
}
