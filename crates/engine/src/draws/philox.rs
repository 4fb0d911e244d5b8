//! Philox4x32-10: four random words from a counter and a key, without state.
//!
//! Source: J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3 (SC11).

/// Draws that one call works on: plain loops over arrays of this length, which the compiler turns into vector
/// instructions where there are any. The operations on each draw are the same either way, and so are the bits.
pub(super) const LANES: usize = 16;

const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;

/// The key: a seed in two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    low: u32,
    high: u32,
}

impl Key {
    /// The key of two words.
    #[must_use]
    pub const fn new(low: u32, high: u32) -> Self {
        Self { low, high }
    }

    /// The key of a seed: its low word, then its high word.
    #[must_use]
    pub const fn of(seed: u64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "the two halves of the seed")]
        Self {
            low: seed as u32,
            high: (seed >> 32) as u32,
        }
    }
}

/// The four words at `counter`.
#[must_use]
pub fn philox4x32(counter: [u32; 4], key: Key) -> [u32; 4] {
    let [a, b, c, d] = counter;
    let [w0, w1, w2, w3] = lanes([[a; 1], [b; 1], [c; 1], [d; 1]], key);
    let first = |words: [u32; 1]| {
        let [word] = words;
        word
    };
    [first(w0), first(w1), first(w2), first(w3)]
}

/// The words of [`LANES`] neighbouring draws.
#[inline(always)]
pub(super) fn of_draws(first_draw: u32, indicator: u32, year: u32, stream: u32, key: Key) -> [[u32; LANES]; 4] {
    let mut draws = [first_draw; LANES];
    for (draw, offset) in draws.iter_mut().zip(0_u32..) {
        *draw = first_draw.wrapping_add(offset);
    }
    lanes([draws, [indicator; LANES], [year; LANES], [stream; LANES]], key)
}

/// A number in (0, 1) from two words, exact: ((w0 >> 6) 2²⁶ + (w1 >> 6) + ½) / 2⁵².
#[must_use]
#[inline(always)]
pub fn unit(w0: u32, w1: u32) -> f64 {
    // As signed words, for which there is a vector instruction; both are below 2²⁶.
    let (high, low) = ((w0 >> 6).cast_signed(), (w1 >> 6).cast_signed());
    ((f64::from(high) * 67_108_864.0 + f64::from(low)) + 0.5) * (1.0 / 4_503_599_627_370_496.0)
}

#[inline(always)]
fn lanes<const N: usize>(counter: [[u32; N]; 4], key: Key) -> [[u32; N]; 4] {
    let [mut c0, mut c1, mut c2, mut c3] = counter;
    let (mut k0, mut k1) = (key.low, key.high);
    for round in 0..ROUNDS {
        if round > 0 {
            k0 = k0.wrapping_add(WEYL[0]);
            k1 = k1.wrapping_add(WEYL[1]);
        }
        let words = c0.iter_mut().zip(&mut c1).zip(c2.iter_mut().zip(&mut c3));
        for ((c0, c1), (c2, c3)) in words {
            let p0 = u64::from(MULTIPLIERS[0]) * u64::from(*c0);
            let p1 = u64::from(MULTIPLIERS[1]) * u64::from(*c2);
            #[expect(clippy::cast_possible_truncation, reason = "the two halves of a product")]
            let (high0, low0, high1, low1) = ((p0 >> 32) as u32, p0 as u32, (p1 >> 32) as u32, p1 as u32);
            (*c0, *c1, *c2, *c3) = (high1 ^ *c1 ^ k0, low1, high0 ^ *c3 ^ k1, low0);
        }
    }
    [c0, c1, c2, c3]
}
