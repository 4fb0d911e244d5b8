//! Several events that depend on one common factor.
//!
//! Each figure is z_i = μ_i + s_i (λ_i f + √(1 − λ_i²) u_i) with f and u_i independent standard normal; given f, the
//! events are independent, so one integral over f answers for any number of them.

use super::quadrature::integrate;
use crate::distribution::normal_cdf;

/// Beyond this many standard deviations the factor has no weight that counts.
const FAR: f64 = 9.0;
/// Loadings nearer to ±1 than this leave nothing but the factor.
const OWN_LEAST: f64 = 1e-8;

/// One event: a figure reaches its threshold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FactorEvent {
    /// a = (μ − z_T)/s, how many standard deviations the median lies past the threshold: alone the event has probability
    /// Φ(a). May be infinite.
    pub margin: f64,
    /// λ in −1..=1: correlation of the figure with the factor. Negative where less is better and the figures rise together.
    pub loading: f64,
}

/// P(all events): ∫ φ(f) Π Φ((a_i + λ_i f)/√(1 − λ_i²)) df, to about 1e-10 for any loadings. 1 for no event; None where
/// a margin is not a number or a loading is outside −1..=1.
///
/// Source: C. W. Dunnett and M. Sobel, Biometrika 42 (1955), for correlations λ_i λ_j.
#[must_use]
pub fn all_of(events: &[FactorEvent]) -> Option<f64> {
    let usable = |event: &FactorEvent| !event.margin.is_nan() && (-1.0..=1.0).contains(&event.loading);
    if !events.iter().all(usable) {
        return None;
    }
    let (mut low, mut high) = (-FAR, FAR);
    let mut breaks = Vec::new();
    let mut shared = Vec::with_capacity(events.len());
    for event in events {
        let own = libm::sqrt((1.0 - event.loading) * (1.0 + event.loading));
        let turn = -event.margin / event.loading;
        if own < OWN_LEAST {
            // Nothing but the factor: the event cuts the range of f.
            if event.loading > 0.0 {
                low = f64::max(low, turn);
            } else {
                high = f64::min(high, turn);
            }
            continue;
        }
        shared.push((event.margin / own, event.loading / own));
        if turn.is_finite() {
            breaks.extend(around(turn, own / event.loading.abs()));
        }
    }
    if low >= high {
        return Some(0.0);
    }
    breaks.extend((-8..=8_i8).map(f64::from));
    breaks.retain(|place| *place > low && *place < high);
    breaks.extend([low, high]);
    breaks.sort_by(f64::total_cmp);
    breaks.dedup_by(|next, before| *next - *before < 1e-12);
    let all_given = |f: f64| -> f64 {
        let density = libm::exp(-0.5 * f * f);
        let product = |given: f64, (margin, slope): &(f64, f64)| given * normal_cdf(margin + slope * f);
        shared.iter().fold(density, product)
    };
    let area = integrate(&breaks, all_given) / libm::sqrt(core::f64::consts::TAU);
    Some(area.clamp(0.0, 1.0))
}

/// P(all years meet a bar) when each of `years` meets it with probability `one_year` and any two correlate by
/// `correlation` in 0..=1 (fractions): ∫ φ(f) Φ((z_p + √ρ f)/√(1 − ρ))^m df. None outside these limits; 1 for no year.
#[must_use]
pub fn every_year_correlated(one_year: f64, years: u16, correlation: f64) -> Option<f64> {
    let unit = 0.0..=1.0;
    if !unit.contains(&one_year) || !unit.contains(&correlation) {
        return None;
    }
    let event = FactorEvent {
        margin: crate::distribution::normal_quantile(one_year),
        loading: libm::sqrt(correlation),
    };
    all_of(&vec![event; usize::from(years)])
}

/// Break points around the place where an event turns from sure to impossible within `width`, ever wider apart.
fn around(turn: f64, width: f64) -> impl Iterator<Item = f64> {
    let mut distances = vec![0.0];
    let mut distance = 0.5 * width;
    while distance < 2.0 * FAR {
        distances.push(distance);
        distance *= 2.0;
    }
    distances
        .into_iter()
        .flat_map(move |distance| [turn - distance, turn + distance])
}
