//! A worker of the page: a program of its own that gets texts and answers with texts, away from the page's thread.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A running worker. It lives as long as the page.
#[derive(Debug, Clone)]
pub struct Worker(web_sys::Worker);

impl Worker {
    /// Starts the worker that the page names in `data-worker` of its root element; None where the browser has none.
    /// `react` gets each text it answers, `fail` is called when it cannot be started or breaks.
    #[must_use]
    pub fn start(react: impl Fn(String) + 'static, fail: impl Fn() + 'static) -> Option<Self> {
        let root = super::window()?.document()?.document_element()?;
        let address = root.get_attribute("data-worker")?;
        let worker = web_sys::Worker::new(&address).ok()?;
        let on_message = Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
            if let Some(text) = event.data().as_string() {
                react(text);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let on_error = Closure::<dyn Fn(web_sys::Event)>::new(move |_| fail());
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        // They live as long as the page.
        on_message.forget();
        on_error.forget();
        Some(Self(worker))
    }

    /// Gives it a text; one that cannot be given is lost, as the next one stands for it.
    pub fn send(&self, text: &str) {
        let _ = self.0.post_message(&text.into());
    }
}
