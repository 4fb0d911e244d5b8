//! A stock that loses a share a year and gets the same additions every year: beds, doctors, housing.

use super::growth::{factor, finite, surviving_years};

/// S(t + 1) = S(t)(1 − δ) + a.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stock {
    /// S(0), in pieces (beds, persons, m²).
    pub initial: f64,
    /// δ: share lost a year, a fraction within 0..=1.
    pub loss: f64,
    /// a: pieces added a year.
    pub additions: f64,
}

impl Stock {
    /// The stock after `years`: S(0)(1 − δ)^h + a (1 − (1 − δ)^h)/δ, whose limit for δ → 0 is S(0) + a h.
    #[must_use]
    pub fn after(&self, years: u16) -> Option<f64> {
        finite(kept(self.initial, self.loss, years)? + self.additions * surviving_years(self.loss, years)?)
    }

    /// The stock at the end of each of `years` years by the yearly recursion, the start first.
    #[must_use]
    pub fn path(&self, years: u16) -> Option<Vec<f64>> {
        if !(0.0..=1.0).contains(&self.loss) {
            return None;
        }
        let mut stock = self.initial;
        let mut path = vec![finite(stock)?];
        for _ in 0..years {
            stock = stock * (1.0 - self.loss) + self.additions;
            path.push(finite(stock)?);
        }
        Some(path)
    }
}

/// The same additions every year that bring a stock from `initial` to `target` in `years` years:
/// a* = [target − S(0)(1 − δ)^h] δ/(1 − (1 − δ)^h), whose limit for δ → 0 is (target − S(0))/h. Negative where the stock
/// stays above the target by itself. None without a year or for a loss outside 0..=1.
#[must_use]
pub fn additions_needed(initial: f64, loss: f64, target: f64, years: u16) -> Option<f64> {
    finite((target - kept(initial, loss, years)?) / surviving_years(loss, years)?)
}

/// `scale` · stock/population: pieces per 10,000 inhabitants with a scale of 10⁴. None unless the population is positive.
#[must_use]
pub fn per(scale: f64, stock: f64, population: f64) -> Option<f64> {
    finite(scale * stock / (population > 0.0).then_some(population)?)
}

/// The stock that makes `ratio` per `scale` inhabitants of a population that grows by `growth` a year (a fraction) for
/// `years` years from `population`: R N_T/scale.
#[must_use]
pub fn stock_for_ratio(ratio: f64, scale: f64, population: f64, growth: f64, years: u16) -> Option<f64> {
    finite(ratio * population * factor(growth, years)? / (scale > 0.0).then_some(scale)?)
}

/// What is left of `initial` after losing the share `loss` for `years` years.
fn kept(initial: f64, loss: f64, years: u16) -> Option<f64> {
    (0.0..=1.0).contains(&loss).then_some(())?;
    Some(initial * factor(-loss, years)?)
}
