//! Which draws meet something: one bit a draw.

/// A set of draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    words: Vec<u64>,
    draws: u32,
}

impl Hits {
    /// No draw of `draws`, or all of them.
    #[must_use]
    pub fn of_all(draws: u32, is_hit: bool) -> Self {
        let mut hits = Self {
            words: vec![if is_hit { u64::MAX } else { 0 }; draws.div_ceil(64) as usize],
            draws,
        };
        hits.trim();
        hits
    }

    /// Draws in all.
    #[must_use]
    pub const fn draws(&self) -> u32 {
        self.draws
    }

    /// Draws that meet it.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Share of the draws, a fraction; 0 without draws.
    #[must_use]
    pub fn share(&self) -> f64 {
        if self.draws == 0 {
            return 0.0;
        }
        f64::from(self.count()) / f64::from(self.draws)
    }

    /// The draws in 64s, lowest first; bits past the last draw are 0.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    /// Keeps the draws that are in `other` too.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Sets 64 draws from draw 64 · `place` on.
    pub(super) fn set(&mut self, place: usize, bits: u64) {
        if let Some(word) = self.words.get_mut(place) {
            *word = bits;
        }
    }

    /// Takes bits past the last draw away.
    pub(super) fn trim(&mut self) {
        let rest = self.draws % 64;
        if let (Some(last), true) = (self.words.last_mut(), rest > 0) {
            *last &= (1 << rest) - 1;
        }
    }
}
