//! What the page opens with: the address first, else the scenario opened last, else the trend.

use leptos::prelude::*;
use plan::Language;

use super::inputs::TargetInputs;
use super::resting::Rest;
use super::shown::Shown;
use super::{
    AppState, Notice, Projections, SaveState, Scheme, Summary, View, actions, distinct, keys, saving, shelf, tabs, view,
};
use crate::platform::{clock, document as page, events, location, offline, storage, timer};

impl AppState {
    /// Reads what was kept and what the address says. Call once, under the root owner: its signals live as long as the page.
    #[must_use]
    pub fn start() -> Self {
        let plan = plan::plan();
        let today_year = clock::current_year();
        let shown = Shown::last(plan);
        let beside = actions::last_beside(plan, &shown.open.id);
        let is_continued = shown.save == SaveState::Saved;
        let open = RwSignal::new(shown.open);
        let rest = Rest::new();
        let state = Self {
            plan,
            today_year,
            projections: Projections::new(plan, open, today_year, rest),
            open,
            summary: distinct(move || open.with(Summary::of)),
            inputs: TargetInputs::follow(
                plan,
                move |hand_out| open.with(|open| hand_out(&open.saved.scenario)),
                || {},
            ),
            rest,
            view: RwSignal::new(View::Board),
            language: RwSignal::new(read_language()),
            scheme: RwSignal::new(read_scheme()),
            save: RwSignal::new(shown.save),
            notice: RwSignal::new(shown.notice),
            list: RwSignal::new(shelf::list(plan)),
            // Read when the screen opens that shows them.
            deleted: RwSignal::new(Vec::new()),
            aside: RwSignal::new(Vec::new()),
            preview: RwSignal::new(shown.preview),
            conflict: RwSignal::new(None),
            changed: RwSignal::new(shown.changed),
            is_continued: RwSignal::new(is_continued),
            backup: RwSignal::new(shelf::moment(keys::BACKUP)),
            is_durable: RwSignal::new(None),
            beside: RwSignal::new(beside),
            imported: RwSignal::new(None),
            hints: RwSignal::new(is_first_visit()),
            has_newer: RwSignal::new(false),
            narrow: RwSignal::new(page::width() < NARROW_BELOW),
            stacked: RwSignal::new(page::width() < STACKED_BELOW),
            tight: RwSignal::new(page::width() < TIGHT_BELOW),
            history: RwSignal::new(shown.history),
            draws: RwSignal::new(super::Draws::default()),
            runs: StoredValue::new(super::draws::Runs::default()),
            unsaved: timer::Lull::default(),
            own: StoredValue::new(None),
            baseline: StoredValue::new(shown.baseline),
            link: StoredValue::new(String::new()),
        };
        follow_address(state);
        super::draws::follow(state);
        // After everything that a reader waits for.
        if !page::is_embed() {
            timer::later(OFFLINE_MILLISECONDS, move || {
                offline::register(OFFLINE_SCRIPT, move || state.has_newer.set(true));
            });
        }
        events::on_address_change(move || follow_address(state));
        events::on_resize(move || {
            for (signal, below) in [
                (state.narrow, NARROW_BELOW),
                (state.stacked, STACKED_BELOW),
                (state.tight, TIGHT_BELOW),
            ] {
                let is_below = page::width() < below;
                if signal.get_untracked() != is_below {
                    signal.set(is_below);
                }
            }
        });
        events::on_leave(move || {
            saving::flush(state);
            // The tab may not come back.
            let _ = actions::keep_changed_preview(state);
        });
        events::on_other_tab_write(move |key| tabs::follow(state, key));
        state
    }
}

/// When the page begins to be kept for the time without a network, after its start.
const OFFLINE_MILLISECONDS: u64 = 2_500;
/// Beside the page, whose files alone it may answer for.
const OFFLINE_SCRIPT: &str = "sw.js";

/// Shows what the address names: a view, and perhaps shared scenarios.
fn follow_address(state: AppState) {
    let fragment = location::fragment();
    let (shared, view) = view::parse(&fragment, state.plan);
    if state.view.get_untracked() != view && matches!(state.notice.get_untracked(), Some(Notice::Kept)) {
        // Good news is not carried from screen to screen.
        state.notice.set(None);
    }
    state.view.set(view);
    if state.link.with_value(|link| link == shared) {
        return;
    }
    if shared.is_empty() {
        actions::leave_preview(state);
    } else {
        actions::open_link(state, shared);
    }
}

/// Below this many CSS pixels the phone's layout is used; the style sheets name the same width.
const NARROW_BELOW: f64 = 640.0;
/// Below this many a target's levers stand above its chart, and a low one with them; the style sheets name the same width.
const STACKED_BELOW: f64 = 960.0;
/// Below this many a laptop's chart would be made so small that its words are hard to read.
const TIGHT_BELOW: f64 = 1200.0;

/// Whether nothing is known of this reader: no scenario, and no word that the hints were read.
fn is_first_visit() -> bool {
    !matches!(storage::read(keys::HINTS), Ok(Some(_))) && !matches!(storage::read(keys::CURRENT), Ok(Some(_)))
}

/// Vietnamese unless the reader chose English before.
fn read_language() -> Language {
    // A frame says in its address which language the page around it speaks.
    match location::query().as_str() {
        "en" => return Language::English,
        "vi" => return Language::Vietnamese,
        _ => {}
    }
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
