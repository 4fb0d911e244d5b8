//! What a reader can change about one target. Only what differs from the shipped defaults is held.

use std::collections::BTreeMap;

use crate::horizon::Phase;

/// How a target is projected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Mode {
    /// What the figures and a stated reference rate imply.
    #[default]
    Trend,
    /// Growth typed by the reader, by phase.
    Plan,
    /// The identity that the figure consists of, with its rates and flows.
    Driver,
}

impl Mode {
    /// Every mode, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Trend, Self::Plan, Self::Driver];
}

/// The numbers a reader can move. Units are those of [`crate::LeverUnit`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeverId {
    /// Growth a year in a phase, Plan mode.
    Growth(Phase),
    /// Reference change a year, Trend mode.
    ReferenceRate,
    /// Level that yearly figures scatter around before they are seen.
    ReferenceLevel,
    /// Years of history that the reference is worth.
    ReferenceWeight,
    /// Spread of one year's change.
    Volatility,
    /// The most a share can reach.
    Ceiling,
    /// Units in all, for a count out of a known number.
    Units,
    /// A deed's earliest date, as a year with its fraction.
    Earliest,
    /// A deed's likeliest date.
    Likeliest,
    /// A deed's latest date.
    Latest,
    /// Probability in a year that a deed, or each unit left of a known number, gets done while it is not, in percent.
    Hazard,
    /// Shared by all targets: probability of a crisis in a year, in percent; 0 is none.
    CrisisProbability,
    /// Shared: what a crisis does at once to a figure that moves fully with the economy, in percent.
    CrisisDepth,
    /// Shared: how much of that comes back within two years, in percent.
    CrisisRebound,
    /// Shared: the whole number that the random draws start from.
    Seed,
    /// A rate or flow of the target's identity, or a shared one, by its code.
    Parameter(u8),
}

impl LeverId {
    /// Every lever but the parameters of identities, in the order they are shown.
    pub const ALL: [Self; 17] = [
        Self::Growth(Phase::First),
        Self::Growth(Phase::Second),
        Self::Growth(Phase::After),
        Self::ReferenceRate,
        Self::ReferenceLevel,
        Self::ReferenceWeight,
        Self::Volatility,
        Self::Ceiling,
        Self::Units,
        Self::Earliest,
        Self::Likeliest,
        Self::Latest,
        Self::Hazard,
        Self::CrisisProbability,
        Self::CrisisDepth,
        Self::CrisisRebound,
        Self::Seed,
    ];
}

/// One change to one target; `None` goes back to the shipped value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// Trend or Plan.
    Mode(Option<Mode>),
    /// A lever, in its own unit.
    Lever(LeverId, Option<f64>),
    /// Which definition of the figure is used, by the code of its basis.
    Basis(Option<u8>),
    /// The reader's figure of a year, in the target's unit; it stands in for the published one. For a deed, 1 means done.
    Observation {
        /// The year.
        year: i16,
        /// The figure.
        value: Option<f64>,
    },
    /// The compared area's figure of a year, or a number the plan leaves to another document.
    Threshold {
        /// The year.
        year: i16,
        /// The threshold.
        value: Option<f64>,
    },
    /// A certain, lasting jump of the figure in a year still to come: percent on the log scale, else the target's unit.
    Shock {
        /// The year.
        year: i16,
        /// Its size.
        value: Option<f64>,
    },
}

/// What a reader has changed about one target.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Inputs {
    pub(crate) mode: Option<Mode>,
    pub(crate) basis: Option<u8>,
    pub(crate) levers: BTreeMap<LeverId, f64>,
    pub(crate) observations: BTreeMap<i16, f64>,
    pub(crate) thresholds: BTreeMap<i16, f64>,
    pub(crate) shocks: BTreeMap<i16, f64>,
}

impl Inputs {
    /// Nothing changed.
    pub const NONE: &'static Self = &Self {
        mode: None,
        basis: None,
        levers: BTreeMap::new(),
        observations: BTreeMap::new(),
        thresholds: BTreeMap::new(),
        shocks: BTreeMap::new(),
    };

    /// The mode in force.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode.unwrap_or_default()
    }

    /// The reader's value of a lever, if it was moved.
    #[must_use]
    pub fn lever(&self, id: LeverId) -> Option<f64> {
        self.levers.get(&id).copied()
    }

    /// The reader's figures by year.
    pub fn observations(&self) -> impl Iterator<Item = (i16, f64)> + '_ {
        self.observations.iter().map(|(year, value)| (*year, *value))
    }

    /// The reader's thresholds by year.
    pub fn thresholds(&self) -> impl Iterator<Item = (i16, f64)> + '_ {
        self.thresholds.iter().map(|(year, value)| (*year, *value))
    }

    /// The reader's dated jumps by year.
    pub fn shocks(&self) -> impl Iterator<Item = (i16, f64)> + '_ {
        self.shocks.iter().map(|(year, value)| (*year, *value))
    }

    /// Whether nothing is changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self == Self::NONE
    }

    /// All changes in a fixed order: equal inputs give equal sequences.
    pub fn changes(&self) -> impl Iterator<Item = Change> + '_ {
        let mode = self.mode.map(|mode| Change::Mode(Some(mode)));
        let basis = self.basis.map(|basis| Change::Basis(Some(basis)));
        let levers = self.levers.iter().map(|(id, value)| Change::Lever(*id, Some(*value)));
        let observations = self.observations().map(|(year, value)| Change::Observation {
            year,
            value: Some(value),
        });
        let thresholds = self.thresholds().map(|(year, value)| Change::Threshold {
            year,
            value: Some(value),
        });
        let shocks = self.shocks().map(|(year, value)| Change::Shock {
            year,
            value: Some(value),
        });
        mode.into_iter()
            .chain(basis)
            .chain(levers)
            .chain(observations)
            .chain(thresholds)
            .chain(shocks)
    }
}
