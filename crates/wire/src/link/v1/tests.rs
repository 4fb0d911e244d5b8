//! Links whose checksum fits although no page would write them: only somebody who means it makes such a link.

use engine::{Change, LeverId, Mode, Phase};
use proptest::prelude::*;

use super::*;

fn plan() -> &'static Plan {
    plan::plan()
}

/// The payload of `sections` with identity and checksum.
fn payload(sections: &[u8]) -> String {
    let mut bytes = identity(plan()).to_be_bytes().to_vec();
    bytes.extend_from_slice(sections);
    bytes.extend(crc32(&bytes).to_be_bytes());
    let mut text = String::new();
    base64url::encode(&bytes, &mut text);
    text
}

/// Opens a link with `sections` and the section that none is without.
fn open(sections: &[(u64, &[u8])]) -> Result<Opened<Saved>, LinkError> {
    let mut bytes = Vec::new();
    let made_with = made_with_bytes(&MadeWith::now(plan()));
    let mut sections = sections.to_vec();
    sections.push((MADE_WITH, &made_with));
    sections.sort_by_key(|(tag, _)| *tag);
    for (tag, content) in sections {
        put_varint(tag, &mut bytes);
        put_block(content, &mut bytes);
    }
    decode(&payload(&bytes), plan())
}

fn changes(content: &[u8]) -> Result<Opened<Saved>, LinkError> {
    open(&[(CHANGES, content)])
}

/// What the only problem says.
fn problem(opened: Result<Opened<Saved>, LinkError>) -> (String, Reason) {
    let Ok(opened) = opened else {
        unreachable!("the link opens: {opened:?}");
    };
    match opened.problems.as_slice() {
        [problem] => (problem.path.clone(), problem.reason),
        problems => unreachable!("one problem: {problems:?}"),
    }
}

const DAMAGED: LinkError = LinkError::Damaged(Damage::Content);

#[test]
fn the_layout_is_as_written() {
    let mut scenario = Scenario::default();
    for change in [
        Change::Mode(Some(Mode::Plan)),
        Change::Basis(Some(2)),
        Change::Lever(LeverId::Growth(Phase::First), Some(8.5)),
        Change::Observation {
            year: 2023,
            value: Some(66.0),
        },
    ] {
        assert_eq!(scenario.apply(plan(), 1, change), Ok(()));
    }
    let bytes = [1, 4, 1, 1, 2, 2, 3, 46, 0, 0x84, 0x01, 17, 0xFF, 0xAA, 0x01];
    assert_eq!(changes::encode(&scenario), bytes);
    let opened = changes(&bytes);
    assert_eq!(
        opened.map(|opened| (opened.value.scenario, opened.problems)),
        Ok((scenario, Vec::new()))
    );
}

#[test]
fn identities_shared_rates_and_shocks_are_as_written() {
    let mut scenario = Scenario::default();
    let shock = |year, value| Change::Shock {
        year,
        value: Some(value),
    };
    for (code, change) in [
        (2, Change::Mode(Some(Mode::Driver))),
        (2, Change::Lever(LeverId::Parameter(2), Some(210.0))),
        (0, Change::Lever(LeverId::Parameter(2), Some(4.5))),
        (0, Change::Lever(LeverId::CrisisProbability, Some(5.0))),
        (0, Change::Lever(LeverId::Seed, Some(7.0))),
        (34, Change::Lever(LeverId::Hazard, Some(15.0))),
        (1, shock(2027, -7.5)),
        (1, shock(2030, 2.0)),
        (2, shock(2028, 3.0)),
    ] {
        assert_eq!(scenario.apply(plan(), code, change), Ok(()), "{code} {change:?}");
    }
    // Kinds are 16 and the lever's code: 14 for the crisis, 17 for the seed, 13 for a hazard, 32 and its code for a rate.
    let bytes = [
        0, 3, 30, 0, 10, 33, 0, 14, 50, 0xFF, 90, // what all share
        2, 2, 1, 2, 50, 1, 42, // beds
        34, 1, 29, 0, 30, // a ring road
    ];
    assert_eq!(changes::encode(&scenario), bytes);
    let shocks = [1, 2, 54, 0xFF, 0x95, 0x01, 60, 0, 4, 2, 1, 56, 0, 6];
    assert_eq!(changes::encode_shocks(&scenario), shocks);
    let opened = open(&[(CHANGES, &bytes), (SHOCKS, &shocks)]);
    assert_eq!(
        opened.map(|opened| (opened.value.scenario, opened.problems)),
        Ok((scenario, Vec::new()))
    );
}

