//! Mounts the page, and names the screens that come as a module of their own. Nothing else.

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Says in plain words that something broke; defined by `boot.js`, which works without this module.
    #[wasm_bindgen(js_namespace = window, js_name = kichbanBroken)]
    fn broken(reason: &str);
}

/// Everything that only this function reaches is left out of what a reader waits for, and is fetched when it is called.
#[cfg(feature = "split")]
#[allow(unsafe_code, reason = "the macro declares the functions that load the module")]
#[leptos::wasm_split::wasm_split(screens, wasm_split_path = ::leptos::wasm_split, fallible)]
fn screens() -> Result<kichban::Screens, leptos::wasm_split::SplitLoaderError> {
    Ok(kichban::later_screen)
}

#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "as it is where the screens have to be fetched")]
async fn screens() -> Result<kichban::Screens, std::convert::Infallible> {
    Ok(kichban::later_screen)
}

fn main() {
    std::panic::set_hook(Box::new(|info| broken(&info.to_string())));
    kichban::mount(|| Box::pin(async { screens().await.ok() }));
}
