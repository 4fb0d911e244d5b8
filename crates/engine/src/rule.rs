//! The rules of milestones: what counts as met.

use plan::{Better, Rule, Target, Unit};

use crate::distribution::StudentT;
use crate::drift::Predictive;
use crate::series::power_of_ten;
use crate::transform::Transform;

/// How far below 100 % still rounds to it, in percentage points.
pub const CEILING_TOLERANCE: f64 = 0.5;

/// Where a figure lies against a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeState {
    /// Short of the range.
    Below,
    /// In it.
    Within,
    /// Past it.
    Exceeds,
}

/// A rule with its numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    /// The value that has to be reached, as the plan writes it.
    pub value: f64,
    /// The far end of a range.
    pub upper: Option<f64>,
    /// Which way is better.
    pub better: Better,
    /// Met only past the value, not at it.
    pub is_strict: bool,
    is_rank: bool,
    /// 100 % is asked for, and what rounds to it counts: see [`Threshold::effective`].
    pub rounds_to_full: bool,
}

impl Threshold {
    /// The threshold of `rule`; `typed` stands in where the plan has no number. None while there is no number, and for deeds.
    #[must_use]
    pub fn new(rule: Rule, better: Better, unit: &Unit, typed: Option<f64>) -> Option<Self> {
        let plain = |value: f64, better: Better| Self {
            value,
            upper: None,
            better,
            is_strict: false,
            is_rank: false,
            rounds_to_full: unit.is_percent && better == Better::Higher && value >= unit.maximum,
        };
        // Past the value means past it: 99.6 % is not better than another area's 100 %.
        let strict = |value: f64, better: Better| Self {
            is_strict: true,
            rounds_to_full: false,
            ..plain(value, better)
        };
        Some(match rule {
            Rule::AtLeast(value) => plain(value, Better::Higher),
            Rule::AtMost(value) => plain(value, Better::Lower),
            Rule::Above(value) => strict(value, Better::Higher),
            Rule::Below(value) => strict(value, Better::Lower),
            Rule::About(value) => plain(value, better),
            Rule::Range { from, to } => Self {
                upper: Some(to),
                ..plain(from, Better::Higher)
            },
            Rule::RankAtMost(value) => Self {
                is_rank: true,
                ..plain(value, Better::Lower)
            },
            Rule::Beats => strict(typed?, better),
            Rule::Done => return None,
        })
    }

    /// The threshold of a milestone of `target`.
    #[must_use]
    pub fn of(target: &Target, rule: Rule, typed: Option<f64>) -> Option<Self> {
        Self::new(rule, target.better, target.unit, typed)
    }

    /// The value on a continuous scale from which a figure counts as met: 99.5 where 100 % is asked, 15.5 for a place
    /// among the first 15.
    #[must_use]
    pub fn effective(&self) -> f64 {
        if self.rounds_to_full {
            self.value - CEILING_TOLERANCE
        } else if self.is_rank {
            self.value + 0.5
        } else {
            self.value
        }
    }

    /// Whether a figure with `decimals` published digits meets it.
    #[must_use]
    pub fn is_met(&self, figure: f64, decimals: u8) -> bool {
        let figure = if self.is_rank {
            libm::round(figure)
        } else {
            round_to(figure, decimals)
        };
        let bar = if self.is_rank { self.value } else { self.effective() };
        match (self.better, self.is_strict) {
            (Better::Higher, false) => figure >= bar,
            (Better::Higher, true) => figure > bar,
            (Better::Lower, false) => figure <= bar,
            (Better::Lower, true) => figure < bar,
        }
    }

    /// Where a figure lies against the range; None where the rule is no range.
    #[must_use]
    pub fn range_state(&self, figure: f64) -> Option<RangeState> {
        let upper = self.upper?;
        Some(if figure < self.value {
            RangeState::Below
        } else if figure <= upper {
            RangeState::Within
        } else {
            RangeState::Exceeds
        })
    }

    /// How far a figure lies past the value in the better direction (negative: short of it), in the target's unit.
    #[must_use]
    pub fn headroom(&self, figure: f64) -> f64 {
        match self.better {
            Better::Higher => figure - self.value,
            Better::Lower => self.value - figure,
        }
    }

    /// The same against [`Threshold::effective`]: 99.5 is short of 100 by nothing.
    #[must_use]
    pub fn effective_headroom(&self, figure: f64) -> f64 {
        match self.better {
            Better::Higher => figure - self.effective(),
            Better::Lower => self.effective() - figure,
        }
    }

    /// Probability that a forecast meets it.
    #[must_use]
    pub fn probability(&self, forecast: &Predictive, student: &StudentT, transform: Transform) -> f64 {
        let bar = transform.forward_or_infinite(self.effective());
        match self.better {
            Better::Higher => forecast.survival(bar, student),
            Better::Lower => forecast.cdf(bar, student),
        }
    }
}

/// Rounds half away from zero to `decimals` digits.
fn round_to(value: f64, decimals: u8) -> f64 {
    let power = power_of_ten(decimals);
    let rounded = libm::round(value * power) / power;
    if rounded.is_finite() { rounded } else { value }
}
