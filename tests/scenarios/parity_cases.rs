//! Projections and draws of every kind, and a digest of all their bits: run natively and in wasm against the same committed digests.
//!
//! Included by `crates/engine/tests/parity.rs` and `tests/web/main.rs`; must not depend on where it runs.

use engine::draws::{
    Crisis, Ensemble, Event, Job, Model, Settings, Side, Simulation, Units, Walk, WalkYear, When, Yearly,
};
use engine::{Change, LeverId, Mode, Phase, Projection, Scenario, Transform, project};

/// Today's year for all cases.
const TODAY: i16 = 2026;

/// The committed digests, one line a case: name, then sixteen hexadecimal digits.
pub const COMMITTED: &str = include_str!("parity.txt");

/// Each case: a name, a target of the shipped plan, and what is changed about it.
fn cases() -> Vec<(&'static str, &'static str, Vec<Change>)> {
    let growth = |phase, value| Change::Lever(LeverId::Growth(phase), Some(value));
    let plan = Change::Mode(Some(Mode::Plan));
    let figure = |year, value| Change::Observation {
        year,
        value: Some(value),
    };
    let threshold = |year, value| Change::Threshold {
        year,
        value: Some(value),
    };
    vec![
        ("money trend", "income_per_capita", vec![]),
        (
            "money trend, other rate",
            "income_per_capita",
            vec![Change::Lever(LeverId::ReferenceRate, Some(6.5))],
        ),
        (
            "money plan",
            "income_per_capita",
            vec![plan, growth(Phase::First, 7.5), growth(Phase::Second, 10.25)],
        ),
        ("money plan as asked", "income_per_capita", vec![plan]),
        ("stock per head", "hospital_beds", vec![]),
        (
            "stock with the reader's figure",
            "hospital_beds",
            vec![figure(2024, 41.5)],
        ),
        ("open count", "enterprises", vec![]),
        ("life expectancy", "life_expectancy", vec![]),
        (
            "life expectancy plan",
            "life_expectancy",
            vec![plan, growth(Phase::Second, 0.2)],
        ),
        ("coverage near the ceiling", "school_attendance", vec![]),
        (
            "coverage at the ceiling",
            "health_management",
            vec![figure(2024, 100.0)],
        ),
        (
            "adoption with a ceiling",
            "urban_clean_water",
            vec![Change::Lever(LeverId::Ceiling, Some(90.0))],
        ),
        (
            "coverage plan",
            "online_public_services",
            vec![plan, growth(Phase::First, 9.0)],
        ),
        ("urban share", "urban_population", vec![]),
        (
            "falling rate",
            "underweight_under5",
            vec![figure(2020, 9.2), figure(2022, 8.1)],
        ),
        ("falling rate at zero", "underweight_under5", vec![figure(2022, 0.0)]),
        ("rank", "e_government_rank", vec![]),
        (
            "yearly level",
            "crime_clearance",
            vec![figure(2022, 88.0), figure(2023, 90.5)],
        ),
        ("yearly level at the bound", "serious_crime_clearance", vec![]),
        ("yearly count", "art_performances", vec![figure(2023, 1.5)]),
        ("versus", "literacy", vec![threshold(2025, 99.1), threshold(2030, 99.5)]),
        ("unset", "social_insurance", vec![threshold(2030, 60.0)]),
        ("deed", "ring_roads_1_2_3", vec![figure(2024, 1.0)]),
        ("nothing known", "full_vaccination", vec![]),
    ]
}

/// The digests as they come out here, in the form of the committed file.
#[must_use]
pub fn found() -> String {
    let plan = plan::plan();
    let draws = format!("draws: {:016x}\n", digest_of_draws(&drawn()));
    let projections = cases().into_iter().map(|(name, id, changes)| {
        let target = plan
            .targets
            .iter()
            .find(|target| target.id == id)
            .expect("a target of the plan");
        let mut scenario = Scenario::default();
        for change in changes {
            scenario
                .apply(plan, target.code, change)
                .expect("a change the plan allows");
        }
        let projection = project(&scenario.setting(plan, TODAY), target, scenario.inputs(target.code));
        format!("{name}: {:016x}\n", digest(&projection))
    });
    projections.chain([draws]).collect()
}

/// Draws of three models that use every stream; the number of draws fills no block.
fn drawn() -> Ensemble {
    let years = (1..=8).map(f64::from).map(|h| WalkYear {
        location: 4.0 + 0.06 * h,
        rate_error: 0.4 * h,
        long_run_error: 0.1 * h,
    });
    let walk = Walk {
        first_year: 2024,
        years: years.collect(),
        scale: 0.04,
        degrees: Some(5),
        exposure: 0.6,
        persistence: 0.3,
        crisis_shift: -0.07,
        crisis_from: 0,
    };
    let yearly = Yearly {
        first_year: 2026,
        last_year: 2030,
        level: 2.1,
        weight: 4.0,
        scale: 0.36,
        degrees: Some(6),
    };
    let units = Units {
        first_year: 2024,
        done: 18,
        of: 105,
        hazards: vec![0.06, 0.08, 0.7, 0.05],
    };
    let job = |indicator, model, when, bar| Job {
        indicator,
        model,
        transform: if indicator == 0 {
            Transform::Log
        } else {
            Transform::Identity
        },
        events: vec![Event {
            when,
            bar,
            side: Side::AtLeast,
        }],
    };
    let every = When::Every {
        from: 2026,
        until: 2030,
    };
    let jobs = vec![
        job(0, Model::Walk(walk), When::In(2030), 4.4),
        job(1, Model::Yearly(yearly), every, 1.1),
        job(2, Model::Units(units), When::In(2027), 80.0),
    ];
    let settings = Settings {
        chosen: Some(0),
        crisis: Some(Crisis {
            probability: 0.05,
            rebound: 0.5,
        }),
        ..Settings::new(0x0123_4567_89ab_cdef, 3_000)
    };
    Simulation::new(jobs, settings).finish()
}

/// FNV-1a over which draws meet the events and over the bits of the fan.
fn digest_of_draws(ensemble: &Ensemble) -> u64 {
    let hits = ensemble.outcomes.iter().flat_map(|outcome| &outcome.hits);
    let hash = hits.fold(START, |hash, hits| {
        (0..hits.draws()).fold(hash, |hash, draw| step(hash, u8::from(hits.contains(draw))))
    });
    let years = ensemble.fan.iter().flat_map(|fan| &fan.years);
    years
        .flat_map(|year| year.quantiles.iter().chain(&year.dots))
        .flat_map(|figure| figure.to_bits().to_le_bytes())
        .fold(hash, step)
}

/// FNV-1a over the bits of every number of a projection; a missing number counts as one byte.
fn digest(projection: &Projection) -> u64 {
    let mut hash = START;
    let mut take = |value: Option<f64>| match value {
        Some(value) => value
            .to_bits()
            .to_le_bytes()
            .into_iter()
            .for_each(|byte| hash = step(hash, byte)),
        None => hash = step(hash, 1),
    };
    for point in &projection.path {
        take(Some(point.median));
        for band in point.bands {
            take(Some(band.lower));
            take(Some(band.upper));
        }
    }
    for milestone in &projection.milestones {
        take(milestone.probability);
        take(milestone.value);
        take(milestone.headroom);
        take(milestone.required.map(|pace| pace.value));
    }
    take(projection.recent.map(|recent| recent.pace.value));
    hash
}

/// Where FNV-1a starts.
const START: u64 = 0xcbf2_9ce4_8422_2325;

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
