//! Then and now: how what the author of a link saw differs from what is seen here, in sentences.

use engine::Outlook;
use engine::board::Tally;
use plan::{Language, Plan};
use wire::{Difference, Judged, Moved};

use super::{outlook_word, verdict};

/// Why the results can have moved, joined; empty where nothing explains it.
#[must_use]
pub fn difference_reasons(difference: &Difference, plan: &Plan, language: Language) -> String {
    let reasons = difference.reasons.iter().map(|reason| match reason {
        Moved::Data { from } => tr!(language, seen.data, from = from, to = plan.data_version).to_string(),
        Moved::Engine { from } => tr!(language, seen.engine, from = from, to = engine::ENGINE_VERSION).to_string(),
        Moved::Year { from } => tr!(language, seen.year, from = from).to_string(),
    });
    reasons.collect::<Vec<_>>().join("; ")
}

/// What has moved, a sentence each: years first, then targets.
#[must_use]
pub fn difference_lines(difference: &Difference, plan: &Plan, language: Language) -> Vec<String> {
    let years = difference.horizons.iter().map(|horizon| {
        tr!(
            language,
            seen.line,
            what = horizon.year,
            then = tally(horizon.then, language),
            now = tally(horizon.now, language)
        )
        .to_string()
    });
    let targets = difference.targets.iter().filter_map(|moved| {
        let target = plan.target_by_code(moved.code)?;
        let words = |side: Vec<Option<Judged>>| {
            let words = side.into_iter().map(|side| judged(side, language));
            words.collect::<Vec<_>>().join(", ")
        };
        let (then, now) = moved.milestones.iter().copied().unzip();
        let (then, now) = (words(then), words(now));
        Some(
            tr!(
                language,
                seen.line,
                what = target.name.get(language),
                then = then,
                now = now
            )
            .to_string(),
        )
    });
    years.chain(targets).collect()
}

fn judged(judged: Option<Judged>, language: Language) -> String {
    let Some(judged) = judged else { return "–".to_string() };
    let word = verdict(judged.verdict, language);
    match judged.percent {
        Some(percent) => format!("{word} ({percent}%)"),
        None => word.to_string(),
    }
}

/// "met 3, on course 5": the groups that hold something.
fn tally(tally: Option<Tally>, language: Language) -> String {
    let Some(tally) = tally else { return "–".to_string() };
    let groups = Outlook::ALL.iter().filter_map(|outlook| {
        let count = tally.count(*outlook);
        (count > 0).then(|| format!("{} {count}", outlook_word(*outlook, language)))
    });
    groups.collect::<Vec<_>>().join(", ")
}

/// A day as the language writes it in figures: `24/11/2026`, `24 Nov 2026`.
#[must_use]
pub fn day(day: wire::Day, language: Language) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let (year, month, day) = day.date();
    match language {
        Language::Vietnamese => format!("{day:02}/{month:02}/{year}"),
        Language::English => {
            let month = MONTHS
                .get(usize::from(month).saturating_sub(1))
                .copied()
                .unwrap_or_default();
            format!("{day} {month} {year}")
        }
    }
}
