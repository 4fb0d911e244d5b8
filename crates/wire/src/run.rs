//! What the page and its worker say to each other: a scenario to be drawn, and what the draws say. Never kept, never shared:
//! both sides are of one build, and an answer of another one is refused.

use engine::ENGINE_VERSION;
use engine::draws::RANDOM_ID;
use engine::ensemble::{Ensemble, Joint, Standing};
use plan::Plan;
use serde::{Deserialize, Serialize};

use crate::document;
use crate::saved::{MadeWith, Saved};

/// A scenario to be drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Counts the requests of a page: an answer to an older one is stale.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// The code of the target whose quantiles are wanted.
    pub chosen: Option<u8>,
    /// The year today lies in.
    pub today_year: i16,
    /// The scenario as a document.
    pub scenario: String,
}

/// What the draws say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// The request it answers.
    pub revision: u32,
    /// How many draws.
    pub draws: u32,
    /// The seed they start from.
    pub seed: u64,
    /// Versions of the data, of the mathematics and of the random numbers.
    pub made_with: [String; 3],
    /// Milestones taken together, by year and field.
    pub groups: Vec<Group>,
    /// The share of draws that meet each milestone that was drawn: target's code, place, share (a fraction).
    pub shares: Vec<(u8, usize, f64)>,
    /// Quantiles of the chosen target: year, and the values at `engine::ensemble::CHOSEN_PROBABILITIES`.
    pub chosen: Vec<(i16, Vec<f64>)>,
    /// Milliseconds the draws took, without the waiting.
    pub milliseconds: f64,
}

/// Milestones taken together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// Their year.
    pub year: i16,
    /// The id of their field; None for all fields.
    pub field: Option<String>,
    /// Milestones that can be judged, and those of them that figures have settled as met and as missed.
    pub judged: usize,
    /// See `judged`.
    pub settled_met: usize,
    /// See `judged`.
    pub settled_missed: usize,
    /// Milestones that cannot be judged.
    pub unknown: usize,
    /// Expected number met.
    pub expected: f64,
    /// P(at least k are met), a fraction, for k from 0 to `judged`.
    pub at_least: Vec<f64>,
}

/// The text of a request to draw `saved`.
#[must_use]
pub fn request(saved: &Saved, plan: &Plan, revision: u32, draws: u32, chosen: Option<u8>, today_year: i16) -> String {
    let request = Request {
        revision,
        draws,
        chosen,
        today_year,
        scenario: document::to_text(saved, plan, &MadeWith::now(plan)),
    };
    // Numbers and strings into memory: nothing here can fail.
    serde_json::to_string(&request).unwrap_or_default()
}

/// Reads a request; None for any other text.
#[must_use]
pub fn read_request(text: &str, plan: &Plan) -> Option<(Request, Saved)> {
    let request: Request = serde_json::from_str(text).ok()?;
    let opened = document::from_text(&request.scenario, plan).ok()?;
    Some((request, opened.value))
}

/// The text of the answer to `request`.
#[must_use]
pub fn answer(request: &Request, ensemble: &Ensemble, plan: &Plan, milliseconds: f64) -> String {
    let mut years: Vec<i16> = ensemble
        .milestones
        .iter()
        .filter_map(|milestone| milestone.year)
        .collect();
    years.sort_unstable();
    years.dedup();
    let field_of = |code: u8| plan.target_by_code(code).map(|target| target.field.id);
    let groups = years.iter().flat_map(|year| {
        let all = group(*year, None, &ensemble.joint(|milestone| milestone.year == Some(*year)));
        let fields = plan.fields.iter().filter_map(move |field| {
            let joint =
                ensemble.joint(|milestone| milestone.year == Some(*year) && field_of(milestone.code) == Some(field.id));
            (joint.judged + joint.unknown > 0).then(|| group(*year, Some(field.id), &joint))
        });
        std::iter::once(all).chain(fields)
    });
    let shares = ensemble
        .milestones
        .iter()
        .filter_map(|milestone| match &milestone.standing {
            Standing::Drawn(hits) => Some((milestone.code, milestone.index, hits.share())),
            Standing::Certain(_) | Standing::Unknown => None,
        });
    let answer = Answer {
        revision: request.revision,
        draws: ensemble.draws,
        seed: ensemble.seed,
        made_with: made_with(plan),
        groups: groups.collect(),
        shares: shares.collect(),
        chosen: ensemble
            .chosen
            .iter()
            .map(|year| (year.year, year.values.clone()))
            .collect(),
        milliseconds,
    };
    serde_json::to_string(&answer).unwrap_or_default()
}

/// Reads an answer; None for any other text, and for an answer of another build.
#[must_use]
pub fn read_answer(text: &str, plan: &Plan) -> Option<Answer> {
    let answer: Answer = serde_json::from_str(text).ok()?;
    (answer.made_with == made_with(plan)).then_some(answer)
}

fn made_with(plan: &Plan) -> [String; 3] {
    [plan.data_version, ENGINE_VERSION, RANDOM_ID].map(str::to_string)
}

fn group(year: i16, field: Option<&str>, joint: &Joint) -> Group {
    Group {
        year,
        field: field.map(str::to_string),
        judged: joint.judged,
        settled_met: joint.settled_met,
        settled_missed: joint.settled_missed,
        unknown: joint.unknown,
        expected: joint.expected,
        at_least: joint.at_least.clone(),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test that goes wrong should stop")]
mod tests {
    use super::*;
    use engine::ensemble::EnsembleRun;

    #[test]
    fn what_is_asked_and_answered_arrives() {
        let plan = plan::plan();
        let saved = Saved::default();
        let text = request(&saved, plan, 7, 640, Some(1), 2026);
        let (asked, scenario) = read_request(&text, plan).expect("a request");
        assert_eq!((asked.revision, asked.draws, asked.chosen), (7, 640, Some(1)));
        assert_eq!(scenario, saved);
        let ensemble = EnsembleRun::new(plan, &scenario.scenario, 2026, asked.draws, asked.chosen).finish();
        let answer = read_answer(&answer(&asked, &ensemble, plan, 3.5), plan).expect("an answer");
        assert_eq!((answer.revision, answer.draws, answer.seed), (7, 640, ensemble.seed));
        let all = answer
            .groups
            .iter()
            .find(|group| group.year == 2030 && group.field.is_none());
        let joint = ensemble.joint(|milestone| milestone.year == Some(2030));
        assert_eq!(all.map(|group| group.at_least.clone()), Some(joint.at_least));
        assert_eq!(answer.chosen.len(), ensemble.chosen.len());
    }

    #[test]
    fn anything_else_is_refused() {
        let plan = plan::plan();
        for text in ["", "{}", "null", "{\"revision\":1}"] {
            assert_eq!(read_request(text, plan), None, "{text}");
            assert_eq!(read_answer(text, plan), None, "{text}");
        }
        let other = "{\"revision\":1,\"draws\":1,\"seed\":1,\"made_with\":[\"\",\"\",\"\"],\"groups\":[],\"shares\":[],\"chosen\":[],\"milliseconds\":0}";
        assert_eq!(read_answer(other, plan), None);
    }
}
