//! The service worker, which keeps the page for the time without a network, and says when a newer version is there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::events;

/// What the service worker is told when it may replace an older version; see `public/sw.js`.
const TAKE_OVER: &str = "take over";

thread_local! {
    static REGISTERED: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
}

/// Between two looks for a newer version in a tab that is left open.
const HOUR_MILLISECONDS: f64 = 3_600_000.0;

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
        let (found, told) = (registration.clone(), Rc::clone(&on_newer));
        let on_found = Closure::<dyn Fn()>::new(move || offer(&found, &told));
        registration.set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // Lives as long as the page.
        on_found.forget();
        REGISTERED.set(Some(registration.clone()));
        offer(&registration, &on_newer);
        look_for_newer(&registration, &on_newer).await;
        let looked = Cell::new(js_sys::Date::now());
        events::on_return(move || {
            if js_sys::Date::now() - looked.get() > HOUR_MILLISECONDS {
                looked.set(js_sys::Date::now());
                let (registration, on_newer) = (registration.clone(), Rc::clone(&on_newer));
                spawn_local(async move { look_for_newer(&registration, &on_newer).await });
            }
        });
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

/// Asks the host for a newer version. Browsers do so by themselves after a load, but not in a tab that stays open, and
/// Firefox forgets it when the page registers at that moment.
async fn look_for_newer(registration: &ServiceWorkerRegistration, on_newer: &Rc<dyn Fn()>) {
    // The first version is on its way and is the newest one.
    if !is_kept_version_shown() {
        return;
    }
    let Ok(asked) = registration.update() else { return };
    // Without a network there is nothing newer to be had.
    if JsFuture::from(asked).await.is_ok() {
        offer(registration, on_newer);
    }
}

/// Says that a newer version is there, at once or when it has been fetched whole.
fn offer(registration: &ServiceWorkerRegistration, on_newer: &Rc<dyn Fn()>) {
    let newer = registration.installing().or_else(|| registration.waiting());
    let Some(newer) = newer else { return };
    if newer.state() == ServiceWorkerState::Installing {
        let (registration, on_newer) = (registration.clone(), Rc::clone(on_newer));
        let on_state = Closure::<dyn Fn()>::new(move || offer(&registration, &on_newer)).into_js_value();
        newer.set_onstatechange(Some(on_state.unchecked_ref()));
    } else if newer.state() == ServiceWorkerState::Installed && is_kept_version_shown() {
        on_newer();
    }
}

/// The first version of all is no newer one: nothing older is shown.
fn is_kept_version_shown() -> bool {
    container().is_some_and(|container| container.controller().is_some())
}

/// Undefined on plain http and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::window()?.navigator();
    let present =
        js_sys::Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|container| container.is_object());
    present.then(|| navigator.service_worker())
}
