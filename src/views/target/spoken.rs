//! What a change has done, for who does not see the chart: the verdicts, once the hand rests and where they read differently.
//! Must not speak before anything has changed.

use leptos::prelude::*;

use super::chart::standing;
use crate::state::use_state;

/// A live region, heard and not seen.
#[component]
pub fn Spoken(position: usize) -> impl IntoView {
    let state = use_state();
    let language = state.language();
    let projection = state.projections.rested(position);
    let milestones = state.plan.targets[position].milestones;
    let lines = Memo::new(move |_| {
        projection.with(|projection| {
            let results = milestones.iter().zip(&projection.milestones);
            let lines = results.map(|(milestone, result)| {
                standing(milestone, result.verdict, result.probability, language.get_untracked())
            });
            lines.collect::<Vec<String>>().join("; ")
        })
    });
    let said = Memo::new(move |before: Option<&(String, bool)>| {
        let now = lines.get();
        let has_changed = before.is_some_and(|(before, has_changed)| *has_changed || *before != now);
        (now, has_changed)
    });
    view! { <p class="heard" role="status">{move || said.with(|(now, has_changed)| has_changed.then(|| now.clone()))}</p> }
}
