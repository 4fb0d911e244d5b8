//! Undo history: the scenarios before and after the open one, as the browser stores them beside its document.
//!
//! ```text
//! kichban-history 1
//! "Notes, as JSON text: those of the steps below it"
//! v1…       a link a step, the shortest exact form there is, without notes; the nearest step last
//! v1…
//!           an empty line, where there is something to redo
//! v1…       likewise, the nearest last
//! ```
//!
//! A step is opened when somebody goes there, so that a long history costs nothing at the start. Must not know what a step
//! changed, or when steps join.

use std::collections::VecDeque;
use std::sync::Arc;

use plan::Plan;

use crate::kept::Kept;
use crate::limits::{HISTORY_BYTES, HISTORY_STEPS};
use crate::link;
use crate::saved::Saved;
use crate::text::clean_notes;

/// First line.
const HEAD: &str = "kichban-history 1\n";

/// Bytes of one direction.
const DIRECTION_BYTES: usize = HISTORY_BYTES / 2 - HEAD.len();

/// Head, links and notes of both directions, the line between them, and the end.
const MOST_LINES: usize = 4 * HISTORY_STEPS + 3;

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// The scenarios before.
    pub past: Steps,
    /// The scenarios after.
    pub future: Steps,
}

/// Scenarios one after another, the nearest to the open one on top. At most [`HISTORY_STEPS`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Steps {
    /// The nearest last.
    steps: VecDeque<Step>,
}

#[derive(Debug, Clone, PartialEq)]
enum Step {
    /// Of this visit; the link once it has been written.
    Open { saved: Saved, link: Option<String> },
    /// Of an earlier visit.
    Closed { link: String, notes: Arc<str> },
}

impl Steps {
    /// Puts a scenario on top; the farthest goes where there are too many.
    pub fn push(&mut self, saved: Saved) {
        self.put(Step::Open { saved, link: None });
    }

    /// Takes the nearest scenario off. Where it cannot be opened, all that lies beyond it is given up too: a way with a
    /// gap leads somewhere else. Links do not carry what a later page added, so a step of an earlier visit gets `kept`.
    pub fn pop(&mut self, plan: &Plan, kept: &Kept) -> Option<Saved> {
        let opened = self.steps.pop_back()?.open(plan, kept);
        if opened.is_none() {
            self.clear();
        }
        opened
    }

    /// The scenarios as [`Steps::pop`] would give them one after another, without taking them off.
    pub fn nearest_first<'a>(&'a self, plan: &'a Plan, kept: &'a Kept) -> impl Iterator<Item = Saved> + 'a {
        self.steps.iter().rev().map_while(|step| step.clone().open(plan, kept))
    }

    /// Gives those of this visit that have no name this one.
    pub fn name_unnamed(&mut self, name: &str) {
        for step in &mut self.steps {
            if let Step::Open { saved, link } = step
                && saved.name.is_empty()
            {
                saved.name = name.to_string();
                *link = None;
            }
        }
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        self.steps.clear();
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.steps.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    fn put(&mut self, step: Step) {
        if self.steps.len() >= HISTORY_STEPS {
            self.steps.pop_front();
        }
        self.steps.push_back(step);
    }

    /// The place of the farthest step that is written: every one behind it has a link, and together they fit.
    fn farthest_written(&mut self, plan: &Plan) -> usize {
        let mut left = DIRECTION_BYTES;
        let mut nearer_notes = None;
        for (place, step) in self.steps.iter_mut().enumerate().rev() {
            if !step.write_link(plan) {
                return place + 1;
            }
            let mut bytes = step.link().len() + 1;
            let notes = step.notes();
            if nearer_notes != Some(notes) {
                // A line break, a quotation mark or a backslash takes two.
                bytes += 2 * notes.len() + 3;
                nearer_notes = Some(notes);
            }
            match left.checked_sub(bytes) {
                Some(less) => left = less,
                None => return place + 1,
            }
        }
        0
    }
}

impl Step {
    fn open(self, plan: &Plan, kept: &Kept) -> Option<Saved> {
        match self {
            Self::Open { saved, .. } => Some(saved),
            Self::Closed { link, notes } => {
                let opened = link::decode(&link, plan).ok()?.value;
                Some(Saved {
                    notes: notes.to_string(),
                    kept: kept.clone(),
                    ..opened
                })
            }
        }
    }

    /// Sees to it that there is a link. False for a scenario that is too long for one.
    fn write_link(&mut self, plan: &Plan) -> bool {
        if let Self::Open { saved, link } = self
            && link.is_none()
        {
            let without_notes = Saved {
                name: saved.name.clone(),
                scenario: saved.scenario.clone(),
                ..Saved::default()
            };
            *link = link::encode(&without_notes, None, plan).ok();
        }
        !self.link().is_empty()
    }

    /// Empty where none was written.
    fn link(&self) -> &str {
        match self {
            Self::Open { link, .. } => link.as_deref().unwrap_or_default(),
            Self::Closed { link, .. } => link,
        }
    }

    fn notes(&self) -> &str {
        match self {
            Self::Open { saved, .. } => &saved.notes,
            Self::Closed { notes, .. } => notes,
        }
    }
}

/// The text of a history; equal ones have equal texts. What would pass the limit is left out, the farthest first. Each step
/// is encoded once in its life.
#[must_use]
pub fn to_text(history: &mut History, plan: &Plan) -> String {
    let mut text = String::from(HEAD);
    let (mut notes, mut written) = ("", String::new());
    for (place, steps) in [&mut history.past, &mut history.future].into_iter().enumerate() {
        let first = steps.farthest_written(plan);
        if place > 0 && first < steps.len() {
            text.push('\n');
        }
        for step in steps.steps.iter().skip(first) {
            if step.notes() != notes {
                notes = step.notes();
                let cleaned = clean_notes(notes);
                if cleaned != written {
                    written = cleaned;
                    // A string: nothing here can fail.
                    text.push_str(&serde_json::to_string(&written).unwrap_or_default());
                    text.push('\n');
                }
            }
            text.push_str(step.link());
            text.push('\n');
        }
    }
    text
}

/// Reads a history; None for a text that is none of this version. A line that cannot be one of ours ends the way back: what
/// lies beyond it is left out.
#[must_use]
pub fn from_text(text: &str) -> Option<History> {
    if text.len() > HISTORY_BYTES || text.split('\n').nth(MOST_LINES).is_some() {
        return None;
    }
    let lines = text.strip_prefix(HEAD)?;
    let mut history = History::default();
    let mut steps = &mut history.past;
    let mut notes: Option<Arc<str>> = Some("".into());
    for line in lines.split_terminator('\n') {
        if line.is_empty() {
            steps = &mut history.future;
        } else if line.starts_with('"') {
            let written = serde_json::from_str::<String>(line);
            notes = written.ok().map(|notes| clean_notes(&notes).into());
            if notes.is_none() {
                steps.clear();
            }
        } else {
            match &notes {
                Some(notes) if link::looks_like_link(line) => steps.put(Step::Closed {
                    link: line.to_string(),
                    notes: Arc::clone(notes),
                }),
                _ => steps.clear(),
            }
        }
    }
    Some(history)
}
