//! Normals for a block of neighbouring draws at once.
//!
//! Here and in the walk, functions ask for wasm's vector instructions themselves: only the worker calls them, and the page
//! still starts in browsers that do not know these instructions.

use super::philox::{Key, LANES, of_draws, unit};
use crate::distribution::{
    central_normal_quantile, is_central, is_far_tail, near_tail_normal_quantile, tail_normal_quantile,
};

/// Draws worked on together: a few arrays of them fit the fastest cache.
pub(super) const BLOCK: usize = 256;

/// A number for each draw of a block.
pub(super) type Numbers = [f64; BLOCK];

/// Where the numbers of a block come from; draw `i` of the block is draw `first_draw + i`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Source {
    pub key: Key,
    pub first_draw: u32,
    pub indicator: u32,
}

impl Source {
    /// Numbers in (0, 1): the first of `stream` in `year`.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn uniforms(&self, year: u32, stream: u32, out: &mut Numbers) {
        for (lane, chunk) in (0_u32..).zip(out.chunks_exact_mut(LANES)) {
            let [w0, w1, _, _] = self.words(lane, year, stream);
            for (number, (w0, w1)) in chunk.iter_mut().zip(w0.into_iter().zip(w1)) {
                *number = unit(w0, w1);
            }
        }
    }

    /// Standard normals: the first of `stream` in `year`.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn normals(&self, year: u32, stream: u32, out: &mut Numbers) {
        self.uniforms(year, stream, out);
        to_normals(out);
    }

    /// Standard normals: both of `stream` in `year`.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub fn normal_pairs(&self, year: u32, stream: u32, first: &mut Numbers, second: &mut Numbers) {
        let chunks = first.chunks_exact_mut(LANES).zip(second.chunks_exact_mut(LANES));
        for (lane, (first, second)) in (0_u32..).zip(chunks) {
            let [w0, w1, w2, w3] = self.words(lane, year, stream);
            for (number, (w0, w1)) in first.iter_mut().zip(w0.into_iter().zip(w1)) {
                *number = unit(w0, w1);
            }
            for (number, (w2, w3)) in second.iter_mut().zip(w2.into_iter().zip(w3)) {
                *number = unit(w2, w3);
            }
        }
        to_normals(first);
        to_normals(second);
    }

    #[inline(always)]
    fn words(&self, lane: u32, year: u32, stream: u32) -> [[u32; LANES]; 4] {
        #[expect(clippy::cast_possible_truncation, reason = "sixteen")]
        let first = self.first_draw.wrapping_add(lane * LANES as u32);
        of_draws(first, self.indicator, year, stream, self.key)
    }
}

/// Φ⁻¹ of each number, with the bits of [`crate::distribution::normal_quantile`]. The middle formula is taken for all of
/// them, without a branch; the 15 % in the tails are done again, gathered so that their loop has no branch either.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn to_normals(numbers: &mut Numbers) {
    let mut tails = [0.25; BLOCK];
    let mut places = [0_u8; BLOCK];
    let mut count = 0;
    for (place, number) in (0_u8..=u8::MAX).zip(numbers.iter()) {
        // Written always, kept only where it is a tail. The mask says what the compiler cannot know: there is room.
        if let (Some(tail), Some(kept)) = (tails.get_mut(count & (BLOCK - 1)), places.get_mut(count & (BLOCK - 1))) {
            *tail = *number;
            *kept = place;
        }
        count += usize::from(!is_central(*number));
    }
    for number in numbers.iter_mut() {
        *number = central_normal_quantile(*number);
    }
    // Whole lanes; what is past the last tail is computed and not used.
    let padded = count.next_multiple_of(LANES).min(BLOCK);
    let mut results = [0.0; BLOCK];
    let mut has_far = false;
    for (result, tail) in results.iter_mut().zip(&tails).take(padded) {
        has_far |= is_far_tail(*tail);
        *result = near_tail_normal_quantile(*tail);
    }
    if has_far {
        // Once in ten thousand million numbers.
        for (result, tail) in results.iter_mut().zip(&tails) {
            *result = tail_normal_quantile(*tail);
        }
    }
    for (result, place) in results.iter().zip(&places).take(count) {
        if let Some(number) = numbers.get_mut(usize::from(*place)) {
            *number = *result;
        }
    }
}
