//! The draws of a random walk with drift: one target's figures from the year after its last one.
//!
//! z_h = location_h + s·(A_h ξ + B_h ξ′ + Σ_{k ≤ h} ε_k) + crises, with s² = ν s_n²/χ²_ν and ε = λ f + √(1 − λ²) u, where f is
//! the common factor and u the target's own autoregression with a stationary start. Its variance over s² is
//! λ² V_h(ρ_f) + (1 − λ²) V_h(ρ_u) + A² + B², which is how the closed form tests it. Must not know where the medians come from.

use super::auxiliary::{ERRORS, spread};
use super::block::Block;
use super::crisis::add_scaled;
use super::factor::{fraction, persist};
use super::job::{Shared, is_usable};
use super::source::Source;

/// One year of a walk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WalkYear {
    /// μ_h: the median on the transformed scale, with levers and dated shocks.
    pub location: f64,
    /// A_h: weight of the rate's error. Trend: D_h/√κ_n; Plan: h/√κ_plan; 0 for a rate taken as known.
    pub rate_error: f64,
    /// B_h: weight of the long-run rate's error. Trend: (h − D_h)/√κ∞; Plan: 0.
    pub long_run_error: f64,
}

/// A walk.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The year after the last figure.
    pub first_year: i16,
    /// The years from the first on.
    pub years: Vec<WalkYear>,
    /// s_n ≥ 0: standard deviation of one year's change on the transformed scale.
    pub scale: f64,
    /// ν: degrees of freedom behind s_n; None where s is taken as known.
    pub degrees: Option<u32>,
    /// λ in [−1, 1]: correlation of a year's shock with the common factor.
    pub exposure: f64,
    /// ρ_u in [0, 1): correlation of one year's own shock with the next.
    pub persistence: f64,
    /// What one crisis adds to z: the target's exposure times δ. 0 for a target that crises spare.
    pub crisis_shift: f64,
    /// Crises before this year are known to have happened or not, and are not drawn.
    pub crisis_from: i16,
}

impl Walk {
    pub(crate) fn is_usable(&self) -> bool {
        let years = self.years.iter();
        let years = years.flat_map(|year| [year.location, year.rate_error, year.long_run_error]);
        let numbers = [self.scale, self.exposure, self.persistence, self.crisis_shift];
        numbers.into_iter().chain(years).all(is_usable)
    }

    pub(crate) fn draw<const N: usize>(
        &self,
        indicator: u32,
        first_draw: u32,
        shared: &Shared,
        source: &mut Source<N>,
        block: &mut Block<N>,
    ) {
        let exposure = self.exposure.clamp(-1.0, 1.0);
        let own_weight = (1.0 - exposure * exposure).sqrt();
        let persistence = fraction(self.persistence);
        let crisis = shared.crisis.as_ref().filter(|_| self.crisis_shift != 0.0);
        let mut s = [0.0; N];
        spread(source, indicator, self.scale, self.degrees, &mut s);
        let errors = self.errors(indicator, source);
        let (mut own, mut shock) = ([0.0; N], [0.0; N]);
        let (mut sum, mut crises) = ([0.0; N], [0.0; N]);
        for ((year, row, is_wanted), at) in block.rows_mut().zip(&self.years) {
            if persistence == 0.0 || year == self.first_year {
                source.yearly(indicator, year, &mut own);
            } else {
                source.yearly(indicator, year, &mut shock);
                persist(&mut own, &shock, persistence);
            }
            match shared.factor.block::<N>(year, first_draw).filter(|_| exposure != 0.0) {
                Some(factor) => add_shocks(&mut sum, factor, exposure, &own, own_weight),
                // Before the factor's first year all of the shock is the target's own.
                None => add_scaled(&mut sum, &own, 1.0),
            }
            if let Some(crisis) = crisis {
                crisis.advance(&mut crises, self.first_year.max(self.crisis_from), year, first_draw);
            }
            if is_wanted {
                let [rate, long_run] = &errors;
                place(row, at, &s, &sum, rate, long_run);
                if crisis.is_some() {
                    add_scaled(row, &crises, self.crisis_shift);
                }
            }
        }
    }

    /// ξ and ξ′, as far as they have a weight.
    fn errors<const N: usize>(&self, indicator: u32, source: &mut Source<N>) -> [[f64; N]; 2] {
        let mut errors = [[0.0; N]; 2];
        if self.years.iter().any(|year| year.long_run_error != 0.0) {
            source.two_auxiliary(indicator, ERRORS, &mut errors);
        } else if self.years.iter().any(|year| year.rate_error != 0.0) {
            let [rate, _] = &mut errors;
            source.auxiliary(indicator, ERRORS, rate);
        }
        errors
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add_shocks(sum: &mut [f64], factor: &[f64], exposure: f64, own: &[f64], own_weight: f64) {
    for (sum, (factor, own)) in sum.iter_mut().zip(factor.iter().zip(own)) {
        *sum += exposure * factor + own_weight * own;
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn place(row: &mut [f64], at: &WalkYear, s: &[f64], sum: &[f64], rate: &[f64], long_run: &[f64]) {
    let errors = rate.iter().zip(long_run);
    for (z, ((s, sum), (rate, long_run))) in row.iter_mut().zip(s.iter().zip(sum).zip(errors)) {
        *z = at.location + s * (at.rate_error * rate + at.long_run_error * long_run + sum);
    }
}
