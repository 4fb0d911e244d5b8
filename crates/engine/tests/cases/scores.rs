//! Scores, swings and smoothing where they are undefined or have a simple answer.

use engine::Predictive;
use engine::holt::{Holt, HoltParameters};
use engine::progress::{PaceCategory, category_without_target, limit_factor, pace_score};
use engine::score::{
    brier_score, crps_of_draws, crps_of_student, fair_crps_of_draws, interval_score, naive_error, scaled_error,
};
use engine::sensitivity::{InputRange, swings, variance_shares};
use plan::Better;

use crate::support::assert_close;

#[test]
fn scores_that_are_undefined_are_none() {
    assert_eq!(naive_error(&[]), None);
    assert_eq!(naive_error(&[1.0]), None);
    assert_eq!(naive_error(&[2.0, 2.0, 2.0]), None, "nothing ever changed");
    assert_eq!(scaled_error(&[], 1.0), None);
    assert_eq!(scaled_error(&[1.0], 0.0), None);
    assert_eq!(crps_of_draws(&[], 1.0), None);
    assert_eq!(crps_of_draws(&[f64::NAN], 1.0), None);
    assert_eq!(fair_crps_of_draws(&[1.0], 1.0), None, "one draw has no spread");
    for alpha in [0.0, 1.0, -0.1, f64::NAN] {
        assert_eq!(interval_score(0.0, 1.0, 0.5, alpha), None, "{alpha}");
    }
    for (degrees, scale) in [(1.0, 1.0), (0.5, 1.0), (3.0, 0.0), (f64::NAN, 1.0)] {
        let forecast = Predictive {
            location: 0.0,
            scale,
            degrees,
        };
        assert_eq!(crps_of_student(&forecast, 0.0), None, "{degrees} {scale}");
    }
}

#[test]
fn one_draw_scores_its_distance_and_certainty_scores_all_or_nothing() {
    assert_close("one draw", crps_of_draws(&[3.0], 5.0).unwrap(), 2.0);
    assert_close("sure and right", brier_score(1.0, true), 0.0);
    assert_close("sure and wrong", brier_score(1.0, false), 1.0);
    assert_close("even", brier_score(0.5, true), 0.25);
}

#[test]
fn far_out_a_student_forecast_scores_nearly_its_distance() {
    let forecast = Predictive {
        location: 1.0,
        scale: 0.1,
        degrees: 5.0,
    };
    let (near, above, below) = (
        crps_of_student(&forecast, 1.0).unwrap(),
        crps_of_student(&forecast, 11.0).unwrap(),
        crps_of_student(&forecast, -9.0).unwrap(),
    );
    assert!(near > 0.0 && near < 0.1);
    assert_close("symmetry", above, below);
    assert!((9.9..10.0).contains(&above), "{above}");
}

#[test]
fn an_input_that_does_nothing_swings_nothing_and_one_that_breaks_it_is_refused() {
    let range = |low, base, high| InputRange { low, base, high };
    let ranges = [range(-1.0, 0.0, 1.0), range(0.0, 5.0, 9.0), range(-2.0, 0.0, 1.0)];
    let found = swings(|inputs| inputs[0] * inputs[0] + inputs[2], &ranges).unwrap();
    let order: Vec<(usize, f64)> = found.swings.iter().map(|swing| (swing.input, swing.size())).collect();
    // The square moves the outcome up at both ends; its swing is measured from the base.
    assert_eq!(order, [(2, 3.0), (0, 1.0), (1, 0.0)]);
    assert_eq!(swings(|inputs| 1.0 / inputs[0], &[range(0.0, 1.0, 2.0)]), None);
    assert!(swings(|_| 7.0, &[]).is_some_and(|found| found.swings.is_empty()));
}

#[test]
fn variance_shares_need_something_that_varies() {
    for deviations in [&[][..], &[0.0, 0.0], &[-0.1], &[f64::NAN], &[f64::INFINITY], &[40.0]] {
        assert_eq!(variance_shares(deviations), None, "{deviations:?}");
    }
    let shares = variance_shares(&[0.3, 0.0]).unwrap();
    assert_close("all of it", shares[0].total, 1.0);
    assert_close("none of it", shares[1].total, 0.0);
}

#[test]
fn smoothing_a_line_follows_it_and_refuses_what_is_no_number() {
    let parameters = HoltParameters {
        level_weight: 0.5,
        trend_weight: 0.5,
        damping: 1.0,
        initial_level: 0.0,
        initial_trend: 2.0,
    };
    let line = Holt::smooth(&[2.0, 4.0, 6.0], parameters).unwrap();
    assert_close("on the line", line.forecast(3), 12.0);
    assert_close("now", line.forecast(0), 6.0);
    assert!(Holt::smooth(&[], parameters).is_err());
    assert!(Holt::smooth(&[f64::NAN], parameters).is_err());
    let steep = HoltParameters {
        initial_level: f64::MAX,
        initial_trend: f64::MAX,
        ..parameters
    };
    assert!(Holt::smooth(&[1.0], steep).is_err());
}

#[test]
fn growth_without_a_target_has_thresholds_that_ease_near_a_limit() {
    for (growth, better, class) in [
        (0.015, Better::Higher, PaceCategory::OnTrack),
        (0.005, Better::Higher, PaceCategory::Moderate),
        (0.0, Better::Higher, PaceCategory::Limited),
        (-0.001, Better::Higher, PaceCategory::Deterioration),
        (-0.02, Better::Lower, PaceCategory::OnTrack),
        (0.02, Better::Lower, PaceCategory::Deterioration),
    ] {
        assert_eq!(
            category_without_target(growth, better, 1.0),
            class,
            "{growth} {better:?}"
        );
    }
    let factor = limit_factor(90.0, 100.0).unwrap();
    assert_eq!(
        category_without_target(0.006, Better::Higher, factor),
        PaceCategory::OnTrack
    );
    for (base, limit) in [(1.0, 0.0), (-1.0, 10.0), (f64::NAN, 10.0), (1.0, f64::INFINITY)] {
        assert_eq!(limit_factor(base, limit), None, "{base} {limit}");
    }
    assert_eq!(pace_score(f64::NAN), None);
}
