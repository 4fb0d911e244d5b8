//! The screens that a reader does not begin with: fetched once the board stands, and shown when they are there.
//!
//! Which module they come in is the page's binary's to say; here is only what is shown meanwhile, and when it fails.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::brief::Brief;
use super::compare::Compare;
use super::embed::Embed;
use super::levers::LeversPage;
use super::method::Method;
use super::scenarios::Scenarios;
use super::share::SharePanel;
use super::target::TargetPage;
use crate::app::HEADING_ID;
use crate::state::{View, actions, use_state};

/// What the module of the later screens makes.
#[derive(Clone, Copy)]
pub struct Screens {
    /// A screen of a view.
    screen: fn(View) -> AnyView,
    /// What a frame in another page shows of a view.
    embed: fn(View) -> AnyView,
    /// The panel with the link, and what closes it.
    share: fn(Callback<()>) -> AnyView,
}

/// Fetches what makes the screens; None where it cannot be had.
pub type LoadScreens = fn() -> Pin<Box<dyn Future<Output = Option<Screens>>>>;

/// Everything that a reader does not begin with. Only the module of the later screens may name it, or it is part of the first
/// one.
#[must_use]
pub fn later_screens() -> Screens {
    Screens {
        screen: later_screen,
        embed: |view| view! { <Embed view/> }.into_any(),
        share: |on_close| view! { <SharePanel on_close/> }.into_any(),
    }
}

fn later_screen(view: View) -> AnyView {
    match view {
        View::Target(code) => view! { <TargetPage code/> }.into_any(),
        View::Levers => view! { <LeversPage/> }.into_any(),
        View::Compare => view! { <Compare/> }.into_any(),
        View::Scenarios => view! { <Scenarios/> }.into_any(),
        View::Method => view! { <Method/> }.into_any(),
        View::Brief => view! { <Brief/> }.into_any(),
        #[cfg(debug_assertions)]
        View::Components => view! { <super::components::ComponentsPage/> }.into_any(),
        View::Board | View::NotFound => view! { <NotFound/> }.into_any(),
    }
}

/// The later screens, from the context.
#[derive(Clone, Copy)]
pub struct Later {
    load: StoredValue<LoadScreens>,
    screens: RwSignal<Loaded>,
    /// A screen stands there and waits: its heading takes the focus once it comes.
    is_awaited: StoredValue<bool>,
}

#[derive(Clone, Copy)]
enum Loaded {
    No,
    Loading,
    Failed,
    Yes(Screens),
}

impl Later {
    /// Nothing is fetched yet.
    #[must_use]
    pub fn new(load: LoadScreens) -> Self {
        Self {
            load: StoredValue::new(load),
            screens: RwSignal::new(Loaded::No),
            is_awaited: StoredValue::new(false),
        }
    }

    /// Fetches the screens, unless they are there or under way.
    pub fn fetch(self) {
        if matches!(self.screens.get_untracked(), Loaded::Loading | Loaded::Yes(_)) {
            return;
        }
        self.screens.set(Loaded::Loading);
        let load = self.load.get_value();
        spawn_local(async move {
            let loaded = load().await.map_or(Loaded::Failed, Loaded::Yes);
            self.screens.set(loaded);
            if matches!(loaded, Loaded::Yes(_)) && self.is_awaited.get_value() {
                // Once they stand where the word that they are coming stood.
                actions::focus_soon(HEADING_ID);
            }
        });
    }
}

/// The panel with the link, once it is there; `on_close` is called when it should go.
#[component]
pub fn LaterShare(on_close: Callback<()>) -> impl IntoView {
    let later: Later = expect_context();
    let language = use_state().language();
    later.fetch();
    move || {
        match later.screens.get() {
        Loaded::Yes(screens) => (screens.share)(on_close),
        Loaded::No | Loaded::Loading => {
            view! { <section class="panel share"><p class="soft">{move || tr!(language.get(), app.loading)}</p></section> }.into_any()
        }
        Loaded::Failed => view! {
            <section class="panel share" role="alert">
                <p>{move || tr!(language.get(), app.load_failed)} " " {move || tr!(language.get(), app.load_failed_explain)}</p>
                <button type="button" class="main" on:click=move |_| later.fetch()>{move || tr!(language.get(), app.try_again)}</button>
            </section>
        }
        .into_any(),
    }
    }
}

/// One of the later screens, or what a frame shows of it.
#[component]
pub fn LaterScreen(view: View, #[prop(optional)] is_framed: bool) -> impl IntoView {
    let later: Later = expect_context();
    let state = use_state();
    let language = state.language();
    // In a frame the focus belongs to the page around it.
    later
        .is_awaited
        .set_value(!is_framed && !matches!(later.screens.get_untracked(), Loaded::Yes(_)));
    on_cleanup(move || {
        let _ = later.is_awaited.try_set_value(false);
    });
    later.fetch();
    move || {
        match later.screens.get() {
        Loaded::Yes(screens) if is_framed => (screens.embed)(view),
        Loaded::Yes(screens) => (screens.screen)(view),
        Loaded::No | Loaded::Loading => view! {
            <main aria-busy="true"><h1 id=HEADING_ID tabindex="-1" class="soft">{move || tr!(language.get(), app.loading)}</h1></main>
        }
        .into_any(),
        Loaded::Failed => view! {
            <main>
                <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), app.load_failed)}</h1>
                <p role="alert">{move || tr!(language.get(), app.load_failed_explain)}</p>
                <p>
                    <button type="button" class="main" on:click=move |_| later.fetch()>{move || tr!(language.get(), app.try_again)}</button> " "
                    <a href=move || actions::href(state, View::Board)>{move || tr!(language.get(), app.back_to_board)}</a>
                </p>
            </main>
        }
        .into_any(),
    }
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <main>
            <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), app.not_found)}</h1>
            <p><a href=actions::href(state, View::Board)>{move || tr!(language.get(), app.back_to_board)}</a></p>
        </main>
    }
}
