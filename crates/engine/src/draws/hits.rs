//! Which draws meet an event, one bit a draw.
//!
//! Draws with the same number are the same world, so sets of two events or two scenarios are compared bit by bit. Must not
//! know events or targets.

/// A set of draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hits {
    draws: u32,
    /// Draw d is bit d mod 64 of word d/64; bits past the last draw are 0.
    words: Vec<u64>,
}

/// Two sets of the same draws side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paired {
    /// Draws in the first set only.
    pub only_first: u32,
    /// Draws in the second set only.
    pub only_second: u32,
    /// Share of draws in the second set less the share in the first (fraction).
    pub difference: f64,
    /// Its standard error √(Var(I₂ − I₁)/N).
    pub standard_error: f64,
}

impl Hits {
    /// No draw yet, with room for `draws`.
    pub(crate) fn with_room(draws: u32) -> Self {
        Self {
            draws,
            words: Vec::with_capacity(draws.div_ceil(64) as usize),
        }
    }

    /// All draws, or none.
    #[must_use]
    pub fn constant(draws: u32, is_met: bool) -> Self {
        let mut hits = Self::with_room(draws);
        let word = if is_met { u64::MAX } else { 0 };
        for _ in 0..draws.div_ceil(64) {
            hits.push(word);
        }
        hits
    }

    /// Appends 64 draws a chunk: those whose word is not 0. A part of a chunk at the end is left out.
    pub(crate) fn append(&mut self, met: &[u64]) {
        for chunk in met.as_chunks::<64>().0 {
            let word = chunk.iter().rev().fold(0, |word, met| (word << 1) | (met & 1));
            self.push(word);
        }
    }

    /// Appends 64 draws, as many of them as there are left.
    fn push(&mut self, word: u64) {
        let filled = 64 * self.words.len() as u64;
        match u64::from(self.draws).saturating_sub(filled) {
            0 => {}
            left @ 1..64 => self.words.push(word & ((1 << left) - 1)),
            _ => self.words.push(word),
        }
    }

    /// N: how many draws there are.
    #[must_use]
    pub const fn draws(&self) -> u32 {
        self.draws
    }

    /// How many of them are in the set.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Share of draws in the set (fraction); 0 without draws.
    #[must_use]
    pub fn share(&self) -> f64 {
        f64::from(self.count()) / f64::from(self.draws.max(1))
    }

    /// Whether the draw is in the set.
    #[must_use]
    pub fn contains(&self, draw: u32) -> bool {
        let word = self.words.get((draw / 64) as usize);
        word.is_some_and(|word| (word >> (draw % 64)) & 1 == 1)
    }

    /// Draws in both sets.
    #[must_use]
    pub fn and(&self, other: &Self) -> Self {
        self.combine(other, |mine, theirs| mine & theirs)
    }

    /// Draws in either set.
    #[must_use]
    pub fn or(&self, other: &Self) -> Self {
        self.combine(other, |mine, theirs| mine | theirs)
    }

    /// From this set to another of the same draws, usually the same event in another scenario.
    #[must_use]
    pub fn versus(&self, second: &Self) -> Paired {
        let only_first = self.combine(second, |mine, theirs| mine & !theirs).count();
        let only_second = self.combine(second, |mine, theirs| theirs & !mine).count();
        let draws = f64::from(self.draws.min(second.draws).max(1));
        let (lost, gained) = (f64::from(only_first), f64::from(only_second));
        let difference = (gained - lost) / draws;
        let variance = ((gained + lost) / draws - difference * difference).max(0.0);
        Paired {
            only_first,
            only_second,
            difference,
            standard_error: (variance / draws).sqrt(),
        }
    }

    /// The words, 64 draws each.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
    }

    fn combine(&self, other: &Self, operation: impl Fn(u64, u64) -> u64) -> Self {
        Self {
            draws: self.draws.min(other.draws),
            words: self
                .words
                .iter()
                .zip(&other.words)
                .map(|(mine, theirs)| operation(*mine, *theirs))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Hits;

    #[test]
    fn sets_are_counted_and_compared() {
        let mut first = Hits::with_room(70);
        let mut second = Hits::with_room(70);
        let (mut even, mut third) = ([0; 128], [0; 128]);
        for (draw, (even, third)) in even.iter_mut().zip(&mut third).enumerate() {
            *even = if draw % 2 == 0 { u64::MAX } else { 0 };
            *third = if draw % 3 == 0 { u64::MAX } else { 0 };
        }
        first.append(&even);
        second.append(&third);
        assert_eq!((first.count(), second.count()), (35, 24));
        assert_eq!((first.and(&second).count(), first.or(&second).count()), (12, 47));
        assert!(first.contains(68) && !first.contains(69) && !first.contains(70) && second.contains(69));
        let paired = first.versus(&second);
        assert_eq!((paired.only_first, paired.only_second), (23, 12));
        assert!((paired.difference + 11.0 / 70.0).abs() < 1e-15);
        let same = first.versus(&first);
        assert_eq!((same.difference, same.standard_error), (0.0, 0.0));
        assert_eq!(Hits::constant(70, true).count(), 70);
        assert_eq!(Hits::constant(0, true).share(), 0.0);
    }
}
