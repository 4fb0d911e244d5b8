//! Draws against closed forms, whatever a reader has changed: two ways to the same probabilities.

use engine::ensemble::{EnsembleRun, Standing};
use proptest::prelude::*;

use crate::any::{draws, project, scenario, target};

const DRAWS: u32 = 2_048;

proptest! {
    #![proptest_config(ProptestConfig { cases: 30, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_of_draws_agree_with_closed_forms(target in target(), draws in draws(), today in 2020_i16..=2030) {
        let scenario = scenario(target, &draws);
        let ensemble = EnsembleRun::new(plan::plan(), &scenario, today, DRAWS, Some(target.code)).finish();
        for quantiles in &ensemble.chosen {
            prop_assert!(quantiles.values.is_sorted() && quantiles.values.iter().all(|value| value.is_finite()));
        }
        let projection = project(target, &scenario, today);
        for milestone in ensemble.milestones.iter().filter(|milestone| milestone.code == target.code) {
            let result = projection.milestones[milestone.index];
            let Standing::Drawn(hits) = &milestone.standing else { continue };
            let closed = result.every_year.map_or(result.probability, |every| every.probability).unwrap();
            // Six standard errors: some thousand comparisons must not fail by chance.
            let error = (closed * (1.0 - closed) / f64::from(DRAWS)).sqrt();
            let off = (hits.share() - closed).abs();
            prop_assert!(off <= 6.0 * error + 2e-3, "{} {:?}: {} and {closed}", target.id, result.year, hits.share());
        }
    }
}
