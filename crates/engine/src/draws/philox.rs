//! Philox4x32-10: random words as a pure function of a counter and a key.
//!
//! A draw's numbers depend on nothing but their names, so an indicator more or another order changes no other's draws. The
//! scalar form is the reference; the batch form does the same rounds for the draws of a block. Must not know what the
//! words are used for.
//!
//! Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11).

use core::array::from_fn;

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;
/// Draws whose rounds run side by side: enough to hide a multiplication's latency, few enough for the registers.
const LANES: usize = 4;

/// Four random words for `counter` under `key` (vector D01).
#[must_use]
pub fn philox(counter: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let (mut state, mut key) = (counter, key);
    for _ in 0..ROUNDS {
        state = round(state, key);
        key = next_key(key);
    }
    state
}

/// The key of a seed: its low and its high half.
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the two halves of a word")]
pub const fn key(seed: u64) -> [u32; 2] {
    [seed as u32, (seed >> 32) as u32]
}

/// Counters (draw, ·, ·, stream) of `N` draws in a row, `N` a multiple of four.
///
/// The first round multiplies the draw and the year, the second what became of the indicator and of the stream: two
/// rounds fall apart into a part of draw and stream, kept here, and a part of indicator and year, the same for all draws.
pub(crate) struct Counters<const N: usize> {
    key: [u32; 2],
    /// Words 0 to 2 after two rounds, as far as draw and stream make them.
    after_two: [[u32; N]; 3],
}

impl<const N: usize> Counters<N> {
    /// The draws `first_draw`, `first_draw + 1`, …
    #[inline]
    pub fn new(first_draw: u32, stream: u32, key: [u32; 2]) -> Self {
        let second_key = next_key(key);
        let mut after_two = [[0; N]; 3];
        let [first, second, third] = &mut after_two;
        let lanes = first.iter_mut().zip(second).zip(third);
        for (draw, ((first, second), third)) in (first_draw..).zip(lanes) {
            let [_, _, word, low] = round([draw, 0, 0, stream], key);
            let [high, product, ..] = round([0, 0, word, 0], [second_key[0], 0]);
            (*first, *second, *third) = (high, product, low ^ second_key[1]);
        }
        Self { key, after_two }
    }

    /// Words 0 and 1 of every draw.
    // Must stay without the vector instructions of wasm: they have no multiplication for this, and V8 takes twice as long.
    #[inline(never)]
    pub fn pair(&self, indicator: u32, year: u32, [w0, w1]: &mut [[u32; N]; 2]) {
        let lanes = w0.as_chunks_mut::<LANES>().0.iter_mut().zip(w1.as_chunks_mut().0);
        for (state, (w0, w1)) in self.states(indicator, year).zip(lanes) {
            let words = self.finish(state);
            *w0 = words.map(|[w0, ..]| w0);
            *w1 = words.map(|[_, w1, ..]| w1);
        }
    }

    /// All four words of every draw, in pairs.
    #[inline(never)]
    pub fn block(&self, indicator: u32, year: u32, [w0, w1]: &mut [[u32; N]; 2], [w2, w3]: &mut [[u32; N]; 2]) {
        let first = w0.as_chunks_mut::<LANES>().0.iter_mut().zip(w1.as_chunks_mut().0);
        let second = w2.as_chunks_mut::<LANES>().0.iter_mut().zip(w3.as_chunks_mut().0);
        for (state, ((w0, w1), (w2, w3))) in self.states(indicator, year).zip(first.zip(second)) {
            let words = self.finish(state);
            *w0 = words.map(|[w0, ..]| w0);
            *w1 = words.map(|[_, w1, ..]| w1);
            *w2 = words.map(|[_, _, w2, _]| w2);
            *w3 = words.map(|[.., w3]| w3);
        }
    }

    /// The states after two rounds, a few draws at a time.
    #[inline]
    fn states(&self, indicator: u32, year: u32) -> impl Iterator<Item = [[u32; 4]; LANES]> {
        let [after_first, product, ..] = round([0, indicator, year, 0], self.key);
        let [_, _, high, low] = round([after_first, 0, 0, 0], [0, 0]);
        let [first, second, third] = &self.after_two;
        let lanes = first.as_chunks::<LANES>().0.iter().zip(second.as_chunks::<LANES>().0);
        lanes
            .zip(third.as_chunks::<LANES>().0)
            .map(move |((first, second), third)| {
                let mut lanes = first.iter().zip(second).zip(third);
                from_fn(|_| {
                    lanes.next().map_or([0; 4], |((first, second), third)| {
                        [first ^ product, *second, third ^ high, low]
                    })
                })
            })
    }

    /// The eight rounds left.
    #[inline]
    fn finish(&self, state: [[u32; 4]; LANES]) -> [[u32; 4]; LANES] {
        let (mut state, mut key) = (state, next_key(next_key(self.key)));
        for _ in 2..ROUNDS {
            state = state.map(|state| round(state, key));
            key = next_key(key);
        }
        state
    }
}

#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the halves of a product")]
fn round([a, b, c, d]: [u32; 4], key: [u32; 2]) -> [u32; 4] {
    let first = u64::from(MULTIPLIERS[0]) * u64::from(a);
    let second = u64::from(MULTIPLIERS[1]) * u64::from(c);
    [
        (second >> 32) as u32 ^ b ^ key[0],
        second as u32,
        (first >> 32) as u32 ^ d ^ key[1],
        first as u32,
    ]
}

#[inline]
fn next_key(key: [u32; 2]) -> [u32; 2] {
    [key[0].wrapping_add(KEY_STEPS[0]), key[1].wrapping_add(KEY_STEPS[1])]
}

#[cfg(test)]
mod tests {
    use super::{Counters, key, philox};

    #[test]
    fn a_block_gives_the_words_of_the_reference() {
        for (first_draw, indicator, year, stream) in [
            (0, 0, 2021, 0),
            (9_984, 41, 2030, 7),
            (256, u32::MAX, 0, 1),
            (u32::MAX - 300, 5, u32::MAX, u32::MAX),
        ] {
            let seed = 0xFEDC_BA98_2025_1231;
            let counters = Counters::<64>::new(first_draw, stream, key(seed));
            let (mut pair, mut first, mut second) = ([[0; 64]; 2], [[0; 64]; 2], [[0; 64]; 2]);
            counters.pair(indicator, year, &mut pair);
            counters.block(indicator, year, &mut first, &mut second);
            assert_eq!(pair, first);
            let found = first[0].iter().zip(&first[1]).zip(second[0].iter().zip(&second[1]));
            for (draw, ((w0, w1), (w2, w3))) in (first_draw..).zip(found) {
                let expected = philox([draw, indicator, year, stream], key(seed));
                assert_eq!([*w0, *w1, *w2, *w3], expected, "draw {draw}");
            }
        }
    }
}
