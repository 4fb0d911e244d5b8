//! The bar on top of every screen: where you are, which scenario is open, whether it is kept, undo, share, language.

use leptos::prelude::*;
use plan::Language;

use super::later::LaterShare;
use super::name::{called_open, listed_name, screen_name};
use crate::state::{SaveState, Scheme, View, actions, resting, use_state};
use crate::words;

/// Id of the button that opens the panel with the link; it gets the focus back when the panel closes.
const SHARE_ID: &str = "share";

/// The bar.
#[component]
pub fn Bar() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let view = state.view();
    // The view that the panel was opened on: going elsewhere closes it.
    let shared_view = RwSignal::new(None::<View>);
    let sharing = Memo::new(move |_| shared_view.get() == Some(view.get()));
    view! {
        <div class="top">
        <header class="bar">
            <a class="brand" href=move || { view.track(); actions::href(state, View::Board) }>
                {move || tr!(language.get(), app.name)}
            </a>
            <nav aria-label=move || tr!(language.get(), app.nav)>
                {[View::Board, View::Levers, View::Compare, View::Scenarios, View::Method, View::Brief].map(|screen| view! {
                    <a
                        href=move || { view.track(); actions::href(state, screen) }
                        aria-current=move || (view.get() == screen).then_some("page")
                    >
                        {move || screen_name(screen, language.get()).unwrap_or_else(|| tr!(language.get(), app.targets))}
                    </a>
                }.into_any())}
            </nav>
            <div class="preferences"><LanguageAndScheme/></div>
            <div class="scenario tools">
                <ScenarioName/>
                <Undo/>
                <Redo/>
                <button type="button" class="main" id=SHARE_ID aria-expanded=move || sharing.get().to_string()
                    // The panel closes itself by this key once it has the focus.
                    on:keydown=move |event| if event.key() == "Escape" { shared_view.set(None) }
                    on:click=move |_| shared_view.set((!sharing.get_untracked()).then(|| view.get_untracked()))>
                    {move || tr!(language.get(), share.button)}
                </button>
            </div>
        </header>
        {move || sharing.get().then(|| view! { <div id="share-panel"><LaterShare on_close=Callback::new(move |()| {
            shared_view.set(None);
            actions::focus(SHARE_ID);
        })/></div> })}
        </div>
    }
}

#[component]
fn ScenarioName() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let summary = state.summary();
    let name = Memo::new(move |_| summary.with(|summary| summary.name.clone()));
    // Words about what was done follow it: what the reader looks at comes first.
    let is_trend = resting(move || summary.with(|summary| summary.is_trend));
    let changes = resting(move || summary.with(|summary| summary.changes));
    let save = state.save();
    let save_word = move || {
        let language = language.get();
        if let Some((at, true)) = state.kept_at() {
            return tr!(language, scenario.continued, when = actions::moment(&at, language));
        }
        let word = match save.get() {
            SaveState::Untouched => tr!(language, scenario.nothing_changed),
            SaveState::Waiting => tr!(language, scenario.saving),
            SaveState::Saved => tr!(language, scenario.saved),
            SaveState::Blocked | SaveState::Full => tr!(language, scenario.not_saved),
            SaveState::Preview => tr!(language, scenario.preview),
            SaveState::Conflict => tr!(language, scenario.in_conflict),
        };
        word.to_string()
    };
    let count = move || match changes.get() {
        0 => String::new(),
        count => format!("{} · ", tr!(language.get(), scenario.changes, count = count)),
    };
    let placeholder = move || called_open(state, "", is_trend.get(), language.get());
    view! {
        <div class="name">
            <input
                type="text"
                maxlength="80"
                autocomplete="off"
                spellcheck="false"
                aria-label=move || tr!(language.get(), scenario.name_label)
                placeholder=placeholder
                // A long one is cut; its end may be what tells it apart.
                title=move || Some(name.get()).filter(|name| !name.is_empty())
                prop:value=move || name.get()
                on:change=move |event| actions::rename(state, &event_target_value(&event))
            />
            <p class="soft">
                // First: where there is no room for all, the end is cut.
                {count}
                <span class="status" data-save=move || format!("{:?}", save.get())>{save_word}</span>
            </p>
        </div>
        <ScenarioList/>
    }
}

/// Shown once there is more than one scenario to choose from.
#[component]
fn ScenarioList() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let list = state.list();
    let open_id = Memo::new(move |_| state.summary().with(|summary| summary.id.clone()));
    let options = move || {
        let language = language.get();
        let current = open_id.get();
        list.get()
            .into_iter()
            .map(|stored| {
                let name = listed_name(&stored, language);
                let selected = stored.id == current;
                view! { <option value=stored.id selected=selected>{name}</option> }
            })
            .collect_view()
    };
    move || {
        (list.with(|list| list.len() > 1)).then(|| {
            view! {
                <select
                    aria-label=move || tr!(language.get(), scenario.switch)
                    on:change=move |event| actions::open_stored(state, &event_target_value(&event))
                >
                    {options}
                </select>
            }
        })
    }
}

/// Takes the last change back. Where there is none it says so once the scenario rests, and keeps the focus, which `disabled`
/// would take from a reader who goes by keys
/// (<https://www.w3.org/WAI/ARIA/apg/practices/keyboard-interface/#focusabilityofdisabledcontrols>).
#[component]
pub fn Undo() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let can = resting(move || state.can_undo_redo().0);
    view! {
        <button type="button" class="icon undo" aria-disabled=move || (!can.get()).then_some("true") on:click=move |_| actions::undo(state)
            aria-label=move || tr!(language.get(), scenario.undo) title=move || tr!(language.get(), scenario.undo)>"↶"</button>
    }
}

/// Makes the change again that was taken back; as [`Undo`].
#[component]
pub fn Redo() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let can = resting(move || state.can_undo_redo().1);
    view! {
        <button type="button" class="icon redo" aria-disabled=move || (!can.get()).then_some("true") on:click=move |_| actions::redo(state)
            aria-label=move || tr!(language.get(), scenario.redo) title=move || tr!(language.get(), scenario.redo)>"↷"</button>
    }
}

#[component]
fn LanguageAndScheme() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let scheme = state.scheme();
    let other_language = move || match language.get() {
        Language::Vietnamese => Language::English,
        Language::English => Language::Vietnamese,
    };
    let other_scheme = move || match scheme.get() {
        Scheme::Light => Scheme::Dark,
        Scheme::Dark => Scheme::Light,
    };
    let scheme_word = move || match scheme.get() {
        Scheme::Light => tr!(language.get(), app.theme_to_dark),
        Scheme::Dark => tr!(language.get(), app.theme_to_light),
    };
    let scheme_sign = move || match scheme.get() {
        Scheme::Light => "☾",
        Scheme::Dark => "☀",
    };
    view! {
        <button type="button" class="quiet language" on:click=move |_| actions::choose_language(state, other_language())
            lang=move || words::tag(other_language()) aria-label=move || tr!(language.get(), app.language_label)>
            {move || tr!(language.get(), app.language)}
        </button>
        <button type="button" class="quiet scheme" aria-label=scheme_word title=scheme_word
            on:click=move |_| actions::choose_scheme(state, other_scheme())>{scheme_sign}</button>
    }
}
