//! The urban share by the growth difference of urban and rural population.
//!
//! With U and R urban and rural population, ln(U/R) grows by d = urban minus rural growth, so the logit of the share moves
//! by d a year: the United Nations' method (National Research Council, Cities Transformed (2003), appendix D). A
//! reclassification of places is no growth: it enters as a dated step.

use crate::transform::Transform;

pub(super) const PERCENT: Transform = Transform::Logit {
    lower: 0.0,
    upper: 100.0,
};

/// An urban share that moves by a growth difference, with steps.
#[derive(Debug, Clone, PartialEq)]
pub struct UrbanShare {
    /// Year of the base share.
    pub base_year: i16,
    /// The share then, percent.
    pub base: f64,
    /// d: urban minus rural growth a year, on the logit (about a fraction a year).
    pub difference: f64,
    /// (year, size): reclassifications that count from that year on, on the logit. Those up to the base year are in the
    /// base already.
    pub steps: Vec<(i16, f64)>,
}

impl UrbanShare {
    /// The share in `year`, percent: logit⁻¹(logit(u₀) + d n + steps). None before the base year, for a base at or outside
    /// 0 and 100, or for numbers that are not finite.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Option<f64> {
        let years = f64::from(year) - f64::from(self.base_year);
        (years >= 0.0).then_some(())?;
        let counted = self
            .steps
            .iter()
            .filter(|(from, _)| *from > self.base_year && *from <= year);
        let steps: f64 = counted.map(|(_, size)| size).sum();
        let z = PERCENT.forward(self.base)? + self.difference * years + steps;
        z.is_finite().then(|| PERCENT.inverse(z))
    }

    /// The shares of the base year and the `years` after it by yearly steps of both populations: U(t + 1)/R(t + 1) =
    /// U(t)/R(t) · e^(d + step).
    #[must_use]
    pub fn path(&self, years: u16) -> Option<Vec<f64>> {
        let mut ratio = self.base / (100.0 - self.base);
        (ratio > 0.0 && ratio.is_finite()).then_some(())?;
        let mut path = vec![self.base];
        for ahead in 1..=years {
            let year = i32::from(self.base_year) + i32::from(ahead);
            let steps = self.steps.iter().filter(|(from, _)| i32::from(*from) == year);
            let change = self.difference + steps.map(|(_, size)| size).sum::<f64>();
            ratio *= libm::exp(change);
            let share = 100.0 / (1.0 + 1.0 / ratio);
            path.push(share.is_finite().then_some(share)?);
        }
        Some(path)
    }
}

/// d between two shares (percent) `years` apart: urban minus rural growth a year. For a single year this is also the size
/// of a step. None for shares at or outside 0 and 100, or no years.
#[must_use]
pub fn growth_difference(from: f64, to: f64, years: f64) -> Option<f64> {
    crate::pace::on_scale(PERCENT, from, to, years)
}

/// The d that brings a share (percent) to `target` in `years` years when steps of the summed size `steps` (on the logit) come
/// on the way.
#[must_use]
pub fn difference_needed(from: f64, target: f64, years: f64, steps: f64) -> Option<f64> {
    let needed = growth_difference(from, target, years)? - steps / years;
    needed.is_finite().then_some(needed)
}
