//! What is drawn once a path: the spread s from its posterior.
//!
//! Must not know a model; the layout of the streams is in the module's head.

use super::source::Source;

/// Stream of ξ and ξ′.
pub(crate) const ERRORS: u32 = 1;
/// First stream of the normals behind χ².
const SQUARES: u32 = 2;
/// Degrees of freedom beyond which s is as good as fixed: its relative spread is then below 5 %.
const MOST_DEGREES: u32 = 256;

/// s of every draw: s² = ν s_n²/χ²_ν, where χ²_ν is the sum of ν squared normals; without degrees s_n itself.
///
/// Degrees outside 1 to 256 are taken as the nearer of the two.
pub(crate) fn spread<const N: usize>(
    source: &mut Source<N>,
    indicator: u32,
    scale: f64,
    degrees: Option<u32>,
    s: &mut [f64; N],
) {
    let Some(degrees) = degrees else {
        *s = [scale; N];
        return;
    };
    let degrees = degrees.clamp(1, MOST_DEGREES);
    *s = [0.0; N];
    let mut normals = [[0.0; N]; 2];
    for stream in 0..degrees / 2 {
        source.two_auxiliary(indicator, SQUARES + stream, &mut normals);
        let [first, second] = &normals;
        add_squares(s, first);
        add_squares(s, second);
    }
    if degrees % 2 == 1 {
        let [first, _] = &mut normals;
        source.auxiliary(indicator, SQUARES + degrees / 2, first);
        add_squares(s, first);
    }
    spread_of_squares(s, scale, f64::from(degrees));
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add_squares(sum: &mut [f64], z: &[f64]) {
    for (sum, z) in sum.iter_mut().zip(z) {
        *sum += z * z;
    }
}

#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn spread_of_squares(squares: &mut [f64], scale: f64, degrees: f64) {
    for value in squares {
        *value = scale * (degrees / *value).sqrt();
    }
}
