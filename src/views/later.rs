//! The screens that a reader does not begin with: fetched once the board stands, and shown when they are there.
//!
//! Which module they come in is the page's binary's to say; here is only what is shown meanwhile, and when it fails.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::brief::Brief;
use super::compare::Compare;
use super::levers::LeversPage;
use super::method::Method;
use super::scenarios::Scenarios;
use super::target::TargetPage;
use crate::app::HEADING_ID;
use crate::state::{View, actions, use_state};

/// Makes a screen of a view.
pub type Screens = fn(View) -> AnyView;

/// Fetches what makes the screens; None where it cannot be had.
pub type LoadScreens = fn() -> Pin<Box<dyn Future<Output = Option<Screens>>>>;

/// Every screen but the board. Only the module of the later screens may name it, or it is part of the first one.
#[must_use]
pub fn later_screen(view: View) -> AnyView {
    match view {
        View::Target(code) => view! { <TargetPage code/> }.into_any(),
        View::Levers => view! { <LeversPage/> }.into_any(),
        View::Compare => view! { <Compare/> }.into_any(),
        View::Scenarios => view! { <Scenarios/> }.into_any(),
        View::Method => view! { <Method/> }.into_any(),
        View::Brief => view! { <Brief/> }.into_any(),
        View::Board | View::NotFound => view! { <NotFound/> }.into_any(),
    }
}

/// The later screens, from the context.
#[derive(Clone, Copy)]
pub struct Later {
    load: StoredValue<LoadScreens>,
    screens: RwSignal<Loaded>,
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
            if matches!(loaded, Loaded::Yes(_)) {
                // The screen's heading is there only now.
                actions::focus(HEADING_ID);
            }
        });
    }
}

/// One of the later screens.
#[component]
pub fn LaterScreen(view: View) -> impl IntoView {
    let later: Later = expect_context();
    let state = use_state();
    let language = state.language();
    later.fetch();
    move || {
        match later.screens.get() {
        Loaded::Yes(screens) => screens(view),
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
