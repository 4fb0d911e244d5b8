//! The one state of the page: the open scenario, the view, and what follows from them.
//!
//! Only `actions` and `saving` write it; views read signals and call actions. Projections are memos, one a target, so a
//! change to one target computes one target.

pub mod actions;
mod draws;
mod history;
mod keys;
mod pins;
mod projections;
mod questions;
mod replay;
mod resting;
mod saving;
mod start;
mod view;

use leptos::prelude::*;
use plan::{Language, Plan};
use wire::Saved;

pub use draws::Draws;
use history::History;
pub use pins::{MOST_PINS, Pins};
pub use projections::Projections;
pub use questions::{Answer, answered};
pub use replay::Replay;
pub use resting::resting;
pub use saving::SaveState;
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

/// A scenario in storage, for the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Its identity.
    pub id: String,
    /// Its name; empty when it has none.
    pub name: String,
}

/// What the page has to say once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// A preview was kept.
    Kept,
    /// Another tab changed the open scenario.
    OtherTab,
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
    pub(in crate::state) view: RwSignal<View>,
    pub(in crate::state) language: RwSignal<Language>,
    pub(in crate::state) scheme: RwSignal<Scheme>,
    pub(in crate::state) save: RwSignal<SaveState>,
    pub(in crate::state) notice: RwSignal<Option<Notice>>,
    pub(in crate::state) list: RwSignal<Vec<Stored>>,
    pub(in crate::state) narrow: RwSignal<bool>,
    pub(in crate::state) history: RwSignal<History>,
    pub(in crate::state) draws: RwSignal<Draws>,
    pub(in crate::state) runs: StoredValue<draws::Runs>,
    pub(in crate::state) pause: StoredValue<crate::platform::timer::Pause>,
    /// The reader's own scenario while a preview is shown.
    pub(in crate::state) own: StoredValue<Option<Open>>,
    /// The fragment of the link that is previewed.
    pub(in crate::state) link: StoredValue<String>,
}

impl AppState {
    /// The scenario shown.
    #[must_use]
    pub fn open(&self) -> ReadSignal<Open> {
        self.open.read_only()
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

    /// Whether the window is as narrow as a phone's.
    #[must_use]
    pub fn narrow(&self) -> ReadSignal<bool> {
        self.narrow.read_only()
    }

    /// The scenarios in storage.
    #[must_use]
    pub fn list(&self) -> ReadSignal<Vec<Stored>> {
        self.list.read_only()
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

    /// What was changed about one target; changes only when that target's inputs do.
    #[must_use]
    pub fn inputs(&self, code: u8) -> Memo<engine::Inputs> {
        let open = self.open;
        Memo::new(move |_| open.with(|open| open.saved.scenario.inputs(code).clone()))
    }
}

/// The state, from the context that `App` provides.
#[must_use]
pub fn use_state() -> AppState {
    expect_context()
}
