//! Today, and time elapsed.

/// The calendar year where the reader is.
#[must_use]
pub fn current_year() -> i16 {
    i16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or(i16::MAX)
}

/// Milliseconds since some moment. Does not go back when the clock of the machine is set, but in a browser that has no other.
#[must_use]
pub fn elapsed() -> f64 {
    let performance = super::window().and_then(|window| window.performance());
    performance.map_or_else(js_sys::Date::now, |performance| performance.now())
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

/// Today where the reader is: year, month from 1, day from 1.
#[must_use]
pub fn today() -> (u16, u8, u8) {
    let now = js_sys::Date::new_0();
    let narrow = |value: u32| u8::try_from(value).unwrap_or_default();
    (
        u16::try_from(now.get_full_year()).unwrap_or_default(),
        narrow(now.get_month() + 1),
        narrow(now.get_date()),
    )
}

/// A moment, given as an ISO 8601 text, as the reader's language writes day and time where the reader is; None for any
/// other text.
#[must_use]
pub fn local(moment: &str, language: &str) -> Option<String> {
    let date = js_sys::Date::new(&moment.into());
    if date.get_time().is_nan() {
        return None;
    }
    let options = js_sys::Object::new();
    let day = [("day", "2-digit"), ("month", "2-digit"), ("year", "numeric")];
    for (key, value) in day.into_iter().chain([("hour", "2-digit"), ("minute", "2-digit")]) {
        js_sys::Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    Some(date.to_locale_string(language, &options).into())
}
