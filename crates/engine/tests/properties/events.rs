//! Samples, counts and events on any numbers.

use engine::distribution::{Beta, Count, StudentT};
use engine::event::{
    Crisis, FactorEvent, Pert, all_of, cumulative_hazard, done_by, every_year_at_least, every_year_at_most,
    every_year_correlated,
};
use engine::sample::{
    QuantileType, Share, paired_difference, paired_difference_of_bits, quantile, quantile_of_sorted, required_draws,
    wilson,
};
use engine::{Level, Predictive};
use proptest::collection::vec;
use proptest::prelude::*;

fn level() -> impl Strategy<Value = Level> {
    (1.1..20.0, -4.0..4.0, 3.5..40.0, 1e-3..4.0).prop_map(|(weight, level, degrees, variance)| Level {
        weight,
        level,
        degrees,
        variance,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn quantiles_lie_within_their_sample(mut values in vec(-1e9..1e9, 1..60), ps in (0.0..=1.0, 0.0..=1.0)) {
        for kind in [QuantileType::Seven, QuantileType::Eight] {
            let at = |p: f64, values: &mut Vec<f64>| quantile(values, p, kind).unwrap();
            let (low, high) = (at(f64::min(ps.0, ps.1), &mut values), at(f64::max(ps.0, ps.1), &mut values));
            prop_assert!(low <= high);
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            prop_assert!(sorted[0] <= low && high <= sorted[sorted.len() - 1]);
            prop_assert_eq!(quantile_of_sorted(&sorted, f64::min(ps.0, ps.1), kind), Some(low));
            prop_assert_eq!(quantile_of_sorted(&sorted, 0.0, kind), Some(sorted[0]));
        }
    }

    #[test]
    fn an_interval_holds_its_share(draws in 1_u32..20_000, place in 0.0..=1.0, level in 0.01..0.999, error in 1e-4..0.5) {
        let hits = (f64::from(draws) * place) as u32;
        let share = Share::of(hits, draws).unwrap();
        let (lower, upper) = wilson(hits, draws, level).unwrap();
        prop_assert!(0.0 <= lower && lower <= share.value + 1e-12 && share.value <= upper + 1e-12 && upper <= 1.0);
        prop_assert!(share.standard_error <= 0.5);
        prop_assert!(required_draws(place, error, level).unwrap() <= required_draws(0.5, error, level).unwrap());
    }

    #[test]
    fn the_same_draws_make_a_difference_more_precise(hits in vec((any::<bool>(), 0_u8..20), 1..300)) {
        let first: Vec<bool> = hits.iter().map(|(hit, _)| *hit).collect();
        let second: Vec<bool> = hits.iter().map(|(hit, turn)| *hit != (*turn == 0)).collect();
        let found = paired_difference(&first, &second).unwrap();
        let count = first.len() as f64;
        let differences: Vec<f64> = first.iter().zip(&second).map(|(a, b)| f64::from(u8::from(*a)) - f64::from(u8::from(*b))).collect();
        let mean = differences.iter().sum::<f64>() / count;
        let variance = differences.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / count;
        prop_assert!((found.value - mean).abs() < 1e-12 && (found.standard_error.powi(2) - variance / count).abs() < 1e-12);
        // Bits past the last draw are set and must not count.
        let pack = |hits: &[bool]| -> Vec<u64> {
            hits.chunks(64).map(|chunk| (0..64).fold(0, |word, bit| word | u64::from(chunk.get(bit).copied().unwrap_or(hits[0])) << bit)).collect()
        };
        prop_assert_eq!(paired_difference_of_bits(&pack(&first), &pack(&second), first.len() as u32), Some(found));
    }

    #[test]
    fn counts_sum_to_one(trials in 0_u16..2000, p in prop_oneof![Just(0.0), Just(1.0), 0.0..=1.0, 1e-12..1e-3], k in 0_usize..2000, u in 0.0..=1.0) {
        let count = Count::binomial(trials, p).unwrap();
        let total: f64 = (0..=usize::from(trials)).map(|k| count.mass(k)).sum();
        prop_assert!((total - 1.0).abs() < 1e-12);
        prop_assert!((count.mean() - f64::from(trials) * p).abs() < 1e-9 * f64::from(trials).max(1.0));
        prop_assert!((count.at_most(k) + count.at_least(k + 1) - 1.0).abs() < 1e-12);
        let place = count.quantile(u);
        prop_assert!(place <= usize::from(trials) && count.at_most(place) >= u - 1e-12);
        prop_assert!(place == 0 || u <= 0.0 || count.at_most(place - 1) < u + 1e-12);
    }

    #[test]
    fn equal_works_are_a_binomial_count(trials in 0_u16..60, p in 0.0..=1.0, k in 0_usize..60) {
        let (binomial, works) = (Count::binomial(trials, p).unwrap(), Count::of_each(&vec![p; usize::from(trials)]).unwrap());
        prop_assert!((binomial.mass(k) - works.mass(k)).abs() < 1e-12);
    }

    #[test]
    fn a_beta_quantile_undoes_its_cdf(alpha in 0.2..60.0, beta in 0.2..60.0, p in 1e-6..0.999_999) {
        let distribution = Beta::new(alpha, beta).unwrap();
        let x = distribution.quantile(p);
        prop_assert!((0.0..=1.0).contains(&x));
        // Near 1 neighbouring numbers are 1e-16 apart, which a steep distribution shows: then p lies between theirs.
        let (below, above) = (distribution.cdf(x.next_down().max(0.0)), distribution.cdf(x.next_up().min(1.0)));
        prop_assert!(below - 1e-9 < p && p < above + 1e-9, "{x}: {below} to {above}");
        let mirrored = Beta::new(beta, alpha).unwrap();
        prop_assert!((distribution.cdf(p) + mirrored.cdf(1.0 - p) - 1.0).abs() < 1e-10);
    }

    #[test]
    fn a_date_lies_between_its_ends(minimum in 2000.0..2030.0, to_mode in 0.0..5.0, to_end in 0.0..5.0, u in 0.0..=1.0) {
        let (mode, maximum) = (minimum + to_mode, minimum + to_mode + to_end);
        let pert = Pert::new(minimum, mode, maximum).unwrap();
        let date = pert.quantile(u);
        prop_assert!(minimum <= date && date <= maximum && minimum <= pert.mean() && pert.mean() <= maximum);
        prop_assert!(maximum == minimum || (pert.cdf(date) - u).abs() < 1e-6, "{date}");
        prop_assert_eq!((pert.cdf(minimum - 1.0), pert.cdf(maximum)), (0.0, 1.0));
    }

    #[test]
    fn hazards_add_up(hazards in vec(0.0..=1.0, 1..12), h in 0.0..=1.0, years in 0_u16..30) {
        let done = done_by(&hazards).unwrap();
        prop_assert!(done.is_sorted() && done.iter().all(|p| (0.0..=1.0).contains(p)));
        let found = done_by(&vec![h; usize::from(years)]).unwrap().last().copied().unwrap_or(0.0);
        prop_assert!((found - cumulative_hazard(h, years).unwrap()).abs() < 1e-12);
    }

    #[test]
    fn every_year_is_rarer_than_one_and_likelier_than_by_chance(level in level(), bar in -5.0..5.0, years in 1_u16..12) {
        let forecast = level.predict();
        let student = StudentT::new(level.degrees);
        for (all, one) in [
            (every_year_at_least(&level, bar, years), forecast.survival(bar, &student)),
            (every_year_at_most(&level, bar, years), forecast.cdf(bar, &student)),
        ] {
            let all = all.unwrap();
            prop_assert!(all <= one + 1e-7 && all >= one.powi(i32::from(years)) - 1e-7, "{all} and {one}");
        }
        let one = every_year_at_least(&level, bar, 1).unwrap();
        prop_assert!((one - forecast.survival(bar, &student)).abs() < 2e-8, "{one}");
    }

    #[test]
    fn events_together_keep_to_their_limits(margins in vec(-4.0..4.0, 1..6), loadings in vec(prop_oneof![Just(1.0), Just(-1.0), -1.0..=1.0, 0.999..1.0], 6)) {
        let events: Vec<FactorEvent> = margins.iter().zip(&loadings).map(|(&margin, &loading)| FactorEvent { margin, loading }).collect();
        let alone: Vec<f64> = events.iter().map(|event| all_of(&[*event]).unwrap()).collect();
        for (event, p) in events.iter().zip(&alone) {
            prop_assert!((p - engine::distribution::normal_cdf(event.margin)).abs() < 1e-10, "{event:?}: {p}");
        }
        let all = all_of(&events).unwrap();
        let least = alone.iter().copied().fold(1.0, f64::min);
        let surely = alone.iter().sum::<f64>() - (alone.len() as f64 - 1.0);
        prop_assert!(all <= least + 1e-10 && all >= surely.max(0.0) - 1e-10, "Fréchet's limits: {surely}, {all}, {least}");
    }

    #[test]
    fn correlation_makes_every_year_likelier(p in 0.01..0.99_f64, years in 1_u16..10, rhos in (0.0..=1.0, 0.0..=1.0)) {
        let at = |rho| every_year_correlated(p, years, rho).unwrap();
        prop_assert!(at(f64::min(rhos.0, rhos.1)) <= at(f64::max(rhos.0, rhos.1)) + 1e-10);
        prop_assert!((at(0.0) - p.powi(i32::from(years))).abs() < 1e-10 && (at(1.0) - p).abs() < 1e-10);
    }

    #[test]
    fn a_rebound_softens_crises(q in 0.0..=1.0, shift in -0.5..0.0, rebound in 0.0..=1.0, years in 0_u16..12, bar in -2.0..2.0) {
        let forecast = Predictive { location: 0.0, scale: 0.3, degrees: 5.0 };
        let student = StudentT::new(5.0);
        let at = |rebound| Crisis::new(q, shift, rebound).unwrap().at_least(&forecast, &student, bar, years);
        let calm = forecast.survival(bar, &student);
        prop_assert!(at(0.0) <= at(rebound) + 1e-12 && at(rebound) <= calm + 1e-12);
        // Every year's crisis one by one, without and with a crisis in it.
        let crisis = Crisis::new(q, shift, rebound).unwrap();
        let mean = crisis.mean(years, |shift| shift);
        let expected: f64 = (0..years).map(|before| q * shift * (1.0 - rebound * f64::from(before.min(2)) / 2.0)).sum();
        prop_assert!((mean - expected).abs() < 1e-10, "{mean} and {expected}");
        prop_assert!((crisis.mean(years, |_| 1.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn events_are_probabilities_or_undefined(numbers in vec(any::<f64>(), 6), years in 0_u16..40) {
        let level = Level { weight: numbers[0], level: numbers[1], degrees: numbers[2].abs().min(1e9), variance: numbers[3] };
        let forecast = Predictive { location: numbers[1], scale: 1.0, degrees: 4.0 };
        let crisis = Crisis::new(numbers[4].abs().fract(), numbers[5], 0.5);
        let found = [
            every_year_at_least(&level, numbers[4], years),
            every_year_at_most(&level, numbers[4], years),
            every_year_correlated(numbers[0], years, numbers[1]),
            all_of(&[FactorEvent { margin: numbers[0], loading: numbers[1].sin() }, FactorEvent { margin: numbers[2], loading: 0.5 }]),
            cumulative_hazard(numbers[0], years),
            done_by(&numbers).and_then(|done| done.last().copied()),
            Pert::new(numbers[0], numbers[1], numbers[2]).map(|pert| pert.cdf(2025.0)),
            crisis.filter(|_| numbers[1].is_finite()).map(|crisis| crisis.at_least(&forecast, &StudentT::new(4.0), 0.0, years)),
        ];
        for (index, p) in found.into_iter().enumerate() {
            prop_assert!(p.is_none_or(|p| (-1e-12..=1.0 + 1e-12).contains(&p)), "{index}: {p:?} {numbers:?}");
        }
    }
}
