//! Answers to a reader's questions about a target, computed and worded as data: headings, texts, tables, bars, buttons.
//!
//! The worker makes them and the page draws them, so that neither the searches nor their words are in what a reader
//! downloads before the board can be used. No signal, no element, no browser but number formats.

mod backtest;
mod backtests;
mod codec;
mod contributions;
mod equation;
mod goal;
mod levers;
mod matters;
mod progress;
mod record;

use engine::{Change, Inputs, LeverId, Projection, SHARED_CODE, Scenario, Setting, project};
use plan::{Language, Plan, Target};

pub use codec::{read_answer, read_question, write_answer, write_question};
pub use goal::GOALS;

/// What a reader asks about a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Which assumption reaches a milestone: its place, and the place of the goal in [`GOALS`].
    Goal {
        /// Place among the projection's milestones.
        milestone: usize,
        /// Place among the goals.
        goal: usize,
    },
    /// What matters for a milestone.
    Matters {
        /// Place among the projection's milestones.
        milestone: usize,
        /// For its probability instead of its median.
        by_probability: bool,
    },
    /// What adds to income up to a milestone's year.
    Contributions {
        /// Place among the projection's milestones.
        milestone: usize,
    },
    /// The pace needed beside what is on record, and the flow it takes.
    Record,
    /// Progress so far by four methods.
    Progress,
    /// How well forecasts would have done.
    BackTest,
    /// The equation with its numbers.
    Equation,
    /// How well forecasts would have done, over everything that can be tested. Of no one target.
    BackTests,
}

/// A question with what it is asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Which panel asks; it gets the answer.
    pub slot: u32,
    /// Counts a panel's questions: an answer to an older one is stale.
    pub revision: u32,
    /// Code of the target; that of what all share where the question is of no one target.
    pub code: u8,
    /// What is asked.
    pub ask: Ask,
    /// The language of the answer.
    pub language: Language,
    /// The year today lies in.
    pub today_year: i16,
    /// Under which scenario.
    pub scenario: Scenario,
}

/// What stands in one place of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number, aligned to the end.
    Number(String),
    /// A text with a softer one below it.
    Noted(String, String),
    /// A text with a mark behind it.
    Marked(String, String),
    /// From the outcome as things stand (second) to its low (first) and high (third) end, shares of the width.
    Swing(f64, f64, f64),
    /// From zero (first) to the end of a signed part (second), shares of the width.
    Part(f64, f64),
    /// A verdict: class, sign and word.
    Verdict(String, String, String),
}

/// Lever values that a button applies: code of the target or of what all share, lever, value.
pub type Values = Vec<(u8, LeverId, f64)>;

/// A part of an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A heading of a level, 3 or 4.
    Heading(u8, String),
    /// A paragraph with its class.
    Text(String, String),
    /// A sentence with its number in strong type and more behind it: class, sentence, number, more.
    Strong(String, String, String, String),
    /// Changes on record as dots on a line, zero and what is needed as marks, shares of the width; and the words for it.
    Strip(Vec<f64>, f64, f64, String),
    /// A line of an equation.
    Code(String),
    /// A table: class, head, rows.
    Table(String, Vec<Cell>, Vec<Vec<Cell>>),
    /// Shares of one whole, with the words for each.
    Shares(Vec<(f64, String)>),
    /// Levers with what they are and would have to be.
    Levers(String, Vec<LeverLine>),
    /// A sentence with a button that applies values: the sentence, the button's word, the values.
    Apply(String, String, Values),
}

/// A lever, what it is now and what it would have to be.
#[derive(Debug, Clone, PartialEq)]
pub struct LeverLine {
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its value now.
    pub now: String,
    /// What it would have to be.
    pub needed: String,
    /// Word and label of the button that applies it, and the value; none where it is out of reach.
    pub apply: Option<(String, String, Values)>,
}

/// The answer to `question`; empty where the plan has no such target.
#[must_use]
pub fn answer(plan: &'static Plan, question: &Question) -> Vec<Part> {
    if question.ask == Ask::BackTests {
        return backtests::answer(plan, &question.scenario, question.language);
    }
    let Some(target) = plan.target_by_code(question.code) else {
        return Vec::new();
    };
    let setting = question.scenario.setting(plan, question.today_year);
    let inputs = question.scenario.inputs(target.code);
    let about = About {
        setting,
        target,
        inputs,
        projection: &project(&setting, target, inputs),
        language: question.language,
    };
    match question.ask {
        Ask::Goal { milestone, goal } => goal::answer(&about, milestone, goal),
        Ask::Matters {
            milestone,
            by_probability,
        } => matters::answer(&about, milestone, by_probability),
        Ask::Contributions { milestone } => contributions::answer(&about, milestone),
        Ask::Record => record::answer(&about),
        Ask::Progress => progress::answer(&about),
        Ask::BackTest => backtest::answer(&about),
        Ask::Equation => equation::answer(&about),
        // Answered above: it looks at no one target.
        Ask::BackTests => Vec::new(),
    }
}

/// What an answer looks at.
struct About<'a> {
    setting: Setting<'a>,
    target: &'static Target,
    inputs: &'a Inputs,
    projection: &'a Projection,
    language: Language,
}

/// The changes that applying `values` makes.
#[must_use]
pub fn changes(values: &Values) -> Vec<(u8, Change)> {
    let change = |(code, id, value): &(u8, LeverId, f64)| (*code, Change::Lever(*id, Some(*value)));
    values.iter().map(change).collect()
}

fn text(class: &str, text: impl Into<String>) -> Part {
    Part::Text(class.to_string(), text.into())
}

fn heads<const N: usize>(words: [&str; N]) -> Vec<Cell> {
    words.map(|word| Cell::Text(word.to_string())).to_vec()
}

/// Whether a lever belongs to all targets.
const fn is_shared(code: u8) -> bool {
    code == SHARED_CODE
}
