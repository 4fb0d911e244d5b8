//! The scenario on the screen with all that belongs to it: where it came from, whether it is kept, what can be undone.

use leptos::prelude::*;
use plan::Plan;
use wire::{MadeWith, Saved};

use super::history::History;
use super::shelf::{self, Unopened};
use super::{AppState, Notice, Open, Preview, SaveState, Source, View, keys, view};
use crate::platform::{clock, location, storage};

/// Everything that changes when another scenario is shown.
pub(in crate::state) struct Shown {
    pub open: Open,
    pub save: SaveState,
    /// The text it was read from; None where nothing is kept of it.
    pub baseline: Option<String>,
    pub history: History,
    pub changed: Option<String>,
    pub preview: Option<Preview>,
    pub notice: Option<Notice>,
}

impl Shown {
    /// A scenario of the reader's that nothing is kept of yet.
    pub fn new(saved: Saved) -> Self {
        Self {
            open: Open {
                id: clock::unique_id(),
                saved,
                is_preview: false,
            },
            save: SaveState::Untouched,
            baseline: None,
            history: History::default(),
            changed: None,
            preview: None,
            notice: None,
        }
    }

    /// What is kept under `id`: to be gone on with, or only to be looked at where a newer page wrote it; the trend and a word
    /// about it where it cannot be read. None where nothing is kept.
    pub fn stored(plan: &Plan, id: &str) -> Option<Self> {
        Some(match shelf::read(plan, id)? {
            Ok(opened) => {
                let mut shown = Self::new(opened.saved);
                shown.open.id = id.to_string();
                shown.save = SaveState::Saved;
                shown.baseline = Some(opened.text);
                shown.history = shelf::history(id).map_or_else(History::default, |text| History::from_text(&text));
                shown.changed = shelf::changed(id);
                shown.notice = (opened.left_out > 0).then_some(Notice::PartlyRead(opened.left_out));
                shown
            }
            Err(Unopened::Newer) => match shelf::read_newer(plan, id) {
                Some(saved) => Self::preview(Preview {
                    original: saved,
                    made_with: MadeWith::default(),
                    seen: None,
                    source: Source::NewerDocument,
                }),
                None => Self {
                    notice: Some(Notice::Newer),
                    ..Self::new(Saved::default())
                },
            },
            Err(Unopened::Unreadable) => Self {
                notice: Some(Notice::Unreadable),
                ..Self::new(Saved::default())
            },
        })
    }

    /// A scenario that is not the reader's, or not to be written to.
    pub fn preview(preview: Preview) -> Self {
        let mut shown = Self::new(preview.original.clone());
        shown.open.is_preview = true;
        shown.save = SaveState::Preview;
        shown.preview = Some(preview);
        shown
    }

    /// What the last visit ended with; the trend where there is none.
    pub fn last(plan: &Plan) -> Self {
        match storage::read(keys::CURRENT) {
            Ok(Some(id)) => Self::stored(plan, &id).unwrap_or_else(|| Self::newest(plan)),
            Ok(None) => Self::newest(plan),
            Err(_) => Self {
                save: SaveState::Blocked,
                ..Self::new(Saved::default())
            },
        }
    }

    /// The scenario that was changed last; the trend where there is none.
    pub fn newest(plan: &Plan) -> Self {
        let newest = shelf::list(plan).into_iter().next();
        newest
            .and_then(|newest| Self::stored(plan, &newest.id))
            .unwrap_or_else(|| Self::new(Saved::default()))
    }

    /// Puts it on the screen. The address no longer names a link then.
    pub fn show(self, state: AppState) {
        let had_link = state.link.try_update_value(|link| !std::mem::take(link).is_empty());
        if had_link == Some(true) {
            address_without_link(state, state.view.get_untracked());
            // What came with the link goes with it.
            state
                .beside
                .update(|beside| beside.retain(|member| member.id.is_some()));
        }
        let is_own = !self.open.is_preview;
        if is_own && self.baseline.is_some() {
            // Not being able to note which one was opened last costs a click next time.
            let _ = storage::write(keys::CURRENT, &self.open.id);
        }
        state.unsaved.cancel();
        state.baseline.set_value(self.baseline);
        state.conflict.set(None);
        state.is_continued.set(false);
        state.changed.set(self.changed);
        state.history.set(self.history);
        state.preview.set(self.preview);
        state.open.set(self.open);
        // A screen that is opened with it is built of what it says.
        state.rest.settle();
        state.save.set(self.save);
        state.notice.set(self.notice);
        if is_own {
            let id = state.open.with_untracked(|open| open.id.clone());
            if state
                .beside
                .with_untracked(|beside| beside.iter().any(|member| member.id.as_ref() == Some(&id)))
            {
                state
                    .beside
                    .update(|beside| beside.retain(|member| member.id.as_ref() != Some(&id)));
            }
        }
    }
}

/// The address without the link that was shown, for what replaces it.
pub(in crate::state) fn address_without_link(state: AppState, view: View) {
    state.link.set_value(String::new());
    location::replace(&view::fragment("", view, state.plan));
}
