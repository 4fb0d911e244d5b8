//! Undo and redo: the scenarios before and after. A burst of moves of one lever is one step.
//!
//! What is kept of it between visits, and how, is `wire`'s.

use plan::Plan;
use wire::{Saved, history};

/// What can be undone and redone.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    steps: history::History,
    /// What the newest step changed; more of the same joins it.
    last: Option<String>,
}

impl History {
    /// Notes the scenario as it was before a change to `what`; false where that goes on with the burst under way.
    pub fn note(&mut self, before: Saved, what: String) -> bool {
        if self.last.as_ref() == Some(&what) {
            return false;
        }
        self.steps.future.clear();
        self.last = Some(what);
        self.steps.past.push(before);
        true
    }

    /// The scenario one step back; `now` can be redone.
    pub fn undo(&mut self, now: Saved, plan: &Plan) -> Option<Saved> {
        let before = self.steps.past.pop(plan, &now.kept)?;
        self.steps.future.push(now);
        self.last = None;
        Some(before)
    }

    /// The scenario one step forward; `now` can be undone.
    pub fn redo(&mut self, now: Saved, plan: &Plan) -> Option<Saved> {
        let after = self.steps.future.pop(plan, &now.kept)?;
        self.steps.past.push(now);
        self.last = None;
        Some(after)
    }

    /// The scenarios before, the nearest first, without going there.
    pub fn earlier<'a>(&'a self, now: &'a Saved, plan: &'a Plan) -> impl Iterator<Item = Saved> + 'a {
        self.steps.past.nearest_first(plan, &now.kept)
    }

    /// Ends the burst: the next change is a step of its own.
    pub fn end_burst(&mut self) {
        self.last = None;
    }

    /// Whether the burst has led back to where it began, `now`.
    #[must_use]
    pub fn is_back(&self, now: &Saved, plan: &Plan) -> bool {
        self.last.is_some() && self.earlier(now, plan).next().as_ref() == Some(now)
    }

    /// Ends a burst that has led back to `now`, as if it had never been.
    pub fn forget_burst(&mut self, now: &Saved, plan: &Plan) {
        self.steps.past.pop(plan, &now.kept);
        self.last = None;
    }

    /// Gives all steps of this visit that have no name this one: the scenario got it apart from them.
    pub fn name_unnamed(&mut self, name: &str) {
        self.steps.past.name_unnamed(name);
        self.steps.future.name_unnamed(name);
    }

    /// Whether there is a step back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.steps.past.is_empty()
    }

    /// Whether there is a step forward.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.steps.future.is_empty()
    }

    /// The text to keep.
    #[must_use]
    pub fn kept(&mut self, plan: &Plan) -> String {
        history::to_text(&mut self.steps, plan)
    }

    /// What was kept; nothing to undo for any other text.
    #[must_use]
    pub fn from_text(text: &str) -> Self {
        Self {
            steps: history::from_text(text).unwrap_or_default(),
            last: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::History;
    use wire::Saved;
    use wire::limits::HISTORY_STEPS;

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
        assert_eq!(history.earlier(&named("c"), plan).next(), Some(named("a")));
        assert_eq!(history.undo(named("c"), plan), Some(named("a")));
        assert_eq!(history.undo(named("a"), plan), None);
        assert_eq!(history.redo(named("a"), plan), Some(named("c")));
    }

    #[test]
    fn a_burst_that_leads_back_is_no_step() {
        let plan = plan::plan();
        let mut history = noted(["one".into(), "two".into()]);
        assert!(history.is_back(&named("two"), plan));
        assert!(!history.is_back(&named("three"), plan));
        history.forget_burst(&named("two"), plan);
        assert!(!history.is_back(&named("one"), plan), "no burst is under way");
        assert_eq!(history.undo(named("two"), plan), Some(named("one")));
        assert!(!history.can_undo());
    }

    #[test]
    fn a_new_change_forgets_what_could_be_redone() {
        let mut history = noted(["one".into()]);
        history.undo(named("b"), plan::plan());
        history.note(named("a"), "two".into());
        assert!(!history.can_redo());
    }

    #[test]
    fn a_name_that_was_given_apart_stays_when_steps_are_taken_back() {
        let plan = plan::plan();
        let mut history = noted([String::new(), "mine".into()]);
        let before = history.undo(named("now"), plan).unwrap();
        history.name_unnamed("shared");
        assert_eq!(before.name, "mine", "taken off before");
        assert_eq!(history.undo(before, plan).unwrap().name, "shared");
        assert_eq!(history.redo(named("shared"), plan).unwrap().name, "mine");
    }

    #[test]
    fn what_is_kept_leads_back_and_forward_as_before() {
        let plan = plan::plan();
        let mut history = noted((0..HISTORY_STEPS + 5).map(|step| format!("bước {step}")));
        let mut now = named("now");
        for _ in 0..3 {
            now = history.undo(now, plan).unwrap();
        }
        let mut read = History::from_text(&history.kept(plan));
        while history.can_undo() {
            let before = history.undo(now.clone(), plan);
            assert_eq!(before, read.undo(now, plan));
            now = before.unwrap();
        }
        assert!(!read.can_undo());
        assert_eq!(now, named("bước 5"), "two hundred steps back");
        while read.can_redo() {
            now = read.redo(now, plan).unwrap();
        }
        assert_eq!(now, named("now"));
        assert!(!History::from_text("[]").can_undo());
    }
}
