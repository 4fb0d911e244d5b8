//! What the author of a link saw, and what differs now, in lines for a terminal. Must not compute a figure.

use engine::board::Tally;
use engine::{Likelihood, Outlook, Verdict};
use plan::Plan;
use wire::{Day, Difference, Headline, Judged, MadeWith, Moved, Seen};

/// Indented lines: what was seen, whether it is the same now, and why it is not.
pub fn told(seen: &Seen, now: &Headline, made_with: &MadeWith, plan: &Plan, today: Day) -> String {
    let mut lines = vec![format!("seen on {}: {}", seen.date.to_iso(), horizons(&seen.headline))];
    match seen.compare(now, made_with, plan, today) {
        None => lines.push("now: the same".to_owned()),
        Some(difference) => {
            lines.extend(differences(&difference, now, plan));
            lines.push(format!("because {}", reasons(&difference)));
        }
    }
    lines.iter().map(|line| format!("  {line}\n")).collect()
}

fn horizons(headline: &Headline) -> String {
    let horizons = headline
        .horizons
        .iter()
        .map(|(year, tally)| format!("in {year} {}", counts(tally)));
    horizons.collect::<Vec<_>>().join("; ")
}

fn counts(tally: &Tally) -> String {
    let counts = Outlook::ALL.into_iter().filter(|outlook| tally.count(*outlook) > 0);
    let counts = counts.map(|outlook| format!("{} {}", tally.count(outlook), word(outlook)));
    counts.collect::<Vec<_>>().join(", ")
}

const fn word(outlook: Outlook) -> &'static str {
    match outlook {
        Outlook::Met => "met",
        Outlook::OnCourse => "on course",
        Outlook::Even => "about as likely as not",
        Outlook::AtRisk => "at risk",
        Outlook::Unknown => "not assessed",
    }
}

fn differences(difference: &Difference, now: &Headline, plan: &Plan) -> Vec<String> {
    if difference.is_small {
        return vec!["now: the same counts, and the same for every changed target; others have moved".to_owned()];
    }
    let mut lines = vec![format!("now: {}", horizons(now))];
    for target in &difference.targets {
        let id = plan
            .target_by_code(target.code)
            .map_or_else(|| format!("#{}", target.code), |known| known.id.to_owned());
        let told = |judged: &Option<Judged>| judged.as_ref().map_or_else(|| "nothing".to_owned(), judgement);
        let then: Vec<String> = target.milestones.iter().map(|(then, _)| told(then)).collect();
        let now: Vec<String> = target.milestones.iter().map(|(_, now)| told(now)).collect();
        lines.push(format!("{id}: {} then, {} now", then.join(" and "), now.join(" and ")));
    }
    lines
}

fn judgement(judged: &Judged) -> String {
    let word = match judged.verdict {
        Verdict::Met => "met",
        Verdict::Within => "within the range",
        Verdict::Exceeded => "past the range",
        Verdict::Missed => "missed",
        Verdict::NotYet => "not yet",
        Verdict::NotAssessed(_) => "not assessed",
        Verdict::Expected(Likelihood::VeryUnlikely) => "very unlikely",
        Verdict::Expected(Likelihood::Unlikely) => "unlikely",
        Verdict::Expected(Likelihood::Even) => "about as likely as not",
        Verdict::Expected(Likelihood::Likely) => "likely",
        Verdict::Expected(Likelihood::VeryLikely) => "very likely",
    };
    match judged.percent {
        Some(percent) => format!("{word} ({percent} %)"),
        None => word.to_owned(),
    }
}

fn reasons(difference: &Difference) -> String {
    let reasons = difference.reasons.iter().map(|moved| match moved {
        Moved::Data { from } => format!("the data were {from}"),
        Moved::Engine { from } => format!("the engine was {from}"),
        Moved::Year { from } => format!("the year was {from}"),
    });
    let reasons: Vec<String> = reasons.collect();
    if reasons.is_empty() {
        "of nothing that the link says".to_owned()
    } else {
        reasons.join(", ")
    }
}
