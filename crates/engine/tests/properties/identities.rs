//! The identities behind targets: closed forms against yearly steps, parts against their whole.

use engine::driver::{
    BusinessStocks, Connections, Conversion, FactorChange, Income, IncomeSource, Stock, Units, UrbanShare,
    additions_needed, contributions, difference_needed, entry_needed, logarithmic_mean, steady_state, units_needed,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1.0)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_stock_in_closed_form_is_the_stock_step_by_step(
        initial in 0.0..1e6, loss in prop_oneof![Just(0.0), Just(1.0), 1e-14..1e-6, 0.0..=1.0], additions in -1e4..1e5, years in 1_u16..30, target in 0.0..1e6,
    ) {
        let stock = Stock { initial, loss, additions };
        let path = stock.path(years).unwrap();
        prop_assert!(close(stock.after(years).unwrap(), path[usize::from(years)]));
        let needed = additions_needed(initial, loss, target, years).unwrap();
        let reached = Stock { additions: needed, ..stock }.after(years).unwrap();
        prop_assert!((reached - target).abs() < 1e-9 * (1.0 + target + initial), "{reached} for {target}");
        prop_assert!(close(entry_needed(initial, loss, 10.0, target, years).unwrap() + 10.0, needed));
        if loss > 1e-3 {
            let rest = steady_state(additions, loss).unwrap();
            let later = Stock { initial: rest, ..stock }.after(years).unwrap();
            prop_assert!(close(later, rest));
        }
    }

    #[test]
    fn businesses_that_turn_into_enterprises_are_counted_once(
        start in (0.0..1e5, 0.0..1e5), converted in 0.0..5000.0, flows in (0.0..3000.0, 0.0..3000.0), years in 0_u16..20,
    ) {
        let flow = Conversion { enterprise_inflow: flows.0, enterprise_exit: 0.0, household_inflow: flows.1, household_exit: 0.0, converted };
        let path = flow.path(BusinessStocks { enterprises: start.0, households: start.1 }, years).unwrap();
        for (year, now) in path.iter().enumerate() {
            prop_assert!(now.households >= 0.0);
            prop_assert!(close(now.enterprises + now.households, start.0 + start.1 + year as f64 * (flows.0 + flows.1)));
        }
    }

    #[test]
    fn income_in_closed_form_is_income_step_by_step(
        sources in vec((0.0..1e3, -0.1..0.2, -0.1..0.2), 1..8), inflation in -0.05..0.2, years in 0_u16..20,
    ) {
        let sources = sources.into_iter().map(|(base, employment, earnings)| IncomeSource { base, employment, earnings }).collect();
        let income = Income { sources, inflation };
        let (end, path) = (income.after(years).unwrap(), income.path(years).unwrap());
        let last = path[usize::from(years)];
        prop_assert!(close(end.nominal, last.nominal) && close(end.real, last.real));
        let found = income.contributions(years).unwrap();
        let change = end.nominal - path[0].nominal;
        prop_assert!((found.by_factor.iter().sum::<f64>() - change).abs() < 1e-9 * (1.0 + end.nominal));
        prop_assert!((found.by_term.iter().sum::<f64>() - change).abs() < 1e-9 * (1.0 + end.nominal));
    }

    #[test]
    fn contributions_add_up_also_where_a_term_appears_or_vanishes(
        terms in vec((vec(prop_oneof![Just(0.0), 0.001..1e3], 3), vec(prop_oneof![Just(0.0), 0.001..1e3], 3)), 0..6),
    ) {
        let array = |factors: &[f64]| [factors[0], factors[1], factors[2]];
        let terms: Vec<FactorChange<3>> = terms.iter().map(|(start, end)| FactorChange { start: array(start), end: array(end) }).collect();
        let found = contributions(&terms).unwrap();
        let change: f64 = terms.iter().map(|term| term.end.iter().product::<f64>() - term.start.iter().product::<f64>()).sum();
        let size: f64 = terms.iter().map(|term| term.end.iter().product::<f64>() + term.start.iter().product::<f64>()).sum();
        prop_assert!((found.by_factor.iter().sum::<f64>() - change).abs() <= 1e-10 * (1.0 + size));
        // Turned round in time, every effect changes its sign.
        let back: Vec<FactorChange<3>> = terms.iter().map(|term| FactorChange { start: term.end, end: term.start }).collect();
        for (there, back) in found.by_factor.iter().zip(contributions(&back).unwrap().by_factor) {
            prop_assert!((there + back).abs() <= 1e-9 * (1.0 + size));
        }
    }

    #[test]
    fn a_logarithmic_mean_lies_between_the_other_means(a in 1e-6..1e6_f64, step in -1.0..1.0_f64, power in 1_i32..18) {
        let b = a * (1.0 + step * 10_f64.powi(-power));
        let mean = logarithmic_mean(a, b).unwrap();
        prop_assert!((a * b).sqrt() <= mean * (1.0 + 1e-14) && mean <= 0.5 * (a + b) * (1.0 + 1e-14), "{mean}");
        prop_assert!(close(mean, logarithmic_mean(b, a).unwrap()));
    }

    #[test]
    fn the_urban_share_in_closed_form_is_the_share_step_by_step(
        base in 0.5..99.5, difference in -0.2..0.2, steps in vec((2019_i16..2035, -1.0..1.0), 0..3), years in 1_u16..15, target in 1.0..99.0,
    ) {
        let urban = UrbanShare { base_year: 2020, base, difference, steps };
        let path = urban.path(years).unwrap();
        for (share, year) in path.iter().zip(2020_i16..) {
            prop_assert!(close(urban.in_year(year).unwrap(), *share));
        }
        let last = 2020 + i16::try_from(years).unwrap();
        let counted: f64 = urban.steps.iter().filter(|(year, _)| *year > 2020 && *year <= last).map(|(_, size)| size).sum();
        let needed = difference_needed(base, target, f64::from(years), counted).unwrap();
        let reached = UrbanShare { difference: needed, ..urban }.in_year(last).unwrap();
        prop_assert!(close(reached, target));
    }

    #[test]
    fn connections_needed_are_enough(
        connected in 0.0..1e5, others in 1.0..1e5, household_growth in -0.05..0.05, dropped in 0.0..500.0, target in 0.0..=100.0, years in 1_u16..15, new in 0.0..5000.0,
    ) {
        let state = Connections { connected, households: connected + others, household_growth, new, dropped };
        prop_assert!(close(state.share_after(years).unwrap(), state.path(years).unwrap()[usize::from(years)]));
        let new = state.new_needed(target, years).unwrap();
        let reached = Connections { new, ..state }.share_after(years).unwrap();
        prop_assert!(close(reached, target));
    }

    #[test]
    fn expected_units_are_the_mean_of_their_distribution(total in 1_u16..300, place in 0.0..=1.0, hazards in vec(0.0..=1.0, 1..10), share in 0.0..=1.0) {
        let recognised = (f64::from(total) * place) as u16;
        let units = Units::new(total, recognised).unwrap();
        let path = units.expected_path(&hazards).unwrap();
        prop_assert!(path.is_sorted());
        prop_assert!(close(path[hazards.len()], f64::from(recognised) + units.added(&hazards).unwrap().mean()));
        let needed = units_needed(share, total).unwrap();
        prop_assert!(needed <= total && f64::from(needed) >= share * f64::from(total) - 1e-9 && f64::from(needed) < share * f64::from(total) + 1.0);
        prop_assert!(units.probability(needed, &hazards).unwrap() <= 1.0);
        let hazard = units.hazard_for_expected(needed, 5).unwrap();
        let expected = units.expected_path(&[hazard; 5]).unwrap()[5];
        prop_assert!(close(expected, f64::from(needed.max(recognised))), "{expected} for {needed}");
    }
}

#[test]
fn every_whole_share_of_every_count_needs_no_unit_too_many() {
    for of in 0..=2000_u16 {
        for percent in 0..=100_u16 {
            let exact = u32::from(percent) * u32::from(of);
            let needed = units_needed(f64::from(percent) / 100.0, of).unwrap();
            assert_eq!(u32::from(needed), exact.div_ceil(100), "{percent} % of {of}");
        }
    }
}
