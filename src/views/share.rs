//! The panel with the link to what is on the screen: to copy, to scan, and a file where a link would be too long.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::name::open_name;
use super::qr::QrCode;
use crate::state::{View, actions, use_state};

/// The panel; `on_close` is called when it should go.
#[component]
pub fn SharePanel(#[prop(into)] on_close: Callback<()>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    // Follows the scenario and the view: the link is always that of what is on the screen.
    let link = Memo::new(move |_| actions::share_link(state));
    let address = Memo::new(move |_| link.with(|link| link.as_ref().map(|(address, _)| address.clone())));
    let is_long = Memo::new(move |_| {
        link.with(|link| {
            link.as_ref()
                .is_none_or(|(_, length)| *length > actions::LONG_LINK_CHARACTERS)
        })
    });
    let compared = Memo::new(move |_| match state.view().get() {
        View::Compare => state.beside().with(Vec::len),
        _ => 0,
    });
    let frame = Memo::new(move |_| {
        let title = match state.view().get() {
            View::Target(code) => state.plan.target_by_code(code)?.name.get(language.get()),
            _ => return None,
        };
        actions::frame_markup(state, title)
    });
    let copied = RwSignal::new(None::<bool>);
    let copy = move |_| {
        let Some(address) = address.get_untracked() else {
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
    let stem = move || untrack(|| open_name(state, language.get()));
    view! {
        <section class="panel share" aria-label=move || tr!(language.get(), share.title)
            on:keydown=move |event| if event.key() == "Escape" { on_close.run(()) }>
            <div class="share-text">
                <h2>{move || tr!(language.get(), share.title)}</h2>
                <p class="soft">
                    {move || match compared.get() {
                        0 => tr!(language.get(), share.explain).to_string(),
                        count => tr!(language.get(), share.explain_compared, count = count + 1),
                    }}
                </p>
                <div class="row">
                    <input class="link" id="share-link" type="text" readonly aria-label=move || tr!(language.get(), share.title)
                        prop:value=move || address.get().unwrap_or_default() on:focus=move |event| actions::select_all(&event)/>
                    <button type="button" class="main" on:click=copy>{move || tr!(language.get(), share.copy)}</button>
                    <button type="button" class="file" on:click=move |_| actions::export_open(state, &stem())>{move || tr!(language.get(), scenario.save_file)}</button>
                    <button type="button" on:click=move |_| on_close.run(())>{move || tr!(language.get(), share.close)}</button>
                </div>
                <p class="soft">
                    {move || match link.with(|link| link.as_ref().map(|(_, length)| *length)) {
                        Some(length) => tr!(language.get(), share.length, count = length),
                        None => tr!(language.get(), share.too_long).to_string(),
                    }}
                    " "
                    {move || (is_long.get() && address.with(Option::is_some)).then(|| tr!(language.get(), share.long, limit = actions::LONG_LINK_CHARACTERS))}
                    " " <span role="status">{answer}</span>
                </p>
                {move || frame.get().map(|markup| view! {
                    <details>
                        <summary>{move || tr!(language.get(), embed.share)}</summary>
                        <textarea rows="3" readonly id="frame" aria-label=move || tr!(language.get(), embed.share)
                            prop:value=markup on:focus=move |event| actions::select_all(&event)></textarea>
                    </details>
                })}
            </div>
            {move || address.get().map(|address| view! { <QrCode text=address label=tr!(language.get(), share.qr)/> })}
        </section>
    }
}
