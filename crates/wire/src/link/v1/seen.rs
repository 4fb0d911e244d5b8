//! What the author saw, in links of version 1.
//!
//! ```text
//! seen      day, horizons, changed targets, hash
//! day       days after 1 January 2020 as a zigzag varint
//! horizons  their number (varint), then for each, years increasing: year, and five counts (varints): met, on course,
//!           about as likely as not, at risk, not assessed
//! changed   the number of targets (varint), then for each, codes increasing: a varint, 32 × (the code − the code of the
//!           one before − 1) + the number of milestones (at most 31); at first the code before is 0. Then its milestones
//! milestone 1 byte
//!   0–100   expected, with this whole percent, rounded down; the word follows from it
//!   101 + n judgement n without a probability
//!   151 + n judgement n; the next byte is its percent
//! n         0 met, 1 within its range, 2 exceeded, 3 missed, 4 not yet; not assessed for want of: 5 a figure,
//!           6 a threshold, 7 a compared figure, 8 a report, 9 a figure before it
//! hash      4 bytes, high byte first
//! year      as in `changes`
//! ```

use engine::board::Tally;
use engine::{Outlook, Verdict};

use super::changes::YEAR_ZERO;
use crate::day::Day;
use crate::link::bytes::{Reader, put_varint, put_zigzag};
use crate::seen::{ChangedTarget, Headline, Judged, Seen, verdict, verdict_code};

/// 1 January 2020 in days after 1 January 1970.
const DAY_ZERO: i64 = 18_262;
/// One more than the most milestones of a target.
const MILESTONES: u64 = 32;
/// A count is of milestones of one year: no plan has more.
const MOST_COUNTED: u64 = 9_999;

const WHOLE: u8 = 100;
const WITHOUT: u8 = 101;
const WITH: u8 = 151;
/// Judgements a byte has room for.
const JUDGEMENTS: u8 = 50;

/// What a section holds.
pub(super) enum Read {
    /// A record.
    Seen(Seen),
    /// A record with judgements that came after this page.
    Later,
}

pub(super) fn encode(seen: &Seen) -> Vec<u8> {
    let mut bytes = Vec::new();
    put_zigzag(i64::from(seen.date.days()) - DAY_ZERO, &mut bytes);
    let Headline {
        horizons,
        changed,
        hash,
    } = &seen.headline;
    put_varint(horizons.len() as u64, &mut bytes);
    for (year, tally) in horizons {
        put_zigzag(i64::from(*year) - YEAR_ZERO, &mut bytes);
        for outlook in Outlook::ALL {
            put_varint((tally.count(outlook) as u64).min(MOST_COUNTED), &mut bytes);
        }
    }
    put_varint(changed.len() as u64, &mut bytes);
    let mut before = 0;
    for target in changed {
        let step = u64::from(target.code.saturating_sub(before).saturating_sub(1));
        before = target.code;
        let most = target.milestones.len().min(MILESTONES as usize - 1);
        put_varint(step * MILESTONES + most as u64, &mut bytes);
        for milestone in target.milestones.iter().take(most) {
            put_judged(*milestone, &mut bytes);
        }
    }
    bytes.extend(hash.to_be_bytes());
    bytes
}

fn put_judged(judged: Judged, bytes: &mut Vec<u8>) {
    let code = verdict_code(judged.verdict).min(JUDGEMENTS - 1);
    match (judged.verdict, judged.percent) {
        (Verdict::Expected(likelihood), Some(percent))
            if percent <= WHOLE && Judged::likelihood(percent) == likelihood =>
        {
            bytes.push(percent);
        }
        (_, Some(percent)) => bytes.extend([WITH + code, percent.min(WHOLE)]),
        (_, None) => bytes.push(WITHOUT + code),
    }
}

/// Reads the section. None where the bytes are not as a page writes them.
pub(super) fn decode(mut reader: Reader) -> Option<Read> {
    let days = reader.zigzag()?.checked_add(DAY_ZERO)?;
    let date = Day::from_days(u32::try_from(days).ok()?)?;
    let mut is_later = false;
    let mut headline = Headline::default();
    // Each turn takes bytes, so that a count cannot make more turns than there are bytes.
    for _ in 0..reader.varint()? {
        let year = i16::try_from(reader.zigzag()?.checked_add(YEAR_ZERO)?).ok()?;
        if headline.horizons.last().is_some_and(|(before, _)| *before >= year) {
            return None;
        }
        let mut counts = [0; 5];
        for count in &mut counts {
            *count = usize::try_from(reader.varint().filter(|count| *count <= MOST_COUNTED)?).ok()?;
        }
        headline.horizons.push((year, Tally::from_counts(counts)));
    }
    let mut before = 0_u64;
    for _ in 0..reader.varint()? {
        let head = reader.varint()?;
        before = before.checked_add(head / MILESTONES)?.checked_add(1)?;
        let code = u8::try_from(before).ok()?;
        let mut milestones = Vec::new();
        for _ in 0..head % MILESTONES {
            match read_judged(&mut reader)? {
                Some(judged) => milestones.push(judged),
                None => is_later = true,
            }
        }
        headline.changed.push(ChangedTarget { code, milestones });
    }
    headline.hash = u32::from_be_bytes(reader.take(4)?.try_into().ok()?);
    if !reader.is_empty() {
        return None;
    }
    Some(if is_later {
        Read::Later
    } else {
        Read::Seen(Seen { date, headline })
    })
}

/// One milestone; within, None for a judgement that is not known.
fn read_judged(reader: &mut Reader) -> Option<Option<Judged>> {
    let first = reader.byte()?;
    let (code, percent) = match first {
        0..=WHOLE => {
            let verdict = Verdict::Expected(Judged::likelihood(first));
            let percent = Some(first);
            return Some(Some(Judged { verdict, percent }));
        }
        WITH.. => (first - WITH, Some(reader.byte().filter(|percent| *percent <= WHOLE)?)),
        _ => (first - WITHOUT, None),
    };
    // Their probability says it in the shorter form.
    if percent.is_some_and(|percent| verdict(code) == Some(Verdict::Expected(Judged::likelihood(percent)))) {
        return None;
    }
    Some(verdict(code).map(|verdict| Judged { verdict, percent }))
}
