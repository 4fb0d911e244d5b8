//! All levers on one screen, beside pinned charts, the cells of all milestones and the last change.

mod altered;
mod doubts;
mod filter;
mod last_change;
mod list;
mod pinned;
mod target_fold;

use leptos::prelude::*;

use super::board::Cells;
use super::target::SharedLevers;
use crate::app::HEADING_ID;
use crate::state::{Pins, Replay, actions, use_state};
use altered::altered;
use doubts::AllDoubts;
use filter::Filter;
use last_change::LastChange;
use list::TargetList;
use pinned::{PinChoice, PinnedCharts};

const RESULTS_HEADING_ID: &str = "results-heading";

/// What the parts of the screen share.
#[derive(Clone, Copy)]
struct Desk {
    /// What is asked to be seen of the levers.
    filter: RwSignal<Filter>,
    /// Position of the target whose levers are in the reader's hand.
    worked: RwSignal<usize>,
    /// Charts that stay in view.
    pins: Pins,
    /// The last change, shown once more.
    replay: Replay,
}

/// The screen.
#[component]
pub fn LeversPage() -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let changed = state.open().with_untracked(|open| {
        let is_changed = |target: &plan::Target| !open.saved.scenario.inputs(target.code).is_empty();
        state.plan.targets.iter().position(is_changed)
    });
    let desk = Desk {
        filter: RwSignal::new(Filter::default()),
        worked: RwSignal::new(changed.unwrap_or(0)),
        pins: Pins::kept(state),
        replay: Replay::new(state),
    };
    let altered = altered(state, desk.replay);
    view! {
        <main class="all-levers">
            <header>
                <h1 id=HEADING_ID tabindex="-1">{move || tr!(language.get(), screen.levers)}</h1>
                <p class="lede">{move || tr!(language.get(), levers.lede)}</p>
                // The list has a stop for every target.
                <a class="skip" href="#results-heading" on:click=move |event| {
                    event.prevent_default();
                    actions::focus(RESULTS_HEADING_ID);
                }>{move || tr!(language.get(), levers.skip_results)}</a>
            </header>
            <div class="hands">
                <SharedLevers/>
                <TargetList desk/>
            </div>
            <div class="results">
                <section class="verdicts">
                    <h2 id=RESULTS_HEADING_ID tabindex="-1">{move || tr!(language.get(), levers.verdicts)}</h2>
                    <Cells altered/>
                </section>
                // What the last change did stands beside the charts while there is room.
                <div class="beside">
                    <PinnedCharts desk/>
                    <div class="change">
                        <LastChange desk altered/>
                        <AllDoubts/>
                        <PinChoice desk/>
                    </div>
                </div>
            </div>
        </main>
    }
}
