//! Undo and redo: the scenarios before and after. A burst of moves of one lever is one step.
//!
//! What is kept between visits is one link a step, the shortest exact form there is. It is read only when a reader goes back
//! that far, so that a long history costs nothing at the start.

use plan::Plan;
use wire::{Kept, Saved, link};

/// Steps kept in each direction.
const MOST_STEPS: usize = 200;
/// First line of a kept history. Another first line is of another form, and is left alone.
const HEAD: &str = "kichban-history 1";

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
    /// What the newest step changed; more of the same joins it.
    last: Option<String>,
}

/// A scenario before or after; one of the two forms is there, or both.
#[derive(Debug, Clone, Default, PartialEq)]
struct Step {
    saved: Option<Saved>,
    link: Option<String>,
}

impl Step {
    fn of(saved: Saved) -> Self {
        let saved = Some(saved);
        Self { saved, link: None }
    }

    /// The scenario; links do not carry what a later page added, so that part stays as it is `now`.
    fn open(self, plan: &Plan, kept: &Kept) -> Option<Saved> {
        if self.saved.is_some() {
            return self.saved;
        }
        let opened = link::decode(&self.link?, plan).ok()?.value;
        let kept = kept.clone();
        Some(Saved { kept, ..opened })
    }

    /// The line to keep; None for a scenario that is too long for a link.
    fn line(&mut self, plan: &Plan) -> Option<&str> {
        if self.link.is_none() {
            self.link = link::encode(self.saved.as_ref()?, None, plan).ok();
        }
        self.link.as_deref()
    }
}

impl History {
    /// Notes the scenario as it was before a change to `what`.
    pub fn note(&mut self, before: Saved, what: String) {
        self.future.clear();
        if self.last.as_ref() == Some(&what) {
            return;
        }
        self.last = Some(what);
        if self.past.len() == MOST_STEPS {
            self.past.remove(0);
        }
        self.past.push(Step::of(before));
    }

    /// The scenario one step back; `now` can be redone.
    pub fn undo(&mut self, now: Saved, plan: &Plan) -> Option<Saved> {
        let before = take(&mut self.past, plan, &now.kept)?;
        self.future.push(Step::of(now));
        self.last = None;
        Some(before)
    }

    /// The scenario one step forward; `now` can be undone.
    pub fn redo(&mut self, now: Saved, plan: &Plan) -> Option<Saved> {
        let after = take(&mut self.future, plan, &now.kept)?;
        self.past.push(Step::of(now));
        self.last = None;
        Some(after)
    }

    /// The scenario before the last change, without going there.
    #[must_use]
    pub fn before(&self, now: &Saved, plan: &Plan) -> Option<Saved> {
        self.past.last()?.clone().open(plan, &now.kept)
    }

    /// Ends the burst: the next change is a step of its own.
    pub fn end_burst(&mut self) {
        self.last = None;
    }

    /// Whether there is a step back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step forward.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The text to keep: a head, a line a step of the past, an empty line, a line a step of the future; newest last in both.
    #[must_use]
    pub fn write_text(&mut self, plan: &Plan) -> String {
        let mut text = String::from(HEAD);
        for (place, steps) in [&mut self.past, &mut self.future].into_iter().enumerate() {
            if place > 0 {
                text.push('\n');
            }
            // A step that has no line cuts off what lies beyond it: a way back with a gap leads somewhere else.
            let reachable = steps
                .iter_mut()
                .rposition(|step| step.line(plan).is_none())
                .map_or(0, |gap| gap + 1);
            for step in steps.iter_mut().skip(reachable) {
                text.push('\n');
                text.push_str(step.line(plan).unwrap_or_default());
            }
        }
        text
    }

