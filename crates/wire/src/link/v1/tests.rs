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
