//! The address: its fragment, and the address of this page without it.

/// The fragment without its `#`; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    super::window()
        .and_then(|window| window.location().hash().ok())
        .map(|hash| hash.strip_prefix('#').unwrap_or(&hash).to_string())
        .unwrap_or_default()
}

/// Goes to another fragment; back returns.
pub fn go(fragment: &str) {
    if let Some(window) = super::window() {
        let _ = window.location().set_hash(fragment);
    }
}

/// Changes the fragment without an entry in the history and without a `hashchange`.
pub fn replace(fragment: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// This page's address with `fragment`.
#[must_use]
pub fn address_with(fragment: &str) -> String {
    let base = super::window()
        .and_then(|window| window.location().href().ok())
        .unwrap_or_default();
    let page = base.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// The address of another document beside this page, with `fragment`.
#[must_use]
pub fn beside(document: &str, fragment: &str) -> String {
    let here = address_with("");
    let folder = here.split(['#', '?']).next().unwrap_or_default();
    let folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{document}#{fragment}")
}

/// What stands behind the `?` of the address.
#[must_use]
pub fn query() -> String {
    let query = super::window().and_then(|window| window.location().search().ok());
    query.unwrap_or_default().trim_start_matches('?').to_string()
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}
