//! Draws of one target: the walk of a drifting figure, yearly scatter around a level, a count of units, a deed's date.

use super::block::{BLOCK, Numbers, Source};
use super::factor::CommonYears;
use crate::distribution::Count;

/// A walk with a known median path, on the transformed scale:
/// z(h) = location(h) + s (A_h ξ + B_h ξ′ + Σ ε), s² = ν s_n²/χ²_ν, ε = λ f + √(1 − λ²) u, both f and u AR(1).
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The years after the newest figure, without gaps.
    pub years: Vec<WalkYear>,
    /// s_n: spread of one year's change.
    pub scale: f64,
    /// ν, a whole number; None where the spread is known.
    pub degrees: Option<u32>,
    /// λ in 0..1.
    pub exposure: f64,
    /// ρ: correlation of one year's own shock with the next year's, in 0..1.
    pub persistence: f64,
    /// What a crisis does, where they may strike.
    pub crisis: Option<CrisisEffect>,
}

/// One year of a walk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WalkYear {
    /// The calendar year.
    pub year: i16,
    /// Median on the transformed scale.
    pub location: f64,
    /// A_h: how much the uncertain rate counts by now, in yearly spreads.
    pub rate_spread: f64,
    /// B_h: how much the uncertain long-run rate counts by now.
    pub long_run_spread: f64,
}

/// What a crisis does to a figure on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CrisisEffect {
    /// The shift in its year.
    pub shift: f64,
    /// The share of it that comes back, half a year after and half two years after.
    pub rebound: f64,
    /// Crises before this year are not drawn.
    pub from_year: i16,
}

/// Yearly figures around one level, on the transformed scale: y = μ + s ε, μ = μ_n + s ξ/√κ_n, s² = ν s_n²/χ²_ν.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// The years drawn.
    pub years: Vec<i16>,
    /// μ_n.
    pub level: f64,
    /// κ_n > 0.
    pub weight: f64,
    /// ν, a whole number.
    pub degrees: u32,
    /// s_n.
    pub scale: f64,
}

/// A count of units that never falls.
#[derive(Debug, Clone, PartialEq)]
pub struct Gains {
    /// Units there in the newest figure.
    pub reached: u16,
    /// Units that are not.
    pub left: u16,
    /// What one unit is worth in the target's unit: 1, or a share's part.
    pub size: f64,
    /// The years, each with the probability that a unit left over gets there in it, a fraction.
    pub hazards: Vec<(i16, f64)>,
}

impl Walk {
    /// Draws a block to the year `last`; `visit` gets each year's place and its values on the transformed scale.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn draw(&self, source: Source, common: &CommonYears, last: i16, mut visit: impl FnMut(usize, &Numbers)) {
        let (mut rate, mut long_run) = ([0.0; BLOCK], [0.0; BLOCK]);
        let mut spread = [self.scale; BLOCK];
        auxiliary(source, self.degrees, &mut rate, &mut long_run, &mut spread);
        let own_part = libm::sqrt(1.0 - self.exposure * self.exposure);
        let fresh = libm::sqrt(1.0 - self.persistence * self.persistence);
        let (mut own, mut sum) = ([0.0; BLOCK], [0.0; BLOCK]);
        let mut shocks = [0.0; BLOCK];
        let mut values = [0.0; BLOCK];
        let first = source.first_draw as usize;
        let years = self.years.iter().take_while(|year| year.year <= last);
        for (place, year) in years.enumerate() {
            source.normals(u32::from(year.year.unsigned_abs()), 0, &mut shocks);
            if place == 0 {
                own = shocks;
            } else {
                for (own, shock) in own.iter_mut().zip(&shocks) {
                    *own = self.persistence * *own + fresh * shock;
                }
            }
            // Before the factor's first year all of a shock is the target's own.
            let factor = common.factor(year.year, first);
            if self.exposure > 0.0 && !factor.is_empty() {
                for ((sum, own), factor) in sum.iter_mut().zip(&own).zip(factor) {
                    *sum += self.exposure * factor + own_part * own;
                }
            } else {
                for (sum, own) in sum.iter_mut().zip(&own) {
                    *sum += own;
                }
            }
            let parts = rate.iter().zip(&long_run).zip(sum.iter().zip(&spread));
            for (value, ((rate, long_run), (sum, spread))) in values.iter_mut().zip(parts) {
                *value = year.location + spread * (year.rate_spread * rate + year.long_run_spread * long_run + sum);
            }
            if let Some(crisis) = self.crisis {
                strike(&mut values, crisis, common, year.year, first);
            }
            visit(place, &values);
        }
    }
}

