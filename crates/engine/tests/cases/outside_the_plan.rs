//! Edges that the shipped data does not have, on copies of its targets.

use engine::{Inputs, Setting, Transform, Warning, project};
use plan::{Method, Observation, Status, Target};

use crate::support::{TODAY, drift, target};

/// A copy of the target with `id`, changed, that lives as long as the plan.
fn variant(id: &str, change: impl FnOnce(&mut Target)) -> &'static Target {
    let mut copy = *target(id);
    change(&mut copy);
    Box::leak(Box::new(copy))
}

fn observations(id: &str, figures: &[(i16, f64, u8, Status)]) -> &'static [Observation] {
    let pattern = target(id).observations[0];
    let made = figures.iter().map(|&(year, value, decimals, status)| Observation {
        year,
        value,
        decimals,
        status,
        ..pattern
    });
    made.collect::<Vec<_>>().leak()
}

#[test]
fn a_figure_beyond_the_bound_blocks_the_logit() {
    let target = variant("solid_waste_treated", |target| {
        target.method = target.method.map(|method| Method { upper: 70.0, ..method });
    });
    let projection = project(&Setting::shipped(plan::plan(), TODAY), target, Inputs::NONE);
    assert!(projection.warnings.contains(&Warning::BeyondBound));
    assert_eq!(
        projection.equation.map(|(transform, _)| transform),
        Some(Transform::Log)
    );
    assert!(projection.path.iter().all(|point| point.median.is_finite()));
}

#[test]
fn a_year_that_stands_twice_keeps_its_firmest_figure() {
    let figures = [
        (2021, 70.0, 0, Status::Estimate),
        (2021, 72.0, 0, Status::Final),
        (2021, 71.0, 0, Status::Preliminary),
    ];
    for rotation in 0..3 {
        let mut rotated = figures;
        rotated.rotate_left(rotation);
        let target = variant("solid_waste_treated", |target| {
            target.observations = observations("solid_waste_treated", &rotated);
        });
        let projection = project(&Setting::shipped(plan::plan(), TODAY), target, Inputs::NONE);
        let values: Vec<f64> = projection.series.figures.iter().map(|figure| figure.value).collect();
        assert_eq!(values, [72.0], "order {rotation}");
    }
}

#[test]
fn half_a_digit_follows_the_digits_published() {
    for (decimals, inside) in [(0, 99.5), (1, 99.95), (2, 99.995)] {
        let target = variant("solid_waste_treated", |target| {
            target.observations = observations("solid_waste_treated", &[(2021, 100.0, decimals, Status::Final)]);
        });
        let projection = project(&Setting::shipped(plan::plan(), TODAY), target, Inputs::NONE);
        let scale = Transform::Logit {
            lower: 0.0,
            upper: 100.0,
        };
        let z = scale.forward(inside).unwrap();
        assert!((drift(&projection).last - z).abs() < 1e-9, "{decimals} digits");
    }
}

#[test]
fn any_today_is_taken() {
    for today in [i16::MIN, 0, i16::MAX] {
        for target in plan::plan().targets {
            let projection = project(&Setting::shipped(plan::plan(), today), target, Inputs::NONE);
            assert_eq!(projection.code, target.code);
        }
    }
}
