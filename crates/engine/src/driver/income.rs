//! Income per head by source, at current prices: a household survey's concept, not a share of the regional product.

use super::contributions::{Contributions, FactorChange, contributions};
use super::growth::{factor, finite};

/// One source of income: wages, agriculture, trade, transfers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncomeSource {
    /// Income per head from it at the start, in any unit of money a year.
    pub base: f64,
    /// l: growth of earners per inhabitant a year, a fraction; 0 for transfers.
    pub employment: f64,
    /// e: growth of real earnings per earner a year, a fraction.
    pub earnings: f64,
}

/// Income per head in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncomePoint {
    /// At current prices.
    pub nominal: f64,
    /// At the prices of the start: nominal/Π(1 + π).
    pub real: f64,
}

/// All sources, with the growth of prices.
#[derive(Debug, Clone, PartialEq)]
pub struct Income {
    /// The sources.
    pub sources: Vec<IncomeSource>,
    /// π: inflation a year, a fraction.
    pub inflation: f64,
}

impl Income {
    /// Income per head after `years`: Σ y_s0 [(1 + l_s)(1 + e_s)(1 + π)]^n. None for a rate below −1 or what is not finite.
    #[must_use]
    pub fn after(&self, years: u16) -> Option<IncomePoint> {
        let prices = factor(self.inflation, years)?;
        let mut real = 0.0;
        for source in &self.sources {
            real += source.base * factor(source.employment, years)? * factor(source.earnings, years)?;
        }
        Some(IncomePoint {
            nominal: finite(real * prices)?,
            real: finite(real)?,
        })
    }

    /// Income per head at the start and at the end of each of `years` years, by the yearly recursion
    /// y_s(t + 1) = y_s(t)(1 + l_s)(1 + e_s)(1 + π).
    #[must_use]
    pub fn path(&self, years: u16) -> Option<Vec<IncomePoint>> {
        let rates = self
            .sources
            .iter()
            .flat_map(|source| [source.employment, source.earnings]);
        rates.chain([self.inflation]).all(|rate| rate >= -1.0).then_some(())?;
        let mut incomes: Vec<f64> = self.sources.iter().map(|source| source.base).collect();
        let mut prices = 1.0;
        let mut path = Vec::with_capacity(usize::from(years) + 1);
        for year in 0..=years {
            if year > 0 {
                prices *= 1.0 + self.inflation;
                for (income, source) in incomes.iter_mut().zip(&self.sources) {
                    *income *= (1.0 + source.employment) * (1.0 + source.earnings);
                }
            }
            let real: f64 = incomes.iter().sum();
            path.push(IncomePoint {
                nominal: finite(real * prices)?,
                real: finite(real)?,
            });
        }
        Some(path)
    }

    /// What earners, real earnings per earner and prices (in this order) add to income per head over `years`, and what each
    /// source adds. None where [`Income::after`] is, or for a negative base.
    #[must_use]
    pub fn contributions(&self, years: u16) -> Option<Contributions<3>> {
        let prices = factor(self.inflation, years)?;
        let changes: Option<Vec<FactorChange<3>>> = self
            .sources
            .iter()
            .map(|source| {
                // The base goes with the earners: it cancels in the ratio of the factors.
                Some(FactorChange {
                    start: [source.base, 1.0, 1.0],
                    end: [
                        source.base * factor(source.employment, years)?,
                        factor(source.earnings, years)?,
                        prices,
                    ],
                })
            })
            .collect();
        contributions(&changes?)
    }
}
