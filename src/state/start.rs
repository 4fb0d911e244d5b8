//! What the page opens with: the address first, else the scenario opened last, else the trend.

use leptos::prelude::*;
use plan::{Language, Plan};
use wire::{DocumentError, LinkError, Saved, document, link};

use super::history::History;
use super::{
    AppState, BrokenLink, Notice, Open, Projections, SaveState, Scheme, Stored, View, actions, keys, saving, view,
};
use crate::platform::{clock, document as page, events, location, storage};

impl AppState {
    /// Reads what was kept and what the address says. Call once, under the root owner: its signals live as long as the page.
    #[must_use]
    pub fn start() -> Self {
        let plan = plan::plan();
        let today_year = clock::current_year();
        let (own, save, notice) = read_last(plan);
        let open = RwSignal::new(own);
        let state = Self {
            plan,
            today_year,
            projections: Projections::new(plan, open, today_year),
            open,
            view: RwSignal::new(View::Board),
            language: RwSignal::new(read_language()),
            scheme: RwSignal::new(read_scheme()),
            save: RwSignal::new(save),
            notice: RwSignal::new(notice),
            list: RwSignal::new(read_list(plan)),
            narrow: RwSignal::new(is_narrow()),
            history: RwSignal::new(History::default()),
            draws: RwSignal::new(super::Draws::default()),
            runs: StoredValue::new(super::draws::Runs::default()),
            pause: StoredValue::new(crate::platform::timer::Pause::default()),
            own: StoredValue::new(None),
            link: StoredValue::new(String::new()),
        };
        follow_address(state);
        super::draws::follow(state);
        events::on_address_change(move || follow_address(state));
        events::on_resize(move || {
            if state.narrow.get_untracked() != is_narrow() {
                state.narrow.set(is_narrow());
            }
        });
        events::on_leave(move || saving::flush(state));
        events::on_other_tab_write(move |key, _| {
            let is_open = state
                .open
                .with_untracked(|open| key == keys::scenario(&open.id) && !open.is_preview);
            if is_open {
                state.notice.set(Some(Notice::OtherTab));
            }
        });
        state
    }
}

/// Shows what the address names: a view, and perhaps a shared scenario as a preview.
fn follow_address(state: AppState) {
    let fragment = location::fragment();
    let (shared, view) = view::parse(&fragment, state.plan);
    state.view.set(view);
    if shared.is_empty() {
        actions::leave_preview(state);
    } else if state.link.with_value(|link| link != shared) {
        open_link(state, shared);
    }
}

fn open_link(state: AppState, shared: &str) {
    match link::decode(shared, state.plan) {
        Ok(opened) => {
            saving::flush(state);
            if !state.open.with_untracked(|open| open.is_preview) {
                state.own.set_value(Some(state.open.get_untracked()));
            }
            state.link.set_value(shared.to_string());
            state.open.set(Open {
                id: clock::unique_id(),
                saved: opened.value,
                is_preview: true,
            });
            state.save.set(SaveState::Preview);
            // The notice that says whose scenario this is stands there.
            page::scroll_to_top();
            state.history.set(History::default());
            let left_out = opened.problems.len();
            state
                .notice
                .set((left_out > 0).then_some(Notice::LinkPartlyRead(left_out)));
        }
        Err(error) => {
            state.notice.set(Some(Notice::LinkBroken(broken(&error))));
            // The address must not keep naming a scenario that is not shown.
            location::replace(&view::fragment("", state.view.get_untracked(), state.plan));
        }
    }
}

fn broken(error: &LinkError) -> BrokenLink {
    match error {
        LinkError::NewerVersion { .. } => BrokenLink::Newer,
        LinkError::OtherPlan => BrokenLink::OtherPlan,
        LinkError::TooLong { .. } => BrokenLink::TooLong,
        _ => BrokenLink::Damaged,
    }
}

/// Below this many CSS pixels the phone's layout is used; the style sheets name the same width.
const NARROW_BELOW: f64 = 640.0;

fn is_narrow() -> bool {
    page::width() < NARROW_BELOW
}

fn fresh() -> Open {
    Open {
        id: clock::unique_id(),
        saved: Saved::default(),
        is_preview: false,
    }
}

/// The scenario opened last; a document that cannot be read stays where it is, and a copy is set aside.
fn read_last(plan: &'static Plan) -> (Open, SaveState, Option<Notice>) {
    let id = match storage::read(keys::CURRENT) {
        Ok(Some(id)) => id,
        Ok(None) => return (fresh(), SaveState::Untouched, None),
        Err(_) => return (fresh(), SaveState::Blocked, None),
    };
    match read_stored(plan, &id) {
        Some(Ok((saved, left_out))) => {
            let notice = (left_out > 0).then_some(Notice::PartlyRead(left_out));
            (
                Open {
                    id,
                    saved,
                    is_preview: false,
                },
                SaveState::Saved,
                notice,
            )
        }
        Some(Err(notice)) => (fresh(), SaveState::Untouched, Some(notice)),
        None => (fresh(), SaveState::Untouched, None),
    }
}

/// A stored scenario with the number of its values that were left out; None where nothing is stored under `id`.
pub(super) fn read_stored(plan: &'static Plan, id: &str) -> Option<Result<(Saved, usize), Notice>> {
    let text = storage::read(&keys::scenario(id)).ok().flatten()?;
    Some(match document::from_text(&text, plan) {
        Ok(opened) => Ok((opened.value, opened.problems.len())),
        Err(DocumentError::Newer { .. }) => Err(Notice::Newer),
        Err(_) => {
            // Nothing is lost even where this copy cannot be made: the page goes on under another identity.
            let _ = storage::write(&format!("{}{id}", keys::ASIDE_PREFIX), &text);
            Err(Notice::Unreadable)
        }
    })
}

pub(super) fn read_list(plan: &'static Plan) -> Vec<Stored> {
    let keys = storage::keys(keys::SCENARIO_PREFIX).unwrap_or_default();
    keys.iter()
        .filter_map(|key| {
            let id = key.strip_prefix(keys::SCENARIO_PREFIX)?;
            let text = storage::read(key).ok().flatten()?;
            let opened = document::from_text(&text, plan).ok()?;
            Some(Stored {
                id: id.to_string(),
                name: opened.value.name,
            })
        })
        .collect()
}

/// Vietnamese unless the reader chose English before.
fn read_language() -> Language {
    match storage::read(keys::LANGUAGE) {
        Ok(Some(tag)) if tag == "en" => Language::English,
        _ => Language::Vietnamese,
    }
}

fn read_scheme() -> Scheme {
    let chosen = storage::read(keys::SCHEME).ok().flatten();
    match chosen.as_deref() {
        Some("dark") => {
            page::set_scheme(Some("dark"));
            Scheme::Dark
        }
        Some("light") => {
            page::set_scheme(Some("light"));
            Scheme::Light
        }
        _ if page::prefers_dark() => Scheme::Dark,
        _ => Scheme::Light,
    }
}
