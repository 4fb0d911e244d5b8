//! Compound growth over whole years.

/// start (1 + g)^n for growth `rate` g a year (a fraction, at least −1); None where the result is not finite or g < −1.
#[must_use]
pub fn compounded(start: f64, rate: f64, years: u16) -> Option<f64> {
    finite(start * factor(rate, years)?)
}

/// The growth a year, a fraction, that leads from `start` to `end`: (end/start)^(1/n) − 1; None unless both are positive and
/// there is at least one year.
#[must_use]
pub fn growth_rate(start: f64, end: f64, years: u16) -> Option<f64> {
    crate::pace::compound(start, end, f64::from(years))
}

/// (1 + g)^n; None for g < −1.
pub(super) fn factor(rate: f64, years: u16) -> Option<f64> {
    if years == 0 {
        return rate.is_finite().then_some(1.0);
    }
    finite((rate >= -1.0).then(|| libm::exp(f64::from(years) * libm::log1p(rate)))?)
}

/// 1 + (1 − x) + … + (1 − x)^(n−1) for a loss x a year (a fraction): n for x = 0. None outside 0..=1.
pub(super) fn surviving_years(loss: f64, years: u16) -> Option<f64> {
    if !(0.0..=1.0).contains(&loss) {
        return None;
    }
    let years = f64::from(years);
    Some(if years == 0.0 {
        0.0
    } else if loss == 0.0 {
        years
    } else {
        -libm::expm1(years * libm::log1p(-loss)) / loss
    })
}

pub(super) fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
