//! The one state of the page: the open scenario, the view, and what follows from them.
//!
//! Only `actions` and `saving` write it; views read signals and call actions. Projections are memos, one a target, so a
//! change to one target computes one target.

pub mod actions;
mod comparison;
mod distinct;
mod draws;
mod history;
mod inputs;
mod keys;
mod pins;
mod projections;
mod questions;
mod replay;
mod resting;
mod saving;
mod shelf;
mod shown;
mod start;
mod tabs;
mod turns;
mod view;

use leptos::prelude::*;
use plan::{Language, Plan};
use wire::{MadeWith, Saved, Seen};

pub use comparison::{Comparison, compared};
pub use distinct::{distinct, each_distinct};
pub use draws::Draws;
use history::History;
use inputs::TargetInputs;
pub use pins::{MOST_PINS, Pins};
pub use projections::Projections;
pub use questions::{Answer, answered};
pub use replay::Replay;
use resting::Rest;
pub use resting::{is_moving, resting, rests, watched};
pub use saving::SaveState;
pub use shelf::{Aside, Stored};
pub use tabs::Conflict;
pub use turns::Turns;
pub use view::View;

/// The scenario that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    /// Identity of the stored document it belongs to, or would be stored under.
    pub id: String,
    /// Its content.
    pub saved: Saved,
    /// Opened from a link: nothing of it is kept until the reader says so.
    pub is_preview: bool,
}

/// What is told of the open scenario beside its figures; few moves of a lever change any of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Identity of the stored document.
    pub id: String,
    /// As the reader called it; empty where it has no name.
    pub name: String,
    /// Nothing differs from what the page ships.
    pub is_trend: bool,
    /// How many assumptions differ.
    pub changes: usize,
}

impl Summary {
    fn of(open: &Open) -> Self {
        Self {
            id: open.id.clone(),
            name: open.saved.name.clone(),
            is_trend: open.saved.scenario.is_empty(),
            changes: open.saved.scenario.change_count(),
        }
    }
}

/// A scenario that is shown without being the reader's.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// As it was opened: a preview that was changed is kept when the reader leaves it.
    pub original: Saved,
    /// What its author worked with.
    pub made_with: MadeWith,
    /// What its author saw; None where the link does not say.
    pub seen: Option<Seen>,
    /// Where it came from.
    pub source: Source,
}

impl Preview {
    /// Whether somebody else made it.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        self.source == Source::Link
    }
}

/// Where a preview came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// From a link.
    Link,
    /// From a document here that a newer version of the page wrote: it is shown as far as this one understands it.
    NewerDocument,
}

/// What the page has to say once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The saved document could not be read and was set aside.
    Unreadable,
    /// The saved document is of a newer version and was left alone.
    Newer,
    /// Some values of the saved document were left out.
    PartlyRead(usize),
    /// Some values of a link were left out.
    LinkPartlyRead(usize),
    /// A link could not be opened.
    LinkBroken(BrokenLink),
    /// A scenario of a comparison could not be opened: its place from 1, and why.
    MemberBroken(usize, BrokenLink),
    /// A preview was kept.
    Kept,
    /// A preview that had been changed was kept when it was left, under this name.
    ChangesKept(String),
    /// A scenario was deleted: its identity and name.
    Deleted(String, String),
    /// There is no room to keep a deleted scenario.
    NotDeleted,
    /// A deleted scenario is gone, or there is no room to bring it back.
    NotRestored,
}

/// What came of files that were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Imported {
    /// Scenarios that were taken.
    pub count: usize,
    /// Scenarios that are here already, exactly so.
    pub known: usize,
    /// What was not taken, or not as it stood.
    pub problems: Vec<wire::Problem>,
    /// Files of which nothing was taken, or not all: name and reason.
    pub refused: Vec<(String, Refused)>,
    /// Identity of the last scenario that was taken.
    pub(in crate::state) opens: Option<String>,
}

/// Why a file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// The browser could not read it.
    Unreadable,
    /// There is nothing in it that can be opened.
    Document(wire::DocumentError),
    /// The browser has no room, or blocks storage.
    NoRoom,
}

