//! The draws of a count out of M: units that are done one after another and stay done.
//!
//! k_t = k_{t−1} + Bin(M − k_{t−1}, h_t), from the year's uniform by inversion. Values are counts; bars are counts too.

use super::block::Block;
use super::job::is_usable;
use super::source::Source;

/// The most units a count may be out of; more are taken as this many.
pub const MOST_UNITS: u16 = 400;

/// A count of units.
#[derive(Debug, Clone, PartialEq)]
pub struct Units {
    /// The year after the last count.
    pub first_year: i16,
    /// k: units done by the last count.
    pub done: u16,
    /// M: units in all.
    pub of: u16,
    /// h_t in [0, 1] of each year from the first on: probability that a unit still open is done in it.
    pub hazards: Vec<f64>,
}

impl Units {
    pub(crate) fn is_usable(&self) -> bool {
        self.hazards.iter().all(|hazard| is_usable(*hazard))
    }

    pub(crate) fn draw<const N: usize>(&self, indicator: u32, source: &mut Source<N>, block: &mut Block<N>) {
        let of = self.of.min(MOST_UNITS);
        let mut done = [self.done.min(of); N];
        let mut uniforms = [0.0; N];
        for ((year, row, _), hazard) in block.rows_mut().zip(&self.hazards) {
            source.uniforms(indicator, year, 0, &mut uniforms);
            let binomial = Binomial::new(of, *hazard);
            for (z, (done, u)) in row.iter_mut().zip(done.iter_mut().zip(&uniforms)) {
                *done += binomial.quantile(of - *done, *u);
                *z = f64::from(*done);
            }
        }
    }
}

/// Binomial counts of one probability.
struct Binomial {
    /// min(p, 1 − p): from its end the probabilities of few units do not underflow.
    rare: f64,
    /// Whether the rare outcome is to stay open.
    is_reversed: bool,
    /// (1 − rare)^n for n = 0, 1, ….
    none: Vec<f64>,
}

impl Binomial {
    fn new(most: u16, probability: f64) -> Self {
        let probability = probability.clamp(0.0, 1.0);
        let is_reversed = probability > 0.5;
        let rare = if is_reversed { 1.0 - probability } else { probability };
        let mut power = 1.0;
        let mut none = vec![power];
        for _ in 0..most {
            power *= 1.0 - rare;
            none.push(power);
        }
        Self {
            rare,
            is_reversed,
            none,
        }
    }

    /// The smallest k with P(K ≤ k) ≥ u among `n` units.
    fn quantile(&self, n: u16, u: f64) -> u16 {
        let u = if self.is_reversed { 1.0 - u } else { u };
        let odds = self.rare / (1.0 - self.rare);
        let mut mass = self.none.get(usize::from(n)).copied().unwrap_or(0.0);
        let mut below = mass;
        let mut count = 0;
        while below < u && count < n {
            mass *= f64::from(n - count) / f64::from(count + 1) * odds;
            count += 1;
            below += mass;
        }
        if self.is_reversed { n - count } else { count }
    }
}

#[cfg(test)]
mod tests {
    use super::Binomial;

    #[test]
    fn counts_stay_within_their_ends_and_grow_with_the_uniform() {
        for probability in [0.0, 1e-9, 0.06, 0.5, 0.94, 1.0] {
            let binomial = Binomial::new(400, probability);
            for n in [0, 1, 105, 400] {
                let counts = [1e-16, 0.1, 0.5, 0.9, 1.0 - 1e-16].map(|u| binomial.quantile(n, u));
                assert!(counts.is_sorted() && counts[4] <= n, "{probability} of {n}: {counts:?}");
            }
        }
        assert_eq!(Binomial::new(400, 1.0).quantile(400, 0.3), 400);
        assert_eq!(Binomial::new(400, 0.0).quantile(400, 0.3), 0);
        assert_eq!(Binomial::new(400, 0.06).quantile(100, 0.5), 6);
        assert_eq!(Binomial::new(400, 0.94).quantile(100, 0.5), 94);
    }
}
