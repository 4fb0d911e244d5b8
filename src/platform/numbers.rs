//! Numbers in the reader's language, through the browser's `Intl`. Formatters are made once per language and digits:
//! making one costs a hundred times as much as using it.

use std::cell::RefCell;
use std::collections::BTreeMap;

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

thread_local! {
    static FORMATTERS: RefCell<BTreeMap<(&'static str, u8, u8), Function>> = const { RefCell::new(BTreeMap::new()) };
}

/// `value` with between `least` and `most` digits after the decimal mark, in the language `tag` (`vi`, `en`).
#[must_use]
pub fn format(value: f64, least: u8, most: u8, tag: &'static str) -> String {
    FORMATTERS.with_borrow_mut(|formatters| {
        let formatter = formatters
            .entry((tag, least, most))
            .or_insert_with(|| formatter(least, most, tag));
        formatter
            .call1(&JsValue::UNDEFINED, &JsValue::from_f64(value))
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| value.to_string())
    })
}

fn formatter(least: u8, most: u8, tag: &str) -> Function {
    let options = Object::new();
    for (key, value) in [
        ("minimumFractionDigits", JsValue::from(least)),
        ("maximumFractionDigits", JsValue::from(most.max(least))),
        ("signDisplay", JsValue::from("negative")),
    ] {
        // Setting a plain property of a fresh object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &value);
    }
    Intl::NumberFormat::new(&Array::of1(&tag.into()), &options).format()
}
