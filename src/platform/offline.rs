//! The service worker, which keeps the page for the time without a network, and says when a newer version is there.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

/// What the service worker is told when it may replace an older version; see `public/sw.js`.
const TAKE_OVER: &str = "take over";

thread_local! {
    static REGISTERED: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
}

/// Registers `script` and calls `on_newer` whenever a newer version than the one shown is ready. Nothing happens where the
/// browser has no service workers: the page then needs the network.
pub fn register(script: &'static str, on_newer: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let on_newer: Rc<dyn Fn()> = Rc::new(on_newer);
    spawn_local(async move {
        let Ok(registered) = JsFuture::from(container.register(script)).await else {
            return;
        };
        let registration: ServiceWorkerRegistration = registered.unchecked_into();
        if registration.waiting().is_some() && container.controller().is_some() {
            on_newer();
        }
        // The browser looks for a newer one as soon as the page is asked for, so that it may be on its way already.
        follow(&registration, &on_newer);
        let found = registration.clone();
        let on_found = Closure::<dyn Fn()>::new(move || follow(&found, &on_newer));
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // Lives as long as the page.
        on_found.forget();
        REGISTERED.set(Some(registration));
    });
}

/// Lets the newer version take over and shows it, in this tab and in every other one at its next load.
pub fn take_over() {
    let waiting = REGISTERED.with_borrow(|registered| registered.as_ref()?.waiting());
    let (Some(waiting), Some(container)) = (waiting, container()) else {
        super::location::reload();
        return;
    };
    let on_change = Closure::once_into_js(super::location::reload);
    container.set_oncontrollerchange(Some(on_change.unchecked_ref()));
    let _ = waiting.post_message(&TAKE_OVER.into());
}

/// Waits for the version that is being fetched. The first one of all is no newer one: nothing older is shown.
fn follow(registration: &ServiceWorkerRegistration, on_newer: &Rc<dyn Fn()>) {
    let Some(installing) = registration.installing() else {
        return;
    };
    let (worker, on_newer) = (installing.clone(), Rc::clone(on_newer));
    let on_state = Closure::<dyn Fn()>::new(move || {
        let is_newer = container().is_some_and(|container| container.controller().is_some());
        if worker.state() == ServiceWorkerState::Installed && is_newer {
            on_newer();
        }
    });
    installing.set_onstatechange(Some(on_state.as_ref().unchecked_ref()));
    on_state.forget();
}

/// Undefined on plain http and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::window()?.navigator();
    let present =
        js_sys::Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|container| container.is_object());
    present.then(|| navigator.service_worker())
}
