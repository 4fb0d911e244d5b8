//! The draws against the closed forms, and what must not change them.

use engine::distribution::StudentT;
use engine::draws::{
    Crisis, Deed, Ensemble, Event, Factor, Hits, Job, Model, Settings, Side, Simulation, Units, Walk, WalkYear, When,
    Yearly, joint,
};
use engine::{Transform, damping::shock_variance};

const DRAWS: u32 = 10_000;
const FIRST_YEAR: i16 = 2024;
const SEED: u64 = 20_251_231;

/// Standard errors that a share of draws may lie from its probability.
const ERRORS: f64 = 4.0;

#[test]
fn walks_agree_with_the_closed_form() {
    let cases = [
        (3, 0.0, 0.5, 0.0),
        (4, 0.6, 0.5, 0.0),
        (5, 0.4, 0.7, 0.5),
        (8, 1.0, 0.3, 0.9),
        (30, -0.6, 0.0, 0.3),
    ];
    for (indicator, (degrees, exposure, factor_persistence, persistence)) in (0..).zip(cases) {
        let walk = Walk {
            degrees: Some(degrees),
            exposure,
            persistence,
            ..walk(8)
        };
        let mut expected = Vec::new();
        let mut events = Vec::new();
        for h in [1_u16, 3, 8] {
            let year = walk.years[usize::from(h) - 1];
            let variance = exposure * exposure * shock_variance(h, factor_persistence)
                + (1.0 - exposure * exposure) * shock_variance(h, persistence)
                + year.rate_error * year.rate_error
                + year.long_run_error * year.long_run_error;
            let scale = walk.scale * variance.sqrt();
            for t in [-1.5, -0.3, 0.4, 1.2] {
                events.push(in_year(FIRST_YEAR + h.cast_signed() - 1, year.location + t * scale));
                expected.push((h, t, StudentT::new(f64::from(degrees)).survival(t)));
            }
        }
        let job = Job {
            events,
            ..job(indicator, Model::Walk(walk), in_year(FIRST_YEAR, 0.0))
        };
        let settings = settings_with(FIRST_YEAR, factor_persistence);
        let ensemble = Simulation::new(vec![job], settings).finish();
        for (hits, (h, t, expected)) in ensemble.outcomes[0].hits.iter().zip(expected) {
            close(hits.share(), expected, DRAWS, &format!("nu {degrees}, h {h}, t {t}"));
        }
    }
}

#[test]
fn a_factor_that_runs_already_has_the_same_spread() {
    let walk = Walk {
        exposure: 1.0,
        ..walk(5)
    };
    let scale = walk.scale * shock_variance(5, 0.5).sqrt();
    let last = walk.years[4];
    let known = Walk {
        degrees: None,
        years: walk
            .years
            .iter()
            .map(|year| WalkYear {
                rate_error: 0.0,
                long_run_error: 0.0,
                ..*year
            })
            .collect(),
        ..walk
    };
    let found = share(
        1,
        Model::Walk(known),
        in_year(2028, last.location + scale),
        Settings::new(SEED, DRAWS),
    );
    close(found, engine::distribution::normal_cdf(-1.0), DRAWS, "known spread");
}

#[test]
fn four_times_the_draws_halve_the_error() {
    let bar = walk(4).years[3].location;
    let error = |draws: u32| {
        let squares = (0..60).map(|seed| {
            let found = share(0, Model::Walk(walk(4)), in_year(2027, bar), Settings::new(seed, draws));
            (found - 0.5) * (found - 0.5)
        });
        (squares.sum::<f64>() / 60.0).sqrt()
    };
    let ratio = error(512) / error(2_048);
    assert!((1.4..2.9).contains(&ratio), "{ratio}");
}

#[test]
fn another_job_or_another_location_changes_no_other_s_hits() {
    let job = |indicator, shift: f64| {
        let mut walk = walk(6);
        walk.years.iter_mut().for_each(|year| year.location += shift);
        Job {
            indicator,
            model: Model::Walk(walk),
            transform: Transform::Log,
            events: vec![in_year(2026, 0.2), in_year(2029, 0.5)],
        }
    };
    let settings = Settings::new(SEED, 1_000);
    let alone = Simulation::new(vec![job(5, 0.0)], settings).finish();
    let mut longer = job(9, 0.3);
    longer.events.push(in_year(2029, -0.4));
    let chosen = Settings {
        chosen: Some(9),
        ..settings
    };
    let together = Simulation::new(vec![longer, job(5, 0.0), job(2, -0.1)], chosen).finish();
    assert_eq!(alone.outcomes[0], together.outcomes[1]);
    let moved = Simulation::new(vec![job(5, 0.05)], settings).finish();
    let paired = alone.outcomes[0].hits[1].versus(&moved.outcomes[0].hits[1]);
    assert_eq!(paired.only_first, 0, "a better median loses no draw");
    assert!(paired.difference > 0.0 && paired.standard_error < 0.01);
}

