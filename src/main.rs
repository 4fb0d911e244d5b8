//! Mounts the page. Nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Says in plain words that something broke; defined by `boot.js`, which works without this module.
    #[wasm_bindgen(js_namespace = window, js_name = kichbanBroken)]
    fn broken(reason: &str);
}

fn main() {
    std::panic::set_hook(Box::new(|info| broken(&info.to_string())));
    leptos::mount::mount_to_body(kichban::App);
}
