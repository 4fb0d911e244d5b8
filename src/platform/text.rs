//! Folding text for search.

/// `text` in lower case without diacritics: `Giường bệnh` and `giuong benh` become the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let decomposed: String = js_sys::JsString::from(text.to_lowercase()).normalize("NFD").into();
    decomposed
        .chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
        // The stroke of đ is no combining mark.
        .map(|letter| if letter == 'đ' { 'd' } else { letter })
        .collect()
}
