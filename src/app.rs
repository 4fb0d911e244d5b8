//! The root: state and language for everything below, one error boundary, the screen that the address names.

use std::time::Duration;

use leptos::prelude::*;

use crate::platform::document;
use crate::platform::timer::later;
use crate::state::{AppState, Turns, View, actions, use_state};
use crate::views::{Bar, Board, BoardMemory, Later, LaterScreen, LoadScreens, Notices, screen_name};
use crate::words;

/// Pause before the screens are fetched that a reader does not begin with.
const LATER_PAUSE: Duration = Duration::from_millis(600);
/// The bar, the screen, and the step that shows them.
const STEPS: usize = 3;
/// Id of the loading text in `index.html`.
const LOADING_ID: &str = "loading";
/// Id of the heading that takes the focus when a screen opens.
pub const HEADING_ID: &str = "heading";

/// Puts the page into the document, once the browser is done with making the module; `load` fetches the screens that a
/// reader does not begin with.
pub fn mount(load: LoadScreens) {
    set_timeout(move || mount_to_body(move || view! { <App load/> }), Duration::ZERO);
}

/// The page.
#[component]
pub fn App(load: LoadScreens) -> impl IntoView {
    let state = AppState::start();
    provide_context(state);
    let later = Later::new(load);
    provide_context(later);
    // After the worker, which a reader of the board waits for.
    set_timeout(move || later.fetch(), LATER_PAUSE);
    provide_context(BoardMemory::default());
    undo_by_keyboard(state);
    let language = state.language();
    if document::is_embed() {
        document::remove(LOADING_ID);
        Effect::new(move |_| document::set_language(words::tag(language.get())));
        let view = state.view();
        return view! { {move || view! { <LaterScreen view=view.get() is_framed=true/> }} }.into_any();
    }
    Effect::new(move |_| document::set_language(words::tag(language.get())));
    Effect::new(move |_| document::set_title(&title(state)));
    // Browsers compile what is called for the first time, which takes longer than running it. Meanwhile the text of the plan
    // stands there: a style hides what follows it.
    let turns = Turns::start(STEPS);
    Effect::new(move |_| {
        if turns.are_over() {
            document::remove(LOADING_ID);
        }
    });
    view! {
        <a class="skip" href="#heading" on:click=move |event| {
            event.prevent_default();
            document::focus(HEADING_ID);
        }>{move || tr!(language.get(), app.skip)}</a>
        {turns.part(0, || view! { <Bar/> })}
        {turns.part(1, || view! { <Screen/> })}
    }
    .into_any()
}

/// Ctrl or ⌘ with Z and Y undo and redo the scenario's changes, save where a text is being written.
fn undo_by_keyboard(state: AppState) {
    window_event_listener(leptos::ev::keydown, move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || document::is_in_text(&event) {
            return;
        }
        match (event.key().to_lowercase().as_str(), event.shift_key()) {
            ("z", false) => actions::undo(state),
            ("z", true) | ("y", false) => actions::redo(state),
            _ => return,
        }
        // Else the browser would also undo the typing in a field whose number has just changed.
        event.prevent_default();
    });
}

/// Everything below the bar.
#[component]
fn Screen() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let view = state.view();
    let board: BoardMemory = expect_context();
    // A screen that opens after the first is announced: its heading takes the focus. Back on the board, the reader goes on
    // where they left it.
    Effect::new(move |before: Option<View>| {
        let now = view.get();
        match (before, now) {
            (Some(View::Target(code)), View::Board) => board.come_back(code),
            // In a turn of its own: nobody promises that the screen has been exchanged before this runs.
            (Some(before), now) if before != now => later(0, || document::focus_top(HEADING_ID)),
            _ => {}
        }
        now
    });
    view! {
        <Notices/>
        <ErrorBoundary fallback=move |_| view! { <main><p role="alert">{move || tr!(language.get(), app.broken)}</p></main> }>
            {move || Ok::<_, std::fmt::Error>(screen(view.get()))}
        </ErrorBoundary>
        <Footer/>
    }
}

fn screen(view: View) -> AnyView {
    match view {
        View::Board => view! { <Board/> }.into_any(),
        _ => view! { <LaterScreen view/> }.into_any(),
    }
}

fn title(state: AppState) -> String {
    let language = state.language().get();
    let name = tr!(language, app.name);
    let screen = match state.view().get() {
        View::Target(code) => state.plan.target_by_code(code).map(|target| target.name.get(language)),
        view => screen_name(view, language),
    };
    match screen {
        Some(screen) => format!("{screen} · {name}"),
        None => format!("{name} · {}", tr!(language, app.targets)),
    }
}

#[component]
fn Footer() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    view! {
        <footer>
            <p>{move || state.plan.territory_note.get(language.get())}</p>
            <p>{move || tr!(language.get(), app.footer)}</p>
            <p>{move || tr!(language.get(), app.versions, data = state.plan.data_version, engine = engine::ENGINE_VERSION)} " · " <a href="licences.txt">{move || tr!(language.get(), app.licences)}</a></p>
        </footer>
    }
}
