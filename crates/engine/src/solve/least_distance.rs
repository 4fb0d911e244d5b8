//! The point nearest to the origin among those that satisfy linear inequalities.
//!
//! Source: D. Goldfarb and A. Idnani, A numerically stable dual method for solving strictly convex quadratic programs,
//! Mathematical Programming 27 (1983), here with the identity as the matrix. It starts at the origin and adds one violated
//! inequality after the other, so it proves infeasibility where there is no such point.

use super::linear::{dot, length, nearest_combination, solve_gram};

/// Relative size of rounding that is not a violation.
const TOLERANCE: f64 = 1e-12;

/// The inequality ⟨normal, u⟩ ≥ bound.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Inequality {
    pub normal: Vec<f64>,
    pub bound: f64,
}

impl Inequality {
    /// Scaled to a normal of length 1. A normal of zeros stays: its inequality holds everywhere or nowhere.
    fn scaled(&self) -> Self {
        let size = length(&self.normal);
        if size == 0.0 {
            return self.clone();
        }
        Self {
            normal: self.normal.iter().map(|entry| entry / size).collect(),
            bound: self.bound / size,
        }
    }

    fn is_finite(&self) -> bool {
        self.bound.is_finite() && self.normal.iter().all(|entry| entry.is_finite())
    }

    fn excess(&self, point: &[f64]) -> f64 {
        dot(&self.normal, point) - self.bound
    }
}

/// An inequality that holds with equality, and the price of tightening it.
struct Active {
    index: usize,
    price: f64,
}

/// The point with least |u| that satisfies all `inequalities`; None when no point does, or for numbers too large to compute
/// with.
pub(super) fn nearest_to_origin(dimension: usize, inequalities: &[Inequality]) -> Option<Vec<f64>> {
    let scaled: Vec<Inequality> = inequalities.iter().map(Inequality::scaled).collect();
    if !scaled.iter().all(Inequality::is_finite) {
        return None;
    }
    let mut point = vec![0.0; dimension];
    let mut active: Vec<Active> = Vec::new();
    // Every step adds to the distance, so no set of active inequalities comes back; the limit only stops rounding.
    for _ in 0..50 * (scaled.len() + 1) {
        let Some(index) = most_violated(&scaled, &active, &point) else {
            let point = polished(&scaled, &active, point);
            return point.iter().all(|entry| entry.is_finite()).then_some(point);
        };
        add(&scaled, index, &mut active, &mut point)?;
    }
    None
}

fn most_violated(inequalities: &[Inequality], active: &[Active], point: &[f64]) -> Option<usize> {
    let size = 1.0 + length(point);
    let violation = |inequality: &Inequality| -inequality.excess(point) / (size + inequality.bound.abs());
    let candidates = inequalities.iter().enumerate();
    candidates
        .filter(|(index, _)| active.iter().all(|active| active.index != *index))
        .map(|(index, inequality)| (index, violation(inequality)))
        .filter(|(_, violation)| *violation > TOLERANCE)
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(index, _)| index)
}

/// Moves the point onto the violated inequality with `index`, dropping active ones that it makes superfluous; None when no
/// point satisfies it together with them.
fn add(inequalities: &[Inequality], index: usize, active: &mut Vec<Active>, point: &mut [f64]) -> Option<()> {
    let violated = inequalities.get(index)?;
    let mut price = 0.0;
    for _ in 0..=inequalities.len() {
        let normals = normals(inequalities, active);
        let (combination, direction) = split(&normals, &violated.normal)?;
        let first_to_drop = active
            .iter()
            .zip(&combination)
            .enumerate()
            .filter(|(_, (_, share))| **share > TOLERANCE)
            .map(|(place, (active, share))| (place, active.price / share))
            .min_by(|(_, one), (_, other)| one.total_cmp(other));
        let progress = dot(&direction, &violated.normal);
        // Within the active normals there is no way left to go: only dropping one of them helps.
        let full = if progress > TOLERANCE {
            -violated.excess(point) / progress
        } else {
            f64::INFINITY
        };
        let (step, dropped) = match first_to_drop {
            Some((place, limit)) if limit < full => (limit, Some(place)),
            _ => (full, None),
        };
        if step.is_infinite() {
            return None;
        }
        if full.is_finite() {
            for (entry, change) in point.iter_mut().zip(&direction) {
                *entry += step * change;
            }
        }
        for (active, share) in active.iter_mut().zip(&combination) {
            active.price = (active.price - step * share).max(0.0);
        }
        price += step;
        match dropped {
            Some(place) => {
                active.remove(place);
            }
            None => {
                active.push(Active { index, price });
                return Some(());
            }
        }
    }
    None
}

/// The combination of `normals` nearest to `target`, and what is left of the target: once more on the rest, so that it is
/// at a right angle to the normals also where these are nearly dependent.
fn split(normals: &[&[f64]], target: &[f64]) -> Option<(Vec<f64>, Vec<f64>)> {
    let mut combination = vec![0.0; normals.len()];
    let mut rest = target.to_vec();
    for _ in 0..2 {
        let shares = nearest_combination(normals, &rest)?;
        for (normal, share) in normals.iter().zip(&shares) {
            for (entry, other) in rest.iter_mut().zip(*normal) {
                *entry -= share * other;
            }
        }
        for (sum, share) in combination.iter_mut().zip(shares) {
            *sum += share;
        }
    }
    Some((combination, rest))
}

/// The point computed anew from its active inequalities, without the rounding of the way there.
fn polished(inequalities: &[Inequality], active: &[Active], point: Vec<f64>) -> Vec<f64> {
    let normals = normals(inequalities, active);
    let bounds = active
        .iter()
        .filter_map(|active| inequalities.get(active.index).map(|inequality| inequality.bound))
        .collect();
    let Some(prices) = solve_gram(&normals, bounds) else {
        return point;
    };
    let mut fresh = vec![0.0; point.len()];
    for (normal, price) in normals.iter().zip(prices) {
        for (entry, other) in fresh.iter_mut().zip(*normal) {
            *entry += price * other;
        }
    }
    let is_close = fresh
        .iter()
        .zip(&point)
        .all(|(fresh, old)| (fresh - old).abs() <= 1e-6 * (1.0 + old.abs()));
    if is_close { fresh } else { point }
}

fn normals<'a>(inequalities: &'a [Inequality], active: &[Active]) -> Vec<&'a [f64]> {
    active
        .iter()
        .filter_map(|active| {
            inequalities
                .get(active.index)
                .map(|inequality| inequality.normal.as_slice())
        })
        .collect()
}
