//! The identity a reader may let replace a target's path: which one holds, its values in force, and the path it draws.

use plan::{Driver, DriverKind, Parameter, ParameterRole, Target};

use crate::forecasts::Context;
use crate::inputs::{Inputs, LeverId};
use crate::rule::Threshold;
use crate::series::{Figure, Series};
use crate::setting::Setting;

use super::contributions::Contributions;
use super::income::{Income, IncomePoint, IncomeSource};
use super::stock::{Stock, additions_needed, per};
use super::urban::{PERCENT, UrbanShare, difference_needed};

/// The identity that holds for the definition `series` rests on.
#[must_use]
pub fn of(target: &Target, series: &Series) -> Option<&'static Driver> {
    let drivers: &'static [Driver] = target.drivers;
    let holds = |driver: &&Driver| driver.basis.is_none() || driver.basis == series.basis;
    drivers.iter().find(holds)
}

/// An identity with the figure it starts from and the values in force.
#[derive(Debug, Clone, Copy)]
pub struct Identity<'a> {
    setting: &'a Setting<'a>,
    driver: &'static Driver,
    inputs: &'a Inputs,
    start: Figure,
}

/// The flow (or rate) of an identity that brings its figure to a bar, if it stays the same every year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NeededFlow {
    /// The parameter that has to take the value.
    pub parameter: &'static Parameter,
    /// Its value, in the parameter's own unit; may lie outside its limits.
    pub value: f64,
    /// Its value in force.
    pub now: f64,
}

impl<'a> Identity<'a> {
    /// The identity of `target`; None where none holds or there is no figure to start from.
    #[must_use]
    pub fn of(setting: &'a Setting<'a>, target: &Target, inputs: &'a Inputs, series: &Series) -> Option<Self> {
        Some(Self {
            setting,
            driver: of(target, series)?,
            inputs,
            start: *series.last()?,
        })
    }

    /// The value of a parameter in force, in its own unit.
    #[must_use]
    pub fn value(&self, parameter: &Parameter) -> f64 {
        let typed = self.inputs.lever(LeverId::Parameter(parameter.code));
        typed.unwrap_or_else(|| self.shipped(parameter))
    }

    /// The value a parameter starts from: the shipped one, else what keeps the figure where it is for a year, within the
    /// parameter's limits and in whole steps.
    #[must_use]
    pub fn shipped(&self, parameter: &Parameter) -> f64 {
        parameter.value.unwrap_or_else(|| {
            let range = parameter.range;
            let resting = self.resting().clamp(range.minimum, range.maximum);
            (libm::ceil(resting / range.step - 1e-9) * range.step).min(range.maximum)
        })
    }

    /// The figure at the end of each of `years` years after the one it starts from, the start first. None where the
    /// identity is undefined, as without a population.
    #[must_use]
    pub fn path(&self, years: u16) -> Option<Vec<f64>> {
        let start = self.start.value;
        match self.driver.kind {
            DriverKind::IncomeBySource => {
                let path = self.income()?.path(years)?;
                Some(path.into_iter().map(|point| point.nominal).collect())
            }
            DriverKind::StockPerPopulation => {
                let mut people = self.population()?;
                let growth = 1.0 + self.setting.rate(ParameterRole::PopulationGrowth) / 100.0;
                let stocks = self.stock(start * people / self.driver.per).path(years)?;
                let mut path = Vec::with_capacity(stocks.len());
                for stock in stocks {
                    path.push(per(self.driver.per, stock, people)?);
                    people *= growth;
                }
                Some(path)
            }
            DriverKind::GrowthDifference => self.urban().path(years),
            DriverKind::EntryAndExit => {
                let path = self.stock(start).path(years)?;
                Some(path.into_iter().map(|stock| stock.max(0.0)).collect())
            }
            DriverKind::Connections => {
                // Households are counted in percent of those of the figure's year, because their number is not published.
                let mut households = 100.0;
                let growth = 1.0 + self.rate(ParameterRole::HouseholdGrowth);
                let stocks = self.stock(start).path(years)?;
                let mut path = Vec::with_capacity(stocks.len());
                for stock in stocks {
                    path.push(per(100.0, stock, households)?.min(100.0));
                    households *= growth;
                }
                Some(path)
            }
        }
    }

    /// What brings the figure to the threshold in `year`; None where the identity has no single flow to say it with.
    #[must_use]
    pub fn needed(&self, threshold: &Threshold, year: i16) -> Option<NeededFlow> {
        let years = u16::try_from(year.checked_sub(self.start.year)?)
            .ok()
            .filter(|years| *years > 0)?;
        let bar = threshold.effective();
        let (role, value) = match self.driver.kind {
            DriverKind::IncomeBySource => return None,
            DriverKind::StockPerPopulation => {
                let people = self.population()?;
                let growth = self.setting.rate(ParameterRole::PopulationGrowth) / 100.0;
                let target = super::stock_for_ratio(bar, self.driver.per, people, growth, years)?;
                let initial = self.start.value * people / self.driver.per;
                let inflow = additions_needed(initial, self.rate(ParameterRole::Loss), target, years)?;
                (ParameterRole::Additions, inflow)
            }
            DriverKind::EntryAndExit => {
                let inflow = additions_needed(self.start.value, self.rate(ParameterRole::Loss), bar, years)?;
                (ParameterRole::Additions, inflow - self.other_inflow())
            }
            DriverKind::GrowthDifference => {
                let difference = difference_needed(self.urban().base, bar, f64::from(years), 0.0)?;
                (ParameterRole::GrowthDifference, difference * 100.0)
            }
            DriverKind::Connections => {
                let growth = self.rate(ParameterRole::HouseholdGrowth);
                let target = super::stock_for_ratio(bar, 100.0, 100.0, growth, years)?;
                let inflow = additions_needed(self.start.value, self.rate(ParameterRole::Loss), target, years)?;
                (ParameterRole::NewConnections, inflow)
            }
        };
        let parameter = self.parameter(role)?;
        Some(NeededFlow {
            parameter,
            value,
            now: self.value(parameter),
        })
    }

