//! Standard normals from random words, one or a block at a time with the same bits.
//!
//! A number keeps 52 bits of two words: u = ((w₀ ≫ 6)·2²⁶ + (w₁ ≫ 6) + ½)/2⁵², strictly between 0 and 1, and z = Φ⁻¹(u)
//! (vector D02). Inverting one function keeps a draw the same everywhere and monotone in its uniform; methods that reject
//! or pair numbers would not. Must not know where the words come from.

use crate::distribution::{CENTRE, MIDDLE, centre, ln_normal, middle_size, normal_quantile, tail_size};

/// u in (0, 1) of two words.
#[must_use]
pub fn uniform(w0: u32, w1: u32) -> f64 {
    // Exact: a multiple of 2⁻⁵³ below 1.
    centred(w0, w1) + 0.5
}

/// z = Φ⁻¹(u) of two words.
#[must_use]
pub fn normal(w0: u32, w1: u32) -> f64 {
    normal_quantile(uniform(w0, w1))
}

/// u − ½, exactly: the 52 bits become the fraction of a number in [1, 2).
#[inline]
fn centred(w0: u32, w1: u32) -> f64 {
    const HALF_STEP: f64 = f64::EPSILON / 2.0;
    let bits = (u64::from(w0 >> 6) << 26) | u64::from(w1 >> 6);
    f64::from_bits(1_f64.to_bits() | bits) - 1.5 + HALF_STEP
}

/// The work space of a block of `N` normals.
pub(crate) struct Normals<const N: usize> {
    /// Which draws lie in a tail.
    places: [u16; N],
    /// Their u − ½, then stale values.
    tails: [f64; N],
    /// Their normals.
    sizes: [f64; N],
}

impl<const N: usize> Normals<N> {
    pub const fn new() -> Self {
        Self {
            places: [0; N],
            tails: [0.45; N],
            sizes: [0.0; N],
        }
    }

    /// z of every pair of words.
    ///
    /// The centre's function is cheap and runs over all lanes without a branch; the 15 % in the tails are gathered,
    /// computed side by side and put in their places.
    pub fn fill(&mut self, [w0, w1]: &[[u32; N]; 2], z: &mut [f64; N]) {
        centred_lanes(w0, w1, z);
        let count = self.gather(z);
        centre_lanes(z);
        let padded = count.next_multiple_of(4);
        let tails = self.tails.get(..padded).unwrap_or(&self.tails);
        let far = middle_lanes(tails, &mut self.sizes);
        if far > 0 {
            // 3 in 10¹¹ numbers.
            for (size, tail) in self.sizes.iter_mut().zip(&self.tails) {
                *size = tail_size((-ln_normal(0.5 - tail.abs())).sqrt()).copysign(*tail);
            }
        }
        for (place, size) in self.places.iter().zip(&self.sizes).take(count) {
            if let Some(z) = z.get_mut(usize::from(*place)) {
                *z = *size;
            }
        }
    }

    /// Collects the lanes in a tail; how many they are. Written without a branch, which would be mispredicted.
    fn gather(&mut self, centred: &[f64; N]) -> usize {
        let mut count = 0_usize;
        for (place, q) in (0_u16..).zip(centred) {
            if let (Some(slot), Some(tail)) = (self.places.get_mut(count), self.tails.get_mut(count)) {
                (*slot, *tail) = (place, *q);
            }
            count += usize::from(q.abs() > CENTRE);
        }
        count
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn centred_lanes(w0: &[u32], w1: &[u32], centred_uniform: &mut [f64]) {
    for (q, (w0, w1)) in centred_uniform.iter_mut().zip(w0.iter().zip(w1)) {
        *q = centred(*w0, *w1);
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn centre_lanes(z: &mut [f64]) {
    for z in z {
        *z = centre(*z);
    }
}

/// The normals of `tails` (u − ½); how many lie too far out for the function used.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn middle_lanes(tails: &[f64], sizes: &mut [f64]) -> u64 {
    let mut far = 0;
    for (size, tail) in sizes.iter_mut().zip(tails) {
        // The method's square root is the machine's and exact everywhere; libm's would not run over lanes.
        let r = (-ln_normal(0.5 - tail.abs())).sqrt();
        *size = middle_size(r).copysign(*tail);
        far += u64::from(r > MIDDLE);
    }
    far
}

#[cfg(test)]
mod tests {
    use super::{Normals, normal, uniform};
    use crate::distribution::ln_normal;
    use crate::draws::philox::{key, philox};

    #[test]
    fn a_block_gives_the_bits_of_the_quantile_function() {
        let mut normals = Normals::<256>::new();
        for block in 0..400_u32 {
            let mut words = [[0; 256]; 2];
            let (w0, w1) = words.split_at_mut(1);
            for (draw, (w0, w1)) in (0..).zip(w0.iter_mut().flatten().zip(w1.iter_mut().flatten())) {
                [*w0, *w1, ..] = philox([draw, block, 0, 0], key(7));
                // Whole blocks of tails, and numbers as far out as they can be.
                match block % 8 {
                    5 => *w0 >>= 5,
                    6 => *w0 |= 0xFFFF_F000,
                    7 if draw % 3 == 0 => (*w0, *w1) = (0, *w1 >> (draw % 32)),
                    _ => {}
                }
            }
            let mut found = [0.0; 256];
            normals.fill(&words, &mut found);
            let pairs = words[0].iter().zip(&words[1]);
            for (z, (w0, w1)) in found.iter().zip(pairs) {
                assert_eq!(z.to_bits(), normal(*w0, *w1).to_bits(), "{w0:08x} {w1:08x}");
            }
        }
    }

    #[test]
    fn a_uniform_is_strictly_between_its_ends() {
        assert!(uniform(0, 0) > 0.0 && uniform(u32::MAX, u32::MAX) < 1.0);
        assert!(normal(0, 0) < -8.0 && normal(u32::MAX, u32::MAX) > 8.0);
    }

    #[test]
    fn the_logarithm_has_the_bits_of_the_library_s() {
        for draw in 0..100_000 {
            let [w0, w1, w2, _] = philox([draw, 0, 0, 0], key(1));
            let x = uniform(w0, w1) / f64::from(1_u32 << (w2 % 32));
            assert_eq!(ln_normal(x).to_bits(), libm::log(x).to_bits(), "{x:e}");
        }
    }
}
