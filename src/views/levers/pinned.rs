//! Charts beside the levers: that of the target in the reader's hand, and up to three that the reader pinned.

use leptos::prelude::*;
use plan::{Target, TargetKind};

use super::Desk;
use crate::state::{MOST_PINS, View, actions, use_state};
use crate::views::target::{Plot, Size};
use crate::words;

/// The charts.
#[component]
pub fn PinnedCharts(desk: Desk) -> impl IntoView {
    let state = use_state();
    let stacked = state.stacked();
    let pinned = desk.pins.positions();
    let shown = Memo::new(move |_| {
        let pinned = pinned.get();
        let worked = desk.worked.get();
        // On a phone it stands above its levers.
        let follows = !stacked.get() && !pinned.contains(&worked) && has_chart(&state.plan.targets[worked]);
        follows
            .then_some(worked)
            .into_iter()
            .chain(pinned)
            .collect::<Vec<usize>>()
    });
    view! {
        <For each=move || shown.get() key=|position| *position let:position>
            <PinnedChart desk position/>
        </For>
    }
}

/// The list to pin a chart from.
#[component]
pub fn PinChoice(desk: Desk) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let pinned = desk.pins.positions();
    let offered = move || {
        let language = language.get();
        // Without entries, not disabled: that would take the focus from whoever has just chosen the last one.
        let is_full = desk.pins.are_used_up();
        let targets = state.plan.targets.iter().enumerate().filter(|_| !is_full);
        let free =
            targets.filter(|(position, target)| has_chart(target) && !pinned.with(|pinned| pinned.contains(position)));
        let options = free.map(|(position, target)| {
            view! { <option value=position.to_string()>{target.name.get(language)}</option> }.into_any()
        });
        options.collect::<Vec<AnyView>>()
    };
    view! {
        <label class="choose">
            <span>{move || tr!(language.get(), levers.pin_other, count = MOST_PINS)}</span>
            <select id="pin" on:change=move |event| {
                if let Ok(position) = event_target_value(&event).parse::<usize>() && position < state.plan.targets.len() {
                    // Another entry will stand where this one stood: one that is chosen already cannot be chosen.
                    actions::choose_first(&event);
                    desk.pins.toggle(position);
                }
            }>
                <option value="">{move || match desk.pins.are_used_up() {
                    true => tr!(language.get(), levers.pins_used_up, count = MOST_PINS),
                    false => tr!(language.get(), levers.pin_choose).to_string(),
                }}</option>
                {offered}
            </select>
        </label>
    }
}

#[component]
fn PinnedChart(desk: Desk, position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target: &'static Target = &state.plan.targets[position];
    let view = state.view();
    let stacked = state.stacked();
    let size = Signal::derive(move || if stacked.get() { Size::Low } else { Size::Small });
    view! {
        <figure data-chart=target.id>
            <figcaption>
                <span>
                    <a href=move || { view.track(); actions::href(state, View::Target(target.code)) }>{move || target.name.get(language.get())}</a>
                    {move || words::unit_beside(target, language.get())}
                </span>
                <PinButton desk position/>
            </figcaption>
            <Plot position id=format!("pin-{}", target.code) size hint=Signal::derive(String::new)/>
        </figure>
    }
}

/// Keeps the chart of the target at `position` in view, or lets it go.
#[component]
pub fn PinButton(desk: Desk, position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target: &'static Target = &state.plan.targets[position];
    let pinned = desk.pins.positions();
    let is_pinned = Memo::new(move |_| pinned.with(|pinned| pinned.contains(&position)));
    // It keeps its place and the focus, and says why it does nothing.
    let is_refused = Memo::new(move |_| !is_pinned.get() && desk.pins.are_used_up());
    let word = move || match (is_pinned.get(), is_refused.get()) {
        (true, _) => tr!(language.get(), levers.unpin).to_string(),
        (_, true) => tr!(language.get(), levers.pins_used_up, count = MOST_PINS),
        _ => tr!(language.get(), levers.pin).to_string(),
    };
    view! {
        <button type="button" class="inline pin" aria-disabled=move || is_refused.get().then_some("true") aria-label=move || format!("{}: {}", word(), target.name.get(language.get()))
            on:click=move |_| desk.pins.toggle(position)>{word}</button>
    }
}

/// Deeds are done or not: there is no course to draw.
fn has_chart(target: &Target) -> bool {
    target.kind != TargetKind::Deed
}