    /// Income per head at the end of each of `years` years at current prices and at those of the start, the start first;
    /// None for other identities.
    #[must_use]
    pub fn incomes(&self, years: u16) -> Option<Vec<IncomePoint>> {
        self.income()?.path(years)
    }

    /// What earners, real earnings and prices add to income per head over `years`, and what each source adds; None for
    /// other identities.
    #[must_use]
    pub fn contributions(&self, years: u16) -> Option<Contributions<3>> {
        self.income()?.contributions(years)
    }

    /// The identity's data.
    #[must_use]
    pub const fn driver(&self) -> &'static Driver {
        self.driver
    }

    fn parameter(&self, role: ParameterRole) -> Option<&'static Parameter> {
        self.driver.parameters.iter().find(|parameter| parameter.role == role)
    }

    /// A flow in units a year; 0 where the identity has none.
    fn flow(&self, role: ParameterRole) -> f64 {
        self.parameter(role).map_or(0.0, |parameter| self.value(parameter))
    }

    /// A rate as a fraction a year.
    fn rate(&self, role: ParameterRole) -> f64 {
        self.flow(role) / 100.0
    }

    /// Inflow that is neither lost nor the additions themselves: what returns, and what is converted.
    fn other_inflow(&self) -> f64 {
        let conversions = self.driver.conversion * self.setting.rate(ParameterRole::Conversions);
        self.flow(ParameterRole::Returns) + conversions
    }

    fn stock(&self, initial: f64) -> Stock {
        Stock {
            initial,
            loss: self.rate(ParameterRole::Loss),
            additions: self.flow(ParameterRole::Additions)
                + self.flow(ParameterRole::NewConnections)
                + self.other_inflow(),
        }
    }

    /// A share at 0 or 100 has no odds: it is moved inside by half its last digit, as the walk around the path is.
    pub(crate) fn urban(&self) -> UrbanShare {
        UrbanShare {
            base_year: self.start.year,
            base: self.start.inside(PERCENT),
            difference: self.rate(ParameterRole::GrowthDifference),
            steps: Vec::new(),
        }
    }

    /// The published make-up of the sum, scaled to the figure it starts from.
    pub(crate) fn income(&self) -> Option<Income> {
        if self.driver.kind != DriverKind::IncomeBySource {
            return None;
        }
        let total: f64 = self.driver.parts.iter().map(|part| part.figure.value).sum();
        let scale = self.start.value / (total > 0.0).then_some(total)?;
        let sources = (0_u8..).zip(self.driver.parts).map(|(index, part)| IncomeSource {
            base: part.figure.value * scale,
            employment: self.rate(ParameterRole::Earners(index)),
            earnings: self.rate(ParameterRole::Earnings(index)),
        });
        Some(Income {
            sources: sources.collect(),
            inflation: self.setting.rate(ParameterRole::Inflation) / 100.0,
        })
    }

    /// What the flow has to be for the figure to stay for a year.
    fn resting(&self) -> f64 {
        let loss = self.rate(ParameterRole::Loss);
        match self.driver.kind {
            DriverKind::StockPerPopulation => {
                let growth = self.setting.rate(ParameterRole::PopulationGrowth) / 100.0;
                let stock = self
                    .population()
                    .map_or(0.0, |people| self.start.value * people / self.driver.per);
                stock * (growth + loss)
            }
            DriverKind::EntryAndExit => self.start.value * loss - self.other_inflow(),
            DriverKind::Connections => self.start.value * (self.rate(ParameterRole::HouseholdGrowth) + loss),
            DriverKind::GrowthDifference | DriverKind::IncomeBySource => 0.0,
        }
    }

    /// Average population in the year of the figure it starts from: the published one, else the nearest earlier (or
    /// first) one, moved by the growth in force.
    pub(crate) fn population(&self) -> Option<f64> {
        let known = self.setting.plan.population;
        let earlier = known.iter().rfind(|figure| figure.year <= self.start.year);
        let nearest = earlier.or_else(|| known.first())?;
        let growth = 1.0 + self.setting.rate(ParameterRole::PopulationGrowth) / 100.0;
        let years = self.start.year - nearest.year;
        let moved =
            (0..years.unsigned_abs()).fold(
                nearest.value,
                |people, _| {
                    if years > 0 { people * growth } else { people / growth }
                },
            );
        (moved > 0.0).then_some(moved)
    }
}

/// The path of medians that the identity draws from the newest figure to `last`.
pub(crate) fn path(context: &Context<'_>, last: i16) -> Option<Vec<(i16, f64)>> {
    let identity = Identity::of(context.setting, context.target, context.inputs, context.series)?;
    let from = identity.start.year;
    let years = u16::try_from(last.checked_sub(from)?).ok()?;
    let path = identity.path(years)?;
    Some((from..=last).zip(path).skip(1).collect())
}
