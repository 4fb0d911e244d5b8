//! Today, and time elapsed.

/// The calendar year where the reader is.
#[must_use]
pub fn current_year() -> i16 {
    i16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or(i16::MAX)
}

/// Now, as an ISO 8601 text in UTC.
#[must_use]
pub fn now() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// A text that no other scenario of this browser has: time and chance.
#[must_use]
pub fn unique_id() -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "milliseconds and a 32-bit share of chance"
    )]
    let (time, chance) = (
        js_sys::Date::now() as u64,
        (js_sys::Math::random() * 4_294_967_295.0) as u64,
    );
    format!("{time:x}-{chance:x}")
}
