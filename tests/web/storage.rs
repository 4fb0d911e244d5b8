//! The storage adapter on a real localStorage.

use kichban::platform::storage::{StorageError, keys, read, write};
use wasm_bindgen_test::wasm_bindgen_test;

const PREFIX: &str = "kichban.test.";

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

fn forget_all() {
    let storage = web_sys::window().unwrap().local_storage().unwrap().unwrap();
    for key in keys(PREFIX).unwrap() {
        storage.remove_item(&key).unwrap();
    }
}

#[wasm_bindgen_test]
fn what_is_written_is_read_back_and_listed() {
    forget_all();
    assert_eq!(read(&key("a")), Ok(None));
    for (name, text) in [("b", "hai"), ("a", "Kịch bản “một” \u{1f4c8}")] {
        assert_eq!(write(&key(name), text), Ok(()));
        assert_eq!(read(&key(name)), Ok(Some(text.to_string())));
    }
    assert_eq!(keys(PREFIX), Ok(vec![key("a"), key("b")]));
    forget_all();
}

#[wasm_bindgen_test]
fn no_room_is_said_and_the_last_text_stays() {
    forget_all();
    assert_eq!(write(&key("kept"), "the last good one"), Ok(()));
    // Browsers give about five million characters.
    let too_much = "x".repeat(12_000_000);
    assert_eq!(write(&key("kept"), &too_much), Err(StorageError::Full));
    assert_eq!(read(&key("kept")), Ok(Some("the last good one".to_string())));
    forget_all();
}