#[test]
fn slices_can_be_counted_and_give_the_same_result() {
    let jobs: Vec<Job> = (0..3)
        .map(|indicator| job(indicator, Model::Walk(walk(3)), in_year(2026, 0.1)))
        .collect();
    let settings = Settings {
        chosen: Some(1),
        ..Settings::new(SEED, 300)
    };
    let mut sliced = Simulation::new(jobs.clone(), settings);
    let mut done = 0;
    while let Some(progress) = sliced.advance() {
        done += 1;
        assert_eq!((progress.done, progress.total), (done, 5));
    }
    assert_eq!(done, 5);
    let (sliced, whole) = (sliced.finish(), Simulation::new(jobs, settings).finish());
    assert_eq!(sliced, whole);
    assert_eq!((whole.seed, whole.draws, whole.rng), (SEED, 300, "philox4x32-10/1"));
    let fan = whole.fan.unwrap();
    assert_eq!((fan.indicator, fan.years.len()), (1, 3));
    assert!(
        fan.years
            .iter()
            .all(|year| (year.dots.len() == 50) == (year.year == 2026))
    );
}

/// Vector D08: crises of a walk whose spread is otherwise normal.
#[test]
fn crises_agree_with_their_mixture() {
    let (delta, spread) = (-0.06, 0.08_f64);
    let years = vec![
        WalkYear {
            location: 4.45,
            rate_error: 0.0,
            long_run_error: 0.0
        };
        5
    ];
    let model = |rebound: f64| {
        let walk = Walk {
            years: years.clone(),
            scale: spread / 5_f64.sqrt(),
            degrees: None,
            exposure: 0.0,
            persistence: 0.0,
            crisis_shift: delta,
            crisis_from: 0,
            ..walk(1)
        };
        let crisis = Some(Crisis {
            probability: 0.05,
            rebound,
        });
        let settings = Settings {
            crisis,
            ..Settings::new(SEED, DRAWS)
        };
        share(4, Model::Walk(walk), in_year(2028, 80_f64.ln()), settings)
    };
    close(model(0.0), 0.736_274_162_673_89, DRAWS, "crises");
    // With a full rebound only the crises of the last two years still weigh.
    let weigh = |full: f64, half: f64| {
        engine::distribution::normal_cdf((4.45 + delta * (full + 0.5 * half) - 80_f64.ln()) / spread)
    };
    let (yes, no) = (0.05, 0.95);
    let expected =
        no * no * weigh(0.0, 0.0) + yes * no * (weigh(1.0, 0.0) + weigh(0.0, 1.0)) + yes * yes * weigh(1.0, 1.0);
    close(model(1.0), expected, DRAWS, "rebound");
}

/// Vector D15.
#[test]
fn every_year_of_a_level_agrees_with_quadrature() {
    let model = Model::Yearly(Yearly {
        first_year: 2026,
        last_year: 2030,
        level: 2.109_275_363_991_495_4,
        weight: 4.0,
        scale: 0.129_203_681_184_287_18_f64.sqrt(),
        degrees: Some(6),
    });
    let bar = 3_f64.ln();
    let settings = Settings::new(SEED, 40_000);
    let every = Event {
        when: When::Every {
            from: 2024,
            until: 2030,
        },
        bar,
        side: Side::AtLeast,
    };
    close(
        share(7, model.clone(), every, settings),
        0.910_030_335_146_654_8,
        40_000,
        "every year",
    );
    close(
        share(7, model, in_year(2028, bar), settings),
        0.977_198_679_051_379_8,
        40_000,
        "one year",
    );
}

/// Vectors D10 and D11.
#[test]
fn counts_and_deeds_agree_with_their_probabilities() {
    let units = Model::Units(Units {
        first_year: 2024,
        done: 18,
        of: 105,
        hazards: vec![0.06; 5],
    });
    let settings = Settings {
        chosen: Some(0),
        ..Settings::new(SEED, DRAWS)
    };
    close(
        share(0, units, in_year(2028, 42.0), settings),
        0.458_735_883_111_898_5,
        DRAWS,
        "units",
    );
    let deed = Model::Deed(Deed {
        first_year: 2024,
        done_by: vec![0.1, 0.28, 0.496, 0.6472],
    });
    for (year, expected) in [(2024, 0.1), (2026, 0.496), (2027, 0.6472)] {
        close(
            share(0, deed.clone(), in_year(year, Deed::BAR), settings),
            expected,
            DRAWS,
            "deed",
        );
    }
}

