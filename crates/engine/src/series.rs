//! The figures of a target that a scenario rests on: one basis, the reader's figures in place of the published ones.

use plan::{Basis, Observation, Status, Target};

use crate::inputs::Inputs;
use crate::transform::Transform;

/// Where a figure comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Origin {
    /// Published, with its source.
    Published(&'static Observation),
    /// Entered by the reader, perhaps in place of a published one.
    User {
        /// The published figure of that year, if there is one.
        replaces: Option<&'static Observation>,
    },
}

/// One year's figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The year.
    pub year: i16,
    /// In the target's unit.
    pub value: f64,
    /// Digits after the decimal point as published or typed.
    pub decimals: u8,
    /// Where it comes from.
    pub origin: Origin,
}

/// The figures in force, by year, on one basis.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// The definition they rest on; None where there is only one.
    pub basis: Option<&'static Basis>,
    /// One figure a year, years increasing.
    pub figures: Vec<Figure>,
}

/// The bases `target` has published figures on, newest figures first.
#[must_use]
pub fn bases(target: &Target) -> Vec<&'static Basis> {
    let mut found: Vec<(i16, &'static Basis)> = Vec::new();
    for observation in target.observations {
        let Some(basis) = observation.basis else { continue };
        match found.iter_mut().find(|(_, known)| known.code == basis.code) {
            Some((newest, _)) => *newest = (*newest).max(observation.year),
            None => found.push((observation.year, basis)),
        }
    }
    found.sort_by_key(|(newest, basis)| (core::cmp::Reverse(*newest), basis.code));
    found.into_iter().map(|(_, basis)| basis).collect()
}

pub(crate) fn has_basis(target: &Target, code: u8) -> bool {
    target
        .observations
        .iter()
        .any(|observation| observation.basis.is_some_and(|basis| basis.code == code))
}

impl Series {
    /// The figures of `target` under `inputs`: the chosen basis, else the one with the newest figure. A year that stands
    /// twice keeps its firmest figure (final before preliminary before estimate).
    #[must_use]
    pub fn of(target: &Target, inputs: &Inputs) -> Self {
        let known = bases(target);
        let basis = known
            .iter()
            .find(|basis| Some(basis.code) == inputs.basis)
            .or_else(|| known.first())
            .copied();
        let mut figures: Vec<Figure> = Vec::new();
        for observation in target
            .observations
            .iter()
            .filter(|observation| observation.basis == basis)
        {
            let figure = Figure {
                year: observation.year,
                value: observation.value,
                decimals: observation.decimals,
                origin: Origin::Published(observation),
            };
            match figures.iter_mut().find(|known| known.year == figure.year) {
                Some(known) if known.status() < figure.status() => *known = figure,
                Some(_) => {}
                None => figures.push(figure),
            }
        }
        for (year, value) in inputs.observations() {
            let position = figures.iter().position(|figure| figure.year == year);
            let replaced = position.map(|position| figures.remove(position));
            let replaces = replaced.and_then(|figure| match figure.origin {
                Origin::Published(observation) => Some(observation),
                Origin::User { .. } => None,
            });
            figures.push(Figure {
                year,
                value,
                decimals: decimals_of(value),
                origin: Origin::User { replaces },
            });
        }
        figures.sort_by_key(|figure| figure.year);
        Self { basis, figures }
    }

    /// The newest figure.
    #[must_use]
    pub fn last(&self) -> Option<&Figure> {
        self.figures.last()
    }

    /// The figure of `year`.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.year == year)
    }

    /// The figures up to and with `year`.
    #[must_use]
    pub fn until(&self, year: i16) -> Self {
        let figures = self
            .figures
            .iter()
            .filter(|figure| figure.year <= year)
            .copied()
            .collect();
        Self {
            basis: self.basis,
            figures,
        }
    }
}

impl Figure {
    /// Status of a published figure; None for the reader's own.
    #[must_use]
    pub const fn status(&self) -> Option<Status> {
        match self.origin {
            Origin::Published(observation) => Some(observation.status),
            Origin::User { .. } => None,
        }
    }

    /// Half the last digit given: how far the true figure may lie from it.
    #[must_use]
    pub fn half_digit(&self) -> f64 {
        0.5 / power_of_ten(self.decimals)
    }

    /// The figure, moved inside a logit scale by half its last digit where it stands on a bound, which has no odds.
    #[must_use]
    pub fn inside(&self, transform: Transform) -> f64 {
        let Transform::Logit { lower, upper } = transform else {
            return self.value;
        };
        let margin = self.half_digit().min(0.25 * (upper - lower));
        if self.value == lower {
            lower + margin
        } else if self.value == upper {
            upper - margin
        } else {
            self.value
        }
    }
}

/// 10^`digits`, exactly.
pub(crate) fn power_of_ten(digits: u8) -> f64 {
    (0..digits.min(15)).fold(1.0, |power, _| power * 10.0)
}

/// Digits after the point that a typed number shows, up to four.
fn decimals_of(value: f64) -> u8 {
    (0..4)
        .find(|digits| {
            let scaled = value * power_of_ten(*digits);
            (scaled - libm::round(scaled)).abs() < 1e-9 * (1.0 + scaled.abs())
        })
        .unwrap_or(4)
}