impl Scatter {
    /// Draws a block, as [`Walk::draw`] does.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn draw(&self, source: Source, last: i16, mut visit: impl FnMut(usize, &Numbers)) {
        let (mut level, mut unused) = ([0.0; BLOCK], [0.0; BLOCK]);
        let mut spread = [self.scale; BLOCK];
        auxiliary(source, Some(self.degrees), &mut level, &mut unused, &mut spread);
        let uncertainty = 1.0 / libm::sqrt(self.weight);
        let (mut shocks, mut values) = ([0.0; BLOCK], [0.0; BLOCK]);
        for (place, year) in self.years.iter().take_while(|year| **year <= last).enumerate() {
            source.normals(u32::from(year.unsigned_abs()), 0, &mut shocks);
            let parts = level.iter().zip(&spread).zip(&shocks);
            for (value, ((level, spread), shock)) in values.iter_mut().zip(parts) {
                *value = self.level + spread * (uncertainty * level + shock);
            }
            visit(place, &values);
        }
    }
}

impl Gains {
    /// Draws a block of counts, as [`Walk::draw`] does: each year's gain by the inverse of its binomial distribution.
    pub(super) fn draw(&self, source: Source, last: i16, mut visit: impl FnMut(usize, &Numbers)) {
        let (mut uniforms, mut values) = ([0.0; BLOCK], [0.0; BLOCK]);
        let mut gained = [0_u16; BLOCK];
        for (place, (year, hazard)) in self.hazards.iter().take_while(|(year, _)| *year <= last).enumerate() {
            source.uniforms(u32::from(year.unsigned_abs()), 0, &mut uniforms);
            // One distribution for each number of units still left; few differ within a block.
            let mut tables: Vec<Option<Count>> = vec![None; usize::from(self.left) + 1];
            for (gained, uniform) in gained.iter_mut().zip(&uniforms) {
                let left = self.left - *gained;
                let Some(table) = tables.get_mut(usize::from(left)) else {
                    continue;
                };
                let table = table
                    .get_or_insert_with(|| Count::binomial(left, hazard.clamp(0.0, 1.0)).unwrap_or_else(Count::none));
                let more = u16::try_from(table.quantile(*uniform)).unwrap_or(left);
                *gained += more.min(left);
            }
            for (value, gained) in values.iter_mut().zip(&gained) {
                *value = f64::from(self.reached + gained) * self.size;
            }
            visit(place, &values);
        }
    }
}

/// ξ, ξ′, and the yearly spread of each draw: the spread times √(ν/χ²), χ² a sum of ν squared normals.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn auxiliary(source: Source, degrees: Option<u32>, first: &mut Numbers, second: &mut Numbers, spread: &mut Numbers) {
    source.normal_pairs(0, 1, first, second);
    let Some(degrees) = degrees.filter(|degrees| *degrees > 0) else {
        return;
    };
    let (mut even, mut odd) = ([0.0; BLOCK], [0.0; BLOCK]);
    let mut chi_square = [0.0; BLOCK];
    for pair in 0..degrees.div_ceil(2) {
        source.normal_pairs(0, 2 + pair, &mut even, &mut odd);
        for (sum, normal) in chi_square.iter_mut().zip(&even) {
            *sum += normal * normal;
        }
        if 2 * pair + 1 < degrees {
            for (sum, normal) in chi_square.iter_mut().zip(&odd) {
                *sum += normal * normal;
            }
        }
    }
    let degrees = f64::from(degrees);
    for (spread, chi_square) in spread.iter_mut().zip(&chi_square) {
        *spread *= libm::sqrt(degrees / chi_square);
    }
}

/// Adds what the crises up to `year` have left.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn strike(values: &mut Numbers, crisis: CrisisEffect, common: &CommonYears, year: i16, first: usize) {
    for struck in crisis.from_year..=year {
        let left = match year - struck {
            0 => crisis.shift,
            1 => crisis.shift * (1.0 - 0.5 * crisis.rebound),
            _ => crisis.shift * (1.0 - crisis.rebound),
        };
        for (value, strikes) in values.iter_mut().zip(common.crises(struck, first)) {
            if *strikes {
                *value += left;
            }
        }
    }
}