#[test]
fn other_bytes_for_the_same_shocks_are_damage() {
    let year_twice = [1, 2, 54, 0, 6, 54, 0, 8];
    let years_wrong = [1, 2, 56, 0, 6, 54, 0, 8];
    let target_twice = [1, 1, 54, 0, 6, 1, 1, 56, 0, 6];
    let targets_wrong = [2, 1, 54, 0, 6, 1, 1, 54, 0, 6];
    let no_shock = [1, 0];
    let cut = [1, 2, 54, 0, 6];
    let cut_in_a_number = [1, 1, 54, 0];
    let countless = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 54, 0, 6];
    let long_decimal = [1, 1, 54, 0, 20];
    for content in [
        &year_twice[..],
        &years_wrong,
        &target_twice,
        &targets_wrong,
        &no_shock,
        &cut,
        &cut_in_a_number,
        &countless,
        &long_decimal,
        &[],
    ] {
        assert_eq!(open(&[(SHOCKS, content)]), Err(DAMAGED), "{content:?}");
    }
    assert!(open(&[(SHOCKS, &[1, 1, 54, 0, 6])]).is_ok());
}

#[test]
fn shocks_and_shared_changes_that_are_not_taken_are_named() {
    let shocks = |content: &[u8]| problem(open(&[(SHOCKS, content)]));
    let (path, reason) = shocks(&[1, 1, 38, 0, 6]);
    assert_eq!(path, "targets.income_per_capita.shocks.2019");
    assert!(matches!(reason, Reason::Refused { value: Some(3.0), .. }), "{reason:?}");
    let (path, reason) = shocks(&[0, 1, 54, 0, 6]);
    assert_eq!(path, "shared.shocks.2027");
    assert!(matches!(reason, Reason::Refused { .. }), "{reason:?}");
    assert_eq!(
        shocks(&[200, 1, 1, 54, 0, 6]),
        ("targets.#200".to_string(), Reason::UnknownTarget)
    );
    let far = shocks(&[1, 1, 0xC0, 0x9A, 0x0C, 0, 6]);
    assert_eq!(
        far,
        ("targets.income_per_capita.shocks.102000".to_string(), Reason::NotAYear)
    );
    for (content, name) in [
        (&[0, 1, 1, 1][..], "shared.mode"),
        (&[0, 1, 2, 3], "shared.basis"),
        (&[0, 1, 3, 46, 0, 6], "shared.observations.2023"),
        (&[0, 1, 23, 0, 6], "shared.volatility"),
        (&[0, 1, 0xFF, 0, 6], "shared.parameters.#207"),
        (&[2, 1, 0xFF, 0, 6], "targets.hospital_beds.parameters.#207"),
        (&[2, 1, 51, 0, 6], "targets.hospital_beds.parameters.#3"),
        (&[2, 1, 33, 0, 6], "targets.hospital_beds.seed"),
        (&[9, 1, 1, 2], "targets.literacy.mode"),
    ] {
        let (path, reason) = problem(changes(content));
        assert_eq!(path, name);
        assert!(matches!(reason, Reason::Refused { .. }), "{name}: {reason:?}");
    }
    // A code that stands for nothing yet.
    let unknown = problem(changes(&[0, 1, 48, 0, 6]));
    assert_eq!(unknown, ("shared.#32".to_string(), Reason::UnknownLever));
}

