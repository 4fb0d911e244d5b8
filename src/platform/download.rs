//! Files out of the page: a text that the browser saves where the reader keeps downloads.

use wasm_bindgen::{JsCast, JsValue};

/// Offers `text` as a file; false where the browser cannot.
pub fn text(name: &str, kind: &str, text: &str) -> bool {
    try_text(name, kind, text).is_ok()
}

fn try_text(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    offer(name, &blob)
}

/// Offers what `blob` holds as a file.
///
/// # Errors
/// The browser cannot.
pub(super) fn offer(name: &str, blob: &web_sys::Blob) -> Result<(), JsValue> {
    let document = super::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    let anchor: web_sys::HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    // Firefox follows only what stands in the document.
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&anchor)?;
    anchor.click();
    anchor.remove();
    // The download has its own hold on the blob once the click is through; Safari takes its time.
    super::timer::later(FORGET_MILLISECONDS, move || {
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    Ok(())
}

/// After so long no browser still begins a download.
const FORGET_MILLISECONDS: u64 = 10_000;
