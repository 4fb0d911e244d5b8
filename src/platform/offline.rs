//! The service worker, which keeps the page for the time without a network, and says when a newer version is there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerState};

use super::{events, timer};

/// What the service worker is told when it may replace an older version; see `public/sw.js`.
const TAKE_OVER: &str = "take over";
/// Between two looks for a newer version in a tab that is left open.
const HOUR_MILLISECONDS: f64 = 3_600_000.0;
/// Between the first look after a load and the second.
const SECOND_MILLISECONDS: u64 = 4_000;
/// Before a look that the network broke off is tried again, for the first time and for the second.
const AGAIN_MILLISECONDS: [u64; 2] = [5_000, 30_000];

thread_local! {
    static REGISTERED: RefCell<Option<ServiceWorkerRegistration>> = const { RefCell::new(None) };
}

/// Registers `script` and calls `on_newer` whenever a newer version than the one shown is ready. Nothing happens where the
/// browser has no service workers: the page then needs the network.
pub fn register(script: &'static str, on_newer: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registered) = JsFuture::from(container.register(script)).await else {
            return;
        };
        let registration: ServiceWorkerRegistration = registered.unchecked_into();
        REGISTERED.set(Some(registration.clone()));
        let watch = Rc::new(Watch {
            container,
            registration,
            on_newer: Box::new(on_newer),
            tried_again: Cell::new(0),
        });
        let found = Rc::clone(&watch);
        let on_found = Closure::<dyn Fn()>::new(move || found.offer());
        watch
            .registration
            .set_onupdatefound(Some(on_found.as_ref().unchecked_ref()));
        // Lives as long as the page.
        on_found.forget();
        watch.offer();
        watch.look();
        // One look may come to nothing without a word, as Firefox's own do.
        let second = Rc::clone(&watch);
        timer::later(SECOND_MILLISECONDS, move || second.look());
        let looked = Cell::new(js_sys::Date::now());
        events::on_return(move || {
            if js_sys::Date::now() - looked.get() > HOUR_MILLISECONDS {
                looked.set(js_sys::Date::now());
                watch.tried_again.set(0);
                watch.look();
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

/// Watches for a newer version than the one shown.
struct Watch {
    container: ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
    on_newer: Box<dyn Fn()>,
    /// How often a look was tried again that the network broke off.
    tried_again: Cell<usize>,
}

impl Watch {
    /// Asks the host for a newer version. Browsers do so by themselves after a load, but not in a tab that stays open, and
    /// Firefox forgets it when the page registers at that moment.
    fn look(self: &Rc<Self>) {
        // The first version of all is on its way and is the newest one: nothing older is shown.
        if self.container.controller().is_none() {
            return;
        }
        let Ok(asked) = self.registration.update() else { return };
        let watch = Rc::clone(self);
        spawn_local(async move {
            match JsFuture::from(asked).await {
                Ok(_) => watch.offer(),
                Err(_) => watch.look_again(),
            }
        });
    }

    fn look_again(self: &Rc<Self>) {
        let tried = self.tried_again.get();
        let Some(pause) = AGAIN_MILLISECONDS.get(tried) else {
            return;
        };
        self.tried_again.set(tried + 1);
        let watch = Rc::clone(self);
        timer::later(*pause, move || watch.look());
    }

    /// Says that a newer version is there, at once or when it has been fetched whole.
    fn offer(self: &Rc<Self>) {
        let Some(shown) = self.container.controller() else {
            return;
        };
        if let Some(newer) = self.registration.installing() {
            self.offer_when_fetched(newer);
        }
        let is_ready = self.registration.waiting().is_some();
        // While this page was on its way here from the version before.
        let has_taken_over = || self.registration.active().is_some_and(|active| active != shown);
        if is_ready || has_taken_over() {
            (self.on_newer)();
        }
    }

    fn offer_when_fetched(self: &Rc<Self>, newer: ServiceWorker) {
        let (watch, fetched) = (Rc::clone(self), newer.clone());
        let on_state = Closure::<dyn Fn()>::new(move || {
            if fetched.state() == ServiceWorkerState::Redundant {
                watch.look_again();
            } else {
                watch.offer();
            }
        });
        newer.set_onstatechange(Some(on_state.into_js_value().unchecked_ref()));
    }
}

/// Undefined on plain http and in some private windows.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = super::window()?.navigator();
    let present =
        js_sys::Reflect::get(&navigator, &"serviceWorker".into()).is_ok_and(|container| container.is_object());
    present.then(|| navigator.service_worker())
}
