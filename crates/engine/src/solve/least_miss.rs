//! What levers within their limits miss least, where they cannot meet every target: one lever after the other is moved to
//! where the squared shortfalls are least, until no lever moves. It does not weigh effort; the point it starts from does.
//!
//! The sum is convex and smooth and the limits are a box, so descent by coordinates ends at the least sum: P. Tseng,
//! Convergence of a block coordinate descent method for nondifferentiable minimization, Journal of Optimization Theory and
//! Applications 109 (2001), theorem 4.1.

use super::effort::EffortLever;
use super::least_effort::Row;

/// One target alone needs one pass and one more to see it; several take more where levers pull against each other.
const PASSES: usize = 200;

/// Moves `values` to where Σ (shortfall of row i / `sizes` i)² is least.
pub(super) fn least_miss(levers: &[EffortLever], rows: &[Row], sizes: &[f64], mut values: Vec<f64>) -> Vec<f64> {
    for _ in 0..PASSES {
        let mut farthest = 0.0_f64;
        for (index, lever) in levers.iter().enumerate() {
            let terms = terms(rows, sizes, &values, index);
            let Some(value) = values.get_mut(index) else { continue };
            let moved =
                (*value + step(&terms, lever.lower - *value, lever.upper - *value)).clamp(lever.lower, lever.upper);
            // Numbers too large to compute with leave a lever where it is.
            if !moved.is_finite() {
                continue;
            }
            farthest = farthest.max((moved - *value).abs() / lever.unit);
            *value = moved;
        }
        if farthest <= 1e-12 {
            break;
        }
    }
    values
}

/// A row as one lever sees it, in units of the row's size.
struct Term {
    /// What the row misses its target by: negative where it exceeds it.
    missing: f64,
    /// What one more of the lever takes off that.
    share: f64,
}

fn terms(rows: &[Row], sizes: &[f64], values: &[f64], index: usize) -> Vec<Term> {
    let rows = rows.iter().zip(sizes);
    rows.map(|(row, size)| Term {
        missing: -row.slack(values) / size,
        share: row.coefficients.get(index).copied().unwrap_or(0.0) / size,
    })
    .collect()
}

/// −½ of the slope of the sum after a step: falls, and is linear between the points where a row comes to its target.
fn pull(terms: &[Term], step: f64) -> f64 {
    terms
        .iter()
        .map(|term| term.share * (term.missing - term.share * step).max(0.0))
        .sum()
}

/// The shortest step between `back` ≤ 0 and `ahead` ≥ 0 to where the sum is least.
fn step(terms: &[Term], back: f64, ahead: f64) -> f64 {
    let here = pull(terms, 0.0);
    let (direction, end) = if here > 0.0 { (1.0, ahead) } else { (-1.0, -back) };
    if here == 0.0 || end <= 0.0 {
        return 0.0;
    }
    let mut turns: Vec<f64> = terms
        .iter()
        .map(|term| direction * term.missing / term.share)
        .filter(|turn| *turn > 0.0 && *turn < end)
        .collect();
    turns.push(end);
    turns.sort_by(f64::total_cmp);
    let (mut last, mut force) = (0.0, here.abs());
    for turn in turns {
        let next = direction * pull(terms, direction * turn);
        if next <= 0.0 {
            return direction * (last + (turn - last) * force / (force - next));
        }
        (last, force) = (turn, next);
    }
    direction * end
}
