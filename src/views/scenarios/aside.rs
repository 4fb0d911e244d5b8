//! What was deleted and can be had back, and what cannot be opened and is kept nevertheless.

use leptos::prelude::*;

use crate::state::{actions, use_state};
use crate::words;

/// The scenarios that were deleted; nothing where there are none.
#[component]
pub fn Deleted() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let lines = move || {
        let language = language.get();
        let line = |stored: crate::state::Stored| {
            let name = words::called(&stored.name, stored.changes == 0, language);
            let when = stored
                .changed
                .map(|at| tr!(language, shelf.deleted_at, when = actions::moment(&at, language)));
            let (restored, forgotten) = (stored.id.clone(), stored.id);
            view! {
                <li>
                    <div class="who"><strong>{name.clone()}</strong> <p class="soft">{when}</p></div>
                    <div class="row">
                        <button type="button" class="restore" aria-label=format!("{}: {name}", tr!(language, shelf.restore))
                            on:click=move |_| actions::restore(state, &restored)>{tr!(language, shelf.restore)}</button>
                        <button type="button" class="forget" aria-label=format!("{}: {name}", tr!(language, shelf.forget))
                            on:click=move |_| actions::forget(state, &forgotten)>{tr!(language, shelf.forget)}</button>
                    </div>
                </li>
            }
            .into_any()
        };
        state.deleted().get().into_iter().map(line).collect::<Vec<_>>()
    };
    move || {
        (!state.deleted().with(Vec::is_empty)).then(|| {
            view! {
                <section aria-labelledby="deleted-heading">
                    <h2 id="deleted-heading">{move || tr!(language.get(), shelf.deleted)}</h2>
                    <ul class="kept gone">{lines}</ul>
                </section>
            }
        })
    }
}

/// Documents that this page cannot open; nothing where there are none.
#[component]
pub fn SetAside() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let lines = move || {
        let language = language.get();
        let line = |aside: crate::state::Aside| {
            let why = if aside.is_newer {
                tr!(language, shelf.aside_newer)
            } else {
                tr!(language, shelf.aside_broken)
            };
            let (exported, forgotten) = (aside.key.clone(), aside.key.clone());
            view! {
                <li>
                    <div class="who"><code>{aside.key}</code> <p class="soft">{why} " " {tr!(language, shelf.bytes, count = aside.bytes)}</p></div>
                    <div class="row">
                        <button type="button" class="file" on:click=move |_| actions::export_aside(&exported)>{tr!(language, shelf.download)}</button>
                        <button type="button" class="forget" on:click=move |_| actions::forget_aside(state, &forgotten)>{tr!(language, shelf.forget)}</button>
                    </div>
                </li>
            }
            .into_any()
        };
        state.aside().get().into_iter().map(line).collect::<Vec<_>>()
    };
    move || {
        (!state.aside().with(Vec::is_empty)).then(|| {
            view! {
                <section class="aside" aria-labelledby="aside-heading">
                    <h2 id="aside-heading">{move || tr!(language.get(), shelf.aside)}</h2>
                    <p class="soft">{move || tr!(language.get(), shelf.aside_explain)}</p>
                    <ul class="kept gone">{lines}</ul>
                </section>
            }
        })
    }
}
