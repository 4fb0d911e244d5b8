//! Links out and in: the link of what is on the screen, and what a reader does with one that was opened.

use leptos::prelude::*;
use wire::{Headline, LinkError, Saved, Seen, link};

use super::super::shown::{Shown, address_without_link};
use super::super::{AppState, BrokenLink, Member, Notice, Preview, SaveState, Source, View, saving, shelf, tabs, view};
use crate::platform::{clock, document as page, location};
use crate::words;

/// Longer links are cut by some messengers; a file is offered beside them.
pub const LONG_LINK_CHARACTERS: usize = 2_000;

/// The link that carries what is on the screen, whole, and the number of its characters; None when there are more changes than
/// a link may hold. On the comparison it carries all that is compared.
#[must_use]
pub fn share_link(state: AppState) -> Option<(String, usize)> {
    // A comparison with nothing beside is an empty screen to whoever opens it.
    match state.view.get() {
        View::Compare if state.beside.with(Vec::is_empty) => link_to(state, View::Board),
        view => link_to(state, view),
    }
}

/// As [`share_link`], to another screen.
#[must_use]
pub fn link_to(state: AppState, view: View) -> Option<(String, usize)> {
    let seen = seen(state);
    let fragment = state.open.with(|open| {
        let beside = state.beside.get();
        let others = beside
            .iter()
            .filter(|_| view == View::Compare)
            .map(|member| (&member.saved, None));
        let members: Vec<(&Saved, Option<&Seen>)> =
            std::iter::once((&open.saved, seen.as_ref())).chain(others).collect();
        link::encode_several(&members, state.plan)
    });
    let address = location::address_with(&view::fragment(&fragment.ok()?, view, state.plan));
    let length = address.chars().count();
    Some((address, length))
}

/// What the reader sees now, for the one who opens the link. Tracks every projection.
fn seen(state: AppState) -> Option<Seen> {
    let projections = state.projections.all();
    let headline = state
        .open
        .with(|open| Headline::of(state.plan, &open.saved.scenario, projections.iter().map(AsRef::as_ref)));
    let date = today()?;
    Some(Seen { date, headline })
}

/// How what the author of the previewed link saw differs from what is seen here: None where there is nothing to compare with,
/// `Some(None)` where both are the same. Tracks every projection.
#[must_use]
pub fn then_and_now(state: AppState) -> Option<Option<wire::Difference>> {
    let preview = state.preview.get()?;
    // A preview that was changed is another scenario than its author's.
    if state.open.with(|open| open.saved != preview.original) {
        return None;
    }
    let here = seen(state)?;
    Some(
        preview
            .seen?
            .compare(&here.headline, &preview.made_with, state.plan, here.date),
    )
}

/// Today as saved forms name it.
#[must_use]
pub fn today() -> Option<wire::Day> {
    let (year, month, day) = clock::today();
    wire::Day::from_date(year, month, day)
}

/// Opens what an address carries: one scenario as a preview, or several beside each other.
pub(in crate::state) fn open_link(state: AppState, shared: &str) {
    let members = match link::decode_several(shared, state.plan) {
        Ok(members) => members,
        Err(error) => return refuse(state, &error),
    };
    let mut notice = None;
    let mut opened = Vec::new();
    for (place, member) in members.into_iter().enumerate() {
        match member {
            Ok(member) => opened.push(member),
            Err(error) => notice = Some((place + 1, error)),
        }
    }
    let mut opened = opened.into_iter();
    let (Some(first), failed) = (opened.next(), notice) else {
        if let Some((_, error)) = notice {
            refuse(state, &error);
        }
        return;
    };
    let kept = settle(state);
    remember_own(state);
    let left_out = first.problems.len();
    let mut shown = Shown::preview(Preview {
        original: first.value,
        made_with: first.made_with,
        seen: first.seen,
        source: Source::Link,
    });
    shown.notice = match failed {
        Some((place, error)) => Some(Notice::MemberBroken(place, broken(&error))),
        None if left_out > 0 => Some(Notice::LinkPartlyRead(left_out)),
        None => kept,
    };
    shown.show(state);
    state.link.set_value(shared.to_string());
    let others: Vec<Member> = opened
        .map(|member| Member {
            id: None,
            saved: member.value,
        })
        .collect();
    if !others.is_empty() {
        state.beside.set(others);
    }
    // The notice that says whose scenario this is stands there.
    page::scroll_to_top();
}

/// A link that cannot be opened leaves everything as it is.
fn refuse(state: AppState, error: &LinkError) {
    state.notice.set(Some(Notice::LinkBroken(broken(error))));
    // The address must not keep naming a scenario that is not shown.
    let shown = state.link.with_value(Clone::clone);
    location::replace(&view::fragment(&shown, state.view.get_untracked(), state.plan));
}

fn broken(error: &LinkError) -> BrokenLink {
    match error {
        LinkError::NewerVersion { .. } => BrokenLink::Newer,
        LinkError::OtherPlan => BrokenLink::OtherPlan,
        LinkError::TooLong { .. } => BrokenLink::TooLong,
        LinkError::TooMany { .. } => BrokenLink::TooMany,
        LinkError::NotALink | LinkError::Damaged(_) => BrokenLink::Damaged,
    }
}

