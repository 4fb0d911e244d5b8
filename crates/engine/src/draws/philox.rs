//! Philox4x32-10: random words as a pure function of a counter and a key.
//!
//! A draw's numbers depend on nothing but their names, so an indicator more or another order changes no other's draws. The
//! scalar form is the reference; the batch form does the same rounds for the draws of a block. Must not know what the
//! words are used for.
//!
//! Source: Salmon, Moraes, Dror and Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11).

use super::lanes::{LANES, Words};

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const KEY_STEPS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: usize = 10;

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
    pub fn new(first_draw: u32, stream: u32, key: [u32; 2]) -> Self {
        let mut after_two = [[0; N]; 3];
        let [first, second, third] = &mut after_two;
        for (draw, place) in (first_draw..=u32::MAX).zip(first.iter_mut()) {
            *place = draw;
        }
        two_rounds([first, second, third], stream, key);
        Self { key, after_two }
    }

    /// Words 0 and 1 of every draw.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn pair(&self, indicator: u32, year: u32, [w0, w1]: &mut [[u32; N]; 2]) {
        let [first, second, third] = &self.after_two;
        let shared = self.shared(indicator, year);
        let kept = lanes(first).iter().zip(lanes(second)).zip(lanes(third));
        for ((w0, w1), ((first, second), third)) in lanes_mut(w0).iter_mut().zip(lanes_mut(w1)).zip(kept) {
            let [a, b, ..] = eight_rounds::<2>([first, second, third], shared, self.key);
            (*w0, *w1) = (a.store(), b.store());
        }
    }

    /// All four words of every draw, in pairs.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn block(&self, indicator: u32, year: u32, [w0, w1]: &mut [[u32; N]; 2], [w2, w3]: &mut [[u32; N]; 2]) {
        let [first, second, third] = &self.after_two;
        let shared = self.shared(indicator, year);
        let kept = lanes(first).iter().zip(lanes(second)).zip(lanes(third));
        let pairs = lanes_mut(w0).iter_mut().zip(lanes_mut(w1));
        let pairs = pairs.zip(lanes_mut(w2).iter_mut().zip(lanes_mut(w3)));
        for (((w0, w1), (w2, w3)), ((first, second), third)) in pairs.zip(kept) {
            let [a, b, c, d] = eight_rounds::<4>([first, second, third], shared, self.key);
            (*w0, *w1, *w2, *w3) = (a.store(), b.store(), c.store(), d.store());
        }
    }

    /// The part of indicator and year after two rounds: what goes into words 0, 2 and 3.
    fn shared(&self, indicator: u32, year: u32) -> [u32; 3] {
        let [word, product, ..] = round([0, indicator, year, 0], self.key);
        let [_, _, high, low] = round([word, 0, 0, 0], [0, 0]);
        [product, high, low]
    }
}

/// From draws in the first array to words 0 to 2 after two rounds, without the part of indicator and year.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn two_rounds([first, second, third]: [&mut [u32]; 3], stream: u32, key: [u32; 2]) {
    let second_key = next_key(key);
    let places = lanes_mut(first).iter_mut().zip(lanes_mut(second)).zip(lanes_mut(third));
    for ((first, second), third) in places {
        let [high, low] = Words::load(first).product(Words::multiplier(MULTIPLIERS[0]));
        let word = high.xor(Words::splat(stream ^ key[1]));
        *third = low.xor(Words::splat(second_key[1])).store();
        let [high, low] = word.product(Words::multiplier(MULTIPLIERS[1]));
        *first = high.xor(Words::splat(second_key[0])).store();
        *second = low.store();
    }
}

/// The eight rounds left after two, for a caller of so many of the words.
///
/// The number makes one function for each caller, which is then inlined and spared the words nobody reads.
#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn eight_rounds<const WORDS: usize>(
    [first, second, third]: [&[u32; LANES]; 3],
    [product, high, low]: [u32; 3],
    key: [u32; 2],
) -> [Words; 4] {
    let multipliers = [Words::multiplier(MULTIPLIERS[0]), Words::multiplier(MULTIPLIERS[1])];
    let state = [
        Words::load(first).xor(Words::splat(product)),
        Words::load(second),
        Words::load(third).xor(Words::splat(high)),
        Words::splat(low),
    ];
    let keys = core::array::from_fn(|step| key_after(key, step));
    let [_, _, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth]: [[u32; 2]; ROUNDS] = keys;
    // Not a loop: wasm's multiplications have to stand beside their multipliers, see `Words::multiplier`.
    let state = lane_round(state, third, multipliers);
    let state = lane_round(state, fourth, multipliers);
    let state = lane_round(state, fifth, multipliers);
    let state = lane_round(state, sixth, multipliers);
    let state = lane_round(state, seventh, multipliers);
    let state = lane_round(state, eighth, multipliers);
    let state = lane_round(state, ninth, multipliers);
    lane_round(state, tenth, multipliers)
}

#[inline]
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn lane_round([a, b, c, d]: [Words; 4], key: [u32; 2], multipliers: [Words; 2]) -> [Words; 4] {
    let [high_0, low_0] = a.product(multipliers[0]);
    let [high_1, low_1] = c.product(multipliers[1]);
    [
        high_1.xor(b).xor(Words::splat(key[0])),
        low_1,
        high_0.xor(d).xor(Words::splat(key[1])),
        low_0,
    ]
}

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
    key_after(key, 1)
}

/// The key so many rounds later.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "ten rounds")]
fn key_after(key: [u32; 2], rounds: usize) -> [u32; 2] {
    let [step_0, step_1] = KEY_STEPS.map(|step| step.wrapping_mul(rounds as u32));
    [key[0].wrapping_add(step_0), key[1].wrapping_add(step_1)]
}

#[inline]
fn lanes(words: &[u32]) -> &[[u32; LANES]] {
    words.as_chunks().0
}

#[inline]
fn lanes_mut(words: &mut [u32]) -> &mut [[u32; LANES]] {
    words.as_chunks_mut().0
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
