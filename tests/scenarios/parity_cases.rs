//! Projections of every kind, and a digest of all their bits: run natively and in wasm against the same committed digests.
//!
//! Included by `crates/engine/tests/parity.rs` and `tests/web/main.rs`; must not depend on where it runs.

use engine::{Change, LeverId, Mode, Phase, Projection, Scenario, project};

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
    cases()
        .into_iter()
        .map(|(name, id, changes)| {
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
        })
        .collect()
}

/// FNV-1a over the bits of every number of a projection; a missing number counts as one byte.
fn digest(projection: &Projection) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
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

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