/// Makes what is previewed the reader's: it is kept beside the others, and so is what it is compared with.
pub fn keep_copy(state: AppState) {
    state.own.set_value(None);
    keep_members(state);
    let saved = as_kept(state);
    // An undo takes no name back that nobody gave.
    state
        .history
        .update_untracked(|history| history.name_unnamed(&saved.name));
    state.preview.set(None);
    state.open.update(|open| {
        open.saved = saved;
        open.is_preview = false;
    });
    address_without_link(state, state.view.get_untracked());
    saving::schedule(state);
    saving::flush(state);
    state.notice.set(Some(Notice::Kept));
}

/// What is open, as it is kept.
fn as_kept(state: AppState) -> Saved {
    let saved = state.open.with_untracked(|open| open.saved.clone());
    let is_shared = state
        .preview
        .with_untracked(|preview| preview.as_ref().is_some_and(Preview::is_shared));
    if is_shared { named(state, saved) } else { saved }
}

/// A scenario from a link as it is kept: without a name it would pass for one of the reader's own among them.
fn named(state: AppState, saved: Saved) -> Saved {
    if saved.name.is_empty() && !saved.scenario.is_empty() {
        let name = words::shared_name(&saved, state.language.get_untracked());
        return Saved { name, ..saved };
    }
    saved
}

/// Keeps the scenarios that came with a comparison.
fn keep_members(state: AppState) {
    let members = state.beside.get_untracked().into_iter().map(|member| {
        if member.id.is_some() {
            return member;
        }
        let (id, saved) = (clock::unique_id(), named(state, member.saved));
        let is_kept = shelf::write(&id, &shelf::text_of(&saved, state.plan)).is_ok();
        Member {
            id: is_kept.then_some(id),
            saved,
        }
    });
    state.beside.set(members.collect());
    tabs::refresh(state);
}

/// Goes back from a preview to the reader's own scenario, which it did not touch.
pub fn leave_preview(state: AppState) {
    if !state.open.with_untracked(|open| open.is_preview) {
        return;
    }
    let kept = settle(state);
    let own = state.own.try_update_value(Option::take).flatten();
    let mut shown = match own {
        // It may have changed in another tab meanwhile.
        Some(own) if shelf::stored_text(&own.id).is_ok_and(|text| text.is_some()) => {
            Shown::stored(state.plan, &own.id).unwrap_or_else(|| Shown::newest(state.plan))
        }
        Some(open) => Shown {
            save: if shelf::stored_text(&open.id).is_err() {
                SaveState::Blocked
            } else {
                SaveState::Untouched
            },
            open,
            ..Shown::new(Saved::default())
        },
        None => Shown::newest(state.plan),
    };
    shown.notice = shown.notice.or(kept);
    shown.show(state);
}

/// Notes which scenario a preview covers.
fn remember_own(state: AppState) {
    let open = state.open.get_untracked();
    if !open.is_preview {
        state.own.set_value(Some(open));
    }
}

/// Nothing unsaved stays behind when another scenario is shown: what waits is kept, and so is a preview that was changed.
/// Returns what there is to say of it.
pub(in crate::state) fn settle(state: AppState) -> Option<Notice> {
    saving::flush(state);
    keep_changed_preview(state)
}

/// Keeps a preview that was changed as a scenario of its own.
pub(in crate::state) fn keep_changed_preview(state: AppState) -> Option<Notice> {
    let open = state.open.get_untracked();
    let original = state
        .preview
        .with_untracked(|preview| preview.as_ref().map(|preview| preview.original.clone()));
    let original = original.filter(|_| open.is_preview)?;
    if original == open.saved {
        // What the page kept when it was hidden is of no use any more.
        shelf::remove(&open.id);
        state.baseline.set_value(None);
        return None;
    }
    let saved = as_kept(state);
    let text = shelf::text_of(&saved, state.plan);
    shelf::write(&open.id, &text).ok()?;
    // Written by this tab: where the reader goes on with it, it is nobody else's work.
    state.baseline.set_value(Some(text));
    tabs::refresh(state);
    Some(Notice::ChangesKept(saved.name))
}

/// The name of the document for frames, beside the page.
const EMBED: &str = "embed.html";

/// What another page has to hold to show the target on the screen under this scenario; None on other screens, and where a link
/// cannot carry the scenario.
#[must_use]
pub fn frame_markup(state: AppState, title: &str) -> Option<String> {
    let view = state.view.get();
    if !matches!(view, View::Target(_)) {
        return None;
    }
    let (address, _) = link_to(state, view)?;
    let (_, fragment) = address.split_once('#')?;
    let tag = words::tag(state.language.get());
    let address = location::beside(&format!("{EMBED}?{tag}"), fragment);
    // Names of targets are the plan's; a quotation mark would end the attribute all the same.
    let title = title.replace('&', "&amp;").replace('"', "&quot;");
    Some(format!(
        "<iframe src=\"{address}\" title=\"{title}\" width=\"640\" height=\"620\" loading=\"lazy\"></iframe>"
    ))
}

/// The address of the whole page that shows what this frame shows.
#[must_use]
pub fn whole_page(state: AppState) -> String {
    state.view.track();
    let fragment = state
        .link
        .with_value(|link| view::fragment(link, state.view.get_untracked(), state.plan));
    location::beside("", &fragment)
}
