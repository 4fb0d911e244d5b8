//! Text kept in the browser between visits. Everything answers with a `Result`: browsers block storage, throw on
//! reading it, and run out of room.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen_futures::JsFuture;

/// Why nothing was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StorageError {
    /// The browser does not give this page any storage.
    Blocked,
    /// There is no room left.
    Full,
}

/// Whether the page may use storage. gloo's own handle throws where it may not, so it is only touched after this.
fn probe() -> Result<(), StorageError> {
    match super::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(()),
        _ => Err(StorageError::Blocked),
    }
}

/// The text kept under `key`; None where there is none.
///
/// # Errors
/// The browser blocks storage.
pub fn read(key: &str) -> Result<Option<String>, StorageError> {
    probe()?;
    LocalStorage::raw().get_item(key).map_err(|_| StorageError::Blocked)
}

/// Keeps `text` under `key` and reads it back.
///
/// # Errors
/// The browser blocks storage or has no room; what stood under `key` is then still there.
pub fn write(key: &str, text: &str) -> Result<(), StorageError> {
    probe()?;
    let storage = LocalStorage::raw();
    storage.set_item(key, text).map_err(|_| StorageError::Full)?;
    match storage.get_item(key) {
        Ok(Some(kept)) if kept == text => Ok(()),
        _ => Err(StorageError::Blocked),
    }
}

/// Takes away what is kept under `key`, if anything is.
///
/// # Errors
/// The browser blocks storage.
pub fn remove(key: &str) -> Result<(), StorageError> {
    probe()?;
    LocalStorage::raw().remove_item(key).map_err(|_| StorageError::Blocked)
}

/// Asks the browser not to clear this page's storage by itself; whether it has promised. False also where it cannot say.
pub async fn persist() -> bool {
    let Some(window) = super::window() else { return false };
    // Undefined on plain http.
    let navigator = window.navigator();
    let present = js_sys::Reflect::get(&navigator, &"storage".into()).is_ok_and(|storage| storage.is_object());
    if !present {
        return false;
    }
    let Ok(promise) = navigator.storage().persist() else {
        return false;
    };
    JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy())
}

/// All keys that start with `prefix`, sorted.
///
/// # Errors
/// The browser blocks storage.
pub fn keys(prefix: &str) -> Result<Vec<String>, StorageError> {
    probe()?;
    let storage = LocalStorage::raw();
    let count = storage.length().map_err(|_| StorageError::Blocked)?;
    let mut keys: Vec<String> = (0..count)
        .filter_map(|index| storage.key(index).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect();
    keys.sort();
    Ok(keys)
}
