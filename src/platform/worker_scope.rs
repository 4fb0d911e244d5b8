//! The other side: what a worker gets from the page, and its own turns of work between messages.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The worker's own global scope; None where this program runs on a page.
fn scope() -> Option<web_sys::DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Calls `react` with each text that the page sends.
pub fn on_text(react: impl Fn(String) + 'static) {
    let Some(scope) = scope() else { return };
    let closure = Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
        if let Some(text) = event.data().as_string() {
            react(text);
        }
    });
    scope.set_onmessage(Some(closure.as_ref().unchecked_ref()));
    closure.forget();
}

/// Sends a text to the page.
pub fn send(text: &str) {
    if let Some(scope) = scope() {
        let _ = scope.post_message(&text.into());
    }
}

/// Milliseconds on a clock that only goes forward; 0 where there is none.
#[must_use]
pub fn milliseconds() -> f64 {
    scope()
        .and_then(|scope| scope.performance())
        .map_or(0.0, |clock| clock.now())
}

/// Gives the turn back to the worker, so that messages are taken, and then goes on. A channel to oneself: a timer would
/// wait four milliseconds each time.
#[derive(Debug, Clone)]
pub struct Turn(Rc<web_sys::MessagePort>);

impl Turn {
    /// `step` is carried out each time [`Turn::ask`] was called, after the messages that came before.
    #[must_use]
    pub fn new(step: impl Fn() + 'static) -> Option<Self> {
        let channel = web_sys::MessageChannel::new().ok()?;
        let closure = Closure::<dyn Fn()>::new(step);
        channel.port1().set_onmessage(Some(closure.as_ref().unchecked_ref()));
        closure.forget();
        Some(Self(Rc::new(channel.port2())))
    }

    /// Asks for one more step.
    pub fn ask(&self) {
        let _ = self.0.post_message(&wasm_bindgen::JsValue::NULL);
    }
}
