//! Equally likely outcomes against the fan and the probabilities they stand for.

use engine::{Change, Mode, outcomes};

use crate::support::{TODAY, milestone, project, scenario, target};

fn of(id: &str, changes: &[Change], year: i16, count: u16) -> Vec<f64> {
    let scenario = scenario(id, changes);
    let target = target(id);
    outcomes(
        &scenario.setting(plan::plan(), TODAY),
        target,
        scenario.inputs(target.code),
        year,
        count,
    )
}

#[test]
fn they_rise_around_the_median_and_within_the_fan() {
    for id in ["income_per_capita", "hospital_beds", "urban_population"] {
        let found = of(id, &[], 2030, 50);
        assert_eq!(found.len(), 50, "{id}");
        assert!(found.is_sorted(), "{id}: {found:?}");
        let projection = project(id, &[]);
        let point = projection.path.iter().find(|point| point.year == 2030).unwrap();
        assert!(
            found[24] <= point.median && point.median <= found[25],
            "{id}: {found:?}"
        );
        let within = found
            .iter()
            .filter(|value| (point.bands[1].lower..=point.bands[1].upper).contains(value));
        assert_eq!(within.count(), 40, "{id}");
    }
}

#[test]
fn the_share_that_meets_the_target_is_its_probability() {
    for id in ["income_per_capita", "hospital_beds"] {
        let projection = project(id, &[Change::Mode(Some(Mode::Plan))]);
        let asked = milestone(&projection, 2030);
        let threshold = asked.threshold.unwrap();
        let found = of(id, &[Change::Mode(Some(Mode::Plan))], 2030, 1000);
        let met = found
            .iter()
            .filter(|value| threshold.effective_headroom(**value) >= 0.0)
            .count();
        let share = met as f64 / 1000.0;
        assert!(
            (share - asked.probability.unwrap()).abs() <= 0.001,
            "{id}: {share} {asked:?}"
        );
    }
}

#[test]
fn what_is_not_projected_has_none() {
    assert_eq!(of("ring_roads_1_2_3", &[], 2025, 50), [] as [f64; 0]);
    assert_eq!(of("income_per_capita", &[], 2016, 50), [] as [f64; 0]);
}
