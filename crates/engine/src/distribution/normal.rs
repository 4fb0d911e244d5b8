//! The standard normal distribution.

/// Φ(x).
#[must_use]
pub fn normal_cdf(x: f64) -> f64 {
    0.5 * libm::erfc(-x / core::f64::consts::SQRT_2)
}

/// Φ⁻¹(p) to about 1e-16 relative; −∞ for p ≤ 0, +∞ for p ≥ 1, NaN for NaN.
///
/// Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988).
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    if p.is_nan() {
        return f64::NAN;
    }
    if p <= 0.0 {
        return f64::NEG_INFINITY;
    }
    if p >= 1.0 {
        return f64::INFINITY;
    }
    if is_central(p) {
        central_normal_quantile(p)
    } else {
        tail_normal_quantile(p)
    }
}

/// Whether the middle formula holds for `p`.
#[inline(always)]
pub(crate) fn is_central(p: f64) -> bool {
    (p - 0.5).abs() <= 0.425
}

/// Φ⁻¹(p) where [`is_central`]; elsewhere any number.
#[inline(always)]
pub(crate) fn central_normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    let r = 0.180_625 - q * q;
    q * polynomial(r, &CENTRE_NUMERATOR) / polynomial(r, &CENTRE_DENOMINATOR)
}

/// Φ⁻¹(p) for `p` in (0, 1) where not [`is_central`].
pub(crate) fn tail_normal_quantile(p: f64) -> f64 {
    if !is_far_tail(p) {
        return near_tail_normal_quantile(p);
    }
    let r = libm::sqrt(-natural_log(tail_of(p))) - 5.0;
    let z = polynomial(r, &FAR_NUMERATOR) / polynomial(r, &FAR_DENOMINATOR);
    if p < 0.5 { -z } else { z }
}

/// Whether the formula for the far tails holds, nearer to 0 or 1 than e⁻²⁵.
#[inline(always)]
pub(crate) fn is_far_tail(p: f64) -> bool {
    tail_of(p) < 1.388_794_386_496_402_1e-11
}

/// Φ⁻¹(p) where neither [`is_central`] nor [`is_far_tail`]; elsewhere any number.
#[inline(always)]
pub(crate) fn near_tail_normal_quantile(p: f64) -> f64 {
    let r = natural_log(tail_of(p)).abs().sqrt() - 1.6;
    let z = polynomial(r, &MIDDLE_NUMERATOR) / polynomial(r, &MIDDLE_DENOMINATOR);
    if p < 0.5 { -z } else { z }
}

#[inline(always)]
fn tail_of(p: f64) -> f64 {
    if p < 0.5 { p } else { 1.0 - p }
}

/// ln x for x above 1e-300, with the bits of `libm::log`, which has branches and so cannot be computed in lanes.
///
/// Source: the algorithm of FreeBSD's `e_log.c`, which libm's is too: x = 2^k m, m in √½..√2, s = (m − 1)/(m + 1), and the
/// series of ln((1 + s)/(1 − s)).
#[inline(always)]
fn natural_log(x: f64) -> f64 {
    const BIAS: u64 = 1023 << 52;
    let bits = x.to_bits();
    // The power plus 1023. Kept positive, because few processors shift signed numbers of this size in lanes.
    let power = bits.wrapping_sub(0x3FE6_A09E_667F_3BCD).wrapping_add(BIAS) >> 52;
    let fraction = f64::from_bits(bits.wrapping_sub(power << 52).wrapping_add(BIAS)) - 1.0;
    // A whole number of this size as a double by its bits: there is a vector instruction for that, none for the cast.
    let power = f64::from_bits(power | 0x4330_0000_0000_0000) - (4_503_599_627_370_496.0 + 1023.0);
    let s = fraction / (2.0 + fraction);
    let z = s * s;
    let w = z * z;
    let even = w * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73));
    let odd = z
        * (0.666_666_666_666_673_5
            + w * (0.285_714_287_436_623_9 + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)));
    let half = 0.5 * fraction * fraction;
    s * (half + odd + even) + power * 1.908_214_929_270_587_7e-10 - half + fraction + power * 6.931_471_803_691_238e-1
}

/// Σ coefficients[i] x^i.
#[inline(always)]
fn polynomial(x: f64, coefficients: &[f64; 8]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

#[rustfmt::skip]
const CENTRE_NUMERATOR: [f64; 8] = [
    3.387_132_872_796_366_5, 1.331_416_678_917_843_8e2, 1.971_590_950_306_551_3e3, 1.373_169_376_550_946e4,
    4.592_195_393_154_987e4, 6.726_577_092_700_87e4, 3.343_057_558_358_813e4, 2.509_080_928_730_122_7e3,
];
#[rustfmt::skip]
const CENTRE_DENOMINATOR: [f64; 8] = [
    1.0, 4.231_333_070_160_091e1, 6.871_870_074_920_579e2, 5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4, 3.930_789_580_009_271e4, 2.872_908_573_572_194_3e4, 5.226_495_278_852_545e3,
];
#[rustfmt::skip]
const MIDDLE_NUMERATOR: [f64; 8] = [
    1.423_437_110_749_683_5, 4.630_337_846_156_546, 5.769_497_221_460_691, 3.647_848_324_763_204_5,
    1.270_458_252_452_368_4, 2.417_807_251_774_506e-1, 2.272_384_498_926_918_4e-2, 7.745_450_142_783_414e-4,
];
#[rustfmt::skip]
const MIDDLE_DENOMINATOR: [f64; 8] = [
    1.0, 2.053_191_626_637_759, 1.676_384_830_183_803_8, 6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1, 1.519_866_656_361_645_7e-2, 5.475_938_084_995_345e-4, 1.050_750_071_644_416_9e-9,
];
#[rustfmt::skip]
const FAR_NUMERATOR: [f64; 8] = [
    6.657_904_643_501_103, 5.463_784_911_164_114, 1.784_826_539_917_291_3, 2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2, 1.242_660_947_388_078_4e-3, 2.711_555_568_743_487_6e-5, 2.010_334_399_292_288_1e-7,
];
#[rustfmt::skip]
const FAR_DENOMINATOR: [f64; 8] = [
    1.0, 5.998_322_065_558_88e-1, 1.369_298_809_227_358e-1, 1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4, 1.846_318_317_510_054_8e-5, 1.421_511_758_316_446e-7, 2.044_263_103_389_939_8e-15,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_logarithm_in_lanes_is_libm_s() {
        let mut x = 1e-16;
        while x < 0.5 {
            let (own, libm) = (natural_log(x), libm::log(x));
            // Both are within one unit of the last place, and either is fine; the tails of the normal are 1e-16 apart.
            assert!((own - libm).abs() <= 2.3e-16 * libm.abs(), "{x:e}: {own} and {libm}");
            x *= 1.000_1;
        }
    }

    #[test]
    fn the_three_formulas_meet() {
        for p in [0.075, 0.925, 1.388_794_386_496_402_1e-11] {
            let (below, above) = (normal_quantile(p * (1.0 - 1e-15)), normal_quantile(p * (1.0 + 1e-15)));
            assert!((below - above).abs() < 1e-12, "{p}: {below} and {above}");
        }
    }
}