#[test]
fn other_bytes_for_the_same_are_damage() {
    let twice = [1, 2, 17, 0, 16, 17, 0, 16];
    let wrong_order = [1, 2, 18, 0, 16, 17, 0, 16];
    let years_wrong = [1, 2, 3, 46, 0, 16, 3, 44, 0, 16];
    let target_twice = [1, 1, 17, 0, 16, 1, 1, 18, 0, 16];
    let long_varint = [0x81, 0, 1, 17, 0, 16];
    let no_change = [1, 0];
    let cut = [1, 2, 17, 0, 16];
    let trend = [1, 1, 1, 0];
    let unknown_kind = [1, 1, 5, 0, 0];
    let countless = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 17, 0, 16];
    let long_decimal = [1, 1, 17, 0, 20];
    for content in [
        &twice[..],
        &wrong_order,
        &years_wrong,
        &target_twice,
        &long_varint,
        &no_change,
        &cut,
        &trend,
        &unknown_kind,
        &countless,
        &long_decimal,
        &[],
    ] {
        assert_eq!(changes(content), Err(DAMAGED), "{content:?}");
    }
    assert!(changes(&[1, 2, 17, 0, 16, 18, 0, 16]).is_ok());
}

#[test]
fn sections_out_of_order_are_damage() {
    let made_with = made_with_bytes(&MadeWith::now(plan()));
    let write = |sections: &[(u64, &[u8])]| {
        let mut bytes = Vec::new();
        for (tag, content) in sections {
            put_section(*tag, content, &mut bytes);
        }
        decode(&payload(&bytes), plan())
    };
    assert!(write(&[(NAME, b"a"), (MADE_WITH, &made_with)]).is_ok());
    assert_eq!(write(&[(MADE_WITH, &made_with), (NAME, b"a")]), Err(DAMAGED));
    assert_eq!(
        write(&[(NAME, b"a"), (NAME, b"a"), (MADE_WITH, &made_with)]),
        Err(DAMAGED)
    );
    assert_eq!(write(&[(0, b"a"), (MADE_WITH, &made_with)]), Err(DAMAGED));
    assert_eq!(write(&[(NAME, b"a")]), Err(DAMAGED));
    assert_eq!(write(&[(NAME, b"\xFF"), (MADE_WITH, &made_with)]), Err(DAMAGED));
    assert_eq!(write(&[(MADE_WITH, &[9, b'1'])]), Err(DAMAGED));
    // A length that promises more than there is.
    let endless = [0x01, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01, b'a'];
    assert_eq!(decode(&payload(&endless), plan()), Err(DAMAGED));
}

/// 24 November 2026; 2025 with counts 3 0 1 40 1 and 2030 with 0 9 8 27 1; target 2 with two milestones and 5 with one.
const RECORD: [u8; 26] = [
    0xAE, 0x27, 2, 50, 3, 0, 1, 40, 1, 60, 0, 9, 8, 27, 1, 2, 34, 104, 66, 65, 152, 97, 0, 0, 0, 0,
];

#[test]
fn what_the_author_saw_is_as_written() {
    let mut record = RECORD.to_vec();
    record.truncate(22);
    record.extend([0xDE, 0xAD, 0xBE, 0xEF]);
    let opened = open(&[(SEEN, &record)]).map(|opened| (opened.seen, opened.problems));
    let judged = |verdict, percent| crate::Judged { verdict, percent };
    let expected = Seen {
        date: crate::Day::from_days(20_781).unwrap_or_else(|| unreachable!("a day")),
        headline: crate::Headline {
            horizons: vec![
                (2025, engine::board::Tally::from_counts([3, 0, 1, 40, 1])),
                (2030, engine::board::Tally::from_counts([0, 9, 8, 27, 1])),
            ],
            changed: vec![
                crate::ChangedTarget {
                    code: 2,
                    milestones: vec![
                        judged(engine::Verdict::Missed, None),
                        judged(engine::Verdict::Expected(engine::Likelihood::Likely), Some(66)),
                    ],
                },
                crate::ChangedTarget {
                    code: 5,
                    milestones: vec![judged(engine::Verdict::Within, Some(97))],
                },
            ],
            hash: 0xDEAD_BEEF,
        },
    };
    assert_eq!(seen::encode(&expected), record);
    assert_eq!(opened, Ok((Some(expected), Vec::new())));
}

