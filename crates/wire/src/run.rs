//! What the page and its worker say to each other: a scenario to be drawn, and what the draws say. Never kept, never shared:
//! both sides are of one build, and an answer of another one is refused.
//!
//! Lines of words with a space between them. JSON would cost the page some kilobytes of code for numbers alone.

use std::fmt::{Display, Write as _};
use std::str::{FromStr, SplitWhitespace};

use engine::ENGINE_VERSION;
use engine::draws::RNG_ID;
use engine::ensemble::{Ensemble, Joint, MilestoneDraws};
use plan::Plan;

use crate::document;
use crate::saved::{MadeWith, Saved};

/// A scenario to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Counts the requests of a page: an answer to an older one is stale.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// The year today lies in.
    pub today_year: i16,
    /// The scenario, with its name.
    pub saved: Saved,
}

/// What the draws say.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answer {
    /// The request it answers.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// The seed they start from.
    pub seed: u64,
    /// Milliseconds the draws took, without the waiting.
    pub milliseconds: f64,
    /// Milestones taken together, by year and field.
    pub groups: Vec<Group>,
}

/// Milestones taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Their year.
    pub year: i16,
    /// The id of their field; None for all fields.
    pub field: Option<&'static str>,
    /// Milestones that can be judged.
    pub judged: usize,
    /// Of them, those that figures have settled as met.
    pub settled_met: usize,
    /// Of them, those that figures have settled as missed.
    pub settled_missed: usize,
    /// Milestones that cannot be judged.
    pub unknown: usize,
    /// Expected number met.
    pub expected: f64,
    /// P(at least k are met), a fraction, for k from 0 to `judged`.
    pub at_least: Vec<f64>,
}

/// Stands for all fields.
const ALL: &str = "-";

/// The text of a request to draw `saved`.
#[must_use]
pub fn request(saved: &Saved, plan: &Plan, revision: u32, draws: u32, today_year: i16) -> String {
    let scenario = document::to_text(saved, plan, &MadeWith::now(plan));
    format!("{revision} {draws} {today_year}\n{scenario}")
}

/// Reads a request; None for any other text.
#[must_use]
pub fn read_request(text: &str, plan: &Plan) -> Option<Request> {
    let (line, scenario) = text.split_once('\n')?;
    let mut words = line.split_whitespace();
    Some(Request {
        revision: next(&mut words)?,
        draws: next(&mut words)?,
        today_year: next(&mut words)?,
        saved: document::from_text(scenario, plan).ok()?.value,
    })
}

/// The text of the answer to `request`.
#[must_use]
pub fn answer(request: &Request, ensemble: &Ensemble, plan: &Plan, milliseconds: f64) -> String {
    let mut text = String::new();
    let revision = request.revision;
    let (draws, seed) = (ensemble.draws, ensemble.seed);
    put(
        &mut text,
        &[&revision, &draws, &seed, &milliseconds, &made_with(plan)],
        &[],
    );
    // What has no year of its own counts to the end of the plan, as on the board.
    let year_of = |milestone: &MilestoneDraws| milestone.year.unwrap_or(plan.end_year);
    let mut years: Vec<i16> = ensemble.milestones.iter().map(year_of).collect();
    years.sort_unstable();
    years.dedup();
    let field_of = |code: u8| plan.target_by_code(code).map(|target| target.field.id);
    for year in years {
        put_group(
            &mut text,
            year,
            ALL,
            &ensemble.joint(|milestone| year_of(milestone) == year),
        );
        for field in plan.fields {
            let is_in = |code: u8| field_of(code) == Some(field.id);
            let joint = ensemble.joint(|milestone| year_of(milestone) == year && is_in(milestone.code));
            if joint.judged + joint.unknown > 0 {
                put_group(&mut text, year, field.id, &joint);
            }
        }
    }
    text
}

/// Reads an answer; None for any other text, and for an answer of another build.
#[must_use]
pub fn read_answer(text: &str, plan: &Plan) -> Option<Answer> {
    let mut lines = text.lines();
    let mut words = lines.next()?.split_whitespace();
    let mut answer = Answer {
        revision: next(&mut words)?,
        draws: next(&mut words)?,
        seed: next(&mut words)?,
        milliseconds: next(&mut words)?,
        ..Answer::default()
    };
    if words.next()? != made_with(plan) {
        return None;
    }
    for line in lines {
        let mut words = line.split_whitespace();
        match words.next()? {
            "group" => answer.groups.push(read_group(&mut words, plan)?),
            _ => return None,
        }
    }
    Some(answer)
}

