//! The distribution of a count: how many of several works or units are done, each with its own probability.
//!
//! The probabilities of all counts are kept, so that sums and quantiles are exact to rounding.

/// The distribution of a count between 0 and the number of trials.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// P(X = k) at index k.
    masses: Vec<f64>,
}

impl Count {
    /// The binomial distribution: `trials` independent trials, each with `probability` (a fraction); None when that is none.
    ///
    /// By the ratio of neighbouring terms outward from the most probable count, then scaled to sum to one: nothing
    /// overflows, and only counts with a probability below 1e-300 underflow to 0.
    #[must_use]
    pub fn binomial(trials: u16, probability: f64) -> Option<Self> {
        if !(0.0..=1.0).contains(&probability) {
            return None;
        }
        let number = f64::from(trials);
        if probability == 1.0 {
            let mut masses = vec![0.0; usize::from(trials)];
            masses.push(1.0);
            return Some(Self { masses });
        }
        let odds = probability / (1.0 - probability);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and the number of trials, which are 16 bits"
        )]
        let mode = libm::floor((number + 1.0) * probability).min(number) as u16;
        let mut downward = Vec::with_capacity(usize::from(mode));
        let mut mass = 1.0;
        for k in (0..mode).rev() {
            // P(k)/P(k + 1) = (k + 1)/((n − k) odds).
            mass *= (f64::from(k) + 1.0) / ((number - f64::from(k)) * odds);
            downward.push(mass);
        }
        let mut masses: Vec<f64> = downward.into_iter().rev().collect();
        masses.push(1.0);
        let mut mass = 1.0;
        for k in mode..trials {
            mass *= (number - f64::from(k)) * odds / (f64::from(k) + 1.0);
            masses.push(mass);
        }
        let total: f64 = masses.iter().sum();
        for mass in &mut masses {
            *mass /= total;
        }
        Some(Self { masses })
    }

    /// The Poisson-binomial distribution: one trial for each of `probabilities` (fractions), by convolution; None when
    /// one of them is no probability.
    #[must_use]
    pub fn of_each(probabilities: &[f64]) -> Option<Self> {
        let mut masses = vec![1.0];
        for probability in probabilities {
            if !(0.0..=1.0).contains(probability) {
                return None;
            }
            let mut done_before = 0.0;
            for mass in &mut masses {
                let here = *mass;
                *mass = here * (1.0 - probability) + done_before;
                done_before = here * probability;
            }
            masses.push(done_before);
        }
        Some(Self { masses })
    }

    /// P(X = k).
    #[must_use]
    pub fn mass(&self, k: usize) -> f64 {
        self.masses.get(k).copied().unwrap_or(0.0)
    }

    /// P(X ≤ k).
    #[must_use]
    pub fn at_most(&self, k: usize) -> f64 {
        self.masses.iter().take(k.saturating_add(1)).sum::<f64>().min(1.0)
    }

    /// P(X ≥ k), summed from the far end so that a small tail keeps its digits.
    #[must_use]
    pub fn at_least(&self, k: usize) -> f64 {
        if k == 0 {
            return 1.0;
        }
        self.masses.iter().skip(k).rev().sum::<f64>().min(1.0)
    }

    /// The smallest k with P(X ≤ k) ≥ `p`; 0 for p ≤ 0 and NaN, the number of trials for p ≥ 1.
    #[must_use]
    pub fn quantile(&self, p: f64) -> usize {
        let last = self.masses.len().saturating_sub(1);
        if p.is_nan() || p <= 0.0 {
            return 0;
        }
        if p >= 1.0 {
            return last;
        }
        let mut sum = 0.0;
        for (k, mass) in self.masses.iter().enumerate() {
            sum += mass;
            if sum >= p {
                return k;
            }
        }
        last
    }

    /// The expected count.
    #[must_use]
    pub fn mean(&self) -> f64 {
        let mut sum = 0.0;
        let mut k = 0.0;
        for mass in &self.masses {
            sum += k * mass;
            k += 1.0;
        }
        sum
    }
}