#[test]
fn other_bytes_for_the_same_record_are_damage() {
    let with = |place: usize, byte: u8| {
        let mut record = RECORD.to_vec();
        if let Some(there) = record.get_mut(place) {
            *there = byte;
        }
        open(&[(SEEN, &record)])
    };
    assert!(with(0, 0xAE).is_ok());
    // The years in disorder, a count too large, too many targets, a milestone too many, a percent above 100.
    for (place, byte) in [(9, 50), (9, 48), (4, 0x80), (15, 3), (16, 35), (21, 101)] {
        assert_eq!(with(place, byte), Err(DAMAGED), "{place}: {byte}");
    }
    let longer = [&RECORD[..], &[0]].concat();
    assert_eq!(open(&[(SEEN, &[0xAE, 0x27, 0, 0, 0, 0, 0])]), Err(DAMAGED));
    assert_eq!(open(&[(SEEN, &longer)]), Err(DAMAGED));
    // A probability whose judgement it says itself: 161 is "very unlikely" with the percent behind it.
    let long = [0xAE, 0x27, 0, 1, 1, 161, 5, 0, 0, 0, 0];
    assert_eq!(open(&[(SEEN, &long)]), Err(DAMAGED));
    // A day before 1970, one after 9999, a target beyond 255, a count that promises more than there is.
    let before_1970 = [0xAD, 0x9D, 0x02, 0, 0, 0, 0, 0, 0];
    let after_9999 = [0xFE, 0xFF, 0xFF, 0x7F, 0, 0, 0, 0, 0, 0];
    let beyond = [0xAE, 0x27, 0, 1, 0xE1, 0x3F, 101, 0, 0, 0, 0];
    let countless = [
        0xAE, 0x27, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, 0, 0,
    ];
    for content in [&before_1970[..], &after_9999, &beyond, &countless, &[]] {
        assert_eq!(open(&[(SEEN, content)]), Err(DAMAGED), "{content:?}");
    }
}

#[test]
fn a_record_with_later_judgements_is_passed_over() {
    for judgement in [&[120][..], &[150], &[170, 5]] {
        let mut record = vec![0xAE, 0x27, 0, 1, 1];
        record.extend_from_slice(judgement);
        record.extend([0; 4]);
        let opened = open(&[(NAME, b"a"), (SEEN, &record)]);
        assert_eq!(opened.as_ref().map(|opened| &opened.seen), Ok(&None));
        assert_eq!(problem(opened), ("sections.6".to_string(), Reason::UnknownSection));
    }
}

#[test]
fn later_sections_are_passed_over() {
    let opened = open(&[(NAME, b"a"), (77, &[1, 2, 3])]);
    assert_eq!(opened.as_ref().map(|opened| opened.value.name.as_str()), Ok("a"));
    assert_eq!(problem(opened), ("sections.77".to_string(), Reason::UnknownSection));
}

