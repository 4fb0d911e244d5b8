//! Undo and redo: the scenarios before and after. A burst of moves of one lever is one step.

use wire::Saved;

/// Steps kept.
const MOST_STEPS: usize = 200;

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    past: Vec<Saved>,
    future: Vec<Saved>,
    /// What the newest step changed; more of the same joins it.
    last: Option<String>,
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
        self.past.push(before);
    }

    /// The scenario one step back; `now` can be redone.
    pub fn undo(&mut self, now: Saved) -> Option<Saved> {
        let before = self.past.pop()?;
        self.future.push(now);
        self.last = None;
        Some(before)
    }

    /// The scenario one step forward; `now` can be undone.
    pub fn redo(&mut self, now: Saved) -> Option<Saved> {
        let after = self.future.pop()?;
        self.past.push(now);
        self.last = None;
        Some(after)
    }

    /// Ends the burst: the next change is a step of its own.
    pub fn end_burst(&mut self) {
        self.last = None;
    }

    /// The scenarios before each step that can be undone, the oldest first.
    #[must_use]
    pub fn past(&self) -> &[Saved] {
        &self.past
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
}

#[cfg(test)]
mod tests {
    use super::{History, MOST_STEPS};
    use wire::Saved;

    fn named(name: &str) -> Saved {
        Saved {
            name: name.to_string(),
            ..Saved::default()
        }
    }

    #[test]
    fn a_burst_is_one_step_and_undo_then_redo_returns() {
        let mut history = History::default();
        history.note(named("a"), "growth".into());
        history.note(named("b"), "growth".into());
        assert_eq!(history.undo(named("c")), Some(named("a")));
        assert_eq!(history.undo(named("a")), None);
        assert_eq!(history.redo(named("a")), Some(named("c")));
    }

    #[test]
    fn a_new_change_forgets_what_could_be_redone() {
        let mut history = History::default();
        history.note(named("a"), "one".into());
        history.undo(named("b"));
        history.note(named("a"), "two".into());
        assert!(!history.can_redo());
    }

    #[test]
    fn the_oldest_step_goes_when_there_are_too_many() {
        let mut history = History::default();
        for step in 0..=MOST_STEPS {
            history.note(named(&step.to_string()), step.to_string());
        }
        let mut last = None;
        while let Some(before) = history.undo(named("now")) {
            last = Some(before);
        }
        assert_eq!(last, Some(named("1")));
    }
}
