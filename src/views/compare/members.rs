//! Which scenarios are compared: their letters and names, one more, one less.

use leptos::prelude::*;

use super::columns::{Columns, LETTERS};
use crate::app::HEADING_ID;
use crate::state::{View, actions, use_state};
use crate::views::name::listed_name;

/// The legend of everything below, and what chooses it.
#[component]
pub fn Members() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let columns: Columns = expect_context();
    let members = move || {
        let language = language.get();
        let names = columns.names.get();
        let member = |(place, name): (usize, String)| {
            let letter = LETTERS.get(place).copied().unwrap_or_default();
            let remove = (place > 0).then(|| {
                view! {
                    <button type="button" class="quiet remove" aria-label=tr!(language, compare.remove, name = name)
                        on:click=move |_| {
                            actions::remove_beside(state, place - 1);
                            // The button is gone, and the focus would be with it.
                            actions::focus(HEADING_ID);
                        }>"×"</button>
                }
            });
            let note = if place == 0 { tr!(language, compare.open) } else { "" };
            view! {
                <li class=format!("member m{place}")>
                    <svg viewBox="0 0 30 8" width="30" height="8" aria-hidden="true"><line x1="0" y1="4" x2="30" y2="4"/></svg>
                    <strong>{letter}</strong> " " {name.clone()} " " <span class="soft">{note}</span> {remove}
                </li>
            }
            .into_any()
        };
        names.into_iter().enumerate().map(member).collect::<Vec<_>>()
    };
    view! {
        <section class="members" aria-label=move || tr!(language.get(), compare.members)>
            <ul>{members}</ul>
            <Add/>
        </section>
    }
}

/// Puts one more kept scenario beside the open one.
#[component]
fn Add() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    // Those that are neither open nor beside it already.
    let left = Memo::new(move |_| {
        let language = language.get();
        let open = state.open().with(|open| (!open.is_preview).then(|| open.id.clone()));
        let beside = state.beside().get();
        let is_left =
            |id: &String| Some(id) != open.as_ref() && beside.iter().all(|member| member.id.as_ref() != Some(id));
        state.list().with(|list| {
            let left = list.iter().filter(|stored| is_left(&stored.id));
            left.map(|stored| (stored.id.clone(), listed_name(stored, language)))
                .collect::<Vec<_>>()
        })
    });
    // Without changes of its own the open one is the trend.
    let wants_trend = Memo::new(move |_| {
        let is_open = state.open().with(|open| open.saved.scenario.is_empty());
        !is_open
            && state
                .beside()
                .with(|beside| beside.iter().all(|member| !member.saved.scenario.is_empty()))
    });
    let is_full = Memo::new(move |_| state.beside().with(|beside| beside.len() >= actions::MOST_BESIDE));
    move || {
        if is_full.get() {
            return ().into_any();
        }
        let left = left.get();
        let language = language.get();
        if left.is_empty() && !wants_trend.get() {
            return view! {
                <p class="soft">
                    {tr!(language, compare.none_left)} " "
                    <a href=move || { state.view().track(); actions::href(state, View::Scenarios) }>{tr!(language, compare.go_scenarios)}</a>
                </p>
            }
            .into_any();
        }
        let options = left
            .into_iter()
            .map(|(id, name)| view! { <option value=id>{name}</option> }.into_any())
            .collect_view();
        view! {
            <label class="add">
                {tr!(language, compare.add)} " "
                <select on:change=move |event| {
                    let id = event_target_value(&event);
                    if !id.is_empty() { actions::toggle_beside(state, &id); }
                    // The same list, shorter by one, is there for the next choice.
                    actions::choose_first(&event);
                }>
                    <option value="">{tr!(language, compare.choose)}</option>
                    {wants_trend.get().then(|| view! { <option value=actions::TREND>{tr!(language, scenario.trend)}</option> })}
                    {options}
                </select>
            </label>
        }
        .into_any()
    }
}
