//! Small dense systems of linear equations and products of vectors.

/// Σ a_i b_i over the shorter of both.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// √Σ a_i².
pub(super) fn length(a: &[f64]) -> f64 {
    libm::sqrt(dot(a, a))
}

/// The combination of `rows` nearest to `target`: r with least |Σ r_i row_i − target|, by the normal equations; the rows
/// must be independent. None where they are not.
pub(super) fn nearest_combination(rows: &[&[f64]], target: &[f64]) -> Option<Vec<f64>> {
    let products = rows.iter().map(|row| dot(row, target)).collect();
    solve_gram(rows, products)
}

/// r with (Σ over k) ⟨row_i, row_k⟩ r_k = right_i for every i; None where the rows are dependent.
pub(super) fn solve_gram(rows: &[&[f64]], right: Vec<f64>) -> Option<Vec<f64>> {
    let mut system: Vec<Vec<f64>> = rows
        .iter()
        .zip(right)
        .map(|(row, right)| {
            let mut equation: Vec<f64> = rows.iter().map(|other| dot(row, other)).collect();
            equation.push(right);
            equation
        })
        .collect();
    eliminate(&mut system)?;
    substitute(&system)
}

/// Gaussian elimination to upper triangular form; a Gram matrix needs no exchange of rows.
fn eliminate(system: &mut [Vec<f64>]) -> Option<()> {
    for column in 0..system.len() {
        let (above, below) = system.split_at_mut(column + 1);
        let pivot_row = above.last()?;
        let pivot = *pivot_row.get(column)?;
        if pivot.is_nan() || pivot <= 0.0 {
            return None;
        }
        for row in below {
            let factor = *row.get(column)? / pivot;
            if factor != 0.0 {
                for (entry, pivot_entry) in row.iter_mut().zip(pivot_row).skip(column) {
                    *entry -= factor * pivot_entry;
                }
            }
        }
    }
    Some(())
}

fn substitute(system: &[Vec<f64>]) -> Option<Vec<f64>> {
    let mut solution = vec![0.0; system.len()];
    for (column, equation) in system.iter().enumerate().rev() {
        let (right, coefficients) = equation.split_last()?;
        let known: f64 = coefficients
            .iter()
            .zip(&solution)
            .skip(column + 1)
            .map(|(coefficient, value)| coefficient * value)
            .sum();
        *solution.get_mut(column)? = (right - known) / coefficients.get(column)?;
    }
    Some(solution)
}
