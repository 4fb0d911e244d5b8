//! What the page has to say once, above every screen: a preview, a broken link, a scenario that cannot be kept.

use leptos::prelude::*;
use plan::Language;

use crate::state::{AppState, BrokenLink, Notice, SaveState, actions, use_state};

/// All notices.
#[component]
pub fn Notices() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="notices">
            <PreviewNotice/>
            <StorageNotice/>
            {move || state.notice().get().map(|notice| once(state, notice))}
        </div>
    }
}

#[component]
fn PreviewNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let open = state.open();
    let preview = Memo::new(move |_| open.with(|open| open.is_preview.then(|| open.saved.name.clone())));
    let name = move || {
        let name = preview.get().unwrap_or_default();
        if name.is_empty() {
            tr!(language.get(), share.unnamed).to_string()
        } else {
            name
        }
    };
    move || {
        preview.with(Option::is_some).then(|| {
            view! {
                <section class="notice preview" role="status">
                    <p>
                        <strong>{move || tr!(language.get(), share.preview, name = name())}</strong> " "
                        {move || tr!(language.get(), share.preview_safe)}
                    </p>
                    <button type="button" class="main" on:click=move |_| actions::keep_copy(state)>{move || tr!(language.get(), share.keep)}</button>
                    <button type="button" on:click=move |_| actions::go_to_own(state)>{move || tr!(language.get(), share.leave)}</button>
                </section>
            }
        })
    }
}

/// Stays as long as nothing can be kept.
#[component]
fn StorageNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let save = state.save();
    move || {
        let language = language.get();
        let text = match save.get() {
            SaveState::Blocked => tr!(language, scenario.not_saved_blocked),
            SaveState::Full => tr!(language, scenario.not_saved_full),
            _ => return None,
        };
        Some(view! { <section class="notice warn" role="alert"><p>{text}</p></section> })
    }
}

fn once(state: AppState, notice: Notice) -> impl IntoView {
    let language = state.language();
    let is_calm = matches!(notice, Notice::Kept);
    let offers_reload = notice == Notice::OtherTab;
    view! {
        <section class=if is_calm { "notice" } else { "notice warn" } role=if is_calm { "status" } else { "alert" }>
            <p>{move || text(notice, language.get())}</p>
            {offers_reload.then(|| view! {
                <button type="button" class="main" on:click=move |_| actions::reload_from_storage(state)>{move || tr!(language.get(), scenario.reload)}</button>
            })}
            <button type="button" on:click=move |_| actions::dismiss_notice(state)>{move || tr!(language.get(), share.dismiss)}</button>
        </section>
    }
}

fn text(notice: Notice, language: Language) -> String {
    match notice {
        Notice::Unreadable => tr!(language, scenario.unreadable).to_string(),
        Notice::Newer => tr!(language, scenario.newer).to_string(),
        Notice::PartlyRead(count) => tr!(language, scenario.partly_read, count = count).to_string(),
        Notice::LinkPartlyRead(count) => tr!(language, share.partly_read, count = count).to_string(),
        Notice::LinkBroken(BrokenLink::Damaged) => tr!(language, share.broken_damaged).to_string(),
        Notice::LinkBroken(BrokenLink::Newer) => tr!(language, share.broken_newer).to_string(),
        Notice::LinkBroken(BrokenLink::OtherPlan) => tr!(language, share.broken_other_plan).to_string(),
        Notice::LinkBroken(BrokenLink::TooLong) => tr!(language, share.broken_too_long).to_string(),
        Notice::Kept => tr!(language, share.kept).to_string(),
        Notice::OtherTab => tr!(language, scenario.other_tab).to_string(),
    }
}
