//! Households with a connection (clean water, internet, a certificate): fits where capacity is the limit.

use super::growth::{compounded, finite};
use super::stock::per;

/// C(t + 1) = C(t) + new − drop-outs; Hh(t + 1) = Hh(t)(1 + n).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Connections {
    /// C(0): connected households.
    pub connected: f64,
    /// Hh(0): all households.
    pub households: f64,
    /// n: growth of all households a year, a fraction.
    pub household_growth: f64,
    /// Households connected anew a year.
    pub new: f64,
    /// Connected households that fall away a year.
    pub dropped: f64,
}

impl Connections {
    /// The connected share after `years`, percent: C/Hh. Not cut at 100: more connections than households say that the
    /// assumptions do not fit. None where it is undefined.
    #[must_use]
    pub fn share_after(&self, years: u16) -> Option<f64> {
        let connected = self.connected + (self.new - self.dropped) * f64::from(years);
        per(
            100.0,
            connected,
            compounded(self.households, self.household_growth, years)?,
        )
    }

    /// The connected shares, percent, at the start and at the end of each of `years` years by the yearly recursion.
    #[must_use]
    pub fn path(&self, years: u16) -> Option<Vec<f64>> {
        let (mut connected, mut households) = (self.connected, self.households);
        let mut path = vec![per(100.0, connected, households)?];
        for _ in 0..years {
            connected += self.new - self.dropped;
            households *= 1.0 + self.household_growth;
            path.push(per(100.0, connected, households)?);
        }
        Some(path)
    }

    /// New connections a year that bring the share to `target` percent in `years` years: (c Hh_T − C(0))/h + drop-outs.
    /// What stands in `new` does not count. None without a year.
    #[must_use]
    pub fn new_needed(&self, target: f64, years: u16) -> Option<f64> {
        let households = compounded(self.households, self.household_growth, years)?;
        finite((target / 100.0 * households - self.connected) / f64::from(years) + self.dropped)
    }
}
