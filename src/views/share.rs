//! The panel with the link to the open scenario.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::state::{actions, use_state};

/// The panel; `on_close` is called when it should go.
#[component]
pub fn SharePanel(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let open = state.open();
    let view = state.view();
    // Follows the scenario and the view: the link is always that of what is on the screen.
    let link = Memo::new(move |_| {
        open.track();
        view.track();
        actions::share_link(state)
    });
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let Some((address, _)) = link.get_untracked() else {
            return;
        };
        spawn_local(async move {
            let done = actions::copy(address).await;
            // The panel may have been closed meanwhile.
            let _ = copied.try_set(Some(done));
        });
    };
    let answer = move || match copied.get() {
        Some(true) => tr!(language.get(), share.copied),
        Some(false) => tr!(language.get(), share.copy_failed),
        None => "",
    };
    view! {
        <section class="panel share" aria-label=move || tr!(language.get(), share.title)
            on:keydown=move |event| if event.key() == "Escape" { on_close.run(()) }>
            <h2>{move || tr!(language.get(), share.title)}</h2>
            <p class="soft">{move || tr!(language.get(), share.explain)}</p>
            <div class="row">
                <input class="link" id="share-link" type="text" readonly aria-label=move || tr!(language.get(), share.title)
                    prop:value=move || link.get().map(|(address, _)| address).unwrap_or_default() on:focus=move |event| actions::select_all(&event)/>
                <button type="button" class="main" on:click=copy>{move || tr!(language.get(), share.copy)}</button>
                <button type="button" on:click=move |_| on_close.run(())>{move || tr!(language.get(), share.close)}</button>
            </div>
            <p class="soft">
                {move || match link.get() {
                    Some((_, length)) => tr!(language.get(), share.length, count = length).to_string(),
                    None => tr!(language.get(), share.too_long).to_string(),
                }}
                " " <span role="status">{answer}</span>
            </p>
        </section>
    }
}
