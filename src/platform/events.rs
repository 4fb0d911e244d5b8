//! Events of the window and the document that outlive any view: they are never removed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Calls `react` whenever the fragment of the address changes (links, back and forward).
pub fn on_address_change(react: impl Fn() + 'static) {
    listen_on_window("hashchange", move |_| react());
}

/// Calls `react` when the page is hidden or left: the last moment at which something can be saved.
pub fn on_leave(react: impl Fn() + Clone + 'static) {
    let hidden = react.clone();
    listen_on_window("pagehide", move |_| react());
    listen_on_visibility(web_sys::VisibilityState::Hidden, hidden);
}

/// Calls `react` when the reader comes back to the tab.
pub fn on_return(react: impl Fn() + 'static) {
    listen_on_visibility(web_sys::VisibilityState::Visible, react);
}

/// Calls `react` with the key when another tab writes to storage; None when it cleared everything.
pub fn on_other_tab_write(react: impl Fn(Option<&str>) + 'static) {
    listen_on_window("storage", move |event| {
        if let Ok(event) = event.dyn_into::<web_sys::StorageEvent>() {
            react(event.key().as_deref());
        }
    });
}

/// Calls `react` when the window's size changes.
pub fn on_resize(react: impl Fn() + 'static) {
    listen_on_window("resize", move |_| react());
}

fn listen_on_visibility(state: web_sys::VisibilityState, react: impl Fn() + 'static) {
    let Some(document) = super::window().and_then(|window| window.document()) else {
        return;
    };
    let shown = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if shown.visibility_state() == state {
            react();
        }
    });
}

fn listen_on_window(name: &str, react: impl Fn(web_sys::Event) + 'static) {
    if let Some(window) = super::window() {
        listen(&window, name, react);
    }
}

fn listen(target: &web_sys::EventTarget, name: &str, react: impl Fn(web_sys::Event) + 'static) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(react);
    let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
    // Lives as long as the page.
    closure.forget();
}
