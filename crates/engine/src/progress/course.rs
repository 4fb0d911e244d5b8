//! The numbers every method of progress starts from: a base, the newest figure, and what is asked by when.

use plan::Better;

/// From the base over the newest figure to the deadline; figures in the target's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// t₀: year of the base.
    pub base_year: i16,
    /// y₀: the figure progress is measured from.
    pub base: f64,
    /// t: year of the newest figure.
    pub year: i16,
    /// y_t: the newest figure.
    pub value: f64,
    /// t_T: year by which the target is to be met.
    pub deadline: i16,
    /// T: the value asked for.
    pub target: f64,
    /// Which way is better.
    pub better: Better,
}

impl Course {
    /// d: +1 where higher is better, −1 where lower is.
    #[must_use]
    pub const fn direction(&self) -> f64 {
        match self.better {
            Better::Higher => 1.0,
            Better::Lower => -1.0,
        }
    }

    /// t − t₀: years the progress took.
    #[must_use]
    pub fn years_elapsed(&self) -> f64 {
        f64::from(self.year) - f64::from(self.base_year)
    }

    /// t_T − t₀: years the whole way may take.
    #[must_use]
    pub fn years_allowed(&self) -> f64 {
        f64::from(self.deadline) - f64::from(self.base_year)
    }

    /// Share (fraction) of the way's time that has passed: the share of the gap a straight line would have closed by now.
    /// None unless the deadline lies after the base.
    #[must_use]
    pub fn time_share(&self) -> Option<f64> {
        let allowed = self.years_allowed();
        (allowed > 0.0).then(|| self.years_elapsed() / allowed)
    }
}