/// One word: versions of the data, of the mathematics and of the random numbers.
fn made_with(plan: &Plan) -> String {
    let versions = format!("{}|{ENGINE_VERSION}|{RNG_ID}", plan.data_version);
    versions.replace(char::is_whitespace, "_")
}

fn put_group(text: &mut String, year: i16, field: &str, joint: &Joint) {
    let words: [&dyn Display; 8] = [
        &"group",
        &year,
        &field,
        &joint.judged,
        &joint.settled_met,
        &joint.settled_missed,
        &joint.unknown,
        &joint.expected,
    ];
    put(text, &words, &joint.at_least);
}

fn read_group(words: &mut SplitWhitespace<'_>, plan: &Plan) -> Option<Group> {
    Some(Group {
        year: next(words)?,
        field: match words.next()? {
            ALL => None,
            id => Some(plan.fields.iter().find(|field| field.id == id)?.id),
        },
        judged: next(words)?,
        settled_met: next(words)?,
        settled_missed: next(words)?,
        unknown: next(words)?,
        expected: next(words)?,
        at_least: rest(words.clone())?,
    })
}

/// A line of words, then numbers in their shortest form that reads back as the same.
fn put(text: &mut String, words: &[&dyn Display], numbers: &[f64]) {
    let words = words
        .iter()
        .copied()
        .chain(numbers.iter().map(|number| number as &dyn Display));
    for (place, word) in words.enumerate() {
        let gap = if place == 0 { "" } else { " " };
        // Into a string: it cannot fail.
        let _ = write!(text, "{gap}{word}");
    }
    text.push('\n');
}

fn next<T: FromStr>(words: &mut SplitWhitespace<'_>) -> Option<T> {
    words.next()?.parse().ok()
}

fn rest(words: SplitWhitespace<'_>) -> Option<Vec<f64>> {
    words.map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that goes wrong should stop")]
mod tests {
    use super::*;
    use engine::ensemble::EnsembleRun;

    #[test]
    fn what_is_asked_and_answered_arrives() {
        let plan = plan::plan();
        let saved = Saved {
            name: "Hai dòng\nvà dấu cách".to_string(),
            ..Saved::default()
        };
        let text = request(&saved, plan, 7, 640, 2026);
        let asked = read_request(&text, plan).expect("a request");
        assert_eq!((asked.revision, asked.draws, asked.today_year), (7, 640, 2026));
        assert_eq!(asked.saved.scenario, saved.scenario);
        let run = EnsembleRun::new(plan, &asked.saved.scenario, 2026, asked.draws, None);
        let ensemble = run.finish();
        let answer = read_answer(&answer(&asked, &ensemble, plan, 3.5), plan).expect("an answer");
        assert_eq!(
            (answer.revision, answer.draws, answer.seed, answer.milliseconds),
            (7, 640, ensemble.seed, 3.5)
        );
        let all = answer
            .groups
            .iter()
            .find(|group| group.year == 2030 && group.field.is_none());
        let joint = ensemble.joint(|milestone| milestone.year == Some(2030));
        assert_eq!(all.map(|group| group.at_least.clone()), Some(joint.at_least));
        // None is left out, also of those without a year; each stands among all and in its field.
        let count = |is_field: bool| {
            let groups = answer.groups.iter().filter(|group| group.field.is_some() == is_field);
            groups.map(|group| group.judged + group.unknown).sum::<usize>()
        };
        assert_eq!([count(false), count(true)], [ensemble.milestones.len(); 2]);
    }

    #[test]
    fn anything_else_is_refused() {
        let plan = plan::plan();
        for text in ["", "\n", "1 2 2026\n{}", "1 x 2026\n", "{}", "1 640 7 0.5 other|1|x\n"] {
            assert_eq!(read_request(text, plan), None, "{text}");
            assert_eq!(read_answer(text, plan), None, "{text}");
        }
        let own = format!("1 640 7 0.5 {}\n", made_with(plan));
        assert!(read_answer(&own, plan).is_some());
        for line in ["group 2030", "group 2030 nowhere 1 0 0 0 1 1", "shares"] {
            assert_eq!(read_answer(&format!("{own}{line}\n"), plan), None, "{line}");
        }
    }
}
