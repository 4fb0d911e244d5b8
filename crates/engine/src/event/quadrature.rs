//! Gauss–Legendre quadrature over intervals between break points.

/// Abscissae and weights of the ten-point rule on −1..1; the other five mirror them. Source: DLMF 3.5.
const RULE: [(f64, f64); 5] = [
    (0.148_874_338_981_631_22, 0.295_524_224_714_752_8),
    (0.433_395_394_129_247_2, 0.269_266_719_309_996_5),
    (0.679_409_568_299_024_5, 0.219_086_362_515_982),
    (0.865_063_366_688_984_5, 0.149_451_349_150_580_4),
    (0.973_906_528_517_171_7, 0.066_671_344_308_688_14),
];

/// ∫ f over the intervals between neighbouring `breaks`, which must increase.
pub(super) fn integrate(breaks: &[f64], function: impl Fn(f64) -> f64) -> f64 {
    let mut sum = 0.0;
    for pair in breaks.windows(2) {
        if let [from, to] = pair {
            let (middle, half) = (0.5 * (from + to), 0.5 * (to - from));
            for (place, weight) in RULE {
                sum += half * weight * (function(middle - half * place) + function(middle + half * place));
            }
        }
    }
    sum
}
