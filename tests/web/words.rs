//! Numbers and probabilities as each language writes them, through the browser's own formats.

use kichban::words::{amount, fold, number, percent, signed};
use plan::Language::{English, Vietnamese};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn numbers_have_the_marks_of_their_language() {
    assert_eq!(number(15_000.0, 0, Vietnamese), "15.000");
    assert_eq!(number(15_000.0, 0, English), "15,000");
    assert_eq!(number(74.4, 1, Vietnamese), "74,4");
    assert_eq!(amount(44.4444, 2, English), "44.44");
    assert_eq!(signed(0.06, 2, Vietnamese), "+0,06");
    assert_eq!(signed(-1.5, 1, English), "−1.5");
    assert_eq!(signed(-0.001, 1, English), "0.0");
}

#[wasm_bindgen_test]
fn a_probability_is_never_printed_as_certain() {
    for (probability, text) in [
        (0.0, "<\u{a0}1%"),
        (0.004, "<\u{a0}1%"),
        (0.043, "4%"),
        (0.179, "20%"),
        (0.62, "60%"),
        (0.964, "96%"),
        (1.0, ">\u{a0}99%"),
    ] {
        assert_eq!(percent(probability, Vietnamese), text, "{probability}");
    }
}

#[wasm_bindgen_test]
fn search_does_not_need_diacritics() {
    assert_eq!(fold("Giường bệnh trên một vạn dân"), "giuong benh tren mot van dan");
    assert_eq!(fold("ĐƯỜNG"), "duong");
}
