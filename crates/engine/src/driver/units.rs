//! Counts of a fixed number of units (communes, schools) of which each not yet recognised one may be, year by year.

use crate::distribution::Count;
use crate::event::done_by;

/// ⌈share · of⌉ for a share (a fraction): how many of `of` units make it. A product that is whole but for rounding counts as
/// whole: 40 % of 105 are 42. None for a share outside 0..=1.
#[must_use]
pub fn units_needed(share: f64, of: u16) -> Option<u16> {
    if !(0.0..=1.0).contains(&share) {
        return None;
    }
    let exact = share * f64::from(of);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the number of units"
    )]
    Some(libm::ceil(exact * (1.0 - 4.0 * f64::EPSILON)) as u16)
}

/// Units, some of them recognised. Recognition is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units {
    total: u16,
    recognised: u16,
}

impl Units {
    /// M units of which k₀ are recognised; None when more are recognised than there are.
    #[must_use]
    pub fn new(total: u16, recognised: u16) -> Option<Self> {
        (recognised <= total).then_some(Self { total, recognised })
    }

    /// Expected recognised units at the start and at the end of each year, with hazards h_t (fractions) of those years:
    /// k(t + 1) = k(t) + (M − k(t)) h_t. None when a hazard is no probability.
    #[must_use]
    pub fn expected_path(&self, hazards: &[f64]) -> Option<Vec<f64>> {
        let mut count = f64::from(self.recognised);
        let mut path = vec![count];
        for hazard in hazards {
            (0.0..=1.0).contains(hazard).then_some(())?;
            count += (f64::from(self.total) - count) * hazard;
            path.push(count);
        }
        Some(path)
    }

    /// The distribution of the units added by the end of the years: k_T − k₀ ~ Bin(M − k₀, 1 − Π (1 − h_t)).
    #[must_use]
    pub fn added(&self, hazards: &[f64]) -> Option<Count> {
        let by_the_end = done_by(hazards)?.last().copied().unwrap_or(0.0);
        Count::binomial(self.total - self.recognised, by_the_end)
    }

    /// P(at least `needed` units are recognised by the end of the years).
    #[must_use]
    pub fn probability(&self, needed: u16, hazards: &[f64]) -> Option<f64> {
        let missing = needed.saturating_sub(self.recognised);
        Some(self.added(hazards)?.at_least(usize::from(missing)))
    }

    /// The hazard a year, the same every year, with which `needed` units are expected after `years`: 1 − ((M − k*)/(M −
    /// k₀))^(1/n). 0 where they are recognised already; None without a year or for more units than there are.
    #[must_use]
    pub fn hazard_for_expected(&self, needed: u16, years: u16) -> Option<f64> {
        if needed > self.total || years == 0 {
            return None;
        }
        if needed <= self.recognised {
            return Some(0.0);
        }
        let left = f64::from(self.total - needed) / f64::from(self.total - self.recognised);
        Some(if left == 0.0 {
            1.0
        } else {
            -libm::expm1(libm::log(left) / f64::from(years))
        })
    }
}
