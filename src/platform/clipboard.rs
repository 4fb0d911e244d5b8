//! Copying text.

use wasm_bindgen_futures::JsFuture;

/// Copies `text`; false when the browser does not allow it (no permission, no secure context).
pub async fn copy(text: String) -> bool {
    let Some(window) = super::window() else { return false };
    // `navigator.clipboard` is undefined on plain http; asking it to write would throw.
    let navigator = window.navigator();
    let present = js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|clipboard| clipboard.is_object());
    present && JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
}
