//! What the page has to say above every screen: a preview, a question between two tabs, a broken link, a scenario that cannot
//! be kept.

use leptos::prelude::*;
use plan::Language;
use wire::Difference;

use crate::app::HEADING_ID;
use crate::state::{AppState, BrokenLink, Conflict, Notice, SaveState, Source, actions, use_state};
use crate::words;

/// All notices.
#[component]
pub fn Notices() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="notices">
            <PreviewNotice/>
            <ConflictNotice/>
            <StorageNotice/>
            <NewerNotice/>
            {move || state.notice().get().map(|notice| once(state, notice))}
        </div>
    }
}

#[component]
fn PreviewNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let preview = state.preview();
    let name = Memo::new(move |_| state.summary().with(|summary| summary.name.clone()));
    let what = move |source| {
        let name = name.get();
        let language = language.get();
        let name = if name.is_empty() {
            tr!(language, share.unnamed).to_string()
        } else {
            name
        };
        match source {
            Source::Link => tr!(language, share.preview, name = name),
            Source::NewerDocument => tr!(language, share.preview_newer, name = name),
        }
    };
    move || {
        preview.with(|preview| preview.as_ref().map(|preview| preview.source)).map(|source| {
            view! {
                <section class="notice preview" role="status">
                    <div class="text">
                        <p>
                            <strong>{move || what(source)}</strong> " "
                            {move || match source {
                                Source::Link => tr!(language.get(), share.preview_safe),
                                Source::NewerDocument => tr!(language.get(), share.preview_newer_safe),
                            }}
                        </p>
                        <ThenAndNow/>
                    </div>
                    <button type="button" class="main" on:click=move |_| actions::keep_copy(state)>{move || tr!(language.get(), share.keep)}</button>
                    <button type="button" on:click=move |_| actions::leave_preview(state)>{move || tr!(language.get(), share.leave)}</button>
                </section>
            }
        })
    }
}

/// Whether the reader sees what the author saw; where not, what differs and why.
#[component]
pub fn ThenAndNow() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let compared = Memo::new(move |_| actions::then_and_now(state));
    let date = Memo::new(move |_| {
        state
            .preview()
            .with(|preview| Some(preview.as_ref()?.seen.as_ref()?.date))
    });
    move || {
        let language = language.get();
        let (compared, date) = (compared.get()?, words::day(date.get()?, language));
        Some(match compared {
            None => view! { <p class="soft">{tr!(language, seen.same, date = date)}</p> }.into_any(),
            Some(difference) => differs(state, &difference, &date, language),
        })
    }
}

fn differs(state: AppState, difference: &Difference, date: &str, language: Language) -> AnyView {
    let reasons = words::difference_reasons(difference, state.plan, language);
    let reasons = if reasons.is_empty() {
        tr!(language, seen.no_reason).to_string()
    } else {
        reasons
    };
    if difference.is_small {
        return view! { <p>{tr!(language, seen.small, date = date, reasons = reasons)}</p> }.into_any();
    }
    let lines = words::difference_lines(difference, state.plan, language);
    let lines = lines
        .into_iter()
        .map(|line| view! { <li>{line}</li> }.into_any())
        .collect_view();
    view! {
        <details class="seen">
            <summary>{tr!(language, seen.differs, date = date, reasons = reasons)}</summary>
            <ul>{lines}</ul>
        </details>
    }
    .into_any()
}

/// Another tab worked on the scenario that is open here: the reader chooses, and meanwhile nothing is written.
#[component]
fn ConflictNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let both = move |_| {
        let name = state
            .open()
            .with_untracked(|open| words::scenario_name(&open.saved, language.get_untracked()));
        actions::keep_both(state, &tr!(language.get_untracked(), conflict.here, name = name));
    };
    move || {
        let conflict = state.conflict().get()?;
        let is_deleted = conflict == Conflict::Deleted;
        Some(view! {
            <section class="notice warn conflict" role="alert">
                <p>
                    {move || if is_deleted { tr!(language.get(), conflict.deleted) } else { tr!(language.get(), conflict.changed) }} " "
                    {move || tr!(language.get(), conflict.nothing_written)}
                </p>
                <button type="button" class="mine" on:click=move |_| actions::keep_mine(state)>{move || tr!(language.get(), conflict.mine)}</button>
                <button type="button" class="theirs" on:click=move |_| actions::take_theirs(state)>
                    {move || if is_deleted { tr!(language.get(), conflict.theirs_deleted) } else { tr!(language.get(), conflict.theirs) }}
                </button>
                {(!is_deleted).then(|| view! {
                    <button type="button" class="main both" on:click=both>{move || tr!(language.get(), conflict.both)}</button>
                })}
            </section>
        })
    }
}

