//! A lever as least effort sees it: where it stands, how far it may go, and what a change of it costs.

/// One lever.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EffortLever {
    /// x⁰: where it stands without effort.
    pub start: f64,
    /// s > 0: the change that counts as one unit of effort, judged as hard as one unit of any other lever.
    pub unit: f64,
    /// Least value allowed.
    pub lower: f64,
    /// Greatest value allowed.
    pub upper: f64,
}

impl EffortLever {
    pub(super) fn is_usable(&self) -> bool {
        self.start.is_finite()
            && self.unit > 0.0
            && self.unit.is_finite()
            && self.lower.is_finite()
            && self.upper.is_finite()
            && self.lower <= self.upper
    }

    /// The value after `effort` units, kept within the limits.
    pub(super) fn at(&self, effort: f64) -> f64 {
        (self.start + effort * self.unit).clamp(self.lower, self.upper)
    }

    /// The same, at a limit when it is nearer to it than a millionth unit of effort.
    pub(super) fn snapped(&self, effort: f64) -> f64 {
        let (value, hair) = (self.at(effort), 1e-6 * self.unit);
        if value > self.upper - hair {
            self.upper
        } else if value < self.lower + hair {
            self.lower
        } else {
            value
        }
    }

    /// Units of effort from the start to `value`.
    pub(super) fn effort_to(&self, value: f64) -> f64 {
        (value - self.start) / self.unit
    }

    /// Whether `value` stands at a limit.
    pub(super) fn is_at_limit(&self, value: f64) -> bool {
        self.is_stopped(value, 1.0) || self.is_stopped(value, -1.0)
    }

    /// Whether a limit keeps `value` from going further in the direction of `pull`.
    pub(super) fn is_stopped(&self, value: f64, pull: f64) -> bool {
        let hair = 1e-12 * (self.upper - self.lower).max(self.unit);
        (pull > 0.0 && value >= self.upper - hair) || (pull < 0.0 && value <= self.lower + hair)
    }
}

/// ½ Σ ((x_j − x_j⁰)/s_j)².
pub(super) fn effort(levers: &[EffortLever], values: &[f64]) -> f64 {
    let squares = levers.iter().zip(values).map(|(lever, value)| {
        let effort = lever.effort_to(*value);
        effort * effort
    });
    0.5 * squares.sum::<f64>()
}

/// Which levers stand at a limit, by index.
pub(super) fn at_limits(levers: &[EffortLever], values: &[f64]) -> Vec<usize> {
    let pairs = levers.iter().zip(values).enumerate();
    pairs
        .filter(|(_, (lever, value))| lever.is_at_limit(**value))
        .map(|(index, _)| index)
        .collect()
}