/// Why a link could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenLink {
    /// Cut or changed on its way.
    Damaged,
    /// Made by a newer page.
    Newer,
    /// Made for another plan.
    OtherPlan,
    /// Longer than any honest link.
    TooLong,
    /// More scenarios than are compared.
    TooMany,
}

/// A scenario that the open one is compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Identity of its document; None where it came with a link.
    pub id: Option<String>,
    /// Its content.
    pub saved: Saved,
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light paper.
    Light,
    /// Light text on dark paper.
    Dark,
}

/// The state; a handle that is cheap to copy.
#[derive(Clone, Copy)]
pub struct AppState {
    /// The plan that this page ships.
    pub plan: &'static Plan,
    /// The year today lies in.
    pub today_year: i16,
    /// One projection a target.
    pub projections: Projections,
    pub(in crate::state) open: RwSignal<Open>,
    pub(in crate::state) summary: ReadSignal<Summary>,
    pub(in crate::state) inputs: TargetInputs,
    pub(in crate::state) rest: Rest,
    pub(in crate::state) view: RwSignal<View>,
    pub(in crate::state) language: RwSignal<Language>,
    pub(in crate::state) scheme: RwSignal<Scheme>,
    pub(in crate::state) save: RwSignal<SaveState>,
    pub(in crate::state) notice: RwSignal<Option<Notice>>,
    pub(in crate::state) list: RwSignal<Vec<Stored>>,
    pub(in crate::state) deleted: RwSignal<Vec<Stored>>,
    pub(in crate::state) aside: RwSignal<Vec<Aside>>,
    pub(in crate::state) preview: RwSignal<Option<Preview>>,
    pub(in crate::state) conflict: RwSignal<Option<Conflict>>,
    /// When the open scenario was last kept, as an ISO 8601 text.
    pub(in crate::state) changed: RwSignal<Option<String>>,
    /// Whether it is the one that the last visit ended with, and nothing has been changed since.
    pub(in crate::state) is_continued: RwSignal<bool>,
    pub(in crate::state) backup: RwSignal<Option<String>>,
    /// Whether the browser has promised not to clear what is kept; None before it was asked.
    pub(in crate::state) is_durable: RwSignal<Option<bool>>,
    pub(in crate::state) beside: RwSignal<Vec<Member>>,
    pub(in crate::state) imported: RwSignal<Option<Imported>>,
    pub(in crate::state) hints: RwSignal<bool>,
    pub(in crate::state) has_newer: RwSignal<bool>,
    pub(in crate::state) narrow: RwSignal<bool>,
    pub(in crate::state) stacked: RwSignal<bool>,
    pub(in crate::state) tight: RwSignal<bool>,
    pub(in crate::state) history: RwSignal<History>,
    pub(in crate::state) draws: RwSignal<Draws>,
    pub(in crate::state) runs: StoredValue<draws::Runs>,
    pub(in crate::state) unsaved: crate::platform::timer::Lull,
    /// The reader's own scenario while a preview is shown.
    pub(in crate::state) own: StoredValue<Option<Open>>,
    /// The text that the open scenario was last read from or kept as; None while nothing is kept of it.
    pub(in crate::state) baseline: StoredValue<Option<String>>,
    /// The fragment of the link that is previewed.
    pub(in crate::state) link: StoredValue<String>,
}

impl AppState {
    /// The scenario shown.
    #[must_use]
    pub fn open(&self) -> ReadSignal<Open> {
        self.open.read_only()
    }

    /// What is told of the scenario shown beside its figures; wakes only when that is changed.
    #[must_use]
    pub fn summary(&self) -> ReadSignal<Summary> {
        self.summary
    }

    /// The view shown.
    #[must_use]
    pub fn view(&self) -> ReadSignal<View> {
        self.view.read_only()
    }

    /// The language of the page.
    #[must_use]
    pub fn language(&self) -> ReadSignal<Language> {
        self.language.read_only()
    }

    /// The colour scheme in force.
    #[must_use]
    pub fn scheme(&self) -> ReadSignal<Scheme> {
        self.scheme.read_only()
    }

    /// Whether the scenario is kept.
    #[must_use]
    pub fn save(&self) -> ReadSignal<SaveState> {
        self.save.read_only()
    }