/// Vector D06: two targets that share a factor.
#[test]
fn joint_events_agree_with_the_bivariate_normal() {
    let case = |indicator, location, scale, exposure, target: f64| {
        let years = vec![WalkYear {
            location,
            rate_error: 0.0,
            long_run_error: 0.0,
        }];
        let walk = Walk {
            years,
            scale,
            degrees: None,
            exposure,
            persistence: 0.0,
            ..walk(1)
        };
        job(indicator, Model::Walk(walk), in_year(FIRST_YEAR, target.ln()))
    };
    let jobs = vec![case(0, 4.42, 0.07, 0.6, 80.0), case(1, 3.76, 0.05, 0.5, 40.0)];
    let ensemble = Simulation::new(jobs, Settings::new(SEED, DRAWS)).finish();
    let hits: Vec<&Hits> = ensemble.outcomes.iter().map(|outcome| &outcome.hits[0]).collect();
    let found = joint(&hits);
    close(found.all, 0.668_138_358_976_795_2, DRAWS, "both");
    close(
        found.at_least[1],
        0.706_254_9 + 0.922_546_5 - 0.668_138_36,
        DRAWS,
        "either",
    );
    assert_eq!((found.at_least[0], found.at_least[2]), (1.0, found.all));
    assert_eq!(f64::from(hits[0].and(hits[1]).count()) / f64::from(DRAWS), found.all);
    assert_eq!(joint(&[]).all, 1.0);
}

#[test]
fn nothing_panics_on_numbers_that_make_no_sense() {
    let years = |location| {
        vec![
            WalkYear {
                location,
                rate_error: 0.1,
                long_run_error: 0.1
            };
            3
        ]
    };
    let walks = [
        Walk {
            years: years(f64::NAN),
            ..walk(1)
        },
        Walk {
            scale: f64::INFINITY,
            ..walk(1)
        },
        Walk {
            years: years(1e100),
            ..walk(1)
        },
        Walk {
            years: Vec::new(),
            ..walk(1)
        },
        Walk {
            degrees: Some(0),
            exposure: 7.0,
            persistence: -3.0,
            ..walk(3)
        },
        Walk {
            first_year: i16::MAX,
            ..walk(9)
        },
        Walk {
            first_year: 1990,
            ..walk(3)
        },
    ];
    let others = [
        Model::Units(Units {
            first_year: 2024,
            done: 900,
            of: 500,
            hazards: vec![3.0, -1.0, 0.5],
        }),
        Model::Deed(Deed {
            first_year: i16::MIN,
            done_by: vec![f64::NAN],
        }),
        Model::Yearly(Yearly {
            first_year: 2030,
            last_year: 2020,
            level: 0.0,
            weight: 0.0,
            scale: 1.0,
            degrees: None,
        }),
        Model::Fixed(f64::NAN),
        Model::Fixed(3.0),
    ];
    for model in walks.map(Model::Walk).into_iter().chain(others) {
        for draws in [0, 1, 65] {
            let events = vec![
                in_year(2025, f64::NEG_INFINITY),
                in_year(2025, f64::NAN),
                Event {
                    when: When::Every {
                        from: 2040,
                        until: 2020,
                    },
                    bar: 0.0,
                    side: Side::AtMost,
                },
            ];
            let job = Job {
                indicator: 0,
                model: model.clone(),
                transform: Transform::Log,
                events,
            };
            let crisis = Some(Crisis {
                probability: f64::NAN,
                rebound: 9.0,
            });
            let settings = Settings {
                chosen: Some(0),
                crisis,
                factor: Factor {
                    first_year: 2016,
                    persistence: f64::NAN,
                },
                ..Settings::new(1, draws)
            };
            let ensemble: Ensemble = Simulation::new(vec![job], settings).finish();
            assert_eq!(ensemble.outcomes[0].hits[1].count(), 0);
            let fan = ensemble.fan.into_iter().flat_map(|fan| fan.years);
            assert!(fan.flat_map(|year| year.quantiles).all(f64::is_finite), "{model:?}");
        }
    }
}

/// A walk of so many years with every kind of error.
fn walk(years: u8) -> Walk {
    let years = (1..=years).map(f64::from).map(|h| WalkYear {
        location: 0.07 * h,
        rate_error: 0.4 * h,
        long_run_error: 0.1 * h,
    });
    Walk {
        first_year: FIRST_YEAR,
        years: years.collect(),
        scale: 0.05,
        degrees: Some(4),
        exposure: 0.4,
        persistence: 0.3,
        crisis_shift: 0.0,
        crisis_from: 0,
    }
}

fn settings_with(first_year: i16, persistence: f64) -> Settings {
    Settings {
        factor: Factor {
            first_year,
            persistence,
        },
        ..Settings::new(SEED, DRAWS)
    }
}

fn in_year(year: i16, bar: f64) -> Event {
    Event {
        when: When::In(year),
        bar,
        side: Side::AtLeast,
    }
}

fn job(indicator: u32, model: Model, event: Event) -> Job {
    Job {
        indicator,
        model,
        transform: Transform::Identity,
        events: vec![event],
    }
}

fn share(indicator: u32, model: Model, event: Event, settings: Settings) -> f64 {
    let ensemble = Simulation::new(vec![job(indicator, model, event)], settings).finish();
    ensemble.outcomes[0].hits[0].share()
}

fn close(found: f64, expected: f64, draws: u32, what: &str) {
    let error = (expected * (1.0 - expected) / f64::from(draws)).sqrt();
    assert!(
        (found - expected).abs() < ERRORS * error,
        "{what}: {found} is not {expected} ± {error}"
    );
}
