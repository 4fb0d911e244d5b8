//! One word of several draws side by side, for the rounds of Philox: exclusive or, and the two halves of a product.
//!
//! Integers only, so both forms give the same bits. Natively a lane is a number: the loop around it becomes vector
//! instructions by itself. In wasm it does not, because compilers write this product as a full 64-bit multiplication, which
//! processors lack for vectors; there the lanes are named. Must not know the generator.

pub(crate) use form::{LANES, Words};

#[cfg(not(target_arch = "wasm32"))]
mod form {
    /// Draws side by side.
    pub(crate) const LANES: usize = 1;

    /// A word of every lane.
    #[derive(Clone, Copy)]
    pub(crate) struct Words(u32);

    impl Words {
        #[inline(always)]
        pub const fn splat(word: u32) -> Self {
            Self(word)
        }

        #[inline(always)]
        pub const fn multiplier(word: u32) -> Self {
            Self(word)
        }

        #[inline(always)]
        pub const fn load([word]: &[u32; LANES]) -> Self {
            Self(*word)
        }

        #[inline(always)]
        pub const fn store(self) -> [u32; LANES] {
            [self.0]
        }

        #[inline(always)]
        pub const fn xor(self, other: Self) -> Self {
            Self(self.0 ^ other.0)
        }

        /// High and low half of the product.
        #[inline(always)]
        #[expect(clippy::cast_possible_truncation, reason = "the halves of a product")]
        pub const fn product(self, multiplier: Self) -> [Self; 2] {
            let product = self.0 as u64 * multiplier.0 as u64;
            [Self((product >> 32) as u32), Self(product as u32)]
        }
    }
}

#[cfg(target_arch = "wasm32")]
mod form {
    use core::arch::wasm32::{
        u32x4, u32x4_extract_lane, u32x4_shuffle, u32x4_splat, u64x2_extmul_high_u32x4, u64x2_extmul_low_u32x4, v128,
        v128_xor,
    };

    /// Draws side by side.
    pub(crate) const LANES: usize = 4;

    /// A word of every lane.
    #[derive(Clone, Copy)]
    pub(crate) struct Words(v128);

    impl Words {
        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn splat(word: u32) -> Self {
            Self(u32x4_splat(word))
        }

        /// A multiplier whose value the compiler cannot see: it would fold the extension of a constant and lose the
        /// widening multiplication, and with it half the speed. To be asked for inside the loop.
        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn multiplier(word: u32) -> Self {
            let zero = core::hint::black_box(u32x4_splat(0));
            Self(v128_xor(u32x4_splat(word), zero))
        }

        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn load([a, b, c, d]: &[u32; LANES]) -> Self {
            Self(u32x4(*a, *b, *c, *d))
        }

        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn store(self) -> [u32; LANES] {
            [
                u32x4_extract_lane::<0>(self.0),
                u32x4_extract_lane::<1>(self.0),
                u32x4_extract_lane::<2>(self.0),
                u32x4_extract_lane::<3>(self.0),
            ]
        }

        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn xor(self, other: Self) -> Self {
            Self(v128_xor(self.0, other.0))
        }

        /// High and low half of the product.
        #[inline]
        #[target_feature(enable = "simd128")]
        pub fn product(self, multiplier: Self) -> [Self; 2] {
            let first = u64x2_extmul_low_u32x4(self.0, multiplier.0);
            let last = u64x2_extmul_high_u32x4(self.0, multiplier.0);
            [
                Self(u32x4_shuffle::<1, 3, 5, 7>(first, last)),
                Self(u32x4_shuffle::<0, 2, 4, 6>(first, last)),
            ]
        }
    }
}