    /// What the page has to say.
    #[must_use]
    pub fn notice(&self) -> ReadSignal<Option<Notice>> {
        self.notice.read_only()
    }

    /// Whether a newer version of the page is ready to be shown.
    #[must_use]
    pub fn has_newer(&self) -> ReadSignal<bool> {
        self.has_newer.read_only()
    }

    /// Whether the hints for a first visit are shown.
    #[must_use]
    pub fn hints(&self) -> ReadSignal<bool> {
        self.hints.read_only()
    }

    /// Whether the window is as narrow as a phone's.
    #[must_use]
    pub fn narrow(&self) -> ReadSignal<bool> {
        self.narrow.read_only()
    }

    /// Whether the window is too narrow for levers beside a chart.
    #[must_use]
    pub fn stacked(&self) -> ReadSignal<bool> {
        self.stacked.read_only()
    }

    /// Whether a chart beside levers has less room than on a laptop.
    #[must_use]
    pub fn tight(&self) -> ReadSignal<bool> {
        self.tight.read_only()
    }

    /// The scenarios in storage.
    #[must_use]
    pub fn list(&self) -> ReadSignal<Vec<Stored>> {
        self.list.read_only()
    }

    /// The scenarios that were deleted and can be had back.
    #[must_use]
    pub fn deleted(&self) -> ReadSignal<Vec<Stored>> {
        self.deleted.read_only()
    }

    /// Documents in storage that this page cannot open.
    #[must_use]
    pub fn aside(&self) -> ReadSignal<Vec<Aside>> {
        self.aside.read_only()
    }

    /// Whose scenario is previewed; None while the reader's own is open.
    #[must_use]
    pub fn preview(&self) -> ReadSignal<Option<Preview>> {
        self.preview.read_only()
    }

    /// What another tab did to the open scenario, while the reader has not chosen.
    #[must_use]
    pub fn conflict(&self) -> ReadSignal<Option<Conflict>> {
        self.conflict.read_only()
    }

    /// When the open scenario was last kept, as an ISO 8601 text, and whether that was on an earlier visit.
    #[must_use]
    pub fn kept_at(&self) -> Option<(String, bool)> {
        let is_continued = self.is_continued.get();
        self.changed.get().map(|changed| (changed, is_continued))
    }

    /// When everything was last put into a file, as an ISO 8601 text.
    #[must_use]
    pub fn backup(&self) -> ReadSignal<Option<String>> {
        self.backup.read_only()
    }

    /// Whether the browser has promised not to clear what is kept; None before it was asked.
    #[must_use]
    pub fn is_durable(&self) -> ReadSignal<Option<bool>> {
        self.is_durable.read_only()
    }

    /// The scenarios that the open one is compared with, at most three.
    #[must_use]
    pub fn beside(&self) -> ReadSignal<Vec<Member>> {
        self.beside.read_only()
    }

    /// What came of the last file; None once it has been read.
    #[must_use]
    pub fn imported(&self) -> ReadSignal<Option<Imported>> {
        self.imported.read_only()
    }

    /// What the draws of the whole scenario say.
    #[must_use]
    pub fn draws(&self) -> ReadSignal<Draws> {
        self.draws.read_only()
    }

    /// Whether there is something to undo, and to redo.
    #[must_use]
    pub fn can_undo_redo(&self) -> (bool, bool) {
        self.history.with(|history| (history.can_undo(), history.can_redo()))
    }

    /// What a projection looks at beside a target's own inputs.
    #[must_use]
    pub const fn setting<'a>(&self, shared: &'a engine::Inputs) -> engine::Setting<'a>
    where
        Self: 'a,
    {
        engine::Setting {
            plan: self.plan,
            shared,
            today_year: self.today_year,
        }
    }

    /// What was changed about the target with `code`, or about what all share; wakes only when that is changed.
    ///
    /// # Panics
    /// When the plan has no such target.
    #[must_use]
    pub fn inputs(&self, code: u8) -> ReadSignal<engine::Inputs> {
        self.inputs.of(code)
    }
}

/// The state, from the context that `App` provides.
#[must_use]
pub fn use_state() -> AppState {
    expect_context()
}
