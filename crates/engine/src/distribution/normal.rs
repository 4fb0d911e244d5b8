//! The standard normal distribution.
//!
//! The pieces of the quantile function are shared with the batch form of `draws`, which must give the same bits: no
//! branch inside a piece, and nothing that a compiler could round differently over several lanes.

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
    let q = p - 0.5;
    if q.abs() <= CENTRE {
        return centre(q);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    let logarithm = if tail < f64::MIN_POSITIVE {
        libm::log(tail)
    } else {
        ln_normal(tail)
    };
    tail_size((-logarithm).sqrt()).copysign(q)
}

/// |p − ½| up to which one rational function serves.
pub(crate) const CENTRE: f64 = 0.425;
/// √(−ln p) up to which the nearer tail's function serves; p is then above e⁻²⁵.
pub(crate) const MIDDLE: f64 = 5.0;

/// Φ⁻¹(½ + q) for |q| ≤ [`CENTRE`]; a finite or infinite number without meaning beyond.
#[inline]
pub(crate) fn centre(q: f64) -> f64 {
    let r = 0.180_625 - q * q;
    q * polynomial(r, &CENTRE_NUMERATOR) / polynomial(r, &CENTRE_DENOMINATOR)
}

/// |Φ⁻¹(p)| from r = √(−ln p), for p in a tail and r ≤ [`MIDDLE`].
#[inline]
pub(crate) fn middle_size(r: f64) -> f64 {
    polynomial(r - 1.6, &MIDDLE_NUMERATOR) / polynomial(r - 1.6, &MIDDLE_DENOMINATOR)
}

/// |Φ⁻¹(p)| from r = √(−ln p), for p in a tail.
pub(crate) fn tail_size(r: f64) -> f64 {
    if r <= MIDDLE {
        middle_size(r)
    } else {
        polynomial(r - 5.0, &FAR_NUMERATOR) / polynomial(r - 5.0, &FAR_DENOMINATOR)
    }
}

/// ln x for positive numbers that are not subnormal and not infinite: the reduction and the polynomial of fdlibm's `log`
/// without its branches, so that it runs over lanes; its bits are those of `libm::log`, except +0 or −0 at 1.
#[inline]
pub(crate) fn ln_normal(x: f64) -> f64 {
    // x = 2^k m with m in [√½, √2): moving √½'s bits to where an exponent starts makes the exponent field k.
    const SHIFT: u64 = (0x3ff0_0000 - 0x3fe6_a09e) << 32;
    const ROOT_HALF: u64 = 0x3fe6_a09e << 32;
    // An integer below 2^52 put into the fraction of 2^52 becomes that number without a conversion.
    const TWO_TO_52: f64 = 4_503_599_627_370_496.0;
    let bits = x.to_bits().wrapping_add(SHIFT);
    let k = f64::from_bits((bits >> 52) | TWO_TO_52.to_bits()) - (TWO_TO_52 + 1023.0);
    let f = f64::from_bits((bits & 0x000f_ffff_ffff_ffff).wrapping_add(ROOT_HALF)) - 1.0;
    let half_square = 0.5 * f * f;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let [l1, l2, l3, l4, l5, l6, l7] = LN_SERIES;
    let even = w * (l2 + w * (l4 + w * l6));
    let odd = z * (l1 + w * (l3 + w * (l5 + w * l7)));
    s * (half_square + (odd + even)) + k * LN2_LOW - half_square + f + k * LN2_HIGH
}

/// Σ coefficients[i] x^i, by Horner's scheme.
#[inline]
fn polynomial(x: f64, [c0, c1, c2, c3, c4, c5, c6, c7]: &[f64; 8]) -> f64 {
    ((((((c7 * x + c6) * x + c5) * x + c4) * x + c3) * x + c2) * x + c1) * x + c0
}

const LN2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN2_LOW: f64 = 1.908_214_929_270_587_7e-10;
#[rustfmt::skip]
const LN_SERIES: [f64; 7] = [
    6.666_666_666_666_735e-1, 3.999_999_999_940_942e-1, 2.857_142_874_366_239e-1, 2.222_219_843_214_978_4e-1,
    1.818_357_216_161_805e-1, 1.531_383_769_920_937_3e-1, 1.479_819_860_511_658_6e-1,
];
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
