//! What an assessment says: the four methods side by side, each with its own number, in common classes. No arithmetic.

use super::course::Course;

/// The methods, in the order they are always given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProgressMethod {
    /// Actual against required pace (Eurostat, Open SDG).
    GrowthRatio,
    /// Growth so far followed to the deadline (UN Statistics Division).
    ExpectedRatio,
    /// A weighted line followed to the deadline (ESCAP).
    AnticipatedProgress,
    /// Share of the gap that the median closes by the deadline (McArthur and Rasmussen).
    GapShare,
}

impl ProgressMethod {
    /// Every method, in order.
    pub const ALL: [Self; 4] = [
        Self::GrowthRatio,
        Self::ExpectedRatio,
        Self::AnticipatedProgress,
        Self::GapShare,
    ];
}

/// What a method's number measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Actual against required compound growth, a fraction.
    CompoundGrowth,
    /// Actual against required change in the target's unit (percentage points, years), a fraction.
    Points,
    /// Actual against required change of the log odds, a fraction: a share near 0 or 100 %.
    LogOdds,
    /// Actual against required change of the log odds of a place, a fraction.
    RankLogOdds,
    /// Years met among the plan's years with a figure, a fraction.
    YearsMet,
    /// Share (fraction) of the gap that growth so far would have closed by the deadline.
    ExpectedShare,
    /// Index: 0 at the base, 10 at the target.
    AnticipatedIndex,
    /// Share (fraction) of the gap that the median closes by the deadline.
    MedianShare,
}

/// Why a method, or all of them, says nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// The number asked for is missing.
    NoThreshold,
    /// The milestone has no year to be met by.
    NoDeadline,
    /// No figure up to the deadline (for a yearly bar: none of the plan's years).
    NoFigure,
    /// One figure, which does not meet the target: no change on record.
    OneFigure,
    /// The newest figure is the base itself.
    NothingSinceBase,
    /// The base already met the target, so that there was no gap to close.
    NoGapAtBase,
    /// Compound growth is undefined: a figure or the target is not positive.
    NoGrowth,
    /// A place in a ranking has no growth.
    RankHasNoGrowth,
    /// Done or not done: there is no pace.
    YesOrNo,
    /// The same bar every year: there is no gap to close.
    EveryYear,
    /// No median of the deadline's year.
    NoMedian,
    /// The deadline's own figure is in: there is nothing left to anticipate.
    DeadlineReached,
    /// The numbers do not fit the method's scale.
    OutsideScale,
}

/// Progress in classes that every method can be put in. Each method keeps its own cut-offs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The newest figure meets the target.
    Achieved,
    /// Fast enough: pace ratio and expected or median share ≥ 0.95, anticipated index > 9.
    OnTrack,
    /// The right way but too slow: pace ratio 0.60–0.95, share 0.10–0.95, index above 0.
    Slow,
    /// Hardly moving: pace ratio 0–0.60, share 0–0.10. The anticipated index has no such class.
    Stalled,
    /// The wrong way: ratio or share below 0; index 0 and below.
    Reversing,
    /// The method says nothing here.
    NotAssessed(Obstacle),
}

impl Progress {
    /// Whether the method says something.
    #[must_use]
    pub const fn is_assessed(self) -> bool {
        !matches!(self, Self::NotAssessed(_))
    }
}

/// One method's answer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MethodResult {
    /// The method.
    pub method: ProgressMethod,
    /// Its answer in the common classes.
    pub progress: Progress,
    /// Its own number; None where the target is achieved (a ratio would mean nothing) and where it says nothing. A yearly
    /// bar keeps its share of years.
    pub number: Option<f64>,
    /// What the number measures.
    pub measure: Measure,
}

/// A pace ratio on one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PaceRatio {
    /// The scale.
    pub measure: Measure,
    /// Actual against required pace, a fraction.
    pub ratio: f64,
}

/// Progress towards one milestone.
#[derive(Debug, Clone, PartialEq)]
pub struct Assessment {
    /// One result a method, in the order of [`ProgressMethod::ALL`].
    pub methods: [MethodResult; 4],
    /// The method that fits this kind of target: the pace ratio, on the scale its measure names; where that says nothing,
    /// the first that does. None where none does.
    pub primary: Option<ProgressMethod>,
    /// Methods that say something put it in different classes.
    pub disagreement: bool,
    /// Base, newest figure, deadline and value asked for; None without them. The base's year need not be the plan's.
    pub course: Option<Course>,
    /// Share (fraction) of the gap at the base that is closed so far; None where there was none.
    pub closed: Option<f64>,
    /// How far the newest figure lies past the value asked for in the better direction, in the target's unit.
    pub headroom: Option<f64>,
    /// A share is judged near 0 or 100 %, where percentage points and log odds tell different stories.
    pub is_near_bound: bool,
    /// The pace ratio on every scale that holds the numbers, the primary one first.
    pub ratios: Vec<PaceRatio>,
}

impl Assessment {
    /// The answer of the primary method; of the first one where none says anything.
    #[must_use]
    pub fn primary_result(&self) -> MethodResult {
        let [first, ..] = self.methods;
        let is_primary = |result: &&MethodResult| Some(result.method) == self.primary;
        self.methods.iter().find(is_primary).copied().unwrap_or(first)
    }
}
