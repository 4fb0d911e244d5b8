//! The levers of one target, folded under its name and verdicts; made when they are opened.

use engine::Verdict;
use leptos::prelude::*;
use plan::{Target, TargetKind};

use super::Desk;
use super::doubts::TargetDoubts;
use super::pinned::PinButton;
use crate::state::{View, actions, use_state};
use crate::views::target::{ChartAbove, DeedFields, Levers, Thresholds};
use crate::words;

/// The fold of the target at `position`.
#[component]
pub fn TargetFold(desk: Desk, position: usize, is_hidden: Memo<bool>) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target = &state.plan.targets[position];
    let inputs = state.inputs(target.code);
    let is_changed = Memo::new(move |_| inputs.with(|inputs| !inputs.is_empty()));
    let details = NodeRef::<leptos::html::Details>::new();
    let shown = RwSignal::new(false);
    let take = move || {
        if desk.worked.get_untracked() != position {
            desk.worked.set(position);
        }
    };
    view! {
        <details class="fold of-target" data-target=target.id node_ref=details hidden=move || is_hidden.get()
            on:focusin=move |_| if shown.get_untracked() { take(); }
            on:toggle=move |_| {
                let is_open = details.get_untracked().is_some_and(|details| details.open());
                shown.set(is_open);
                if is_open { take(); }
            }>
            <summary>
                <h3>{move || target.name.get(language.get())}</h3>
                {move || is_changed.get().then(|| view! { <small class="changed">{move || tr!(language.get(), board.changed)}</small> })}
                <Signs position/>
            </summary>
            {move || shown.get().then(|| view! { <Content desk position/> }.into_any())}
        </details>
    }
}

/// The verdict of each milestone, as a sign with a name.
#[component]
fn Signs(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.at(position);
    let verdicts = Memo::new(move |_| {
        projection.with(|projection| {
            let milestones = projection.milestones.iter();
            milestones
                .map(|milestone| (milestone.year, milestone.verdict))
                .collect::<Vec<(Option<i16>, Verdict)>>()
        })
    });
    let sign = move |(year, verdict): (Option<i16>, Verdict)| {
        let language = language.get();
        let year = year.map_or_else(|| tr!(language, board.undated).to_string(), |year| year.to_string());
        let text = format!("{year}: {}", words::verdict(verdict, language));
        let outlook = verdict.outlook();
        view! {
            <span role="img" class=format!("verdict {}", words::outlook_class(outlook)) title=text.clone() aria-label=text>{words::sign(outlook)}</span>
        }
        .into_any()
    };
    view! { <span class="signs">{move || verdicts.get().into_iter().map(sign).collect::<Vec<AnyView>>()}</span> }
}

#[component]
fn Content(desk: Desk, position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let target: &'static Target = &state.plan.targets[position];
    let view = state.view();
    let stacked = state.stacked();
    let is_deed = target.kind == TargetKind::Deed;
    let has_threshold = matches!(target.kind, TargetKind::Versus | TargetKind::Unset);
    view! {
        <div class="folded">
            <ChartAbove position/>
            <p class="fold-tools">
                {(!is_deed).then(|| view! { <PinButton desk position/> " " })}
                <a href=move || { view.track(); actions::href(state, View::Target(target.code)) }>{move || tr!(language.get(), levers.open_target)}</a>
            </p>
            {move || stacked.get().then(|| view! { <TargetDoubts position/> })}
            {has_threshold.then(|| view! { <Thresholds position/> })}
            {if is_deed { view! { <DeedFields position/> }.into_any() } else { view! { <Levers position/> }.into_any() }}
        </div>
    }
}