#[test]
fn what_the_plan_does_not_take_is_named() {
    let named = |path: &str, reason| (path.to_string(), reason);
    let growth = "targets.income_per_capita.growth.2021-2025";
    let (path, reason) = problem(changes(&[1, 1, 17, 2, 8]));
    assert_eq!(path, growth);
    assert!(
        matches!(reason, Reason::Refused { value: Some(400.0), .. }),
        "{reason:?}"
    );
    let mut not_a_number = vec![1, 1, 17, 0x80];
    not_a_number.extend(f64::NAN.to_bits().to_le_bytes());
    let (path, reason) = problem(changes(&not_a_number));
    assert_eq!(path, growth);
    assert!(matches!(reason, Reason::Refused { error, .. } if error.problem == engine::Problem::NotANumber));
    let unknown_target = named("targets.#300", Reason::UnknownTarget);
    assert_eq!(problem(changes(&[0xAC, 0x02, 2, 17, 0, 16, 18, 0, 16])), unknown_target);
    let unknown_mode = named("targets.income_per_capita.mode", Reason::UnknownMode);
    assert_eq!(problem(changes(&[1, 1, 1, 7])), unknown_mode);
    let unknown_basis = named("targets.income_per_capita.basis", Reason::UnknownBasis);
    assert_eq!(problem(changes(&[1, 1, 2, 250])), unknown_basis);
    let unknown_lever = named("targets.income_per_capita.#18", Reason::UnknownLever);
    assert_eq!(problem(changes(&[1, 1, 34, 0, 16])), unknown_lever);
    let not_a_year = named("targets.income_per_capita.observations.102000", Reason::NotAYear);
    assert_eq!(problem(changes(&[1, 1, 3, 0xC0, 0x9A, 0x0C, 0, 16])), not_a_year);
}

#[test]
fn untidy_texts_are_cleaned_and_named() {
    let (path, reason) = problem(open(&[(NAME, "a\u{202E}b".as_bytes())]));
    assert_eq!((path.as_str(), reason), ("name", Reason::TextCleaned));
    let long = "ạ".repeat(2_001);
    let (path, reason) = problem(open(&[(NOTES, long.as_bytes())]));
    assert_eq!((path.as_str(), reason), ("notes", Reason::TextCut { limit: 2_000 }));
}

proptest! {
    #[test]
    fn any_bytes_behind_a_right_checksum(bytes in proptest::collection::vec(any::<u8>(), 0..80)) {
        let _ = decode(&payload(&bytes), plan());
        let _ = changes(&bytes);
        let _ = open(&[(SHOCKS, &bytes)]);
        let _ = open(&[(SEEN, &bytes)]);
    }

    /// A record that opens without a word is written again as it was.
    #[test]
    fn accepted_records_are_canonical(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = RECORD.to_vec();
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes.splice(place..=place, [byte]);
        }
        if let Ok(Some(found)) = open(&[(SEEN, &bytes)]).map(|opened| opened.seen) {
            prop_assert_eq!(seen::encode(&found), bytes);
        }
    }

    /// Shocks too: what opens without a word is written again as it was, but for one of nothing.
    #[test]
    fn accepted_shocks_are_canonical(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = vec![1, 2, 54, 0xFF, 0x95, 0x01, 60, 0, 4, 2, 1, 56, 0, 6];
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes.splice(place..=place, [byte]);
        }
        if let Ok(opened) = open(&[(SHOCKS, &bytes)]) {
            let again = changes::encode_shocks(&opened.value.scenario);
            let is_shorter = again.len() < bytes.len();
            prop_assert!(again == bytes || is_shorter || !opened.problems.is_empty(), "{bytes:?} {again:?}");
        }
    }

    /// What opens without a word is written again as it was.
    #[test]
    fn accepted_links_are_canonical(
        places in proptest::collection::vec((any::<proptest::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = vec![1, 4, 1, 1, 2, 2, 3, 46, 0, 0x84, 0x01, 17, 0xFF, 0xAA, 0x01, 2, 1, 3, 48, 0xFF, 0xBA, 0x06];
        for (place, byte) in places {
            let place = place.index(bytes.len());
            bytes.splice(place..=place, [byte]);
        }
        if let Ok(opened) = changes(&bytes) {
            let again = changes::encode(&opened.value.scenario);
            // A value that is the shipped one is taken, and needs not be written.
            let is_shorter = again.len() < bytes.len();
            prop_assert!(again == bytes || is_shorter || !opened.problems.is_empty(), "{bytes:?} {again:?}");
        }
    }
}
