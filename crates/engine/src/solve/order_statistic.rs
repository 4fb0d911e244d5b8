//! The shift of a figure that gives a wished share of its draws the right side of a threshold: no search, an order statistic.

use plan::Better;

/// What a probability takes on the transformed scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShiftForProbability {
    /// The shift of every draw; divided by the years ahead it is the growth a year. Negative when the probability is there
    /// already with room to spare.
    pub shift: f64,
    /// Place of the deciding draw in increasing order, counted from 1.
    pub order_index: usize,
}

/// The smallest shift after which the share `probability` (a fraction above 0, at most 1) of `draws` meets `threshold`;
/// all on the transformed scale, the draws being partly reordered.
///
/// Where more is better, shift = z_T − z_(N − ⌈pN⌉ + 1); where less is better, the greatest (least negative) shift, z_T −
/// z_(⌈pN⌉). The deciding draw is put past the threshold by the last bit, so that it counts also where a rule wants more
/// than the threshold itself. None for no draws, a probability outside the limits, or numbers that are not finite.
#[must_use]
pub fn shift_for_probability(
    draws: &mut [f64],
    threshold: f64,
    probability: f64,
    better: Better,
) -> Option<ShiftForProbability> {
    if draws.is_empty() || !(probability > 0.0 && probability <= 1.0) {
        return None;
    }
    let wanted = wanted(draws.len(), probability);
    let index = match better {
        Better::Higher => draws.len() - wanted,
        Better::Lower => wanted - 1,
    };
    let (_, deciding, _) = draws.select_nth_unstable_by(index, f64::total_cmp);
    let hair = 2.0 * f64::EPSILON * deciding.abs().max(threshold.abs());
    let shift = match better {
        Better::Higher => threshold - *deciding + hair,
        Better::Lower => threshold - *deciding - hair,
    };
    shift.is_finite().then_some(ShiftForProbability {
        shift,
        order_index: index + 1,
    })
}

/// ⌈p N⌉, where a product that is whole but for rounding is not rounded up: between 1 and `count`.
fn wanted(count: usize, probability: f64) -> usize {
    #[expect(clippy::cast_precision_loss, reason = "a sample has some thousand draws")]
    let exact = count as f64 * probability;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the number of draws"
    )]
    let wanted = libm::ceil(exact * (1.0 - 4.0 * f64::EPSILON)) as usize;
    wanted.clamp(1, count)
}