    /// Reads a kept text; empty for any other one. Lines are not looked at before a reader goes there.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        let mut history = Self::default();
        let Some(lines) = text.strip_prefix(HEAD).and_then(|rest| rest.strip_prefix('\n')) else {
            return history;
        };
        let mut is_past = true;
        for line in lines.split('\n') {
            if line.is_empty() {
                is_past = false;
                continue;
            }
            let steps = if is_past {
                &mut history.past
            } else {
                &mut history.future
            };
            if steps.len() < MOST_STEPS {
                let link = Some(line.to_string());
                steps.push(Step { saved: None, link });
            }
        }
        history
    }
}

/// The newest step; where it cannot be opened, all that lies beyond it is given up.
fn take(steps: &mut Vec<Step>, plan: &Plan, kept: &Kept) -> Option<Saved> {
    let opened = steps.pop()?.open(plan, kept);
    if opened.is_none() {
        steps.clear();
    }
    opened
}

#[cfg(test)]
mod tests {
    use super::{HEAD, History, MOST_STEPS};
    use wire::Saved;

    fn named(name: &str) -> Saved {
        Saved {
            name: name.to_string(),
            ..Saved::default()
        }
    }

    fn noted(names: impl IntoIterator<Item = String>) -> History {
        let mut history = History::default();
        for name in names {
            history.note(named(&name), name);
        }
        history
    }

    #[test]
    fn a_burst_is_one_step_and_undo_then_redo_returns() {
        let plan = plan::plan();
        let mut history = History::default();
        history.note(named("a"), "growth".into());
        history.note(named("b"), "growth".into());
        assert_eq!(history.before(&named("c"), plan), Some(named("a")));
        assert_eq!(history.undo(named("c"), plan), Some(named("a")));
        assert_eq!(history.undo(named("a"), plan), None);
        assert_eq!(history.redo(named("a"), plan), Some(named("c")));
    }

    #[test]
    fn a_new_change_forgets_what_could_be_redone() {
        let mut history = noted(["one".into()]);
        history.undo(named("b"), plan::plan());
        history.note(named("a"), "two".into());
        assert!(!history.can_redo());
    }

    #[test]
    fn the_oldest_step_goes_when_there_are_too_many() {
        let mut history = noted((0..=MOST_STEPS).map(|step| step.to_string()));
        let mut last = None;
        while let Some(before) = history.undo(named("now"), plan::plan()) {
            last = Some(before);
        }
        assert_eq!(last, Some(named("1")));
    }

    #[test]
    fn what_is_kept_leads_back_and_forward_as_before() {
        let plan = plan::plan();
        let mut history = noted((0..MOST_STEPS).map(|step| format!("bước {step}")));
        let mut now = named("now");
        for _ in 0..3 {
            now = history.undo(now, plan).unwrap();
        }
        let mut read = History::from_text(&history.write_text(plan));
        assert_eq!(read.write_text(plan), history.write_text(plan));
        loop {
            let (one, other) = (history.undo(now.clone(), plan), read.undo(now.clone(), plan));
            assert_eq!(one, other);
            match one {
                Some(before) => now = before,
                None => break,
            }
        }
        for _ in 0..MOST_STEPS {
            now = read.redo(now, plan).unwrap();
        }
        assert_eq!(now, named("now"));
    }

    #[test]
    fn a_broken_line_ends_the_way_and_other_texts_are_no_history() {
        let plan = plan::plan();
        let mut text = noted(["a".into(), "b".into()]).write_text(plan);
        text = text.replacen("v1", "v1!", 1);
        let mut history = History::from_text(&text);
        assert_eq!(history.undo(named("c"), plan), Some(named("b")));
        assert_eq!(history.undo(named("b"), plan), None);
        assert!(!history.can_undo());
        for other in ["", HEAD, "kichban-history 2\nv1abc", "[]", "\n\n"] {
            assert_eq!(History::from_text(other), History::default(), "{other}");
        }
        let long = format!("{HEAD}{}", "\nv1x".repeat(10_000));
        assert_eq!(History::from_text(&long).past.len(), MOST_STEPS);
    }
}