/// Stays as long as nothing can be kept.
#[component]
fn StorageNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let save = state.save();
    move || {
        let language = language.get();
        let text = match save.get() {
            SaveState::Blocked => tr!(language, scenario.not_saved_blocked),
            SaveState::Full => tr!(language, scenario.not_saved_full),
            _ => return None,
        };
        let stem = move || {
            state
                .open()
                .with_untracked(|open| words::scenario_name(&open.saved, language))
        };
        Some(view! {
            <section class="notice warn" role="alert">
                <p>{text}</p>
                <button type="button" on:click=move |_| actions::export_open(state, &stem())>{tr!(language, scenario.save_file)}</button>
            </section>
        })
    }
}

/// A newer version is offered; the reader says when.
#[component]
fn NewerNotice() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    move || {
        state.has_newer().get().then(|| {
            view! {
                <section class="notice newer" role="status">
                    <p>{move || tr!(language.get(), app.newer)}</p>
                    <button type="button" class="main" on:click=move |_| actions::take_newer(state)>{move || tr!(language.get(), app.take_newer)}</button>
                </section>
            }
        })
    }
}

fn once(state: AppState, notice: Notice) -> impl IntoView {
    let language = state.language();
    let is_calm = matches!(notice, Notice::Kept | Notice::ChangesKept(_) | Notice::Deleted(..));
    let deleted = match &notice {
        Notice::Deleted(id, _) => Some(id.clone()),
        _ => None,
    };
    // Whoever deleted with the button of a line that is gone goes on here.
    let undo = NodeRef::<leptos::html::Button>::new();
    Effect::new(move |_| {
        if let Some(button) = undo.get() {
            let _ = button.focus();
        }
    });
    let leave = || actions::focus(HEADING_ID);
    view! {
        <section class=if is_calm { "notice" } else { "notice warn" } role=if is_calm { "status" } else { "alert" }>
            <p>{move || text(&notice, language.get())}</p>
            {deleted.map(|id| view! {
                <button type="button" class="main undo-delete" node_ref=undo on:click=move |_| { actions::restore(state, &id); leave(); }>{move || tr!(language.get(), scenario.undo_delete)}</button>
            })}
            <button type="button" on:click=move |_| { actions::dismiss_notice(state); leave(); }>{move || tr!(language.get(), share.dismiss)}</button>
        </section>
    }
}

fn text(notice: &Notice, language: Language) -> String {
    let named = |name: &String| {
        if name.is_empty() {
            tr!(language, share.unnamed).to_string()
        } else {
            name.clone()
        }
    };
    match notice {
        Notice::Unreadable => tr!(language, scenario.unreadable).to_string(),
        Notice::Newer => tr!(language, scenario.newer).to_string(),
        Notice::PartlyRead(count) => tr!(language, scenario.partly_read, count = count),
        Notice::LinkPartlyRead(count) => tr!(language, share.partly_read, count = count),
        Notice::LinkBroken(broken) => broken_link(*broken, language).to_string(),
        Notice::MemberBroken(place, broken) => {
            tr!(
                language,
                share.member_broken,
                place = place,
                why = broken_link(*broken, language)
            )
        }
        Notice::Kept => tr!(language, share.kept).to_string(),
        Notice::ChangesKept(name) => tr!(language, share.changes_kept, name = named(name)),
        Notice::Deleted(_, name) => tr!(language, scenario.deleted, name = named(name)),
        Notice::NotDeleted => tr!(language, scenario.not_deleted).to_string(),
        Notice::NotRestored => tr!(language, scenario.not_restored).to_string(),
    }
}

fn broken_link(broken: BrokenLink, language: Language) -> &'static str {
    match broken {
        BrokenLink::Damaged => tr!(language, share.broken_damaged),
        BrokenLink::Newer => tr!(language, share.broken_newer),
        BrokenLink::OtherPlan => tr!(language, share.broken_other_plan),
        BrokenLink::TooLong => tr!(language, share.broken_too_long),
        BrokenLink::TooMany => tr!(language, share.broken_too_many),
    }
}
