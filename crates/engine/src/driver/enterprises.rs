//! Registered businesses: entries, returns and exits, and household businesses that turn into enterprises.

use super::growth::finite;
use super::stock::additions_needed;

/// The stock that entries and exits leave as it is: (N + R)/x, for `inflow` N + R businesses a year and an exit rate x (a
/// fraction). None unless the rate is positive and at most 1.
#[must_use]
pub fn steady_state(inflow: f64, exit_rate: f64) -> Option<f64> {
    (exit_rate > 0.0 && exit_rate <= 1.0).then_some(())?;
    finite(inflow / exit_rate)
}

/// New registrations a year that bring the stock from `initial` to `target` in `years` years, besides `returning`
/// businesses a year: the additions needed for E(t + 1) = E(t)(1 − x) + N + R, less R.
#[must_use]
pub fn entry_needed(initial: f64, exit_rate: f64, returning: f64, target: f64, years: u16) -> Option<f64> {
    finite(additions_needed(initial, exit_rate, target, years)? - returning)
}

/// Enterprises and household businesses at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BusinessStocks {
    /// Enterprises.
    pub enterprises: f64,
    /// Household businesses.
    pub households: f64,
}

/// Two stocks with a flow from one to the other. Flows are businesses a year, rates fractions a year within 0..=1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Conversion {
    /// Enterprises that enter or return.
    pub enterprise_inflow: f64,
    /// Share of enterprises that leave.
    pub enterprise_exit: f64,
    /// Household businesses that start.
    pub household_inflow: f64,
    /// Share of household businesses that close.
    pub household_exit: f64,
    /// Household businesses that turn into enterprises.
    pub converted: f64,
}

impl Conversion {
    /// Both stocks at the end of each of `years` years, the start first: what is converted leaves one stock and enters the
    /// other in the same year, and never is more than is there. None for rates outside 0..=1, a negative conversion, or
    /// numbers that are not finite.
    #[must_use]
    pub fn path(&self, start: BusinessStocks, years: u16) -> Option<Vec<BusinessStocks>> {
        let unit = 0.0..=1.0;
        let usable =
            unit.contains(&self.enterprise_exit) && unit.contains(&self.household_exit) && self.converted >= 0.0;
        usable.then_some(())?;
        let mut now = start;
        let mut path = vec![now];
        for _ in 0..years {
            let left = now.households * (1.0 - self.household_exit) + self.household_inflow;
            let converted = self.converted.min(left.max(0.0));
            now = BusinessStocks {
                enterprises: now.enterprises * (1.0 - self.enterprise_exit) + self.enterprise_inflow + converted,
                households: left - converted,
            };
            path.push(now);
        }
        let all_finite = path
            .iter()
            .all(|now| now.enterprises.is_finite() && now.households.is_finite());
        all_finite.then_some(path)
    }
}
