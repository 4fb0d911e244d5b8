//! The targets by field, each with its levers folded away, and the search above them.

use leptos::prelude::*;

use super::Desk;
use super::filter::has_levers;
use super::target_fold::TargetFold;
use crate::state::use_state;
use crate::views::board::found_words;

/// The list. Every fold stays on the page while it is hidden, so that a search closes none.
#[component]
pub fn TargetList(desk: Desk) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let scenario = Memo::new(move |_| state.open().with(|open| open.saved.scenario.clone()));
    let shown = Memo::new(move |_| {
        let targets = state.plan.targets.iter().enumerate();
        let passing = targets.filter(|(position, target)| {
            let passes = || {
                desk.filter
                    .with(|filter| scenario.with(|scenario| filter.passes(target, scenario)))
            };
            let is_kept = || {
                // What is in the reader's hand does not go away once it is as shipped again.
                desk.filter
                    .with(|filter| filter.changed_only && filter.search.trim().is_empty())
                    && desk.worked.get() == *position
                    && scenario.with(|scenario| !scenario.is_empty())
            };
            has_levers(target) && (passes() || is_kept())
        });
        passing.map(|(position, _)| position).collect::<Vec<usize>>()
    });
    let fields = state.plan.fields.iter().map(|field| {
        let targets = state.plan.targets.iter().enumerate();
        let positions: Vec<usize> = targets
            .filter(|(_, target)| target.field.id == field.id && has_levers(target))
            .map(|(position, _)| position)
            .collect();
        let listed = positions.clone();
        let is_empty = Memo::new(move |_| shown.with(|shown| !listed.iter().any(|position| shown.contains(position))));
        view! {
            <section class="field" hidden=move || is_empty.get()>
                <h2>{move || field.name.get(language.get())}</h2>
                {positions.into_iter().map(|position| {
                    let is_hidden = Memo::new(move |_| shown.with(|shown| !shown.contains(&position)));
                    view! { <TargetFold desk position is_hidden/> }.into_any()
                }).collect::<Vec<AnyView>>()}
            </section>
        }
        .into_any()
    });
    let found = Memo::new(move |_| shown.with(Vec::len));
    view! {
        <form class="filters" on:submit=move |event| event.prevent_default()>
            <label class="search">
                <span>{move || tr!(language.get(), board.search)}</span>
                <input type="search" id="levers-search" placeholder=move || tr!(language.get(), board.search_hint)
                    on:input=move |event| desk.filter.update(|filter| filter.search = event_target_value(&event))/>
            </label>
            <label class="choice">
                <input type="checkbox" id="changed-only" on:change=move |event| desk.filter.update(|filter| filter.changed_only = event_target_checked(&event))/>
                <span>{move || tr!(language.get(), levers.changed_only)}</span>
            </label>
        </form>
        <p class="soft found" role="status">{move || found_words(found.get(), language.get())}</p>
        {fields.collect::<Vec<AnyView>>()}
    }
}
